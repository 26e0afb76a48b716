"""A paragraph's content as atoms: runs, fields, links, pictures, in the order in which they stand."""

from collections.abc import Iterator

from terrinclus_publish.tree import Element
from terrinclus_publish.word.layout.breaking import Atom, Break, Picture, Tab, Text
from terrinclus_publish.word.layout.formats import Formats
from terrinclus_publish.word.measure import EMU_PER_POINT
from terrinclus_publish.word.ooxml import W, qualified

_P, _R = f"{{{W}}}p", f"{{{W}}}r"
_RUN_PROPERTIES, _LINK = f"{{{W}}}rPr", f"{{{W}}}hyperlink"
_TEXT, _TAB, _BREAK, _DRAWING = (f"{{{W}}}{tag}" for tag in ("t", "tab", "br", "drawing"))
_SIGNS = {f"{{{W}}}noBreakHyphen": "\u2011", f"{{{W}}}softHyphen": "\u00ad"}
_EXTENT = qualified("wp:extent")


def atoms(paragraph: Element, style: str, formats: Formats) -> Iterator[Atom]:
    """What a ``w:p`` of that style holds; a field shows what stands in it."""
    for child in paragraph:
        if child.tag == _R:
            yield from _run(child, style, formats)
        elif child.tag == _LINK:
            yield from atoms(child, style, formats)


def _run(run: Element, style: str, formats: Formats) -> Iterator[Atom]:
    first = next(iter(run), None)
    if first is None:
        return
    own = first if first.tag == _RUN_PROPERTIES else None
    letters = formats.letters(style, own)
    for child in run:
        if child.tag == _TEXT:
            yield Text(child.text or "", letters)
        elif child.tag == _TAB:
            yield Tab()
        elif child.tag == _BREAK:
            yield Break()
        elif child.tag in _SIGNS:
            yield Text(_SIGNS[str(child.tag)], letters)
        elif child.tag == _DRAWING:
            extent = next(child.iter(_EXTENT))
            yield Picture(int(extent.get("cx", "0")) / EMU_PER_POINT, int(extent.get("cy", "0")) / EMU_PER_POINT)
