"""From the theme's millimetres and points to Word's units, as the texts that attributes hold."""

from functools import lru_cache

from terrinclus_publish.theme import MM, Rgb

EMU_PER_MM = 36_000
EMU_PER_POINT = 12_700
TWIPS_PER_POINT = 20
EIGHTHS_PER_POINT = 8
WIDEST_SPACE = 31
"""Points: Word puts a border at most that far from its text (ECMA-376 part 1, ST_PointMeasure of ``w:space``)."""


def twips(millimetres: float) -> str:
    """Twentieths of a point, the unit of indents and widths."""
    return str(round(millimetres * MM * TWIPS_PER_POINT))


def twips_of_points(points: float) -> str:
    """Twentieths of a point, for spacing and line pitch."""
    return str(round(points * TWIPS_PER_POINT))


def half_points(points: float) -> str:
    """Half-points, the unit of type sizes."""
    return str(round(points * 2))


def eighths(millimetres: float) -> str:
    """Eighths of a point, the unit of borders; at least two."""
    return str(max(2, round(millimetres * MM * EIGHTHS_PER_POINT)))


def border_space(points: float) -> str:
    """Whole points between a border and its text."""
    return str(min(WIDEST_SPACE, round(points)))


def emu(millimetres: float) -> str:
    """English Metric Units, in which drawings are measured."""
    return str(round(millimetres * EMU_PER_MM))


@lru_cache(maxsize=256)
def hexadecimal(colour: Rgb) -> str:
    """A colour as Word writes it: ``A8332A``."""
    return "".join(f"{channel:02X}" for channel in colour)
