"""Places and texts that several families of styles share: column B, and text styles with something set otherwise."""

from typing import Literal

from terrinclus_publish.theme import MM, Style, Theme

BULLET, DASH = "■", "–"
SQUARE = 0.8
"""The share of its size that the sign ■ fills."""


def column_b(theme: Theme) -> float:
    """Where the text's column starts, millimetres from the left margin."""
    return theme.page.colonne_a + theme.page.gouttiere


def points(millimetres: float) -> float:
    """Millimetres as points."""
    return millimetres * MM


def spaced(text: Style, before: float, after: float) -> Style:
    """The text style with other spaces before and after, points."""
    return text.model_copy(update={"avant": before, "apres": after})


def coloured(text: Style, token: str) -> Style:
    """The text style in another colour."""
    return text.model_copy(update={"couleur": token})


def aligned(theme: Theme, name: str) -> Literal["left", "both"]:
    """How paragraphs of a text style of that name are set, ragged or justified."""
    return "both" if theme.texte.reglage == "justifie" and name in theme.texte.styles else "left"


def within_line(text: Style, pitch: float) -> Style:
    """The text style no larger than a line of that pitch, points.

    Why: on lines an exact distance apart, Word cuts off what is higher than the line.
    """
    return text.model_copy(update={"taille": min(text.taille, pitch), "interligne": pitch})
