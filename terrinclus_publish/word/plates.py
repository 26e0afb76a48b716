"""What is drawn from the data: the bar under a table, the map of the partnerships with its list."""

from terrinclus_publish.drawing.earth import read_home, read_spots
from terrinclus_publish.tree import Element
from terrinclus_publish.word import graphics
from terrinclus_publish.word.ooxml import spec
from terrinclus_publish.word.parts import span
from terrinclus_publish.word.story import Story


def bar(story: Story, element: Element) -> None:
    """The shares of a table as a bar across the text; it stays with the note that follows it."""
    theme, root = story.theme, story.job.collection.root
    shares = [float(share) for share in element.get("data-parts", "").split()]
    letters = element.get("data-lettres", "").split()
    data = graphics.bar(theme, root, story.place.palette.accent, shares, letters)
    size = (theme.text_width, theme.page.barre.hauteur)
    kept = {"keepNext": spec("keepNext")} if element.getnext() is not None else {}
    story.line("Barre", direct=kept).picture(data, "png", size, element.get("aria-label", ""))


def world_map(story: Story, element: Element) -> None:
    """The map; its list follows."""
    spots = read_spots(element.get("data-points", ""))
    data, size = graphics.world_map(
        story.theme, story.job.collection.root, spots, read_home(element.get("data-origine", ""))
    )
    story.line("Carte").picture(data, "png", size, element.get("aria-label", ""))


def places(story: Story, element: Element) -> None:
    """The map's list: number, who leads the sheet, where."""
    for item in element:
        line = story.at(story.place.told_by(item)).line("CarteLieu")
        line.phrasing(span(item, "numero"), character="CartePorteur").tab()
        line.phrasing(span(item, "porteur"), character="CartePorteur").line_break()
        line.phrasing(span(item, "lieux"))
