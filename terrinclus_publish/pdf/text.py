"""HTML phrasing to words ready to be set: runs of one font, colour, link and language, cut at spaces and hyphens."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportlab.lib.colors import Color

from terrinclus_publish.pdf.fonts import Fonts, Glyphs, Measured
from terrinclus_publish.theme import Style
from terrinclus_publish.tree import Element, classes

_ITALIC = {"Regular": "It", "Semibold": "SemiboldIt", "Light": "LightIt", "Bold": "BoldIt"}
LINE_BREAK = "\n"
SUPERSCRIPT_SIZE, SUPERSCRIPT_RISE = 0.66, 0.33
"""Shares of the size."""
SOFT_HYPHEN = "\u00ad"
"""Drawn at a cut inside a word: a program that copies the text joins the halves again (ISO 32000-1, 14.8.2.2.3)."""
Cutter = Callable[[str], Sequence[str]]
"""Where a word may be cut with a hyphen: its pieces."""


@dataclass(slots=True, eq=False)
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
    whole: "dict[str, list[Word]]" = field(default_factory=dict, repr=False)
    cuttable: "dict[str, list[Word]]" = field(default_factory=dict, repr=False)
    """Words already made in this look, with a space after: most of a text is words that come again."""


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
        yield LINE_BREAK, look
        return
    inner = replace(look, element=child, whole={}, cuttable={})
    if child.tag == "strong":
        inner.weight = "SemiboldIt" if look.weight.endswith("It") else "Semibold"
    elif child.tag == "em":
        inner.weight = _ITALIC.get(look.weight, look.weight.removesuffix("It") or "Regular")
    elif child.tag == "sup":
        inner.size, inner.rise = look.size * SUPERSCRIPT_SIZE, look.size * SUPERSCRIPT_RISE
    elif child.tag == "a":
        inner.link = child.get("href")
    elif "precision" in classes(child):
        inner.weight = "Regular"
    yield from styled_runs(child, inner)


def words_of(runs: Iterable[tuple[str, Look]], fonts: Fonts, cutter: Cutter | None = None) -> list[Word]:
    """The runs' words. Only the ordinary space parts words: U+00A0 and U+202F keep their width and never break.

    Raises MissingGlyphError.
    """
    words: list[Word] = []
    pending: list[Word] = []
    for text, look in runs:
        if text == LINE_BREAK:
            words += pending
            pending = []
            if words:
                words[-1] = replace(words[-1], forced=True)
            continue
        measured = fonts.measured(look.family, look.weight, look.size)
        cut = cutter if look.link is None else None
        known = look.whole if cut is None else look.cuttable
        *whole, rest = text.split(" ")
        for token in whole:
            if pending:
                pending = _joined(pending, _words(token, look, measured, cut)) if token else pending
                pending[-1].space = measured.space
                words += pending
                pending = []
            elif token:
                found = known.get(token)
                if found is None:
                    found = known[token] = _words(token, look, measured, cut)
                    found[-1].space = measured.space
                words += found
        if rest:
            pending = _joined(pending, _words(rest, look, measured, cut))
    return words + pending


def _words(token: str, look: Look, measured: Measured, cutter: Cutter | None) -> list[Word]:
    """A token's words: one, or several where it may be cut."""
    parts = measured.parts(token, cutter)
    if len(parts) == 1 and len(parts[0].glyphs) == 1:  # nearly all are of one piece
        return [Word([(look, parts[0].glyphs[0])], parts[0].width)]
    return [Word([(look, run) for run in glyphs], width, 0.0, hyphen, cut) for glyphs, width, cut, hyphen in parts]


def _joined(pending: list[Word], more: list[Word]) -> list[Word]:
    """Words without a space between: the last one and the first one are one."""
    if not pending:
        return more
    last, first = pending[-1], more[0]
    joint = replace(first, pieces=[*last.pieces, *first.pieces], width=last.width + first.width)
    return [*pending[:-1], joint, *more[1:]]
