"""The theme's fonts as Word names them, and which signs each of them has.

Word knows four faces of a family; other weights are families of their own: the Semibold of Source Sans Pro is the
regular face of « Source Sans Pro Semibold ». The names are read in the font files (OpenType ``name`` 1 and 2).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from terrinclus_publish.theme import Theme
from terrinclus_publish.word.fontdata import read_font


@dataclass(frozen=True, slots=True)
class Face:
    """A font as Word names it, and the one that lends it the signs which it lacks."""

    family: str
    bold: bool
    italic: bool
    signs: frozenset[int]
    has_bold: bool
    """Whether its family has a bold face; the Semibold's own has none."""
    fallback: "Face | None" = None

    def runs(self, text: str) -> Iterator[tuple["Face", str]]:
        """The text cut into runs of one face each; a sign that no face has stays in this one."""
        if self.fallback is None or self.signs.issuperset(map(ord, text)):
            yield self, text
            return
        for face, signs in groupby(text, self._face_of):
            yield face, "".join(signs)

    def families(self) -> Iterator[str]:
        """Its family, and those of the faces that lend it signs."""
        yield self.family
        if self.fallback is not None:
            yield from self.fallback.families()

    def _face_of(self, sign: str) -> "Face":
        fallback = self.fallback
        return fallback if fallback and ord(sign) not in self.signs and ord(sign) in fallback.signs else self


def load_face(theme: Theme, root: Path, family: str, weight: str) -> Face:
    """The face of a family and weight of the theme. Raises FileNotFoundError when its file is missing."""
    token = theme.polices[family]
    file = token.file(weight, root)
    name, kind = face_names(file)
    fallback = load_face(theme, root, token.repli, "Regular") if token.repli else None
    return Face(name, "Bold" in kind, "Italic" in kind, _signs(file), name == token.famille, fallback)


def text_width(file: Path, text: str) -> float:
    """How wide a text is in a font, as a share of its size; signs that the font lacks count as nothing."""
    return sum(_advances(file).get(ord(sign), 0.0) for sign in text)


@lru_cache(maxsize=64)
def _advances(file: Path) -> dict[int, float]:
    font = read_font(file)
    widths, unit = font.widths(), font.unit
    last = len(widths) - 1
    return {code: widths[min(glyph, last)] / unit for code, glyph in font.glyphs.items()}


@lru_cache(maxsize=64)
def face_names(file: Path) -> tuple[str, str]:
    """A font's family and its face (« Bold Italic »). Raises FileNotFoundError."""
    font = read_font(file)
    return font.name(1), font.name(2)


@lru_cache(maxsize=64)
def _signs(file: Path) -> frozenset[int]:
    return frozenset(read_font(file).glyphs)
