"""Cloth: every crossing shows one thread, and threads never touch one another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terrinclus_publish.drawing.cloth import weave

TABBY = ("10", "01")


def covers(thread, x, y):
    return thread.x <= x <= thread.x + thread.width and thread.y <= y <= thread.y + thread.height


@st.composite
def patterns(draw):
    columns = draw(st.integers(1, 8))
    rows = draw(st.lists(st.text("01", min_size=columns, max_size=columns), min_size=1, max_size=8))
    return tuple(rows)


@settings(max_examples=60, deadline=None)
@given(patterns(), st.integers(1, 12), st.integers(1, 9))
def test_every_crossing_shows_the_thread_that_the_pattern_says(pattern, columns, rows):
    floats = weave(pattern, columns, rows, 10.0, 0.2)
    for row in range(rows):
        for column in range(columns):
            seen = [thread for thread in floats if covers(thread, column * 10 + 5, row * 10 + 5)]
            assert len(seen) == 1
            assert seen[0].warp is (pattern[row % len(pattern)][column % len(pattern[0])] == "1")


@settings(max_examples=60, deadline=None)
@given(patterns(), st.integers(1, 8), st.integers(1, 6), st.sampled_from([0.0, 0.12, 0.5]))
def test_threads_stay_in_the_cloth_and_never_overlap(pattern, columns, rows, gap):
    floats = weave(pattern, columns, rows, 4.0, gap)
    for thread in floats:
        assert thread.width > 0
        assert thread.height > 0
        assert -1e-9 <= thread.x <= thread.x + thread.width <= columns * 4 + 1e-9
        assert -1e-9 <= thread.y <= thread.y + thread.height <= rows * 4 + 1e-9
    for number, one in enumerate(floats):
        for other in floats[number + 1 :]:
            apart = (
                one.x + one.width <= other.x + 1e-9
                or other.x + other.width <= one.x + 1e-9
                or one.y + one.height <= other.y + 1e-9
                or other.y + other.height <= one.y + 1e-9
            )
            assert apart


def test_tabby_alternates():
    floats = weave(TABBY, 2, 2, 10.0, 0.2)
    warp = {(thread.x, thread.y) for thread in floats if thread.warp}
    assert warp == {(1, 1), (11, 11)}
    assert len(floats) == 4


def test_a_float_goes_over_several_threads_without_a_gap():
    (warp,) = (thread for thread in weave(("1", "1", "1"), 1, 3, 10.0, 0.2) if thread.warp)
    assert (warp.y, warp.height) == (1, 28)


def test_every_weave_of_the_shade_card_has_rows_of_one_length(project_theme):
    assert not [dye.armure for dye in project_theme.nuancier if len(set(map(len, dye.dessin))) != 1]


def test_every_weave_of_the_shade_card_holds_together(project_theme):
    """A thread that never dives, or never shows, is not woven in."""
    for dye in project_theme.nuancier:
        columns = ["".join(row[place] for row in dye.dessin) for place in range(len(dye.dessin[0]))]
        assert all({"0", "1"} == set(thread) for thread in [*dye.dessin, *columns]), dye.armure


def test_weaves_of_the_shade_card_are_told_apart(project_theme):
    assert len({tuple(dye.dessin) for dye in project_theme.nuancier}) == len(project_theme.nuancier)


@pytest.mark.parametrize("size", [(0, 3), (3, 0)])
def test_a_cloth_without_threads_is_empty(size):
    assert weave(TABBY, *size, 10.0, 0.1) == ()
