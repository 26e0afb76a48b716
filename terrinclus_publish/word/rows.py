"""Rows of a label and what it says: resources, contacts, credits; and who pays."""

from terrinclus_publish.tree import Element
from terrinclus_publish.word.parts import part
from terrinclus_publish.word.pictures import cloth_strip, logo, strip
from terrinclus_publish.word.story import Story
from terrinclus_publish.word.tables import Grid, right_margin, rule, text_widths


def rows(story: Story, element: Element) -> None:
    """A list of terms as a table, with fine rules between the rows."""
    theme = story.theme
    rules = {"tblBorders/insideH": rule(theme, story.place.palette, "insideH", "fin", "filet")}
    grid = Grid(story, text_widths(theme, 2), rules=rules)
    for pair in element:
        label, value = pair
        row = grid.row()
        grid.cell(row, 0, specs=right_margin(theme.page.gouttiere)).line("RangeeEtiquette").phrasing(label)
        cell = grid.cell(row, 1)
        for child in value:
            for paragraph in child.iter("p"):
                cell.line("Reference" if child.tag == "ul" else "Rangee").phrasing(paragraph)


def credits(story: Story, element: Element) -> None:
    """Authors, date and credits, in small type."""
    for label, value in element:
        story.line("Credit").phrasing(label).tab().phrasing(value)


def funders(story: Story, element: Element) -> None:
    """Who pays: a strip of cloth, a label, logos with their names."""
    page = story.theme.page
    cloth_strip(strip(story, before=2 * page.pas_pt), story.theme.text_width, page.lisiere.rangs, page.lisiere.pas)
    for child in element:
        if child.tag == "p":
            story.line("Financeurs").phrasing(child)
            continue
        for item in child:
            line = story.line("Logotype")
            image = item.find("img")
            if image is not None:
                logo(line, image, page.logotype.largeur, page.logotype.hauteur)
                line.write("  ")
            line.phrasing(part(item, "span"))
