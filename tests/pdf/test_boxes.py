"""Boxes: a head once, a foot once, nothing lost between."""

from itertools import chain

import pytest

from terrinclus_publish.pdf.boxes import BarForm, Box, ClothForm, Continued, FrameForm
from terrinclus_publish.pdf.flow import Stack
from terrinclus_publish.pdf.pages import _cut

WIDTH = 400.0


@pytest.fixture
def box(setting, text):
    def make(form, *lines):
        return Box(Stack([text(count) for count in lines], WIDTH), form(setting.dyed(0)), WIDTH)

    return make


def leaves(block):
    parts = [part for part, _ in block.parts()]
    return [*chain.from_iterable(map(leaves, parts))] if parts else list(block.lines)


@pytest.mark.parametrize("form", [BarForm, ClothForm, FrameForm])
def test_a_box_is_its_content_with_head_and_foot(box, form):
    made = box(form, 4)
    assert made.height == made.content.height + made.form.head + made.form.foot


def test_the_partners_view_goes_on_over_pages_with_one_head_and_one_foot(box):
    made = box(ClothForm, 6, 6, 6)
    before = leaves(made)
    pages = list(_cut(Stack([made], WIDTH), made.height / 2))
    boxes = [page.blocks[0] for page in pages]
    assert len(boxes) > 1
    assert [piece.starts for piece in boxes] == [True] + [False] * (len(boxes) - 1)
    assert [piece.ends for piece in boxes] == [False] * (len(boxes) - 1) + [True]
    assert [*chain.from_iterable(map(leaves, boxes))] == before
    assert all(page.height <= made.height / 2 + 0.01 for page in pages)


@pytest.mark.parametrize("form", [BarForm, FrameForm])
def test_other_boxes_stay_whole_where_a_page_holds_them(box, text, form):
    made = box(form, 6, 6)
    first, second = _cut(Stack([text(5), made], WIDTH), made.height + 20)
    assert len(first.blocks) == 1
    assert second.blocks == [made]


@pytest.mark.parametrize("form", [BarForm, FrameForm, ClothForm])
def test_a_box_that_no_page_holds_is_cut(box, form):
    made = box(form, 30, 30)
    room = made.height / 3
    before = leaves(made)
    pages = list(_cut(made, room))
    assert all(page.height <= room + 0.01 for page in pages)
    assert [*chain.from_iterable(map(leaves, pages))] == before


def test_the_spaces_around_a_box_stay_around_its_parts(box):
    made = box(ClothForm, 6, 6)
    made.before = made.after = 15
    first, rest = made.split(made.height * 0.6)
    assert first.before == 15
    assert rest.after == 15


@pytest.mark.parametrize("form", [BarForm, FrameForm])
def test_a_long_box_is_cut_rather_than_moved(box, text, form, setting):
    made = box(form, 6, 30)
    assert made.height > setting.mm("encart_entier")
    room = text(5).height + made.height - 60
    first, second = _cut(Stack([text(5), made], WIDTH), room)
    assert [piece.starts for piece in (first.blocks[1], second.blocks[0])] == [True, False]


def test_each_part_of_a_box_but_the_first_bears_the_label_again(setting, text):
    label = Continued(setting.line("Regard (suite)", "etiquette", 100), 0.0)
    made = Box(text(30), ClothForm(setting.dyed(0)), WIDTH, label)
    boxes = list(_cut(made, made.height / 2))
    assert [piece.continued for piece in boxes] == [label] * len(boxes)
    assert len(boxes) > 1


def test_a_box_closed_by_the_next_sections_rule_keeps_that_over_pages(setting, text):
    made = Box(text(30), ClothForm(setting.dyed(0)), WIDTH)
    made.is_closed = False
    assert [piece.is_closed for piece in _cut(made, made.height / 2)][-1] is False
