"""A sheet's opening: the title band with its cloth, what the sheet is about, the key figures."""

from terrinclus_publish.theme import Style, Theme
from terrinclus_publish.tree import Element, classes, text_of
from terrinclus_publish.word.catalogue.grid import column_b
from terrinclus_publish.word.images import outlined_icon, solid_icon
from terrinclus_publish.word.measure import twips
from terrinclus_publish.word.ooxml import spec
from terrinclus_publish.word.pictures import cloth_strip, opening_photograph, strip
from terrinclus_publish.word.story import Story
from terrinclus_publish.word.tables import FIGURES_STYLE, Grid, rule, text_widths

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
            story.line("Chapeau").phrasing(child)
        else:
            _overline(story, child)
    line = strip(story, left=-aside, after=theme.page.pas_pt)
    cloth_strip(line, width, theme.page.bandeau.rangs, theme.page.bandeau.pas)


def _overline(story: Story, element: Element) -> None:
    line = story.line("Surtitre")
    label = element.find("span[@class='etiquette']")
    if label is not None:
        line.phrasing(label, character="SurtitreEtiquette")
    line.tab().phrasing(element, without=("etiquette",))


def _title(story: Story, element: Element, article: Element) -> None:
    """The title; its number is Word's own."""
    title = "".join(text_of(element).split(" ", 1)[1:]) if article.get("data-numero") else text_of(element)
    text: Style = story.theme.styles[title_style(story.theme, title)]
    line = story.line("Heading1", text=text)
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
        grid.cell(row, 0).line("IdentiteEtiquette").phrasing(label)
        tiles = value.find("ul")
        if tiles is None:
            grid.cell(row, 1, 2).line("Identite").phrasing(value)
            continue
        half = -(-len(tiles) // 2)
        for column, items in enumerate((tiles[:half], tiles[half:]), 1):
            cell = grid.cell(row, column)
            for item in items:
                _tile(cell, item, solid="preconisations" in classes(tiles))


def _tile(story: Story, item: Element, solid: bool) -> None:
    tile, theme = story.theme.page.tuile, story.theme
    palette, name = story.place.palette, item.get("data-icone", "")
    if solid:
        data = solid_icon(name, tile.cote, tile.rang, palette.rgb("accent"), palette.rgb("blanc"))
    else:
        data = outlined_icon(name, tile.cote, tile.rang, theme.filets.cadre, palette.rgb("accent"))
    story.line("Tuile").picture(data, "png", (tile.rang, tile.cote)).phrasing(item)


def goals(story: Story, element: Element) -> None:
    """The tiles of the ODD: number and name, two in a row."""
    theme = story.theme
    tile = theme.page.tuile
    name = theme.page.colonne_b / 2 - tile.cote
    margin = {"tcMar/left": spec("left", w=twips(tile.rang - tile.cote), type="dxa"), "vAlign": spec("vAlign", val="center")}
    grid = Grid(story, [tile.cote, name, tile.cote, name][: 2 * min(2, len(element))], left=column_b(theme))
    for place, item in enumerate(element):
        column = place % 2 * 2
        if column == 0:
            row = grid.row()
        number = item.find("span[@class='numero']")
        grid.cell(row, column).line("TuileOddNumero").phrasing(number)
        grid.cell(row, column + 1, specs=margin).line("TuileOdd").phrasing(item, without=("numero",))


def key_figures(story: Story, table: Element) -> None:
    """The key figures: values are the header row, captions the data."""
    theme = story.theme
    columns = len(table.find("thead/tr"))
    grid = Grid(story, text_widths(theme, 3)[:columns], style=FIGURES_STYLE)
    for row, style in ((table.find("thead/tr"), "Chiffre"), (table.find("tbody/tr"), "ChiffreLegende")):
        target = grid.row(header=style == "Chiffre")
        for column, cell in enumerate(row):
            last = {"tcMar/right": spec("right", w="0", type="dxa")} if column == 2 else {}
            grid.cell(target, column, specs=last).line(style).phrasing(cell)
