"""The theme's fonts in ReportLab: registered once, measured fast, each character checked against them."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from terrinclus_publish.theme import Theme


class MissingGlyphError(Exception):
    """No font of the theme has that character."""

    def __init__(self, character: str, family: str) -> None:
        self.character, self.family, self.field = character, family, ""
        self.name = unicodedata.name(character, f"U+{ord(character):04X}")
        super().__init__(f"{family}: {self.name}")


class Face:
    """A font of one family and weight, with the one that has the signs which it lacks."""

    __slots__ = ("_has", "_widths", "fallback", "family", "font_name")

    def __init__(self, font: TTFont, family: str, fallback: "Face | None") -> None:
        self.font_name: str = font.fontName
        self.family = family
        self.fallback = fallback
        self._widths: dict[int, float] = font.face.charWidths
        self._has = font.face.charToGlyph

    def width(self, text: str, size: float) -> float:
        """The text's width in points. Every character must be in the face (see ``runs``)."""
        widths = self._widths
        return sum([widths[ord(sign)] for sign in text]) * size / 1000

    def runs(self, text: str) -> Iterator[tuple["Face", str]]:
        """The text cut into runs of one face each. Raises MissingGlyphError."""
        has = self._has
        if all(ord(sign) in has for sign in text):
            yield self, text
            return
        for face, signs in groupby(text, self._face_of):
            yield face, "".join(signs)

    def _face_of(self, sign: str) -> "Face":
        if ord(sign) in self._has:
            return self
        if self.fallback is not None and ord(sign) in self.fallback._has:
            return self.fallback
        raise MissingGlyphError(sign, self.family)


class Fonts:
    """The faces of a theme, by family and weight (``texte``, ``Semibold``)."""

    def __init__(self, theme: Theme, root: Path) -> None:
        self._theme, self._root = theme, root
        self._faces: dict[tuple[str, str], Face] = {}

    def face(self, family: str, weight: str) -> Face:
        """The face of a family and weight. Raises FileNotFoundError when the theme names a file that is not there."""
        key = (family, weight)
        if key not in self._faces:
            token = self._theme.polices[family]
            font = _register(token.file(weight, self._root))
            fallback = self.face(token.repli, "Regular") if token.repli else None
            self._faces[key] = Face(font, token.famille, fallback)
        return self._faces[key]


@lru_cache(maxsize=64)
def _register(file: Path) -> TTFont:
    """Register a TrueType file under its own name, once in a process."""
    if not file.is_file():
        raise FileNotFoundError(str(file))
    font = TTFont(file.stem, str(file))
    pdfmetrics.registerFont(font)
    return font
