"""A document's body to pages: its sections measured, then put on pages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from terrinclus_publish.tree import Element
from terrinclus_publish.word.layout.blocks import Block, paragraph, stacked, strips_of
from terrinclus_publish.word.layout.formats import Formats
from terrinclus_publish.word.layout.paging import Part, Room
from terrinclus_publish.word.layout.tables import TableStyles, table
from terrinclus_publish.word.measure import TWIPS_PER_POINT
from terrinclus_publish.word.ooxml import W, local_name, qualified

_P, _TBL, _SECTION = f"{{{W}}}p", f"{{{W}}}tbl", f"{{{W}}}sectPr"
_OWN_SECTION = f"{{{W}}}pPr/{_SECTION}"

Running = Callable[[str], Element]
"""The root of the header or the footer of a relation."""


@dataclass
class Document:
    """What measuring needs of a file: the formats of its styles, its running heads."""

    formats: Formats
    tables: TableStyles
    running: Running
    _heads: dict[str, float] = field(default_factory=dict)

    def parts(self, body: Element) -> Iterator[Part]:
        """The sections of a body, measured."""
        heads: dict[tuple[str, str], str] = {}
        elements: list[Element] = []
        for child in body:
            own = child if child.tag == _SECTION else child.find(_OWN_SECTION) if child.tag == _P else None
            if child.tag in (_P, _TBL):
                elements.append(child)
            if own is not None:
                yield self._part(elements, own, heads)
                elements = []

    def _part(self, elements: list[Element], section: Element, heads: dict[tuple[str, str], str]) -> Part:
        """A section; heads and feet that it does not set go on from the one before."""
        heads.update(references(section))
        width, columns = _columns(section)
        measured: list[Block] = [self._block(element, width) for element in elements]
        kind = section.find(f"{{{W}}}type")
        start = "nextPage" if kind is None else kind.get(f"{{{W}}}val", "nextPage")
        return Part(list(strips_of(measured)), self._room(section, heads), start, columns, section)

    def _block(self, element: Element, width: float) -> Block:
        if element.tag == _TBL:
            return table(element, self.formats, self.tables)
        return paragraph(element, width, self.formats)

    def _room(self, section: Element, heads: dict[tuple[str, str], str]) -> Room:
        page, size = _attributes(section, "pgMar"), _attributes(section, "pgSz")
        width = size["w"] - page["left"] - page["right"]

        def reserved(margin: str, distance: str, kind: str) -> tuple[float, float]:
            odd, even = (
                max(page[margin], page[distance] + self._head(heads[kind, pages], width))
                if (kind, pages) in heads
                else page[margin]
                for pages in ("default", "even")
            )
            return odd, even

        tops, feet = reserved("top", "header", "headerReference"), reserved("bottom", "footer", "footerReference")
        return Room(tops, (size["h"] - feet[0], size["h"] - feet[1]))

    def _head(self, relation: str, width: float) -> float:
        """The height of a running head or foot."""
        if relation not in self._heads:
            lines = [paragraph(element, width, self.formats) for element in self.running(relation).iterchildren(_P)]
            self._heads[relation] = stacked(lines) if lines else 0.0
        return self._heads[relation]


def references(section: Element) -> Iterator[tuple[tuple[str, str], str]]:
    """The relations of a section's own heads and feet, by their kind (``headerReference``) and pages (``even``)."""
    for reference in section:
        kind = local_name(reference)
        if kind in ("headerReference", "footerReference"):
            yield (kind, reference.get(f"{{{W}}}type", "")), reference.get(qualified("r:id"), "")


def _attributes(section: Element, name: str) -> dict[str, float]:
    """The measures of a section's page, points."""
    found = section.find(f"{{{W}}}{name}")
    attributes = () if found is None else found.attrib.items()
    return {str(key).rpartition("}")[2]: float(value) / TWIPS_PER_POINT for key, value in attributes}


def _columns(section: Element) -> tuple[float, int]:
    """The width of the text, and the number of columns: the narrowest one's width, where they differ."""
    page, size = _attributes(section, "pgMar"), _attributes(section, "pgSz")
    widths = [
        float(column.get(f"{{{W}}}w", "0")) / TWIPS_PER_POINT for column in section.iterfind(f"{{{W}}}cols/{{{W}}}col")
    ]
    return (min(widths), len(widths)) if widths else (size["w"] - page["left"] - page["right"], 1)
