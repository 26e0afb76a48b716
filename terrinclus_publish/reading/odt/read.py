"""An OpenDocument text to a document."""

import io
import zipfile
from collections.abc import Iterator

from terrinclus_publish.prose import Mark
from terrinclus_publish.reading.document import (
    LINKED_PICTURES,
    Cell,
    Document,
    Item,
    Line,
    Run,
    Table,
    lines_of,
    tracked,
)
from terrinclus_publish.reading.languages import short_tag
from terrinclus_publish.reading.odt.lines import Gathered, Lines
from terrinclus_publish.reading.odt.styles import OFFICE, TEXT, Styles
from terrinclus_publish.reading.package import Package, whole_number
from terrinclus_publish.stylenames import role_of
from terrinclus_publish.tree import Element, text_of
from terrinclus_publish.wording import fold

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_KIND = b"application/vnd.oasis.opendocument.text"
_MOST_REPEATS = 12
_INDEXES = ("table-of-content", "alphabetical-index", "illustration-index", "table-index", "bibliography")


def is_odt(content: bytes) -> bool:
    """Whether a zipped file calls itself an OpenDocument text."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("mimetype") as stream:
            return stream.read(len(_KIND)) == _KIND
    except (zipfile.BadZipFile, KeyError, ValueError, RuntimeError, NotImplementedError):
        return False


def read_odt(content: bytes, shown: str) -> Document:
    """The document of an OpenDocument text's bytes; ``shown`` is its name in messages. Raises FaultsError."""
    package = Package(content, shown)
    root, styled = package.xml("content.xml"), package.xml("styles.xml")
    body = None if root is None else root.find(f"{OFFICE}body/{OFFICE}text")
    if root is None or body is None:
        package.refuse("import-unreadable", "Ce fichier n'est pas un texte OpenDocument", "Enregistrez-le en .odt")
        raise AssertionError
    styles = Styles(styled, root)
    document = Document([], short_tag(styles.language) or "fr")
    lines = Lines(package, styles, document)
    reader = _Body(lines)
    document.items = list(reader.items(body, 0, ""))
    _add_margins(styled, reader, document)
    changes = len(root.findall(f".//{TEXT}changed-region"))
    if changes:
        document.notices.append(tracked(changes, ""))
    if lines.outside:
        document.notices.append(LINKED_PICTURES)
    if any(name.startswith("basic/") or name.startswith("scripts/") for name in package.names()):
        document.notices.append("le fichier contient des macros\u00a0: elles sont ignorées")
    return document


class _Body:
    """Reads paragraphs, lists and tables; counts the items of numbered lists."""

    def __init__(self, lines: Lines) -> None:
        self._lines, self._styles = lines, lines.styles
        self._counts: dict[str, dict[int, int]] = {}

    def items(self, element: Element, level: int, list_name: str) -> Iterator[Item]:
        """What an element holds, in reading order."""
        for child in element:
            if not isinstance(child.tag, str):
                continue
            name = child.tag.rpartition("}")[2]
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._paragraph(child, None)
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, level, child.get(f"{TEXT}style-name", list_name))
            elif child.tag == f"{TABLE}table":
                yield self._table(child)
            elif name in _INDEXES:
                self._lines.document.passed_over += [text_of(p) for p in child.iter(f"{TEXT}p")]
            elif name not in ("tracked-changes", "sequence-decls", "forms", "variable-decls", "user-field-decls"):
                yield from self.items(child, level, list_name)

    def _list(self, element: Element, level: int, name: str) -> Iterator[Item]:
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if not goes_on:
            self._counts.setdefault(name, {}).pop(level, None)
        for item in element:
            if not isinstance(item.tag, str) or item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            yield from self._item(item, level, name)

    def _item(self, item: Element, level: int, name: str) -> Iterator[Item]:
        """An item: its first paragraph bears the mark, the others go on."""
        mark: Mark | None = None
        for child in item:
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                mark = self._mark(item, child, level, name) if mark is None else Mark("continued", level)
                yield from self._paragraph(child, mark)
            elif child.tag == f"{TEXT}list":
                mark = mark or Mark("bullet", level)
                yield from self._list(child, level + 1, child.get(f"{TEXT}style-name", name))

    def _mark(self, item: Element, paragraph: Element, level: int, name: str) -> Mark | None:
        own = name or self._styles.list_name(paragraph.get(f"{TEXT}style-name", ""))
        if item.tag == f"{TEXT}list-header":
            return Mark("continued", level)
        if not self._styles.is_numbered(own, level):
            return Mark("bullet", level)
        counts = self._counts.setdefault(name, {})
        start = item.get(f"{TEXT}start-value")
        counts[level] = whole_number(start, counts.get(level, 0) + 1)
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return Mark("number", level, counts[level])

    def _paragraph(self, paragraph: Element, mark: Mark | None) -> Iterator[Item]:
        name = self._styles.named("paragraph", paragraph.get(f"{TEXT}style-name", ""))
        gathered = self._lines.gather(paragraph)
        outline = paragraph.get(f"{TEXT}outline-level") if paragraph.tag == f"{TEXT}h" else None
        yield Line(
            tuple(gathered.runs),
            name,
            self._styled_mark(name, mark),
            max(whole_number(outline, 1) - 1, 0) if outline else None,
            tuple(gathered.pictures),
        )
        yield from self._beside(gathered)

    def _styled_mark(self, name: str, mark: Mark | None) -> Mark | None:
        """The mark of a list: by the style where it is one of ours."""
        role = role_of(name)
        if role is None:
            return mark
        if role.mark == "number":
            return Mark("number", role.level, mark.number if mark and mark.kind == "number" else 1)
        if role.mark:
            return Mark("bullet" if role.mark == "bullet" else "continued", role.level)
        return mark if role.part in ("text", "box-text") else None

    def _beside(self, gathered: Gathered) -> Iterator[Item]:
        for frame in gathered.frames:
            yield from self.items(frame, 0, "")
        for place, text in gathered.notes:
            if text.strip():
                yield Line((Run(text.strip()),), aside=place)

    def _table(self, table: Element) -> Table:
        rows: list[tuple[Cell, ...]] = []
        headers = 0
        for row in table.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(f"{TABLE}table"), None) is not table:
                continue
            group = row.getparent()
            headers += group is not None and group.tag == f"{TABLE}table-header-rows"
            rows.append(tuple(self._cells(row)))
        return Table(tuple(row for row in rows if row), headers, table.get(f"{TABLE}style-name", ""))

    def _cells(self, row: Element) -> Iterator[Cell]:
        """The cells of a row; one that a cell above covers is empty, unless somebody wrote in it."""
        hidden = 0
        for cell in row:
            if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                continue
            if cell.tag == f"{TABLE}covered-table-cell" and hidden and not text_of(cell).strip():
                hidden -= 1
                continue
            span = min(max(whole_number(cell.get(f"{TABLE}number-columns-spanned"), 1), 1), _MOST_REPEATS)
            hidden = span - 1
            items = tuple(self.items(cell, 0, ""))
            for _ in range(min(whole_number(cell.get(f"{TABLE}number-columns-repeated"), 1), _MOST_REPEATS)):
                yield Cell(items, span)


def _add_margins(styled: Element | None, reader: _Body, document: Document) -> None:
    """The words of headers and footers that stand nowhere else, at the end."""
    if styled is None:
        return
    said = fold(" ".join(line.text for line in lines_of(document.items)))
    for kind in ("header", "footer", "header-left", "footer-left", "header-first", "footer-first"):
        for element in styled.iter(f"{STYLE}{kind}"):
            for line in lines_of(list(reader.items(element, 0, ""))):
                for piece in line.text.split("\t"):
                    if fold(piece) in said:
                        document.passed_over.append(piece)
                        continue
                    place = "en-tête de page" if kind.startswith("header") else "pied de page"
                    document.items.append(Line((Run(piece.strip()),), aside=place))
                    said += " " + fold(piece)
