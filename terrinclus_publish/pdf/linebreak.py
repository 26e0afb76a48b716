"""Optimal line breaking over a whole paragraph, ragged right or justified.

After D. E. Knuth and M. F. Plass, « Breaking Paragraphs into Lines » (1981): each line has a cost, and the lines chosen
are those whose costs have the least sum over the paragraph.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from typing import NamedTuple, Protocol


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
NEARLY = 0.001
"""Points that a justified line may be too wide: nobody sees them."""
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
    if slack < -SHRINK * spaces - NEARLY:
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
    runs = _runs(units)
    lines = _fit(runs, measure, ragged)
    if len(lines) < 3:
        return lines
    full = [(first, last) for first, last in lines[:-1] if not units[last - 1].forced]
    if len(full) < 2:
        return lines
    slack = max(0.0, 1 - sum([_width(units[first:last]) for first, last in full]) / len(full) / measure)
    return _fit(runs, measure, Ragged(slack)) if abs(slack - SLACK) > NEAR_SLACK else lines


def _width(line: Sequence[Unit]) -> float:
    return sum([unit.width + unit.space for unit in line]) - line[-1].space + line[-1].hyphen


def break_lines(units: Sequence[Unit], measure: float, cost: Cost = ragged) -> list[tuple[int, int]]:
    """The lines as ``(first, last + 1)`` indices of units. A unit wider than ``measure`` (points) stands alone."""
    return _fit(_runs(units), measure, cost)


class _Run(NamedTuple):
    """Units up to a forced break: the index of the first one, widths with the spaces after, and those spaces."""

    start: int
    units: Sequence[Unit]
    steps: Sequence[float]
    spaces: Sequence[float]


def _runs(units: Sequence[Unit]) -> list[_Run]:
    ends = [place for place, unit in enumerate(units, 1) if unit.forced]
    runs, start = [], 0
    for end in [*ends, len(units)]:
        if end > start:
            own = units[start:end]
            runs.append(_Run(start, own, [unit.width + unit.space for unit in own], [unit.space for unit in own]))
            start = end
    return runs


def _fit(runs: Sequence[_Run], measure: float, cost: Cost) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    for start, units, steps, spaces in runs:
        if sum(steps) - spaces[-1] <= measure + ROUNDING:
            lines.append((start, start + len(units)))
        elif isinstance(cost, Ragged) and True not in [unit.cut for unit in units]:
            lines += _trace(_fill_ragged(steps, spaces, measure, cost), start)
        else:
            lines += _trace(_fill(units, steps, spaces, measure, cost), start)
    return lines


# How both fill: the starts of a line that ends somewhere are tried from the one that makes it fullest. Once a line is
# shorter than what is aimed at, a still shorter one costs more: when not even the cheapest start makes up for it, the
# rest need not be tried.


def _fill(
    units: Sequence[Unit], steps: Sequence[float], spaces: Sequence[float], measure: float, cost: Cost
) -> list[int]:
    """For each unit, where the best line that ends there starts."""
    total = len(units)
    shrink, aim = (0.0, measure * (1 - cost.slack)) if isinstance(cost, Ragged) else (SHRINK, measure)
    lefts, whites = list(accumulate(steps, initial=0.0)), list(accumulate(spaces, initial=0.0))
    shrunk = [left - shrink * white for left, white in zip(lefts, whites, strict=True)]
    cut_costs = (CUT_COST * measure * measure, DOUBLE_CUT_COST * measure * measure, IMPOSSIBLE)
    best, come_from, cuts = [0.0] * (total + 1), [0] * (total + 1), [0] * (total + 1)
    fullest = 0
    for end, unit in enumerate(units, 1):
        right, white = lefts[end] - unit.space, whites[end - 1]
        while fullest < end - 1 and right - shrink * white - shrunk[fullest] > measure + NEARLY:
            fullest += 1
        right += unit.hyphen
        least, start, cheapest = inf, end - 1, min(best[fullest:end])
        for first in range(fullest, end):
            natural = right - lefts[first]
            price = cost(natural, white - whites[first], measure, end == total)
            if natural < aim and price + cheapest > least:
                break
            price += best[first]
            if unit.cut:
                price += cut_costs[min(cuts[first], RUNNING_CUTS)]
            if price <= least:
                least, start = price, first
        best[end], come_from[end] = least, start
        cuts[end] = cuts[start] + 1 if unit.cut else 0
    return come_from


def _fill_ragged(steps: Sequence[float], spaces: Sequence[float], measure: float, cost: Ragged) -> list[int]:
    """The same for whole words set ragged right, the most frequent case by far, with the cost written out."""
    total = len(steps)
    aim, line_cost = measure * (1 - cost.slack), LINE_COST * measure * measure
    lefts = list(accumulate(steps, initial=0.0))
    best, come_from = [0.0] * (total + 1), [0] * (total + 1)
    fullest = 0
    for end, (left, space) in enumerate(zip(lefts[1:], spaces, strict=True), 1):
        right = left - space
        while fullest < end - 1 and right - lefts[fullest] > measure + ROUNDING:
            fullest += 1
        if end == total:
            break
        right -= aim
        least, start, cheapest = inf, end - 1, min(best[fullest:end])
        for first in range(fullest, end):
            deviation = lefts[first] - right
            price = deviation * deviation
            if deviation > 0.0 and price + cheapest > least:
                break
            price += best[first]
            if price <= least:
                least, start = price, first
        best[end], come_from[end] = least + line_cost, start
    ends = [best[first] + cost(right - lefts[first], 0.0, measure, True) for first in range(fullest, total)]
    come_from[total] = fullest + ends.index(min(ends))
    return come_from


def _trace(come_from: Sequence[int], start: int) -> list[tuple[int, int]]:
    lines, end = [], len(come_from) - 1
    while end > 0:
        lines.append((start + come_from[end], start + end))
        end = come_from[end]
    return lines[::-1]
