"""A sheet's opening: the title band with its cloth, what the sheet is about, the key figures."""

from terrinclus_publish.theme import Style, Theme
from terrinclus_publish.tree import Element, classes, text_of
from terrinclus_publish.word.catalogue.grid import column_b, points
from terrinclus_publish.word.images import outlined_icon, solid_icon
from terrinclus_publish.word.measure import twips
from terrinclus_publish.word.ooxml import Spec, spec
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
            story.line("Chapeau").tab().phrasing(child)
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
        line.phrasing(label, character="SurtitreEtiquette")
    line.tab().phrasing(element, without=("etiquette",))


def _title(story: Story, element: Element, article: Element) -> None:
    """The title; its number is Word's own."""
    title = "".join(text_of(element).split(" ", 1)[1:]) if article.get("data-numero") else text_of(element)
    text: Style = story.theme.styles[title_style(story.theme, title)]
    line = story.line("Heading1", text=text)
    if not article.get("data-numero"):
        line.tab()
    line.heading(element, without=("numero",)).bookmarked(article.get("id"))


def identity(story: Story, element: Element) -> None:
    """Rows of a label and what it says; tiles stand two in a row."""
    theme = story.theme
    widths = text_widths(theme, 3)
    rules = {"tblBorders/insideH": rule(theme, story.place.palette, "insideH", "fin", "filet")}
    grid = Grid(story, widths, rules=rules)
    for label, value in element:
        tiles = value.find("ul")
        if tiles is not None:
            _tile_rows(grid, label, tiles)
            continue
        row = grid.row()
        grid.cell(row, 0, specs=right_margin(theme.page.gouttiere)).line("IdentiteEtiquette").phrasing(label)
        grid.cell(row, 1, 2).line("Identite").phrasing(value)


def _tile_rows(grid: Grid, label: Element, tiles: Element) -> None:
    """Tiles, two a row of the table, without rules between their rows; a last one alone has the whole width.

    The label's cell goes down beside all of them; the label stands level with the first.
    """
    theme, items = grid.story.theme, list(tiles)
    tile, text = theme.page.tuile, theme.styles["identite_label"]
    drop = (points(tile.rang) - text.interligne) / 2
    is_last = next(tiles.iterancestors("div")).getnext() is None
    draw = solid_tile if "preconisations" in classes(tiles) else outlined_tile
    for first in range(0, len(items), 2):
        joined = _joined(first > 0, first + 2 < len(items) or is_last)
        row, pair = grid.row(), items[first : first + 2]
        merge = {"vMerge": spec("vMerge", val="continue" if first else "restart")}
        line = grid.cell(row, 0, specs={**right_margin(theme.page.gouttiere), **merge, **joined}).line(
            "IdentiteEtiquette", before=drop
        )
        if not first:
            line.phrasing(label)
        for place, item in enumerate(pair, 1):
            cell = grid.cell(row, place, 1 if len(pair) == 2 else 2, joined)
            direct = {"keepNext": spec("keepNext")} if first + 2 < len(items) else {}
            cell.line("Tuile", direct=direct).picture(draw(cell, item), "png", (tile.rang, tile.cote)).phrasing(item)


def _joined(above: bool, below: bool) -> dict[str, Spec]:
    """No rule nor margin between a cell and the one above, or below."""
    sides = [side for side, joined in (("top", above), ("bottom", below)) if joined]
    nil = {f"tcBorders/{side}": spec(side, val="nil") for side in sides}
    return {**nil, **{f"tcMar/{side}": spec(side, w="0", type="dxa") for side in sides}}


def solid_tile(story: Story, item: Element) -> bytes:
    """The icon of a préconisation: white on the sheet's dye."""
    tile, palette = story.theme.page.tuile, story.place.palette
    return solid_icon(item.get("data-icone", ""), tile, tile.rang, palette.rgb("accent"), palette.rgb("blanc"))


def outlined_tile(story: Story, item: Element) -> bytes:
    """The icon of a theme: the sheet's dye, in a frame."""
    tile, line, accent = story.theme.page.tuile, story.theme.filets.cadre, story.place.palette.rgb("accent")
    return outlined_icon(item.get("data-icone", ""), tile, tile.rang, line, accent)


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
