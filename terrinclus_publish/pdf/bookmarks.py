"""The bookmarks of a file: places on its pages, and the outline that shows them (ISO 32000-1, 12.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDocument

from terrinclus_publish.pdf.objects import Raw, number_of, page_reference, text_string


class Place(NamedTuple):
    """A page (from 0), and a height above its foot, points."""

    page: int
    top: float

    def destination(self, document: PDFDocument) -> str:
        """The place at the window's top; the zoom stays as it is."""
        return f"[{page_reference(document, self.page)}/XYZ 0 {self.top:.5g} null]"


class Link(Raw):
    """A link's annotation; where it leads is known once all pages are drawn.

    Raises KeyError when it is written and no place has its target's name.
    """

    def __init__(self, entries: str, target: str, places: Mapping[str, Place]) -> None:
        super().__init__()
        self._entries, self._target, self._places = entries, target, places

    def format(self, document: PDFDocument) -> bytes:
        """The annotation's dictionary: it leads to a ``#name`` of the document, or to an address."""
        target = self._target
        if target.startswith("#"):
            leads = f"/Dest{self._places[target[1:]].destination(document)}"
        else:
            leads = f"/A<</S/URI/URI{text_string(target)}>>"
        return f"<</Type/Annot/Subtype/Link{self._entries}{leads}>>".encode("latin-1")


class Bookmark(NamedTuple):
    """An entry of the outline; the highest level is 0."""

    title: str
    level: int
    place: Place


@dataclass(slots=True)
class _Entry:
    number: int
    raw: Raw
    own: str
    below: "list[_Entry]" = field(default_factory=list)


def outline(document: PDFDocument, bookmarks: Sequence[Bookmark]) -> Raw:
    """The outline, each bookmark under the last one of a higher level, all of them open."""
    root = _entry(document, "Outline", "/Type/Outlines")
    path = [root]
    for place, bookmark in enumerate(bookmarks):
        own = f"/Title{text_string(bookmark.title)}/Dest{bookmark.place.destination(document)}"
        entry = _entry(document, f"Bookmark{place}", own)
        del path[bookmark.level + 1 :]
        path[-1].below.append(entry)
        path.append(entry)
    _write(root, "")
    return root.raw


def _entry(document: PDFDocument, name: str, own: str) -> _Entry:
    raw = Raw()
    return _Entry(number_of(document, raw, name), raw, own)


def _write(entry: _Entry, around: str) -> int:
    """Give an entry and those below their bytes; how many they are."""
    count = 1
    inside = ""
    below = entry.below
    for before, child, after in zip(chain((None,), below), below, chain(below[1:], (None,)), strict=False):
        beside = f"/Prev {before.number} 0 R" if before else ""
        beside += f"/Next {after.number} 0 R" if after else ""
        count += _write(child, f"/Parent {entry.number} 0 R{beside}")
    if below:
        inside = f"/First {below[0].number} 0 R/Last {below[-1].number} 0 R/Count {count - 1}"
    entry.raw.content = f"<<{entry.own}{around}{inside}>>".encode("latin-1")
    return count
