"""Blocks to pages: right and left, blank pages, the foot, a last page spared."""

import pytest
from lxml import etree

from terrinclus_publish.pdf.flow import Space, Stack
from terrinclus_publish.pdf.pages import Page, Section, ids_at, paginate
from terrinclus_publish.theme import MM


@pytest.fixture
def room(setting):
    page = setting.theme.page
    return (page.format[1] - page.marges.haut - page.marges.bas) * MM


@pytest.fixture
def section(setting):
    """A section of blocks of these heights, in shares of a page."""

    def make(*shares, **said):
        page = setting.theme.page
        room = (page.format[1] - page.marges.haut - page.marges.bas) * MM
        return Section(Stack([Space(share * room) for share in shares], 100), setting, **said)

    return make


def test_sheets_start_on_right_pages_after_a_blank_one(section):
    pages = paginate([section(0.9, starts_right=True), section(0.9, 0.9, starts_right=True), section(0.5)])
    assert [(page.folio, page.block is None) for page in pages] == [
        *((1, False), (2, True), (3, False), (4, False), (5, False)),
    ]
    assert [page.is_right for page in pages] == [True, False, True, False, True]
    assert [page.is_first for page in pages] == [True, False, True, False, True]


def test_no_blank_page_stands_before_a_sheet_that_falls_right(section):
    pages = paginate([section(0.9, 0.9, starts_right=True), section(0.9, starts_right=True)])
    assert [page.folio for page in pages if page.block is None] == []


def test_other_sections_start_on_the_next_page(section):
    assert [page.block is None for page in paginate([section(0.9), section(0.9), section(0.2)])] == [False] * 3


def test_the_strip_of_funders_stands_at_the_foot_of_its_page(section, room):
    made = section(0.3, 0.2)
    made.block.blocks[-1].at_foot = True
    (page,) = paginate([made])
    assert page.block.tops[-1] + page.block.blocks[-1].height == pytest.approx(room)


def test_a_block_that_is_not_at_the_foot_stays_where_it_is(section, room):
    (page,) = paginate([section(0.3, 0.2)])
    assert page.block.tops == [0, pytest.approx(0.3 * room)]


def spaced(section, count, share, space):
    made = section(*[share] * count)
    for block in made.block.blocks:
        block.before = space
    return made


def test_spaces_shrink_when_that_spares_a_nearly_empty_page(section, room):
    loose = spaced(section, 10, 0.1, 0.01 * room)
    assert loose.block.height > room
    assert len(paginate([loose])) == 2  # ten tenths leave no room for any space
    tight = spaced(section, 10, 0.095, 0.006 * room)
    assert tight.block.height > room
    (page,) = paginate([tight])
    assert page.block.height <= room + 0.01


def test_spaces_stay_when_the_last_page_is_well_filled(section, room):
    made = spaced(section, 14, 0.1, 0.01 * room)
    pages = paginate([made])
    assert len(pages) == 2
    assert made.block.blocks[1].before == pytest.approx(0.01 * room)


def test_spaces_are_as_before_when_shrinking_spares_nothing(section, room):
    made = spaced(section, 11, 0.1, 0.01 * room)
    assert len(paginate([made])) == 2
    assert made.block.blocks[1].before == pytest.approx(0.01 * room)


def test_no_page_is_filled_over_its_foot(section, room):
    pages = paginate([section(*[0.13, 0.31, 0.07] * 9)])
    assert all(page.block.height <= room + 0.01 for page in pages)
    assert sum(len(page.block.blocks) for page in pages) == 27


def test_ids_stand_where_their_first_child_is_shown():
    tree = etree.fromstring('<article id="a"><header id="b"><h1 id="c"/><p id="d"/></header><p id="e"/></article>')
    header = tree[0]
    assert list(ids_at(header[0])) == ["c", "b", "a"]
    assert list(ids_at(header[1])) == ["d"]
    assert list(ids_at(tree[1])) == ["e"]


def test_anchors_are_measured_from_the_pages_foot(section, setting, room):
    made = section(0.5, 0.5, 0.5)
    for number, block in enumerate(made.block.blocks):
        block.element = etree.Element("p", id=str(number))
    found = {element.get("id"): (page.folio, top) for page in paginate([made]) for element, top in page.anchors}
    foot = setting.theme.page.marges.bas * MM
    assert found["0"] == (1, pytest.approx(foot + room))
    assert found["1"] == (1, pytest.approx(foot + room / 2))
    assert found["2"] == (2, pytest.approx(foot + room))


def test_an_odd_page_is_a_right_page(section):
    assert [Page(folio, None, section(0.1), False).is_right for folio in (1, 2, 3)] == [True, False, True]
