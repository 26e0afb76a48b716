"""A sheet's opening: the title band with its cloth, what the sheet is about, the key figures."""

from terrinclus_publish.theme import Style, Theme
from terrinclus_publish.tree import Element, classes, text_of
from terrinclus_publish.word.catalogue.grid import column_b
from terrinclus_publish.word.images import outlined_icon, solid_icon
from terrinclus_publish.word.measure import twips
from terrinclus_publish.word.ooxml import spec
from terrinclus_publish.word.parts import label_of, part, span
from terrinclus_publish.word.pictures import cloth_strip, opening_photograph, strip
from terrinclus_publish.word.story import Story
from terrinclus_publish.word.tables import FIGURES_STYLE, Grid, right_margin, rule, text_widths

_PHOTOGRAPH = 50 / 210
"""Height of an opening photograph, as a share of its width."""


def title_style(theme: Theme, title: str) -> str:
    """The theme's text style for a sheet's title, by its length."""
    return "titre" if len(title) <= theme.titres.titre_court else "titre_long"


def band(story: Story, header: Element, article: Element) -> None:
    """The title band; its photograph, if any, and its cloth are as wide as it is."""
    theme = story.theme
    aside = theme.page.encart / 2
    width = theme.text_width + 2 * aside
    for child in header:
        names = classes(child)
        if child.tag == "figure":
            opening_photograph(story, child, (width, width * _PHOTOGRAPH), -aside)
        elif child.tag == "h1":
            _title(story, child, article)
        elif "chapeau" in names:
            story.line("Chapeau").tab().phrasing(child)
        else:
            _overline(story, child)
    line = strip(story, left=-aside, after=theme.page.pas_pt)
    cloth_strip(line, width, theme.page.bandeau.rangs, theme.page.bandeau.pas)


def _overline(story: Story, element: Element) -> None:
    line = story.line("Surtitre")
    label = label_of(element)
    if label is not None:
        line.phrasing(label, character="SurtitreEtiquette")
    line.tab().phrasing(element, without=("etiquette",))


def _title(story: Story, element: Element, article: Element) -> None:
    """The title; its number is Word's own."""
    title = "".join(text_of(element).split(" ", 1)[1:]) if article.get("data-numero") else text_of(element)
    text: Style = story.theme.styles[title_style(story.theme, title)]
    line = story.line("Heading1", text=text)
    if not article.get("data-numero"):
        line.tab()
    line.phrasing(element, without=("numero",)).bookmarked(article.get("id"))


def identity(story: Story, element: Element) -> None:
    """Rows of a label and what it says; tiles stand two in a row."""
    theme = story.theme
    widths = text_widths(theme, 3)
    rules = {"tblBorders/insideH": rule(theme, story.place.palette, "insideH", "fin", "filet")}
    grid = Grid(story, widths, rules=rules)
    for pair in element:
        label, value = pair
        row = grid.row()
        grid.cell(row, 0, specs=right_margin(theme.page.gouttiere)).line("IdentiteEtiquette").phrasing(label)
        tiles = value.find("ul")
        if tiles is None:
            grid.cell(row, 1, 2).line("Identite").phrasing(value)
            continue
        for cell, items in _tile_columns(grid, row, list(tiles)):
            for item in items:
                icon = solid_tile if "preconisations" in classes(tiles) else outlined_tile
                size = (theme.page.tuile.rang, theme.page.tuile.cote)
                cell.line("Tuile").picture(icon(cell, item), "png", size).phrasing(item)


def _tile_columns(grid: Grid, row: Element, tiles: list[Element]) -> list[tuple[Story, list[Element]]]:
    """Tiles in two columns, read one after the other; a single one has the whole width."""
    if len(tiles) == 1:
        return [(grid.cell(row, 1, 2), tiles)]
    half = -(-len(tiles) // 2)
    return [(grid.cell(row, 1), tiles[:half]), (grid.cell(row, 2), tiles[half:])]


def solid_tile(story: Story, item: Element) -> bytes:
    """The icon of a préconisation: white on the sheet's dye."""
    tile, palette = story.theme.page.tuile, story.place.palette
    return solid_icon(item.get("data-icone", ""), tile.cote, tile.rang, palette.rgb("accent"), palette.rgb("blanc"))


def outlined_tile(story: Story, item: Element) -> bytes:
    """The icon of a theme: the sheet's dye, in a frame."""
    tile, line, accent = story.theme.page.tuile, story.theme.filets.cadre, story.place.palette.rgb("accent")
    return outlined_icon(item.get("data-icone", ""), tile.cote, tile.rang, line, accent)


def goals(story: Story, element: Element) -> None:
    """The tiles of the ODD: number and name, two in a row; the name of a last one alone goes on to the edge."""
    theme = story.theme
    tile, half = theme.page.tuile, theme.page.colonne_b / 2
    widths = [tile.cote, half - tile.cote] * 2
    margin = spec("left", w=twips(theme.page.retrait / 2), type="dxa")
    specs = {"tcMar/left": margin, "vAlign": spec("vAlign", val="center")}
    grid = Grid(story, widths, left=column_b(theme))
    tiles = list(element)
    for first in range(0, len(tiles), 2):
        row, pair = grid.row(), tiles[first : first + 2]
        for place, item in enumerate(pair):
            grid.cell(row, 2 * place).line("TuileOddNumero").phrasing(span(item, "numero"))
            name = grid.cell(row, 2 * place + 1, 1 if len(pair) == 2 else 3, specs)
            name.line("TuileOdd").phrasing(item, without=("numero",))


def key_figures(story: Story, table: Element) -> None:
    """The key figures: values are the header row, captions the data."""
    theme = story.theme
    columns = len(part(table, "thead/tr"))
    grid = Grid(story, text_widths(theme, 3)[:columns], style=FIGURES_STYLE)
    for row, style in ((part(table, "thead/tr"), "Chiffre"), (part(table, "tbody/tr"), "ChiffreLegende")):
        target = grid.header_row() if style == "Chiffre" else grid.row()
        for column, cell in enumerate(row):
            last = right_margin(0) if column == 2 else {}
            grid.cell(target, column, specs=last).line(style).phrasing(cell)
