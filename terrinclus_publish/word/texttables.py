"""Tables of texts and of amounts, from the tree's ``table``: caption, marked header row, row heads, spanning cells."""

from terrinclus_publish.theme import Theme
from terrinclus_publish.tree import Element, classes
from terrinclus_publish.word.line import Line
from terrinclus_publish.word.measure import twips
from terrinclus_publish.word.ooxml import Spec, spec
from terrinclus_publish.word.parts import label_of, part
from terrinclus_publish.word.story import Story
from terrinclus_publish.word.tables import KEPT_WHOLE, TABLE_STYLE, Grid, ground, right_margin, rule, text_widths
from terrinclus_publish.word.tablestyles import accented_rules, head_rule, total_rules

_RIGHT = frozenset({"montant", "part"})
"""Classes of the cells that are aligned at the right."""
_NOT_PARTED = frozenset({"note", "barre"})
"""What stays on a table's page: a note, the bar of its shares."""


def text_table(story: Story, table: Element) -> None:
    """Add a table of the tree, with its caption before it."""
    caption = table.find("caption")
    if caption is not None:
        line = story.line("LegendeTableau")
        label = label_of(caption)
        if label is not None:
            line.phrasing(label, character="Etiquette").tab()
        line.phrasing(caption, without=("etiquette",))
    else:
        story.room_below_text(story.theme.page.pas_pt)
    rows = list(table.iter("tr"))
    grid = Grid(
        story,
        _widths(story.theme, table),
        style=TABLE_STYLE,
        total=table.find("tfoot") is not None,
        rules=accented_rules(story.theme, story.place.palette) if _recoloured(story) else {},
    )
    beside = table.getnext()
    following = set() if beside is None else set(classes(beside))
    whole = len(rows) < KEPT_WHOLE or "barre" in following
    for place, row in enumerate(rows):
        _row(grid, row, kept=whole and (place < len(rows) - 1 or bool(following & _NOT_PARTED)))


def _widths(theme: Theme, table: Element) -> list[float]:
    """The widths of the columns, by the kind of table."""
    head = part(table, "thead/tr")
    columns = len(head)
    if "montants" in classes(table):
        token = theme.page.montants
        amounts = [token.part if "part" in classes(cell) else token.montant for cell in list(head)[1:]]
        return [theme.text_width - sum(amounts), *amounts]
    if "demarches" in classes(table):
        number = theme.page.tuile.rang
        return [number, theme.page.colonne_a + theme.page.gouttiere - number, *text_widths(theme, columns - 1)[1:]]
    return text_widths(theme, columns)


def _row(grid: Grid, row: Element, kept: bool) -> None:
    group = next(row.iterancestors()).tag
    header, total = group == "thead", group == "tfoot"
    target = grid.header_row() if header else grid.row()
    place = grid.story.place.dyed(int(row.get("data-teinte", "0"))) if row.get("data-teinte") else grid.story.place
    first = 0
    for cell in row:
        span = int(cell.get("colspan", "1"))
        specs = _cell_specs(grid, cell, first + span == len(grid.widths))
        if _recoloured(grid.story) and (header or total):
            palette = grid.story.place.palette
            specs.update((total_rules if total else head_rule)(grid.story.theme, palette))
        inner = grid.cell(target, first, span, specs).at(place)
        direct: dict[str, Spec] = {"keepNext": spec("keepNext")} if kept else {}
        if _RIGHT & set(classes(cell)):
            direct["jc"] = spec("jc", val="right")
        _fill(inner.line(_style(cell, header, total), direct=direct), cell, header)
        first += span


def _fill(line: Line, cell: Element, header: bool) -> None:
    """What a cell says; the letter of its segment stands before a line's label."""
    letter = cell.find("span[@class='lettre']")
    if letter is not None:
        line.phrasing(letter, character="Numero").tab()
    numbered = "numero" in classes(cell) and not header
    line.phrasing(cell, without=("lettre",), character="Numero" if numbered else None)


def _recoloured(story: Story) -> bool:
    """Whether the rules are of another colour than those of the table style."""
    return story.place.palette.accent != story.job.styles.palette.accent


def _style(cell: Element, header: bool, total: bool) -> str:
    if header:
        return "TableauTete"
    if cell.find("span[@class='lettre']") is not None:
        return "TableauPoste"
    if total or "sous-total" in classes(next(cell.iterancestors("tr"))):
        return "TableauTotal"
    return "TableauLigne" if _is_row_head(cell) else "TableauTexte"


def _is_row_head(cell: Element) -> bool:
    """Whether a cell is set as the head of its row; in tables of amounts, totals alone stand out."""
    table = next(cell.iterancestors("table"))
    return (cell.tag == "th" and "montants" not in classes(table)) or "numero" in classes(cell)


def _cell_specs(grid: Grid, cell: Element, last: bool) -> dict[str, Spec]:
    """The last cell of a row goes to the edge; a spanning one is filled, behind a thick bar."""
    theme, palette = grid.story.theme, grid.story.place.palette
    specs: dict[str, Spec] = {}
    if last:
        specs.update(right_margin(0))
    if "etendue" in classes(cell):
        specs["tcBorders/left"] = rule(theme, palette, "left", "epais", "accent")
        specs["shd"] = ground(palette, "ecru")
        specs["tcMar/left"] = spec("left", w=twips(theme.page.retrait), type="dxa")
    return specs
