"""Lines that are the best for a paragraph as a whole."""

from dataclasses import dataclass
from itertools import chain, combinations, pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from terrinclus_publish.pdf.linebreak import (
    LOOSEST,
    SHORT_LAST_LINE,
    Ragged,
    break_lines,
    break_ragged,
    justified,
    ragged,
)

MEASURE = 100.0


@dataclass(frozen=True)
class Unit:
    width: float
    space: float = 3.0
    hyphen: float = 0.0
    cut: bool = False
    forced: bool = False


def line_widths(units, lines):
    return [sum(u.width + u.space for u in units[a:b]) - units[b - 1].space + units[b - 1].hyphen for a, b in lines]


def total(units, lines):
    """The sum of the lines' costs, ragged right."""
    widths = line_widths(units, lines)
    return sum(ragged(width, 0, MEASURE, number == len(lines)) for number, width in enumerate(widths, 1))


def greedy(units):
    lines, start, width = [], 0, 0.0
    for place, unit in enumerate(units):
        if place > start and width + unit.width > MEASURE:
            lines.append((start, place))
            start, width = place, 0.0
        width += unit.width + unit.space
    return [*lines, (start, len(units))]


def every_breaking(count):
    for cuts in range(count):
        for places in combinations(range(1, count), cuts):
            yield list(pairwise([0, *places, count]))


units = st.lists(st.builds(Unit, st.floats(1, 60).map(lambda x: round(x, 1))), min_size=1, max_size=40)
few_units = st.lists(st.builds(Unit, st.floats(5, 80).map(lambda x: round(x, 1))), min_size=1, max_size=9)


@settings(max_examples=80, deadline=None)
@given(units)
def test_lines_hold_every_unit_once_and_in_order(found):
    lines = break_lines(found, MEASURE)
    assert [place for a, b in lines for place in range(a, b)] == list(range(len(found)))


@settings(max_examples=80, deadline=None)
@given(units)
def test_the_right_edge_is_never_less_even_than_filling_line_by_line_makes_it(found):
    assert total(found, break_lines(found, MEASURE)) <= total(found, greedy(found)) + 1e-6


@settings(max_examples=60, deadline=None)
@given(few_units)
def test_no_other_breaking_is_better(found):
    best = min(total(found, lines) for lines in every_breaking(len(found)))
    assume(sum(unit.width + unit.space for unit in found) - found[-1].space > MEASURE)
    assert total(found, break_lines(found, MEASURE)) == pytest.approx(best)


@settings(max_examples=80, deadline=None)
@given(units)
def test_no_line_is_wider_than_the_measure(found):
    assert all(width <= MEASURE + 1e-6 for width in line_widths(found, break_lines(found, MEASURE)))


def test_a_unit_wider_than_the_measure_stands_alone():
    found = [Unit(30), Unit(140), Unit(30), Unit(30)]
    assert break_lines(found, MEASURE) == [(0, 1), (1, 2), (2, 4)]


def test_a_text_that_fits_is_one_line():
    assert break_lines([Unit(48.5), Unit(48.5)], MEASURE) == [(0, 2)]
    assert break_lines([Unit(20)], MEASURE) == [(0, 1)]
    assert break_lines([], MEASURE) == []


def test_a_forced_break_ends_the_line():
    found = [Unit(10), Unit(10, forced=True), Unit(10), Unit(10)]
    assert break_lines(found, MEASURE) == [(0, 2), (2, 4)]
    assert break_lines([Unit(10), Unit(10, forced=True)], MEASURE) == [(0, 2)]


def test_a_very_short_last_line_is_avoided():
    found = [*[Unit(22)] * 4, Unit(10)]
    lines = break_lines(found, MEASURE)
    assert greedy(found)[-1] == (4, 5)
    assert lines == [(0, 3), (3, 5)]
    assert line_widths(found, lines)[-1] >= SHORT_LAST_LINE * MEASURE


def test_a_line_ends_between_words_rather_than_inside_one():
    around = [Unit(43), Unit(44)], [Unit(30)]
    cut, uncut = Unit(1.9, space=0, cut=True), Unit(1.9)
    assert break_lines([*around[0], cut, *around[1]], MEASURE)[0] == (0, 2)
    assert break_lines([*around[0], uncut, *around[1]], MEASURE)[0] == (0, 3)


halves = st.floats(9, 16).map(lambda x: round(x, 1))
cut_words = st.tuples(halves, halves).map(lambda two: [Unit(two[0], space=0, hyphen=3, cut=True), Unit(two[1])])


@settings(max_examples=60, deadline=None)
@given(st.lists(cut_words, min_size=15, max_size=25).map(lambda found: [*chain.from_iterable(found)]))
def test_three_lines_running_never_end_inside_a_word(found):
    lines = break_lines(found, MEASURE)
    ends = [found[b - 1].cut for _, b in lines]
    assert all(width <= MEASURE + 1e-6 for width in line_widths(found, lines))
    assert not any(all(ends[place : place + 3]) for place in range(len(ends) - 2))


def test_the_hyphen_counts_in_the_line():
    found = [Unit(50), Unit(46, space=0, hyphen=3, cut=True), Unit(60)]
    assert line_widths(found, break_lines(found, MEASURE)) == [50, 106] or break_lines(found, MEASURE)[0] == (0, 1)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.builds(Unit, st.floats(4, 15).map(lambda x: round(x, 1))), min_size=30, max_size=60))
def test_a_justified_line_shrinks_its_spaces_by_no_more_than_they_bear(found):
    lines = break_lines(found, MEASURE, justified)
    for (a, b), width in zip(lines, line_widths(found, lines), strict=True):
        assert width - MEASURE <= 0.22 * sum(unit.space for unit in found[a : b - 1]) + 0.01


def test_ragged_lines_all_lack_a_little_rather_than_some_a_lot():
    found = [Unit(17), Unit(17), Unit(17), Unit(17), Unit(17), Unit(26), Unit(26), Unit(26), Unit(40)]
    assert line_widths(found, greedy(found)) == [97, 84, 40]
    assert line_widths(found, break_lines(found, MEASURE, Ragged(0.2))) == [77, 75, 69]


def test_a_paragraph_is_broken_again_about_the_slack_that_its_words_allow():
    found = [Unit(38.5)] * 9
    lines = break_ragged(found, MEASURE)
    assert line_widths(found, lines) == [80, 80, 80, 80, 38.5]


def test_a_line_that_its_spaces_cannot_fill_costs_more_than_two_loose_ones():
    loose = MEASURE - LOOSEST * 10
    assert justified(loose + 10, 10, MEASURE, False) * 2 < justified(loose + 9, 10, MEASURE, False)
