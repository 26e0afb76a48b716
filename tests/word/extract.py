"""The words of a Word file as a reader meets them: its body in order, with the numbers that Word itself computes."""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Element = etree._Element
UNKNOWN_PAGE = "…"
"""What stands where a page number is not known yet."""
SIGNS = {"tab": "\t", "br": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}


def docx_text(content: bytes) -> str:
    """The text of a Word file's body, one line for each paragraph, numbered headings and items with their numbers."""
    numbers = Numbers(part(content, "word/styles.xml"), part(content, "word/numbering.xml"))
    lines = []
    for paragraph in part(content, "word/document.xml").iter(f"{W}p"):
        lines.append(f"{numbers.next(paragraph)}{paragraph_text(paragraph)}")
    return "\n".join(lines)


def part(content: bytes, name: str) -> Element:
    """The root of a part of the package."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def paragraph_text(paragraph: Element) -> str:
    """What a paragraph says; the codes of fields are not said."""
    pieces = []
    for element in paragraph.iter(f"{W}t", *(f"{W}{name}" for name in SIGNS)):
        name = element.tag.removeprefix(W)
        if name == "t":
            pieces.append("" if element.text == UNKNOWN_PAGE else element.text or "")
        elif element.getparent().tag == f"{W}r":
            pieces.append(SIGNS[name])
    return "".join(pieces)


def value(element: Element | None) -> str | None:
    """The ``w:val`` of an element that may be missing."""
    return None if element is None else element.get(f"{W}val")


class Numbers:
    """Counts as Word does: a list counts on level by level, and starts again under a higher level."""

    def __init__(self, styles: Element, numbering: Element) -> None:
        self._styles = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
        kinds = {kind.get(f"{W}abstractNumId"): kind for kind in numbering.iter(f"{W}abstractNum")}
        self._lists = {
            number.get(f"{W}numId"): (number, kinds[str(value(number.find(f"{W}abstractNumId")))])
            for number in numbering.iter(f"{W}num")
        }
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def next(self, paragraph: Element) -> str:
        """The number of the next paragraph of the body, with a space after it; nothing for bullets."""
        number, level = self.list_of(paragraph)
        if number in (None, "0"):
            return ""
        own = self.level(str(number), level)
        if own is None or value(own.find(f"{W}numFmt")) != "decimal":
            return ""
        counts = self._counts[str(number)]
        counts[level] = counts[level] + 1 if level in counts else self._first(str(number), level)
        for deeper in [place for place in counts if place > level]:
            del counts[deeper]
        pattern = str(value(own.find(f"{W}lvlText")))
        for place in range(level + 1):
            pattern = pattern.replace(f"%{place + 1}", str(counts.get(place, "")))
        return f"{pattern} "

    def list_of(self, paragraph: Element) -> tuple[str | None, int]:
        """A paragraph's list and level: its own, or those of its style."""
        for properties in self._properties(paragraph):
            numbers = properties.find(f"{W}numPr")
            if numbers is not None:
                return value(numbers.find(f"{W}numId")), int(value(numbers.find(f"{W}ilvl")) or 0)
        return None, 0

    def level(self, number: str, level: int) -> Element | None:
        """The definition of a level of a list."""
        return next((own for own in self._lists[number][1].iter(f"{W}lvl") if own.get(f"{W}ilvl") == str(level)), None)

    def _first(self, number: str, level: int) -> int:
        for override in self._lists[number][0].iter(f"{W}lvlOverride"):
            if override.get(f"{W}ilvl") == str(level):
                return int(str(value(override.find(f"{W}startOverride"))))
        own = self.level(number, level)
        return int(value(own.find(f"{W}start")) or 1) if own is not None else 1

    def _properties(self, paragraph: Element) -> Iterator[Element]:
        own = paragraph.find(f"{W}pPr")
        if own is None:
            return
        yield own
        name = value(own.find(f"{W}pStyle"))
        while name is not None:
            style = self._styles[name]
            found = style.find(f"{W}pPr")
            if found is not None:
                yield found
            name = value(style.find(f"{W}basedOn"))
