"""What a font file says of itself: its tables, its names, its signs, its look. Read from its bytes as they stand.

Why not through fontTools: it makes objects of whole tables, which takes longer than laying a guide out.
Source: OpenType 1.9, tables ``cmap`` (formats 4 and 12), ``name``, ``OS/2``, ``post``.
"""

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from struct import unpack_from
from sys import byteorder

_MACINTOSH, _WINDOWS, _ENGLISH = 1, 3, 0x409
_CHARACTER_MAPS = ((3, 10), (3, 1), (0, 6), (0, 4), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platforms and encodings of Unicode, the fullest first."""


@dataclass(frozen=True)
class FontData:
    """A font file's bytes, and where its tables start."""

    data: bytes
    tables: Mapping[str, int]
    glyphs: Mapping[int, int]
    """The glyph of each sign that the font has, by code point."""

    def name(self, number: int) -> str:
        """A name (1 is the family, 2 the face), in English as Windows reads it where it is there; « None » without."""
        start = self.tables["name"]
        count, storage = unpack_from(">HH", self.data, start + 2)
        rows = [unpack_from(">6H", self.data, start + 6 + 12 * row) for row in range(count)]
        named = [row for row in rows if row[3] == number]
        if not named:
            return str(None)
        platform, _, _, _, length, offset = max(named, key=lambda row: (row[0] == _WINDOWS, row[2] == _ENGLISH))
        place = start + storage + offset
        return self.data[place : place + length].decode("mac-roman" if platform == _MACINTOSH else "utf-16-be")

    def words(self, start: int, count: int) -> "array[int]":
        """Numbers of two bytes, unsigned."""
        words = array("H", self.data[start : start + 2 * count])
        if byteorder == "little":
            words.byteswap()
        return words

    @property
    def unit(self) -> int:
        """The units of a size."""
        unit: int = unpack_from(">H", self.data, self.tables["head"] + 18)[0]
        return unit

    def widths(self) -> "array[int]":
        """The widths of the glyphs; those after the last one are as wide as it."""
        (count,) = unpack_from(">H", self.data, self.tables["hhea"] + 34)
        return self.words(self.tables["hmtx"], 2 * count)[::2]

    @property
    def is_fixed_pitch(self) -> bool:
        """Whether all letters are as wide."""
        return bool(unpack_from(">I", self.data, self.tables["post"] + 12)[0])

    @property
    def panose(self) -> bytes:
        """PANOSE's ten figures."""
        start = self.tables["OS/2"] + 32
        return self.data[start : start + 10]

    @property
    def scripts(self) -> tuple[int, ...]:
        """The four words of Unicode ranges, then the two of code pages, which the first version does not have."""
        start = self.tables["OS/2"]
        (version,) = unpack_from(">H", self.data, start)
        pages = unpack_from(">2I", self.data, start + 78) if version else (0, 0)
        return (*unpack_from(">4I", self.data, start + 42), *pages)


@lru_cache(maxsize=64)
def read_font(file: Path) -> FontData:
    """A font file. Raises FileNotFoundError."""
    data = file.read_bytes()
    (count,) = unpack_from(">H", data, 4)
    rows = (unpack_from(">4sIII", data, 12 + 16 * row) for row in range(count))
    font = FontData(data, {tag.decode("latin-1"): offset for tag, _, offset, _ in rows}, {})
    return FontData(data, font.tables, _glyphs(font))


def _glyphs(font: FontData) -> dict[int, int]:
    start = font.tables["cmap"]
    (count,) = unpack_from(">H", font.data, start + 2)
    rows = (unpack_from(">HHI", font.data, start + 4 + 8 * row) for row in range(count))
    maps = {(platform, encoding): start + offset for platform, encoding, offset in rows}
    for wanted in _CHARACTER_MAPS:
        if wanted in maps:
            (form,) = unpack_from(">H", font.data, maps[wanted])
            found = _segments(font, maps[wanted]) if form == 4 else _groups(font.data, maps[wanted])
            return {code: glyph for code, glyph in found.items() if glyph}
    return {}


def _segments(font: FontData, start: int) -> dict[int, int]:
    """Format 4."""
    count = unpack_from(">H", font.data, start + 6)[0] // 2
    ends, rest = font.words(start + 14, count), start + 16 + 2 * count
    starts, deltas, offsets = (font.words(rest + 2 * count * part, count) for part in range(3))
    found: dict[int, int] = {}
    for segment, (first, last) in enumerate(zip(starts, ends, strict=True)):
        codes, delta = range(first, min(last, 0xFFFE) + 1), deltas[segment]
        if offsets[segment]:
            place = rest + 4 * count + 2 * segment + offsets[segment]
            glyphs = font.words(place, len(codes))
            found.update((code, (glyph + delta) % 0x10000) for code, glyph in zip(codes, glyphs, strict=True) if glyph)
        else:
            found.update((code, (code + delta) % 0x10000) for code in codes)
    return found


def _groups(data: bytes, start: int) -> dict[int, int]:
    """Format 12."""
    found: dict[int, int] = {}
    for row in range(unpack_from(">I", data, start + 12)[0]):
        first, last, glyph = unpack_from(">III", data, start + 16 + 12 * row)
        found.update(zip(range(first, last + 1), range(glyph, glyph + last + 1 - first), strict=True))
    return found
