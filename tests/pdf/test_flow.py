"""Blocks one under another: what stands between them, and that cutting them between pages loses nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terrinclus_publish.pdf.columns import Columns
from terrinclus_publish.pdf.flow import EPSILON, Beside, Block, Indented, Space, Stack
from terrinclus_publish.pdf.pages import _cut

LINE = 10.0


class Brick(Block):
    """Lines of a fixed height; like a paragraph, it wants two of them on either side of a cut."""

    def __init__(self, name, lines=1, before=0.0, after=0.0, keep=False, needs=0.0, first=0):
        super().__init__(100)
        self.name, self.lines, self.first = name, lines, first
        self.before, self.after, self.keep, self.needs = before, after, keep, needs

    @property
    def height(self):
        return self.lines * LINE

    def split(self, room):
        fit = min(int((room + EPSILON) / LINE), self.lines - 2)
        return self._parted(fit) if fit >= 2 else []

    def cut(self, room):
        fit = max(1, int((room + EPSILON) / LINE))
        return self._parted(fit) if fit < self.lines else []

    def _parted(self, fit):
        rest = Brick(self.name, self.lines - fit, 0.0, self.after, self.keep, 0.0, self.first + fit)
        return [Brick(self.name, fit, self.before, 0.0, self.keep, self.needs, self.first), rest]


class Stone(Brick):
    """A block that is never cut: a picture."""

    def split(self, room):
        return []

    cut = split


def lines(block):
    """Every line of the bricks in a block, in reading order."""
    if isinstance(block, Brick):
        return [(block.name, block.first + number) for number in range(block.lines)]
    return [line for part, _ in block.parts() for line in lines(part)]


def stack(*blocks):
    return Stack(blocks, 100)


def pages(block, room):
    return list(_cut(block, room))


# --- spaces ----------------------------------------------------------------------------------------------------------


def test_between_two_blocks_the_larger_space_counts():
    assert stack(Brick("a", after=6), Brick("b", before=15)).tops == [0, LINE + 15]
    assert stack(Brick("a", after=15), Brick("b", before=6)).tops == [0, LINE + 15]


def test_a_stack_passes_on_its_first_and_last_spaces():
    made = stack(Brick("a", before=7, after=1), Brick("b", before=1, after=9, keep=True))
    assert (made.before, made.after, made.keep) == (7, 9, True)
    assert made.height == 2 * LINE + 1


def test_an_empty_stack_has_no_height():
    assert (stack().height, list(stack().parts())) == (0.0, [])


def test_no_space_is_left_at_the_top_of_a_page():
    _, second = pages(stack(Brick("a", 4, after=15), Brick("b", 4, before=20)), 60)
    assert second.tops[0] == 0
    assert second.height == 40


def test_tightening_shrinks_spaces_and_no_block():
    made = stack(Brick("a", after=10), stack(Brick("b"), Brick("c", before=20)))
    assert made.height == 3 * LINE + 30
    made.tighten(0.5)
    assert made.height == 3 * LINE + 15
    made.tighten(2)
    assert made.height == pytest.approx(3 * LINE + 30)


def test_the_spaces_of_a_stack_that_is_cut_stay_around_it():
    boxed = stack(Brick("title", 1, keep=True), Brick("text", 6))
    boxed.before = boxed.after = 15
    outer = stack(Brick("a", 2, after=6), boxed, Brick("z", 1, before=6))
    first, second = pages(outer, 65)
    assert [top for _, top in first.parts()] == [0, 20 + 15]
    assert lines(second)[-1:] == [("z", 0)]
    (rest, _), (_, top) = second.parts()
    assert top == rest.height + 15


def test_the_spaces_of_a_row_that_is_cut_stay_around_it():
    row = Beside(Brick("label"), Brick("text", 6), 30)
    row.before = row.after = 15
    first, second = pages(stack(Brick("a", 2, after=6), row, Brick("z", 1, before=6)), 65)
    assert [top for _, top in first.parts()] == [0, 20 + 15]
    (rest, _), (_, top) = second.parts()
    assert top == rest.height + 15


# --- cuts ------------------------------------------------------------------------------------------------------------


def test_a_heading_stays_with_what_follows():
    first, second = pages(stack(Brick("a", 4), Brick("h", keep=True), Stone("b", 3)), 60)
    assert lines(first) == [("a", n) for n in range(4)]
    assert lines(second)[0] == ("h", 0)


def test_two_headings_stay_with_what_follows():
    first, _ = pages(stack(Brick("a", 3), Brick("h", keep=True), Brick("i", keep=True), Stone("b", 3)), 60)
    assert {name for name, _ in lines(first)} == {"a"}


def test_a_heading_may_end_a_page_when_a_cut_of_what_follows_is_there():
    first, _ = pages(stack(Brick("a", 3), Brick("h", keep=True), Brick("b", 6)), 60)
    assert lines(first)[-3:] == [("h", 0), ("b", 0), ("b", 1)]


def test_a_block_needs_its_room():
    first, second = pages(stack(Brick("a", 3), Brick("h", needs=50, keep=True), Brick("b", 6)), 70)
    assert lines(first)[-1] == ("a", 2)
    assert lines(second)[0] == ("h", 0)


def test_no_line_is_left_alone():
    first, second = pages(stack(Brick("a", 3), Brick("b", 3)), 40)
    assert len(lines(first)) == 3
    assert len(lines(second)) == 3
    first, second = pages(stack(Brick("a", 3), Brick("b", 4)), 60)
    assert (len(lines(first)), len(lines(second))) == (5, 2)


def test_a_chain_of_kept_blocks_longer_than_a_page_is_cut_within_it():
    chain = stack(*(Stone(str(number), 2, keep=True) for number in range(5)), Brick("end", 3))
    cut = pages(chain, 45)
    assert [line for piece in cut for line in lines(piece)] == lines(chain)
    assert all(piece.height <= 45 for piece in cut)


def test_a_chain_that_ends_above_the_foot_is_not_drawn_over_it():
    cut = pages(stack(Stone("a", 4, keep=True, after=5), Brick("b", 3)), 40)
    assert [piece.height for piece in cut] == [40, 30]


def test_a_block_taller_than_a_page_is_shown_all_the_same():
    (only,) = pages(stack(Stone("a", 9)), 50)
    assert lines(only) == lines(Stone("a", 9))


def test_the_label_stays_with_the_first_part():
    first, second = pages(Beside(Brick("label", 2), Brick("text", 8), 30), 50)
    assert lines(first)[:2] == [("label", 0), ("label", 1)]
    assert isinstance(second, Indented)
    assert [name for name, _ in lines(second)] == ["text"] * (8 - 5)


def test_a_label_taller_than_the_room_goes_to_the_next_page():
    first, second = pages(stack(Brick("a", 3), Beside(Brick("label", 3), Brick("text", 4), 30)), 50)
    assert {name for name, _ in lines(first)} == {"a"}
    assert lines(second)[0] == ("label", 0)


def test_first_lines_side_by_side_share_a_baseline():
    class Text(Brick):
        baseline = property(lambda self: self.depth)

    small, large = Text("s"), Text("l")
    small.depth, large.depth = 6.0, 9.0
    tops = [top for _, top in Beside(small, large, 10).parts()]
    assert tops == [3.0, 0.0]
    assert Beside(small, large, 10).height == LINE + 3
    assert Beside(large, small, 10).baseline == 9.0


def test_columns_are_filled_evenly_and_in_order():
    content = stack(*(Stone(str(number)) for number in range(7)))
    columns = Columns(content, (0.0, 60.0, 120.0), 180)
    parts = [lines(part) for part, _ in columns.parts()]
    assert [line for part in parts for line in part] == lines(content)
    assert max(map(len, parts)) == 3
    assert columns.height == 30


def test_columns_go_on_over_pages():
    content = stack(*(Stone(str(number)) for number in range(10)))
    cut = pages(stack(Brick("h", keep=True), Columns(content, (0.0, 60.0), 120)), 40)
    assert [line for piece in cut for line in lines(piece)] == [("h", 0), *lines(content)]
    assert all(piece.height <= 40 for piece in cut)


def test_tightening_fills_columns_anew():
    def columns(space):
        return Columns(stack(*(Stone(str(number), before=space) for number in range(9))), (0.0, 60.0), 120)

    made, wanted = columns(20), columns(10)
    assert made.height > wanted.height
    made.tighten(0.5)
    assert made.height == wanted.height
    assert [len(lines(part)) for part in made.split(52)] == [len(lines(part)) for part in wanted.split(52)] == [6, 3]


def test_walking_gives_every_block_with_its_top():
    inner = stack(Brick("b"), Brick("c", before=4))
    made = stack(Brick("a", after=2), Indented(inner, 5))
    tops = {block.name: top for block, top in made.walk() if isinstance(block, Brick)}
    assert tops == {"a": 0, "b": 12, "c": 26}


# --- any stack -------------------------------------------------------------------------------------------------------

ROOM = 100.0
few = settings(max_examples=60, deadline=None)
spaces = st.sampled_from([0.0, 3.0, 6.5, 13.0])
bricks = st.builds(
    Brick, st.uuids().map(str), st.integers(1, 25), before=spaces, after=spaces, keep=st.booleans(),
    needs=st.sampled_from([0.0, 0.0, 40.0]),
)  # fmt: skip
stones = st.builds(Stone, st.uuids().map(str), st.integers(1, 10), before=spaces, after=spaces, keep=st.booleans())
labels = st.builds(Stone, st.uuids().map(str), st.integers(1, 3))


def nested(inner):
    stacks = st.lists(inner, min_size=1, max_size=5).map(lambda blocks: Stack(blocks, 100))
    rows = st.builds(Beside, labels, inner, st.just(30.0))
    return stacks | rows | st.builds(Indented, inner, st.just(20.0))


blocks = st.recursive(bricks | stones, nested, max_leaves=12)
stacks = st.lists(blocks, min_size=1, max_size=6).map(lambda found: Stack(found, 100))


@few
@given(stacks)
def test_cutting_loses_nothing_and_every_piece_fits(made):
    before = lines(made)
    cut = pages(made, ROOM)
    assert [line for piece in cut for line in lines(piece)] == before
    assert all(piece.height <= ROOM + EPSILON for piece in cut)
    assert all(piece.height > 0 for piece in cut)


@few
@given(stacks, st.floats(0, 150))
def test_a_split_is_two_parts_of_which_the_first_fits(made, room):
    before = lines(made)
    pieces = made.split(room)
    if len(pieces) == 2:
        assert pieces[0].height <= room + EPSILON
        assert lines(pieces[0])
        assert lines(pieces[1])
    if pieces:
        assert [line for piece in pieces for line in lines(piece)] == before


@few
@given(stacks)
def test_a_stacks_height_is_where_its_last_block_ends(made):
    assert made.height == pytest.approx(max(top + block.height for block, top in made.parts()))


def test_room_of_its_own_is_empty():
    assert (Space(12).height, list(Space(12).parts())) == (12, [])
