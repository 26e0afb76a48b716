"""Headings of a sheet's sections: numbers are Word's own, labels stand in column A."""

from terrinclus_publish.tree import Element, classes
from terrinclus_publish.word.images import solid_icon
from terrinclus_publish.word.parts import label_of
from terrinclus_publish.word.story import Story

_STYLES = {"h2": "Heading2", "h3": "Heading3", "h4": "Heading4"}


def heading(story: Story, element: Element) -> None:
    """Add a heading, with a bookmark when it has an id."""
    names = classes(element)
    label = label_of(element)
    if "axe" in names:
        _axis(story, element)
    elif "partie" in names:
        line = story.line("TitrePartie").heading(element, without=("numero",))
        line.bookmarked(element.get("id"))
    elif label is not None:
        line = story.line("TitreFocus").phrasing(label, character="Etiquette").tab()
        line.heading(element, without=("etiquette",)).bookmarked(element.get("id"))
    else:
        story.line(_STYLES[str(element.tag)]).heading(element).bookmarked(element.get("id"))


def _axis(story: Story, element: Element) -> None:
    """An axis with its icon in the margin of column B; the icon's picture has clear space up to the text."""
    tile, palette = story.theme.page.tuile, story.place.palette
    width = story.job.styles.paragraphs["TitreAxe"].hanging
    data = solid_icon(element.get("data-icone", ""), tile, width, palette.rgb("accent"), palette.rgb("blanc"))
    story.line("TitreAxe").picture(data, "png", (width, tile.cote)).heading(element)
