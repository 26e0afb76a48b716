"""The paragraphs and tables of a Word part, in reading order."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from terrinclus_publish.prose import Mark
from terrinclus_publish.prose.tree import DEEPEST
from terrinclus_publish.reading.document import Cell, Item, Line, Run, Table
from terrinclus_publish.reading.package import whole_number
from terrinclus_publish.reading.word.lines import Gathered, Lines
from terrinclus_publish.reading.word.normalise import R, W
from terrinclus_publish.reading.word.styles import is_on, value
from terrinclus_publish.stylenames import role_of
from terrinclus_publish.tree import Element, text_of

_BODY_TEXT = 9
"""The outline level of what is no heading (ISO/IEC 29500-1, 17.3.1.20)."""
_MOST_COLUMNS = 63
"""Word's own limit."""
_DEEPEST_TABLE = 12
"""Tables inside tables: deeper ones are read as paragraphs, one row after the other."""


class Body:
    """Reads what a body, a cell, a text box or a note holds."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._source = lines.source

    def items(self, element: Element, depth: int = 0) -> list[Item]:
        """The paragraphs and tables directly in an element."""
        found: list[Item] = []
        for child in element:
            if not isinstance(child.tag, str):
                continue
            if child.tag == f"{W}p":
                found += self._paragraph(child, depth)
            elif child.tag == f"{W}tbl":
                found.append(self._table(child, depth + 1))
            elif child.tag == f"{W}altChunk":
                found += self._chunk(child)
            elif etree.QName(child).localname not in ("sectPr", "tcPr", "tblPr", "trPr"):
                found += self.items(child, depth)
        return found

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[Item]:
        properties = paragraph.find(f"{W}pPr")
        style = value(None if properties is None else properties.find(f"{W}pStyle"))
        name = self._source.styles.name(style)
        gathered = self._lines.gather(paragraph)
        yield Line(
            tuple(gathered.runs),
            name,
            self._mark(properties, style, name),
            self._outline(properties, style, name),
            tuple(gathered.pictures),
        )
        for frame in gathered.frames:
            yield from self.items(frame, depth)
        yield from self._loose(gathered)

    def _loose(self, gathered: Gathered) -> Iterator[Item]:
        for place, text in gathered.loose:
            for piece in text.split("\n"):
                yield Line((Run(piece),), aside=place)

    def _mark(self, properties: Element | None, style: str | None, name: str) -> Mark | None:
        """The mark of a list: by the style where it is one of ours, else by the list's own definition."""
        counted = self._source.numbering.mark(properties, style)
        role = role_of(name)
        if role is None:
            return counted
        listed = None if properties is None else properties.find(f"{W}numPr")
        if not role.mark:
            return counted if listed is not None and role.part in ("text", "box-text") else None
        level = max(role.level, _level(listed))
        if role.mark == "number":
            return Mark("number", level, counted.number if counted and counted.kind == "number" else 1)
        kind = counted.kind if listed is not None and counted and counted.kind != "continued" else role.mark
        return Mark("bullet" if kind == "bullet" else "continued", level) if kind != "number" else counted

    def _outline(self, properties: Element | None, style: str | None, name: str) -> int | None:
        own = None if properties is None else properties.find(f"{W}outlineLvl")
        found = value(own if own is not None else self._source.styles.lent(style, "pPr/outlineLvl"))
        if found is None and name.casefold().startswith(("heading ", "titre ")):
            return whole_number(name[-1], 0) - 1 if name[-1] in "123456789" else None
        level = whole_number(found, _BODY_TEXT)
        return level if level < _BODY_TEXT else None

    def _table(self, table: Element, depth: int) -> Table:
        style = self._source.styles.name(value(table.find(f"{W}tblPr/{W}tblStyle")) or "-")
        rows: list[tuple[Cell, ...]] = []
        headers = 0
        for row in self._rows(table):
            marked = is_on(row.find(f"{W}trPr/{W}tblHeader"))
            headers += 1 if marked and headers == len(rows) else 0
            rows.append(tuple(self._cells(row, depth)))
        return Table(tuple(row for row in rows if row), headers, "" if style == "-" else style)

    def _rows(self, table: Element) -> Iterator[Element]:
        for child in table:
            if child.tag == f"{W}tr":
                yield child
            elif isinstance(child.tag, str) and child.tag not in (f"{W}tblPr", f"{W}tblGrid"):
                yield from self._rows(child)

    def _cells(self, row: Element, depth: int) -> Iterator[Cell]:
        for child in row:
            if child.tag != f"{W}tc":
                if isinstance(child.tag, str) and child.tag not in (f"{W}trPr", f"{W}tblPrEx"):
                    yield from self._cells(child, depth)
                continue
            span = min(whole_number(value(child.find(f"{W}tcPr/{W}gridSpan")), 1), _MOST_COLUMNS)
            merge = child.find(f"{W}tcPr/{W}vMerge")
            covered = merge is not None and value(merge) != "restart"
            items = [] if covered and not text_of(child).strip() else self.items(child, depth)
            yield Cell(tuple(_flat(items) if depth > _DEEPEST_TABLE else items), max(span, 1))

    def _chunk(self, chunk: Element) -> Iterator[Item]:
        """A piece of another format inside the file: its words, as paragraphs outside the text."""
        target = self._source.target(chunk.get(f"{R}id"))
        content = self._source.package.bytes(target) if target else None
        if content is None:
            return
        if (target or "").endswith((".htm", ".html", ".xhtml", ".mht", ".txt")) and b"<!DOCTYPE" not in content[:200]:
            root = etree.fromstring(content, etree.HTMLParser(no_network=True, huge_tree=False))
            for text in root.itertext() if root is not None else ():
                if words := str(text).strip():
                    yield Line((Run(words),), aside="passage importé")
        else:
            self._source.document.notices.append(
                f"une partie du fichier est dans un autre format («\u00a0{target}\u00a0»)\u00a0: elle n'est pas lue"
            )


def _level(listed: Element | None) -> int:
    """The level that the key « Tab » gave to an item: the second of two at the most."""
    return 0 if listed is None else min(whole_number(value(listed.find(f"{W}ilvl")), 0), DEEPEST)


def _flat(items: list[Item]) -> list[Item]:
    flat: list[Item] = []
    for item in items:
        flat += [item] if isinstance(item, Line) else [line for row in item.rows for cell in row for line in cell.lines]
    return [replace(item) if isinstance(item, Line) else item for item in flat]
