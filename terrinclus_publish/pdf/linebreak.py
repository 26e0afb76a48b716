"""Optimal line breaking over a whole paragraph, ragged right or justified.

After D. E. Knuth and M. F. Plass, « Breaking Paragraphs into Lines » (1981): each line has a cost, and the lines chosen
are those whose costs have the least sum over the paragraph.
"""

from collections.abc import Callable, Sequence
from typing import Protocol


class Unit(Protocol):
    """What cannot be broken: its width, the space after it if the line goes on, and what a break after it takes."""

    @property
    def width(self) -> float:
        """Points."""

    @property
    def space(self) -> float:
        """Points; 0 inside a word."""

    @property
    def hyphen(self) -> float:
        """The width of the hyphen that a break after it draws, points; 0 where none is drawn."""

    @property
    def cut(self) -> bool:
        """A break after it cuts a word."""

    @property
    def forced(self) -> bool:
        """A line break that the author asked for follows."""


Cost = Callable[[float, float, float, bool], float]
"""The cost of a line from its natural width, its spaces' total width, the measure, and whether it is the last."""

CUT_COST = 0.0025
"""Of ending a line inside a word, as a share of the square of the measure: a twentieth of the measure as slack."""
DOUBLE_CUT_COST = 0.02
"""Of a second such line running."""
SHORT_LAST_LINE, SHORT_LAST_LINE_WEIGHT = 0.22, 16.0
"""A last line under this share of the measure is avoided where another break allows: its lack weighs more."""
IMPOSSIBLE = 1e12
STRETCH, SHRINK = 0.7, 0.22
"""How far a justified line's spaces may grow before it is ugly, and shrink at all, as shares of their width."""
RUNNING_CUTS = 2
"""Lines running that may end inside a word (Lexique des règles typographiques: not three)."""


def ragged(natural: float, spaces: float, measure: float, last: bool) -> float:
    """The square of the slack: the least uneven right edge."""
    slack = measure - natural
    if slack < 0:
        return IMPOSSIBLE - slack
    return _short_last_line(slack, measure) if last else slack * slack


def justified(natural: float, spaces: float, measure: float, last: bool) -> float:
    """The cube of the stretch of the spaces, in units of what they bear."""
    slack = measure - natural
    if slack < -SHRINK * spaces - 0.001:
        return IMPOSSIBLE - slack
    if last and slack >= 0:
        return _short_last_line(slack, measure)
    if not spaces:
        return slack * slack
    ratio = slack / (spaces * (STRETCH if slack > 0 else SHRINK))
    return measure * measure * abs(ratio) ** 3 * JUSTIFIED_SCALE


JUSTIFIED_SCALE = 0.01
"""Brings a justified line's cost to the scale of a ragged one's."""


def _short_last_line(slack: float, measure: float) -> float:
    missing = slack - measure * (1 - SHORT_LAST_LINE)
    return SHORT_LAST_LINE_WEIGHT * missing * missing if missing > 0 else 0.0


def break_lines(units: Sequence[Unit], measure: float, cost: Cost = ragged) -> list[tuple[int, int]]:
    """The lines as ``(first, last + 1)`` indices of units. A unit wider than ``measure`` (points) stands alone."""
    lines: list[tuple[int, int]] = []
    start = 0
    for end, unit in enumerate(units, 1):
        if unit.forced or end == len(units):
            lines.extend((start + first, start + last) for first, last in _fit(units[start:end], measure, cost))
            start = end
    return lines


def _fit(units: Sequence[Unit], measure: float, cost: Cost) -> list[tuple[int, int]]:
    total = len(units)
    widths = [unit.width for unit in units]
    spaces = [unit.space for unit in units]
    if sum(widths) + sum(spaces) - spaces[-1] <= measure:
        return [(0, total)]
    reach = measure * (1 + SHRINK)
    best = [0.0] * (total + 1)
    come_from = [0] * (total + 1)
    cuts = [0] * (total + 1)
    for end in range(1, total + 1):
        last, unit = end == total, units[end - 1]
        natural, white = widths[end - 1] + unit.hyphen, 0.0
        start = end - 1
        least = best[start] + cost(natural, 0.0, measure, last) + _cut_cost(unit, cuts[start], measure)
        for first in range(end - 2, -1, -1):
            natural += widths[first] + spaces[first]
            if natural > reach:
                break
            white += spaces[first]
            price = best[first] + cost(natural, white, measure, last)
            if unit.cut:
                price += _cut_cost(unit, cuts[first], measure)
            if price < least:
                least, start = price, first
        best[end], come_from[end] = least, start
        cuts[end] = cuts[start] + 1 if unit.cut else 0
    return _trace(come_from)


def _cut_cost(unit: Unit, running: int, measure: float) -> float:
    """What it costs to end a line inside a word, after so many lines that did."""
    if not unit.cut:
        return 0.0
    if running >= RUNNING_CUTS:
        return IMPOSSIBLE
    return measure * measure * (DOUBLE_CUT_COST if running else CUT_COST)


def _trace(come_from: Sequence[int]) -> list[tuple[int, int]]:
    lines, end = [], len(come_from) - 1
    while end > 0:
        lines.append((come_from[end], end))
        end = come_from[end]
    return lines[::-1]
