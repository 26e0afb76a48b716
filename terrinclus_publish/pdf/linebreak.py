"""Optimal line breaking over a whole paragraph, ragged right: the least uneven right edge.

After D. E. Knuth and M. F. Plass, « Breaking Paragraphs into Lines » (1981), on ragged-right setting: the cost of a
line is the square of its slack, and the sum over the paragraph is the least possible.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """What cannot be broken: its width, the space after it if the line goes on, and the cost of a break after it."""

    width: float
    space: float
    penalty: float = 0.0
    forced: bool = False
    """A line break that the author asked for follows."""


SHORT_LAST_LINE, SHORT_LAST_LINE_WEIGHT = 0.22, 16.0
"""A last line under this share of the measure is avoided where another break allows: its lack weighs more."""


def break_lines(boxes: Sequence[Box], measure: float) -> list[tuple[int, int]]:
    """The lines as ``(first, last + 1)`` indices of boxes. A box wider than ``measure`` (points) stands alone."""
    lines: list[tuple[int, int]] = []
    start = 0
    for end, box in enumerate(boxes, 1):
        if box.forced or end == len(boxes):
            lines.extend((start + first, start + last) for first, last in _fit(boxes[start:end], measure))
            start = end
    return lines


def _fit(boxes: Sequence[Box], measure: float) -> list[tuple[int, int]]:
    total = len(boxes)
    if sum(box.width + box.space for box in boxes) - boxes[-1].space <= measure:
        return [(0, total)]
    best = [0.0] * (total + 1)
    come_from = [0] * (total + 1)
    widths = [box.width for box in boxes]
    spaces = [box.space for box in boxes]
    for end in range(1, total + 1):
        last_line = end == total
        penalty = boxes[end - 1].penalty
        natural = widths[end - 1]
        least, start = _line_cost(measure - natural, measure, last_line) + penalty + best[end - 1], end - 1
        for first in range(end - 2, -1, -1):
            natural += widths[first] + spaces[first]
            if natural > measure:
                break
            cost = best[first] + penalty + _line_cost(measure - natural, measure, last_line)
            if cost < least:
                least, start = cost, first
        best[end], come_from[end] = least, start
    lines = []
    end = total
    while end > 0:
        lines.append((come_from[end], end))
        end = come_from[end]
    return lines[::-1]


def _line_cost(slack: float, measure: float, last_line: bool) -> float:
    """The square of the slack; a last line costs only where it is very short; an overfull one costs more than any."""
    if slack < 0:
        return measure * measure - slack
    if not last_line:
        return slack * slack
    missing = slack - measure * (1 - SHORT_LAST_LINE)
    return SHORT_LAST_LINE_WEIGHT * missing * missing if missing > 0 else 0.0
