"""HTML phrasing to words ready to be set: runs of one font, colour, link and language, cut at spaces and hyphens."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color

from terrinclus_publish.pdf.fonts import Face, Fonts
from terrinclus_publish.pdf.linebreak import Box
from terrinclus_publish.theme import Style
from terrinclus_publish.tree import Element, classes

HYPHEN_PENALTY = 900.0
"""Cost, in square points, of ending a line at a hyphen: as much as thirty points of slack."""
_BREAKABLE_HYPHEN = re.compile(r"(?<=[a-zà-ÿ]{3}-)(?=[a-zà-ÿ]{3})")
"""A compound of lower-case words may be cut after its hyphen; a name never is (Code typographique)."""
_BREAKABLE_ADDRESS = re.compile(r"(?<=[@/])(?=.)|(?<=.)(?=[.?&=])")
_ITALIC = {"Regular": "It", "Semibold": "SemiboldIt", "Light": "LightIt", "Bold": "BoldIt"}
SUPERSCRIPT_SIZE, SUPERSCRIPT_RISE = 0.66, 0.33
"""Shares of the size."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is set. ``rise`` in points; ``link`` is an address or ``#id``."""

    family: str
    weight: str
    size: float
    colour: Color
    rise: float = 0.0
    link: str | None = None
    language: str | None = None
    element: Element | None = None
    """The inline element that the run comes from."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a word in one face. Width in points."""

    text: str
    face: Face
    look: Look
    width: float


@dataclass(frozen=True, slots=True)
class Word:
    """Pieces that stay together, and how they behave in a line."""

    pieces: tuple[Piece, ...]
    box: Box


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
    inner = replace(look, element=child, language=child.get("lang") or look.language)
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


def words_of(runs: Iterator[tuple[str, Look]], fonts: Fonts) -> list[Word]:
    """The runs' words. Only the ordinary space parts words: U+00A0 and U+202F keep their width and never break.

    Raises MissingGlyphError.
    """
    words: list[Word] = []
    pieces: list[Piece] = []
    for text, look in runs:
        for token in re.split(r"([ \n])", text):
            if token in (" ", "\n"):
                if pieces:
                    space = fonts.face(look.family, look.weight).width(" ", look.size) if token == " " else 0.0
                    words.append(_word(pieces, space, 0.0, token == "\n"))
                    pieces = []
                elif words and token == "\n":
                    words[-1] = replace(words[-1], box=replace(words[-1].box, forced=True))
            elif token:
                parts = list(_parts(token, (look.link is not None and "@" in token) or "://" in token))
                for part in parts[:-1]:
                    pieces.extend(_pieces(part, look, fonts))
                    words.append(_word(pieces, 0.0, HYPHEN_PENALTY, False))
                    pieces = []
                pieces.extend(_pieces(parts[-1], look, fonts))
    if pieces:
        words.append(_word(pieces, 0.0, 0.0, False))
    return words


def _parts(token: str, is_address: bool) -> Iterator[str]:
    """The places where a word may be cut without a hyphen of ours."""
    cuts = [match.start() for match in (_BREAKABLE_ADDRESS if is_address else _BREAKABLE_HYPHEN).finditer(token)]
    for start, end in zip([0, *cuts], [*cuts, len(token)], strict=True):
        if end > start:
            yield token[start:end]


def _pieces(text: str, look: Look, fonts: Fonts) -> Iterator[Piece]:
    for face, signs in fonts.face(look.family, look.weight).runs(text):
        yield Piece(signs, face, look, face.width(signs, look.size))


def _word(pieces: list[Piece], space: float, penalty: float, forced: bool) -> Word:
    return Word(tuple(pieces), Box(sum(piece.width for piece in pieces), space, penalty, forced))
