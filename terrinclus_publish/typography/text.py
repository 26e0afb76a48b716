"""All rules over one line of text."""

from terrinclus_publish.typography import corrections, spacing
from terrinclus_publish.typography.masks import mask, unmask
from terrinclus_publish.typography.rule import apply

RULES = (*corrections.RULES, *spacing.RULES)


def typeset_text(text: str) -> str:
    """The text as French prints it, for places without markup: a document's title, a bookmark, an attribute.

    The letters of an ordinal (1er) stay on the line. Typesetting twice gives the same as typesetting once.
    """
    masked, hidden = mask(text)
    return unmask(apply(RULES, masked, [])[0], hidden)
