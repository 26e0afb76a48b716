"""Crop and fold marks: where they stand around a trimmed page. All of them are outside the bleed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from terrinclus_publish.theme import MM, Marks

Line = tuple[float, float, float, float]
"""From and to, points from the trimmed page's lower left corner."""


@dataclass(frozen=True)
class Trim:
    """A page as the shop cuts it: its size and its bleed, points; where it is folded, from its left edge."""

    width: float
    height: float
    bleed: float
    folds: tuple[float, ...] = ()


def room(trim: Trim, marks: Marks) -> float:
    """What the marks take around the trimmed page, bleed included, points."""
    return _gap(trim, marks) + marks.longueur * MM


def crop_lines(trim: Trim, marks: Marks) -> Iterator[Line]:
    """Two lines at each corner, none of which meets the bleed."""
    start, end = _gap(trim, marks), room(trim, marks)
    for x in (0.0, trim.width):
        yield x, -end, x, -start
        yield x, trim.height + start, x, trim.height + end
    for y in (0.0, trim.height):
        yield -end, y, -start, y
        yield trim.width + start, y, trim.width + end, y


def fold_lines(trim: Trim, marks: Marks) -> Iterator[Line]:
    """A line above and under each fold, half as long as a crop mark."""
    start = _gap(trim, marks)
    end = (start + room(trim, marks)) / 2
    for x in trim.folds:
        yield x, -end, x, -start
        yield x, trim.height + start, x, trim.height + end


def path(lines: Sequence[Line], x: float, y: float) -> str:
    """The lines as operators, each one drawn; the trimmed page's corner at ``(x, y)``."""
    return " ".join(f"{x + a:.2f} {y + b:.2f} m {x + c:.2f} {y + d:.2f} l S" for a, b, c, d in lines)


def _gap(trim: Trim, marks: Marks) -> float:
    """From the trim to where a mark starts: past the bleed."""
    return max(trim.bleed, 0.0) + marks.ecart * MM
