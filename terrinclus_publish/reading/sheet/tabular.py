"""Tables to fields: the identity, key figures, ODD, resources, contacts, money; other tables are the text's own."""

from collections.abc import Sequence

from terrinclus_publish.prose import Span, tidy
from terrinclus_publish.reading.document import Line, Run, Table
from terrinclus_publish.reading.sheet import rows
from terrinclus_publish.reading.sheet.making import TO_COMPLETE, Axis
from terrinclus_publish.reading.sheet.money import MOST_COLUMNS, is_money, money_table
from terrinclus_publish.reading.sheet.place import OPENING, Reading
from terrinclus_publish.stylenames import Part, role_of

_LINE_BY_LINE = frozenset({"porteurs", "partenaires", "lieux"})
"""Fields that take a value from each paragraph beside a label in the singular, as in a form."""


def styled_table(reading: Reading, table: Table) -> bool:
    """Read a table by the style of its first cell, or by its uniform header row; whether it was one of these."""
    first = next((line for row in table.rows for cell in row for line in cell.lines), None)
    role = role_of(first.style) if first is not None else None
    match role.part if role is not None else None:
        case Part.LABEL:
            _identity(reading, table)
        case Part.FIGURE:
            reading.making.put("chiffres", rows.key_figures(table, reading.standard))
        case Part.GOAL_NUMBER:
            numbers, others = rows.goals(table, reading.standard)
            reading.making.put("odd", numbers)
            reading.making.headings += [cell.text for row in table.rows for cell in row if cell.text not in others]
            for text in others:
                reading.making.keep_text(text)
        case Part.ROW_LABEL:
            labelled_rows(reading, table)
        case _:
            nature = is_money(table, reading.standard)
            if not nature or len(table.rows[0]) > MOST_COLUMNS:
                return False
            read_money(reading, table, nature)
    return True


def _identity(reading: Reading, table: Table) -> None:
    label, lines = "", list[Line]()
    for row in table.rows:
        if row[0].text:
            _identity_row(reading, label, lines)
            label, lines = row[0].text, []
        lines += [line for cell in row[1:] for line in cell.lines if line.spans]
    _identity_row(reading, label, lines)


def _identity_row(reading: Reading, label: str, lines: Sequence[Line]) -> None:
    """A row of the identity, once all of it is read: its tiles may take several rows of the table."""
    name = rows.field_of(label, reading.standard)
    if name in ("thematiques", "preconisations"):
        reading.making.recognise(label)
        for line in lines:
            reading.tile(name, line)
    elif name in _LINE_BY_LINE and len(lines) > 1 and not rows.says_several(label, name, reading.standard.labels):
        for line in lines:
            reading.pair(label, line)
    elif lines or label:
        spans = tidy(span for line in lines for span in (*line.spans, Span(" ")))
        if not reading.pair(label, Line(tuple(Run(*_run_of(span)) for span in spans))):
            reading.making.keep(tidy((Span(f"{label} : "), *spans)))


def labelled_rows(reading: Reading, table: Table) -> None:
    """Rows of a label and what it says, of resources and contacts."""
    for row in table.rows:
        lines = [line for cell in row[1:] for line in cell.lines]
        label = reading.standard.text([Span(row[0].text)])
        if reading.section == "contacts":
            said = label or any(line.spans for line in lines)
            reading.making.put(
                "contacts", [rows.contact(label or TO_COMPLETE, lines, reading.standard)] if said else []
            )
        elif reading.section == "ressources":
            group = rows.resource_group(label, lines, reading.standard)
            reading.making.put("ressources", [group] if group else [])
            if group is None and not reading.standard.is_label(label, "fiche.ressources_sans_titre"):
                reading.making.keep_text(label)
        else:
            reading.making.keep_table(Table((row,)))


def read_money(reading: Reading, table: Table, nature: str) -> None:
    """A table of money, under the title that stands above it; one that nobody filled in is none."""
    if not any(cell.text for row in table.rows[1:] for cell in row):
        reading.making.headings += [cell.text for cell in table.rows[0]]
        return
    title = reading.standard.heading(reading.money_title)
    reading.money_title = ()
    found, others = money_table(table, nature, title, reading.standard)
    reading.making.put("financement", [found])
    for text in others:
        reading.making.keep_text(text)
    reading.making.headings += [cell.text for cell in table.rows[0]]
    if reading.section not in ("financement", "cout"):
        reading.open(nature, "")


def free_table(reading: Reading, table: Table) -> None:
    """A table that no style tells of: by its header row, or by the section where it stands."""
    section = reading.section
    nature = is_money(table, reading.standard) or (section if section in ("financement", "cout") else "")
    if nature and len(table.rows) > 1 and 1 < len(table.rows[0]) <= MOST_COLUMNS:
        read_money(reading, table, nature)
    elif section == "chiffres" and len(table.rows) > 1:
        reading.making.put("chiffres", rows.key_figures(table, reading.standard))
    elif section in ("contacts", "ressources") and all(len(row) == 2 for row in table.rows):
        labelled_rows(reading, table)
    elif _is_identity(reading, table):
        for row in table.rows:
            reading.typed_pair(row[0].text.rstrip(" :"), Line.of(row[1].text))
    else:
        _text_table(reading, table)


def _is_identity(reading: Reading, table: Table) -> bool:
    return all(len(row) == 2 and rows.field_of(row[0].text.rstrip(" :"), reading.standard) for row in table.rows)


def _text_table(reading: Reading, table: Table) -> None:
    """A table of the running text, under the line that leads to it."""
    caption, reading.caption = reading.caption, ()
    is_running = reading.section not in OPENING and not isinstance(reading.target, Axis)
    target = reading.running() if is_running else None
    if not caption and target is not None:
        caption = target.take_caption()
    reading.making.table(table, caption, target)


def _run_of(span: Span) -> tuple[str, bool, bool, str, str]:
    return span.text, span.bold, span.italic, span.link, span.language
