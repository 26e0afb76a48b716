"""The words of a document, in reading order, so that two renderings of one tree can be compared."""

import copy
import re

from lxml import etree

INLINE = {"a", "br", "em", "strong", "sup", "span", "img", "b", "i", "abbr", "svg"}
HYPHENS = "-\u2010\u2011\u00ad\u0002\ufffe"
"""Hyphens, no-break and soft ones, and the two signs by which pdfium tells a hyphen at a line's end."""


def words(text: str) -> list[str]:
    """Words and signs in order; how they are spaced and hyphenated does not count."""
    return re.findall(r"\w+|[^\w\s]", re.sub(rf"[{HYPHENS}]\s*", "", text))


def tree_text(element: etree._Element) -> str:
    """The text of a tree as a reader meets it: one line for each block, an ordered list's items with their numbers."""
    pieces: list[str] = []
    _collect(element, pieces)
    return "".join(pieces)


def _collect(element: etree._Element, pieces: list[str]) -> None:
    is_block = element.tag not in INLINE
    if is_block or element.tag == "br":
        pieces.append("\n")
    parent = element.getparent()
    if element.tag == "li" and parent is not None and parent.tag == "ol" and parent.getparent().tag != "nav":
        pieces.append(f"{parent.index(element) + int(parent.get('start', '1'))}. ")
    pieces.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            _collect(child, pieces)
        pieces.append(child.tail or "")
    if is_block:
        pieces.append("\n")


def with_page_numbers(tree: etree._Element, pages: dict[str, int]) -> etree._Element:
    """A copy of the tree with its page references filled in; ``pages`` gives the page of an id."""
    filled = copy.deepcopy(tree)
    for reference in filled.iter("span"):
        page = pages.get(reference.get("data-renvoi", ""))
        if page is not None:
            reference.text = str(page)
    return filled
