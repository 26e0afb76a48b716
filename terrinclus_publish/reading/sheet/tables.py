"""Tables of text, and pictures, as blocks."""

from terrinclus_publish.fields import Data
from terrinclus_publish.normal import Standard
from terrinclus_publish.prose import Mark, Paragraph, Span, tidy
from terrinclus_publish.prose.spans import Spans
from terrinclus_publish.reading.document import Cell, Table

TO_NAME = "À compléter : titre du tableau"
_NO_HEAD = "–"
_MOST_COLUMNS = 6


def text_table(table: Table, caption: Spans, standard: Standard) -> Data | None:
    """A table of text; None where it cannot be one: a single column, or too many."""
    width = max((sum(cell.span for cell in row) for row in table.rows), default=0)
    if not 2 <= width <= _MOST_COLUMNS or len(table.rows) < 2:
        return None
    heads: list[str] = []
    for cell in table.rows[0]:
        heads += [standard.text([Span(cell.text)]) or _NO_HEAD, *[_NO_HEAD] * (cell.span - 1)]
    heads += [_NO_HEAD] * (width - len(heads))
    rows = [_row(row, width, standard) for row in table.rows[1:]]
    legend = standard.heading(caption) if caption else TO_NAME
    return {"tableau": {"legende": legend, "entetes": heads, "lignes": rows}}


def _row(row: tuple[Cell, ...], width: int, standard: Standard) -> list[Data]:
    cells: list[Data] = []
    for place, cell in enumerate(row):
        spans = cell_spans(cell)
        text = (standard.heading if place == 0 else standard.line)(spans)
        cells.append({"texte": text, **({"colonnes": cell.span} if cell.span > 1 else {})})
    missing = width - sum(cell.span for cell in row)
    return [*cells, *[{"texte": ""}] * missing]


def cell_spans(cell: Cell) -> Spans:
    """What a cell says; its paragraphs follow each other on lines of their own."""
    spans: list[Span] = []
    for line in cell.lines:
        if line.spans:
            spans += [*([Span("\n")] if spans else []), *line.spans]
    return tidy(spans)


def rows_as_items(table: Table) -> list[Paragraph]:
    """What a table says, an item a row: for a table that no field can hold."""
    items = []
    for row in table.rows:
        spans: list[Span] = []
        for cell in row:
            if cell.text:
                spans += [*([Span(" / ")] if spans else []), *(_on_one_line(span) for span in cell_spans(cell))]
        if spans:
            items.append(Paragraph(tidy(spans), Mark("bullet")))
    return items


def _on_one_line(span: Span) -> Span:
    return Span(span.text.replace("\n", " "), span.bold, span.italic, span.link, span.language)
