"""Finding parts of the tree by path: those that its form promises, and those that may be missing."""

from terrinclus_publish.tree import Element


def part(element: Element, path: str) -> Element:
    """The first element at a path. Raises LookupError where the tree's form is not kept."""
    found = element.find(path)
    if found is None:
        raise LookupError(f"{element.tag}: {path}")
    return found


def label_of(element: Element) -> Element | None:
    """The label that stands before a line's text, if any."""
    return element.find("span[@class='etiquette']")


def span(element: Element, name: str) -> Element:
    """The ``span`` of a class. Raises LookupError."""
    return part(element, f"span[@class='{name}']")
