"""A sheet's tree to a story."""

from collections.abc import Callable

from terrinclus_publish.tree import Element, classes
from terrinclus_publish.word.blocks import block
from terrinclus_publish.word.boxes import box
from terrinclus_publish.word.headings import heading
from terrinclus_publish.word.opening import band, goals, identity, key_figures
from terrinclus_publish.word.plates import bar
from terrinclus_publish.word.rows import credits, funders, rows
from terrinclus_publish.word.story import Story

_HEADINGS = frozenset({"h2", "h3", "h4"})
_LISTS: dict[str, Callable[[Story, Element], None]] = {"identite": identity, "rangees": rows, "credits": credits}


def sheet(story: Story, article: Element) -> None:
    """Add a sheet, from its band to its funders. It ends with a paragraph, which can hold a section's properties."""
    for child in article:
        if child.tag == "header":
            band(story, child, article)
        elif child.tag == "section" and "financeurs" in classes(child):
            funders(story, child)
        elif child.tag == "section":
            section(story, child)
        else:
            content(story, child)


def section(story: Story, element: Element) -> None:
    """Add a section of a sheet."""
    for child in element:
        content(story, child)


def content(story: Story, element: Element) -> None:
    """Add one element of a sheet or of a chapter, but for a chapter's headings."""
    names = classes(element)
    if element.tag in _HEADINGS:
        heading(story, element)
    elif element.tag == "dl":
        _LISTS[names[0]](story, element)
    elif element.tag == "aside":
        box(story, element)
    elif element.tag == "ul" and "odd" in names:
        goals(story, element)
    elif element.tag == "table" and "chiffres" in names:
        key_figures(story, element)
    elif element.tag == "figure" and "barre" in names:
        bar(story, element)
    else:
        block(story, element)
