"""Optimal line breaking over a whole paragraph, ragged right or justified.

After D. E. Knuth and M. F. Plass, « Breaking Paragraphs into Lines » (1981): each line has a cost, and the lines chosen
are those whose costs have the least sum over the paragraph.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean
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
SHORT_LAST_LINE, SHORT_LAST_LINE_WEIGHT = 0.22, 4.0
"""A last line under this share of the measure is avoided where another break allows: its lack weighs more."""
IMPOSSIBLE = 1e12
ROUNDING = 1e-7
"""Points: a line that fills the measure does not fail by how its width was summed."""
STRETCH, SHRINK = 0.7, 0.22
"""How far a justified line's spaces may grow before it is ugly, and shrink at all, as shares of their width."""
LOOSEST = 2.2
"""A justified line's spaces are never wider than so many times their width: a line of long names ends short instead."""
UNFILLED_WEIGHT = 50.0
"""What such a line lacks weighs more than its being there."""
SLACK = 0.07
"""What ragged lines lack of the measure, as a share of it: lines that all lack a little make an even edge."""
NEAR_SLACK = 0.004
"""A paragraph whose lines lack so little more or less is not broken again."""
LINE_COST = 0.05
"""Of one more line, as a share of the square of the measure: an even edge takes no more lines than a full one."""
RUNNING_CUTS = 2
"""Lines running that may end inside a word (Lexique des règles typographiques: not three)."""


@dataclass(frozen=True)
class Ragged:
    """The cost of ragged lines that all lack the same share of the measure: the square of the deviation from it."""

    slack: float = SLACK

    def __call__(self, natural: float, spaces: float, measure: float, last: bool) -> float:
        """The cost of a line."""
        lack = measure - natural
        if lack < -ROUNDING:
            return IMPOSSIBLE - lack
        deviation = lack - self.slack * measure
        price = _short_last_line(lack, measure) if last else deviation * deviation
        return price + LINE_COST * measure * measure


ragged = Ragged()
"""The cost of ragged lines when nothing is known of the paragraph."""


def justified(natural: float, spaces: float, measure: float, last: bool) -> float:
    """The cube of the stretch of the spaces, in units of what they bear; much more for a line that they cannot fill."""
    slack = measure - natural
    if slack < -SHRINK * spaces - 0.001:
        return IMPOSSIBLE - slack
    if last and slack >= 0:
        return _short_last_line(slack, measure)
    most = (LOOSEST - 1) * spaces
    if slack > most:
        return measure * measure + UNFILLED_WEIGHT * (slack - most) ** 2
    ratio = slack / (spaces * (STRETCH if slack > 0 else SHRINK)) if spaces else 0.0
    return measure * measure * abs(ratio) ** 3 * JUSTIFIED_SCALE


JUSTIFIED_SCALE = 0.01
"""Brings a justified line's cost to the scale of a ragged one's."""


def _short_last_line(slack: float, measure: float) -> float:
    missing = slack - measure * (1 - SHORT_LAST_LINE)
    return SHORT_LAST_LINE_WEIGHT * missing * missing if missing > 0 else 0.0


def break_ragged(units: Sequence[Unit], measure: float) -> list[tuple[int, int]]:
    """The lines, ragged right, whose lengths differ least from one another.

    Why twice: how much a paragraph's lines must lack depends on its words; the first breaking tells it.
    """
    lines = break_lines(units, measure, ragged)
    full = [(first, last) for first, last in lines[:-1] if not units[last - 1].forced]
    if len(full) < 2:
        return lines
    slack = max(0.0, 1 - fmean([_width(units[first:last]) for first, last in full]) / measure)
    return break_lines(units, measure, Ragged(slack)) if abs(slack - SLACK) > NEAR_SLACK else lines


def _width(line: Sequence[Unit]) -> float:
    return sum([unit.width + unit.space for unit in line]) - line[-1].space + line[-1].hyphen


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
    if sum(widths) + sum(spaces) - spaces[-1] <= measure + ROUNDING:
        return [(0, total)]
    if isinstance(cost, Ragged) and not any(unit.cut for unit in units):
        return _trace(_fill_ragged(widths, spaces, measure, cost))
    return _trace(_fill(units, widths, spaces, measure, cost))


def _fill(
    units: Sequence[Unit], widths: Sequence[float], spaces: Sequence[float], measure: float, cost: Cost
) -> list[int]:
    """For each unit, where the best line that ends there starts."""
    total = len(units)
    shrink = 0.0 if isinstance(cost, Ragged) else SHRINK
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
            white += spaces[first]
            if natural - shrink * white > measure + 0.001:
                break
            price = best[first] + cost(natural, white, measure, last)
            if unit.cut:
                price += _cut_cost(unit, cuts[first], measure)
            if price < least:
                least, start = price, first
        best[end], come_from[end] = least, start
        cuts[end] = cuts[start] + 1 if unit.cut else 0
    return come_from


def _fill_ragged(widths: Sequence[float], spaces: Sequence[float], measure: float, cost: Ragged) -> list[int]:
    """The same for whole words set ragged right, the most frequent case by far, with the cost written out."""
    total = len(widths)
    aim, line_cost = cost.slack * measure, LINE_COST * measure * measure
    steps = [width + space for width, space in zip(widths, spaces, strict=True)]
    best = [0.0] * (total + 1)
    come_from = [0] * (total + 1)
    for end in range(1, total):
        slack = measure - widths[end - 1]
        start = end - 1
        least = best[start] + ((slack - aim) ** 2 if slack >= -ROUNDING else IMPOSSIBLE - slack)
        for first in range(end - 2, -1, -1):
            slack -= steps[first]
            if slack < -ROUNDING:
                break
            price = best[first] + (slack - aim) ** 2
            if price < least:
                least, start = price, first
        best[end], come_from[end] = least + line_cost, start
    natural, start = widths[-1], total - 1
    least = best[start] + cost(natural, 0.0, measure, True)
    for first in range(total - 2, -1, -1):
        natural += steps[first]
        if natural > measure + ROUNDING:
            break
        price = best[first] + cost(natural, 0.0, measure, True)
        if price < least:
            least, start = price, first
    come_from[total] = start
    return come_from


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
