"""What a font says of its letters: widths, pair kerning, height of a line. Read from the file's tables as they stand.

Sources: OpenType 1.9, tables ``hmtx``, ``hhea``, ``GPOS`` (lookups 2 and 9, formats 1 and 2).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from struct import unpack_from

from terrinclus_publish.word.fontdata import FontData, read_font

_PAIR, _EXTENSION = 2, 9
_ADVANCE_ONLY = 4
"""The value format in which a first glyph's width alone is changed."""
_UNBREAKABLE_HYPHEN = "\u2011"
"""Shown as the plain hyphen where a font does not have it."""


@dataclass(frozen=True)
class Font:
    """A font's measures, as shares of its size."""

    advances: Mapping[str, float]
    kerning: "Kerning"
    ascent: float
    descent: float
    """Positive."""
    widths: "Widths" = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "widths", Widths(self.advances, self.kerning))

    def width(self, text: str) -> float:
        """How wide a text is, kerned; a sign that the font lacks counts as nothing."""
        return self.widths[text]


class Widths(dict[str, float]):
    """How wide texts are, kerned; each is measured once."""

    def __init__(self, advances: Mapping[str, float], kerning: "Kerning") -> None:
        super().__init__()
        self.advances, self.kerning = advances, kerning

    def __missing__(self, text: str) -> float:
        known = sum([self.advances.get(sign, 0.0) for sign in text])
        known += sum(map(self.kerning.__getitem__, pairwise(text)))
        self[text] = known
        return known


class Kerning(dict[tuple[str, str], float]):
    """The distances that a font sets between two letters, as shares of the size; each is looked up once."""

    def __init__(self, glyphs: Mapping[str, int], subtables: "tuple[Pairs | ClassPairs, ...]", unit: int) -> None:
        super().__init__()
        self.glyphs, self.subtables, self.unit = glyphs, subtables, unit

    def __missing__(self, pair: tuple[str, str]) -> float:
        first, second = pair
        known = self[pair] = self._look_up(self.glyphs.get(first, 0), self.glyphs.get(second, 0)) / self.unit
        return known

    def _look_up(self, first: int, second: int) -> int:
        for subtable in self.subtables:
            found = subtable.kerning(first, second)
            if found is not None:
                return found
        return 0


@dataclass(frozen=True)
class Pairs:
    """Kerning by pairs of glyphs: the first one's place in ``table`` leads to the seconds."""

    table: bytes
    sets: Mapping[int, int]

    def kerning(self, first: int, second: int) -> int | None:
        """The distance; None where another subtable has to be asked."""
        start = self.sets.get(first)
        if start is None:
            return None
        low, high = 0, unpack_from(">H", self.table, start)[0]
        found: int
        while low < high:  # the seconds are sorted
            middle = (low + high) // 2
            glyph, found = unpack_from(">Hh", self.table, start + 2 + 4 * middle)
            if glyph == second:
                return found
            low, high = (middle + 1, high) if glyph < second else (low, middle)
        return None


@dataclass(frozen=True)
class ClassPairs:
    """Kerning by classes of glyphs."""

    table: bytes
    start: int
    covered: frozenset[int]
    first: Mapping[int, int]
    second: Mapping[int, int]
    across: int

    def kerning(self, first: int, second: int) -> int | None:
        """The distance; None where another subtable has to be asked."""
        if first not in self.covered:
            return None
        place = self.first.get(first, 0) * self.across + self.second.get(second, 0)
        found: int = unpack_from(">h", self.table, self.start + 2 * place)[0]
        return found


@lru_cache(maxsize=64)
def load_font(file: Path) -> Font:
    """The measures of a font file. Raises FileNotFoundError."""
    source = read_font(file)
    tables, unit, widths = source.tables, source.unit, source.widths()
    ascent, descent, gap = unpack_from(">hhh", source.data, tables["hhea"] + 4)
    glyphs = {chr(code): glyph for code, glyph in source.glyphs.items()}
    glyphs.setdefault(_UNBREAKABLE_HYPHEN, glyphs.get("-", 0))
    last = len(widths) - 1
    advances = {sign: widths[min(glyph, last)] / unit for sign, glyph in glyphs.items()}
    subtables = tuple(_kerning(source, tables["GPOS"])) if "GPOS" in tables else ()
    return Font(advances, Kerning(glyphs, subtables, unit), (ascent + gap) / unit, -descent / unit)


def _kerning(font: FontData, start: int) -> list[Pairs | ClassPairs]:
    """The subtables of the feature « kern » of the first script that has it."""
    features, lookups = (start + offset for offset in unpack_from(">HH", font.data, start + 6))
    (count,) = unpack_from(">H", font.data, features)
    for row in range(count):
        tag, offset = unpack_from(">4sH", font.data, features + 2 + 6 * row)
        if tag == b"kern":
            (number,) = unpack_from(">H", font.data, features + offset + 2)
            wanted = font.words(features + offset + 4, number)
            places = [lookups + unpack_from(">H", font.data, lookups + 2 + 2 * lookup)[0] for lookup in wanted]
            return [subtable for place in places for subtable in _lookup(font, place)]
    return []


def _lookup(font: FontData, start: int) -> list[Pairs | ClassPairs]:
    kind, _, count = unpack_from(">HHH", font.data, start)
    found: list[Pairs | ClassPairs] = []
    for offset in font.words(start + 6, count):
        place, own = start + offset, kind
        if kind == _EXTENSION:
            own, further = unpack_from(">HI", font.data, place + 2)
            place += further
        if own == _PAIR and unpack_from(">H", font.data, place + 4)[0] == _ADVANCE_ONLY:
            found.extend(_pairs(font, place))
    return found


def _pairs(font: FontData, start: int) -> list[Pairs | ClassPairs]:
    form, coverage, _, second_format, count = unpack_from(">HHHHH", font.data, start)
    if second_format:
        return []
    covered = _covered(font, start + coverage)
    if form == 1:
        sets = font.words(start + 10, count)
        return [Pairs(font.data, {glyph: start + offset for glyph, offset in zip(covered, sets, strict=True)})]
    first, second, _, across = unpack_from(">HHHH", font.data, start + 8)
    classes = (_classes(font, start + first), _classes(font, start + second))
    return [ClassPairs(font.data, start + 16, frozenset(covered), *classes, across)]


def _covered(font: FontData, start: int) -> list[int]:
    """The glyphs of a coverage table, in their order."""
    form, count = unpack_from(">HH", font.data, start)
    if form == 1:
        return list(font.words(start + 4, count))
    ranges = font.words(start + 4, 3 * count)
    return [glyph for row in range(0, 3 * count, 3) for glyph in range(ranges[row], ranges[row + 1] + 1)]


def _classes(font: FontData, start: int) -> dict[int, int]:
    """The class of each glyph that has one."""
    (form,) = unpack_from(">H", font.data, start)
    if form == 1:
        first, count = unpack_from(">HH", font.data, start + 2)
        return {first + place: name for place, name in enumerate(font.words(start + 6, count)) if name}
    (count,) = unpack_from(">H", font.data, start + 2)
    rows = font.words(start + 4, 3 * count)
    return {
        glyph: rows[row + 2]
        for row in range(0, 3 * count, 3)
        for glyph in range(rows[row], rows[row + 1] + 1)
        if rows[row + 2]
    }
