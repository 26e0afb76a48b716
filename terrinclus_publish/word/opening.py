"""A sheet's opening: the title band with its cloth, what the sheet is about, the key figures."""

from collections.abc import Sequence
from itertools import groupby

from terrinclus_publish.theme import Style, Theme
from terrinclus_publish.tree import Element, classes, text_of
from terrinclus_publish.word.catalogue.grid import column_b, points
from terrinclus_publish.word.images import outlined_icon, solid_icon
from terrinclus_publish.word.measure import twips
from terrinclus_publish.word.ooxml import spec
from terrinclus_publish.word.parts import label_of, part, span
from terrinclus_publish.word.pictures import cloth_strip, opening_photograph, strip
from terrinclus_publish.word.story import Story
from terrinclus_publish.word.tables import FIGURES_STYLE, Grid, right_margin, rule, text_widths


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
            height = width * theme.page.ouverture / theme.page.format[0]
            opening_photograph(story, child, (width, height), -aside)
        elif child.tag == "h1":
            _title(story, child, article)
        elif "chapeau" in names:
            story.line("Chapeau").phrasing(child)
        else:
            _overline(story, child)
    caption = header.find("figure/figcaption")
    after = theme.page.pas_pt if caption is None else theme.styles["corps"].apres
    line = strip(story, left=-aside, after=after)
    cloth_strip(line, width, theme.page.bandeau.rangs, theme.page.bandeau.pas * width / theme.page.format[0])
    if caption is not None:
        story.line("Caption").phrasing(caption)


def _overline(story: Story, element: Element) -> None:
    line = story.line("Surtitre")
    label = label_of(element)
    if label is not None:
        line.phrasing(label, character="SurtitreEtiquette").tab()
    line.phrasing(element, without=("etiquette",))


def _title(story: Story, element: Element, article: Element) -> None:
    """The title; its number is Word's own."""
    title = "".join(text_of(element).split(" ", 1)[1:]) if article.get("data-numero") else text_of(element)
    text: Style = story.theme.styles[title_style(story.theme, title)]
    line = story.line("Heading1", text=text)
    line.heading(element, without=("numero",)).bookmarked(article.get("id"))


def identity(story: Story, element: Element) -> None:
    """Rows of a label and what it says; tiles stand in two columns, the first one first.

    Rows of two cells and rows of three are tables of their own: in none are cells merged, or empty.
    """
    theme = story.theme
    inside = rule(theme, story.place.palette, "insideH", "fin", "filet")
    first = {"tblBorders/insideH": inside}
    next_ones = {**first, "tblBorders/top": rule(theme, story.place.palette, "top", "fin", "filet")}
    pairs = [(label, value, list(value.iterfind("ul/li"))) for label, value in element]
    for number, (is_wide, group) in enumerate(groupby(pairs, key=lambda pair: len(pair[2]) > 1)):
        if number:
            story.line("EntreTableaux", before=0)
        grid = Grid(story, text_widths(theme, 3 if is_wide else 2), rules=next_ones if number else first)
        for label, value, items in group:
            _identity_row(grid, label, value, items)


def _identity_row(grid: Grid, label: Element, value: Element, items: Sequence[Element]) -> None:
    """A row; the label stands level with the first tile."""
    theme, row = grid.story.theme, grid.row()
    tile, text = theme.page.tuile, theme.styles["identite_label"]
    drop = (points(tile.rang) - text.interligne) / 2 if items else None
    line = grid.cell(row, 0, specs=right_margin(theme.page.gouttiere)).line("IdentiteEtiquette", before=drop)
    line.phrasing(label)
    if not items:
        grid.cell(row, 1).line("Identite").phrasing(value)
        return
    draw = solid_tile if value.find("ul[@class='tuiles preconisations']") is not None else outlined_tile
    columns = len(grid.widths) - 1
    share = -(-len(items) // columns)
    for column in range(columns):
        cell = grid.cell(row, 1 + column)
        for item in items[column * share : (column + 1) * share]:
            cell.line("Tuile").picture(draw(cell, item), "png", (tile.rang, tile.cote)).phrasing(item)


def solid_tile(story: Story, item: Element) -> bytes:
    """The icon of a préconisation: white on the sheet's dye."""
    tile, palette = story.theme.page.tuile, story.place.palette
    return solid_icon(item.get("data-icone", ""), tile, tile.rang, palette.rgb("accent"), palette.rgb("blanc"))


def outlined_tile(story: Story, item: Element) -> bytes:
    """The icon of a theme: the sheet's dye, in a frame."""
    tile, line, accent = story.theme.page.tuile, story.theme.filets.cadre, story.place.palette.rgb("accent")
    return outlined_icon(item.get("data-icone", ""), tile, tile.rang, line, accent)


def goals(story: Story, element: Element) -> None:
    """The tiles of the ODD, number and name, two in a row; after a last one alone, two cells are empty, not merged."""
    theme = story.theme
    tile, half = theme.page.tuile, theme.page.colonne_b / 2
    margin = spec("left", w=twips(theme.page.retrait / 2), type="dxa")
    specs = {"tcMar/left": margin, "vAlign": spec("vAlign", val="center")}
    tiles = list(element)
    across = 1 if len(tiles) == 1 else 2
    grid = Grid(story, [tile.cote, half - tile.cote] * across, left=column_b(theme))
    for first in range(0, len(tiles), across):
        row, pair = grid.row(), tiles[first : first + across]
        for place in range(across):
            number, name = grid.cell(row, 2 * place), grid.cell(row, 2 * place + 1, specs=specs)
            if place < len(pair):
                number.line("TuileOddNumero").phrasing(span(pair[place], "numero"))
                name.line("TuileOdd").phrasing(pair[place], without=("numero",))
            else:
                number.line("TuileOdd")
                name.line("TuileOdd")


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
