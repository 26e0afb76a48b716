"""HTML phrasing to words ready to be set: runs of one font, colour, link and language, cut at spaces and hyphens."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color

from terrinclus_publish.pdf.fonts import Fonts, Glyphs
from terrinclus_publish.theme import Style
from terrinclus_publish.tree import Element, classes

_ITALIC = {"Regular": "It", "Semibold": "SemiboldIt", "Light": "LightIt", "Bold": "BoldIt"}
_TOKENS = re.compile(r"([ \n])")
SUPERSCRIPT_SIZE, SUPERSCRIPT_RISE = 0.66, 0.33
"""Shares of the size."""
SOFT_HYPHEN = "\u00ad"
"""Drawn at a cut inside a word: a program that copies the text joins the halves again (ISO 32000-1, 14.8.2.2.3)."""
Cutter = Callable[[str], Sequence[str]]
"""Where a word may be cut with a hyphen: its pieces."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is set. ``rise`` in points; ``link`` is an address or ``#id``."""

    family: str
    weight: str
    size: float
    colour: Color
    rise: float = 0.0
    link: str | None = None
    element: Element | None = None
    """The inline element that the run comes from."""


Piece = tuple[Look, Glyphs]
"""Signs of one face, and how they are set."""


@dataclass(slots=True)
class Word:
    """Pieces that stay together, and how they behave in a line (see ``linebreak.Unit``)."""

    pieces: list[Piece]
    width: float
    space: float = 0.0
    hyphen: float = 0.0
    cut: bool = False
    forced: bool = False


def look_of(style: Style, colour: Color) -> Look:
    """The look of plain text in a style."""
    return Look(style.police, style.graisse, style.taille, colour)


def styled_runs(element: Element, look: Look) -> Iterator[tuple[str, Look]]:
    """The element's text with its looks, in reading order. A line break is ``"\\n"``."""
    if element.text:
        yield element.text, look
    for child in element:
        yield from _child_runs(child, look)
        if child.tail:
            yield child.tail, look


def runs_after_label(element: Element, look: Look) -> Iterator[tuple[str, Look]]:
    """The same without the label or number that the element starts with, which stands in another column."""
    label, *others = element
    if label.tail:
        yield label.tail.lstrip(" "), look
    for child in others:
        yield from _child_runs(child, look)
        if child.tail:
            yield child.tail, look


def _child_runs(child: Element, look: Look) -> Iterator[tuple[str, Look]]:
    if child.tag == "br":
        yield "\n", look
        return
    inner = replace(look, element=child)
    if child.tag == "strong":
        inner = replace(inner, weight="SemiboldIt" if look.weight.endswith("It") else "Semibold")
    elif child.tag == "em":
        inner = replace(inner, weight=_ITALIC.get(look.weight, look.weight.removesuffix("It") or "Regular"))
    elif child.tag == "sup":
        inner = replace(inner, size=look.size * SUPERSCRIPT_SIZE, rise=look.size * SUPERSCRIPT_RISE)
    elif child.tag == "a":
        inner = replace(inner, link=child.get("href"))
    elif "precision" in classes(child):
        inner = replace(inner, weight="Regular")
    yield from styled_runs(child, inner)


def words_of(runs: Iterable[tuple[str, Look]], fonts: Fonts, cutter: Cutter | None = None) -> list[Word]:
    """The runs' words. Only the ordinary space parts words: U+00A0 and U+202F keep their width and never break.

    Raises MissingGlyphError.
    """
    words: list[Word] = []
    current = Word([], 0.0)
    for text, look in runs:
        measured = fonts.measured(look.family, look.weight, look.size)
        for token in _TOKENS.split(text):
            if token == " ":
                if current.pieces:
                    current.space = measured.space
                    words.append(current)
                    current = Word([], 0.0)
            elif token == "\n":
                _force(words, current)
                current = Word([], 0.0)
            elif token:
                for part in measured.parts(token, cutter if look.link is None else None):
                    current.pieces += [(look, glyphs) for glyphs in part.glyphs]
                    current.width += part.width
                    if part.cut:
                        current.cut, current.hyphen = True, part.hyphen
                        words.append(current)
                        current = Word([], 0.0)
    if current.pieces:
        words.append(current)
    return words


def _force(words: list[Word], current: Word) -> None:
    """An author's line break after the current word, or after the last one."""
    if current.pieces:
        words.append(current)
    if words:
        words[-1].forced = True
