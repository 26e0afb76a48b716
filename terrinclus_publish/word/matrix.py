"""The matrix of the sheets by theme, axis and ODD: a table, upright heads, a square where a sheet crosses a column."""

from terrinclus_publish.theme import Theme
from terrinclus_publish.tree import Element, classes
from terrinclus_publish.word.formatting import edge_spec
from terrinclus_publish.word.images import bare_icon
from terrinclus_publish.word.ooxml import Spec, spec
from terrinclus_publish.word.palette import Palette
from terrinclus_publish.word.parts import part, span
from terrinclus_publish.word.story import Story
from terrinclus_publish.word.styles import Edge
from terrinclus_publish.word.tables import MATRIX_STYLE, Grid, ground, right_margin

_UPRIGHT = {"textDirection": spec("textDirection", val="btLr"), "vAlign": spec("vAlign", val="center")}
_AT_FOOT = {"vAlign": spec("vAlign", val="bottom")}
_CENTRED = {"vAlign": spec("vAlign", val="center")}


def matrix(story: Story, table: Element) -> None:
    """Add the matrix, with its note on the same page; a row for each sheet, in its dye."""
    *groups, head = part(table, "thead")
    grid = Grid(story, _widths(story.theme, head), style=MATRIX_STYLE)
    for row in groups:
        _groups(grid, row)
    _head(grid, head)
    for row in part(table, "tbody"):
        _row(grid, row)


def _widths(theme: Theme, head: Element) -> list[float]:
    """Column A, a step for each theme and axis, the rest for the ODD; half a step parts the axes from the themes."""
    page = theme.page
    steps = [page.matrice.pas * (1.5 if _opens_group(cell) else 1) for cell in list(head)[1:-1]]
    first = page.colonne_a + page.gouttiere
    return [first, *steps, theme.text_width - first - sum(steps)]


def _opens_group(cell: Element) -> bool:
    """Whether a cell is the first axis."""
    before = cell.getprevious()
    return before is not None and "axe" in classes(cell) and "thematique" in classes(before)


def _groups(grid: Grid, row: Element) -> None:
    """The names over the themes and over the axes, each as wide as its columns."""
    target, column = grid.header_row(), 0
    for cell in row:
        span = int(cell.get("colspan", "1"))
        specs = {**_unruled("top"), **_unruled("bottom")}
        grid.cell(target, column, span, specs).line("MatriceCoin").phrasing(cell)
        column += span


def _head(grid: Grid, head: Element) -> None:
    """Upright names over a row of icons, which LibreOffice misplaces in upright text; no cell spans both."""
    theme = grid.story.theme
    names, icons = grid.header_row(theme.page.matrice.tete - GROUPS_HEIGHT), grid.header_row()
    for column, cell in enumerate(head):
        icon = cell.get("data-icone")
        if icon is None:
            _corner(grid, (names, icons), column, cell)
            continue
        parted = _parted(cell, theme, grid.story.place.palette)
        grid.cell(names, column, specs={**_UPRIGHT, **parted, **_unruled("top"), **_unruled("bottom")}).line(
            "MatriceTete"
        ).phrasing(cell)
        side = theme.page.matrice.pas * theme.page.matrice.icone
        data = bare_icon(icon, side, side, theme.couleurs["encre"].rvb)
        grid.cell(icons, column, specs={**parted, **_unruled("top")}).line("MatriceIcone").picture(
            data, "png", (side, side)
        )


def _corner(grid: Grid, rows: tuple[Element, Element], column: int, cell: Element) -> None:
    """The head of the first or the last column, over an empty cell."""
    last = cell.getnext() is None
    specs = {**_AT_FOOT, **(right_margin(0) if last else {})}
    direct = {"jc": spec("jc", val="right")} if last else {}
    corner = grid.cell(rows[0], column, specs={**specs, **_unruled("top"), **_unruled("bottom")})
    corner.line("MatriceCoin", direct=direct).phrasing(cell)
    grid.cell(rows[1], column, specs={**specs, **_unruled("top")}).line("MatriceCoin")


GROUPS_HEIGHT = 7.0
"""Of the heads' height, what the names of the groups take, millimetres."""


def _unruled(side: str) -> dict[str, Spec]:
    """No rule on that side of a cell."""
    return {f"tcBorders/{side}": spec(side, val="nil")}


def _row(grid: Grid, row: Element) -> None:
    theme = grid.story.theme
    target = grid.row(theme.page.matrice.rang)
    place = grid.story.place.told_by(row)
    name, *cells, goals = row
    line = grid.cell(target, 0, specs=_CENTRED).at(place).line("MatriceFiche")
    line.phrasing(span(name, "numero"), character="Numero").tab().phrasing(name, without=("numero",))
    for column, cell in enumerate(cells, 1):
        specs = {**_CENTRED, **_parted(cell, theme, place.palette), "shd": ground(place.palette, "ecru")}
        grid.cell(target, column, specs=specs).at(place).line("MatriceMarque").phrasing(cell)
    last = grid.cell(target, len(cells) + 1, specs={**_CENTRED, **right_margin(0)})
    last.line("MatriceOdd").phrasing(goals)


def _parted(cell: Element, theme: Theme, palette: Palette) -> dict[str, Spec]:
    """The first axis stands half a step away from the themes, behind a broad white border."""
    if not _opens_group(cell):
        return {}
    return {"tcBorders/left": edge_spec(Edge("left", theme.page.matrice.pas / 2, "blanc", 0), palette)}
