"""Tables: rows are never cut, the head comes again, a short table stays whole."""

import pytest

from terrinclus_publish.pdf.flow import Stack
from terrinclus_publish.pdf.pages import _cut
from terrinclus_publish.pdf.tables import SHORT_TABLE, Cell, Row, Table

WIDTH = 400.0


@pytest.fixture
def table(setting, text):
    """A table of so many rows of one line; a number of lines instead of a row makes a taller one."""

    def row(lines):
        return Row([Cell(text(lines), 0.0, 200.0), Cell(text(1), 200.0, 200.0)], padding=4.0)

    def make(*lines):
        return Table(setting, [row(1)], [row(count) for count in lines], WIDTH)

    return make


def height(rows):
    return sum(row.height for row in rows)


def test_a_row_is_as_high_as_its_tallest_cell(table, setting):
    made = table(3)
    assert made.rows[0].height == 3 * setting.style("corps").interligne + 8
    assert made.height == made.head[0].height + made.rows[0].height


def test_a_short_table_asks_to_stay_whole(table):
    made = table(*[1] * (SHORT_TABLE - 1))
    assert made.split(made.height / 2) == []
    assert table(*[1] * SHORT_TABLE).split(made.height / 2)


def test_a_cut_stands_between_rows_and_repeats_the_head(table):
    made = table(*[2] * 12)
    first, rest = made.split(made.height / 2)
    assert first.rows + rest.rows == made.rows
    assert first.head == rest.head == made.head
    assert first.height <= made.height / 2
    assert (first.head_is_repeated, rest.head_is_repeated) == (False, True)


def test_two_rows_are_left_on_either_side(table):
    made = table(*[1] * 8)
    row = made.rows[0].height
    first, rest = made.split(made.height - row / 2)
    assert (len(first.rows), len(rest.rows)) == (6, 2)
    assert made.split(made.head[0].height + 1.5 * row) == []


def test_a_short_table_that_no_page_holds_is_cut_all_the_same(table):
    made = table(30, 30, 30)
    pages = list(_cut(Stack([made], WIDTH), made.head[0].height + 2 * made.rows[0].height + 1))
    assert [len(page.blocks[0].rows) for page in pages] == [2, 1]


def test_a_row_taller_than_the_room_is_never_cut(table):
    made = table(30, 1)
    assert made.cut(100) == []


def test_a_repeated_head_comes_on_every_page(table):
    made = table(*[1] * 40)
    room = made.head[0].height + 10 * made.rows[0].height
    pages = list(_cut(Stack([made], WIDTH), room))
    assert [len(page.blocks[0].rows) for page in pages] == [10, 10, 10, 10]
    assert all(page.height <= room + 0.01 for page in pages)


def test_parts_give_cells_row_by_row(table):
    made = table(1, 2)
    tops = [round(top, 3) for _, top in made.parts()]
    head = made.head[0].height
    assert tops == [4, 4, head + 4, head + 4, head + made.rows[0].height + 4, head + made.rows[0].height + 4]
