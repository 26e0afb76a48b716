"""The theme's fonts in ReportLab: registered once, measured once for each word, each character checked against them."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from terrinclus_publish.hyphens import BREAKABLE_HYPHEN
from terrinclus_publish.theme import Theme

_BREAKABLE_ADDRESS = re.compile(r"(?<=[@/])(?=.)|(?<=.)(?=[.?&=])")
_WORD = re.compile(r"([^\w@/]*(?:[^\W\d_]{1,5}['’])?)([a-zà-öø-ÿœæ]{6,})([^\w@/]*)")
"""What may be hyphenated: a lower-case word, with what is elided before it and the signs around it."""
HYPHEN = "\u00ad"
NARROW_SPACE = 0x202F


class MissingGlyphError(Exception):
    """No font of the theme has that character."""

    def __init__(self, character: str, family: str) -> None:
        self.character, self.family, self.field = character, family, ""
        self.name = unicodedata.name(character, f"U+{ord(character):04X}")
        super().__init__(f"{family}: {self.name}")


class Face:
    """A font of one family and weight, with the one that has the signs which it lacks."""

    def __init__(self, font: TTFont, family: str, fallback: "Face | None") -> None:
        self.font = font
        self.family, self.fallback = family, fallback
        widths = font.face.charWidths
        self._widths: dict[str, float] = {chr(code): widths[code] for code in font.face.charToGlyph}
        self._has = frozenset(self._widths)

    def width(self, text: str, size: float) -> float:
        """The text's width in points. Every character must be in the face (see ``runs``)."""
        return sum(map(self._widths.__getitem__, text)) * size / 1000

    def glyphs(self, text: str, size: float) -> "tuple[Glyphs, ...]":
        """The text in runs of one face each, measured. Raises MissingGlyphError."""
        try:
            return (Glyphs(text, self, self.width(text, size)),)
        except KeyError:
            return tuple([Glyphs(signs, face, face.width(signs, size)) for face, signs in self.runs(text)])

    def runs(self, text: str) -> Iterator[tuple["Face", str]]:
        """The text cut into runs of one face each. Raises MissingGlyphError."""
        if self._has.issuperset(text):
            yield self, text
            return
        for face, signs in groupby(text, self._face_of):
            yield face, "".join(signs)

    def _face_of(self, sign: str) -> "Face":
        if sign in self._has:
            return self
        if self.fallback is not None and sign in self.fallback._has:
            return self.fallback
        raise MissingGlyphError(sign, self.family)


class Glyphs(NamedTuple):
    """Signs in one face. Width in points."""

    text: str
    face: Face
    width: float


class Part(NamedTuple):
    """A word, or a part of one after which the line may end: with a hyphen drawn (its width), or without."""

    glyphs: tuple[Glyphs, ...]
    width: float
    cut: bool = False
    hyphen: float = 0.0


class Measured:
    """The words of one face and size: each is checked and measured once."""

    def __init__(self, face: Face, size: float) -> None:
        self.face, self.size = face, size
        self.space = face.width(" ", size)
        self._whole: dict[str, list[Part]] = {}
        self._cut: dict[str, list[Part]] = {}

    def parts(self, token: str, cutter: Callable[[str], Sequence[str]] | None) -> list[Part]:
        """A word's parts; with a ``cutter``, also those that a hyphen may end. Raises MissingGlyphError."""
        known = self._whole if cutter is None else self._cut
        found = known.get(token)
        if found is None:
            found = known[token] = self._measure(token, cutter)
        return found

    def _measure(self, token: str, cutter: Callable[[str], Sequence[str]] | None) -> list[Part]:
        match = _WORD.fullmatch(token) if cutter is not None else None
        if match is not None and cutter is not None:
            pieces = list(cutter(match[2]))
            pieces[0] = match[1] + pieces[0]
            pieces[-1] += match[3]
            return self._cut_parts(pieces, self.face.width(HYPHEN, self.size))
        return self._cut_parts(_natural_parts(token), 0.0)

    def _cut_parts(self, pieces: Sequence[str], hyphen: float) -> list[Part]:
        if len(pieces) == 1:
            glyphs = self.face.glyphs(pieces[0], self.size)
            return [Part(glyphs, _width(glyphs))]
        *others, last = [self.face.glyphs(piece, self.size) for piece in pieces]
        return [*[Part(glyphs, _width(glyphs), True, hyphen) for glyphs in others], Part(last, _width(last))]


def _width(glyphs: Sequence[Glyphs]) -> float:
    return glyphs[0].width if len(glyphs) == 1 else sum([run.width for run in glyphs])


def _natural_parts(token: str) -> Sequence[str]:
    """The places where a word may be cut without a hyphen of ours."""
    if "-" not in token and "@" not in token and "://" not in token:
        return (token,)
    is_address = "@" in token or "://" in token
    cuts = [match.start() for match in (_BREAKABLE_ADDRESS if is_address else BREAKABLE_HYPHEN).finditer(token)]
    return [token[start:end] for start, end in zip([0, *cuts], [*cuts, len(token)], strict=True) if end > start]


class Fonts:
    """The faces of a theme, by family and weight (``texte``, ``Semibold``)."""

    def __init__(self, theme: Theme, root: Path) -> None:
        self._theme, self._root = theme, root
        self._faces: dict[tuple[str, str], Face] = {}
        self._measured: dict[tuple[str, str, float], Measured] = {}

    def face(self, family: str, weight: str) -> Face:
        """The face of a family and weight. Raises FileNotFoundError when the theme names a file that is not there."""
        key = (family, weight)
        if key not in self._faces:
            token = self._theme.polices[family]
            font = _register(token.file(weight, self._root), token.fine)
            fallback = self.face(token.repli, "Regular") if token.repli else None
            self._faces[key] = Face(font, token.famille, fallback)
        return self._faces[key]

    def measured(self, family: str, weight: str, size: float) -> Measured:
        """The measured words of a face and size, points."""
        key = (family, weight, size)
        found = self._measured.get(key)
        if found is None:
            found = self._measured[key] = Measured(self.face(family, weight), size)
        return found


@lru_cache(maxsize=64)
def _register(file: Path, narrow: float) -> TTFont:
    """Register a TrueType file, once in a process, its U+202F at least ``narrow`` wide (a share of the size).

    The advance is changed in the font itself: the measure, the PDF's widths and the embedded font agree.
    """
    if not file.is_file():
        raise FileNotFoundError(str(file))
    font = TTFont(f"{file.stem}-{narrow:g}", str(file))
    face, glyph = font.face, font.face.charToGlyph.get(NARROW_SPACE)
    if glyph is not None and face.charWidths[NARROW_SPACE] < narrow * 1000:
        face.charWidths[NARROW_SPACE] = narrow * 1000
        face.hmetrics[glyph] = (round(narrow * face.unitsPerEm), face.hmetrics[glyph][1])
    pdfmetrics.registerFont(font)
    return font
