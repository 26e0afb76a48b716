"""Squares of the map: each on its place, or joined to it."""

import pytest

from terrinclus_publish.drawing.earth import Spot, View, read_home
from terrinclus_publish.drawing.spots import SAFE, Placed, Rectangle, place_spots

SIDE = 0.024
VIEW = View(-90, 110, -30, 70)


def test_a_square_alone_stands_on_its_place():
    (placed,) = place_spots([Spot("1", 0, 40, 10)], VIEW, SIDE)
    assert (placed.x, placed.y) == (VIEW.x(10), VIEW.y(40))
    assert placed.led_to == ()


def test_neighbouring_places_of_one_sheet_share_a_square_that_leads_to_each():
    spots = [Spot("10", 9, 15.7, -60), Spot("10", 9, 14.8, -57), Spot("10", 9, 12.8, -55)]
    (placed,) = place_spots(spots, VIEW, SIDE)
    assert sorted(placed.led_to) == sorted((VIEW.x(spot.longitude), VIEW.y(spot.latitude)) for spot in spots)


def test_a_square_that_leaves_its_place_is_joined_to_it():
    spots = [Spot("1", 0, 40, 10), Spot("2", 1, 40, 10)]
    placed = place_spots(spots, VIEW, SIDE)
    here = (VIEW.x(10), VIEW.y(40))
    assert [square.led_to for square in placed if (square.x, square.y) != here] == [(here,)]


@pytest.mark.parametrize("count", [1, 40, 90])
def test_squares_cover_neither_each_other_nor_a_name_nor_the_places_of_others(count):
    spots = [Spot(str(n), n % 12, 30 + n % 7 * 4, n % 13 * 5) for n in range(count)]
    name = Rectangle(VIEW.x(2), VIEW.y(48), 0.05, 0.02)
    placed = place_spots(spots, VIEW, SIDE, [name])
    assert len(placed) == count
    for square in placed:
        assert SAFE <= square.x <= 1 - SAFE
        assert not name.holds((square.x, square.y), SIDE / 2 - 1e-9)
        for other in placed:
            if other is not square:
                assert _apart(square, other) >= SIDE - 1e-9
            for place in other.led_to:
                assert max(abs(square.x - place[0]), abs(square.y - place[1])) >= SIDE / 2


def _apart(one: Placed, other: Placed) -> float:
    return max(abs(one.x - other.x), abs(one.y - other.y))


def test_thousands_of_squares_are_all_placed():
    spots = [Spot(str(n), n % 12, n % 60 - 20, n % 150 - 60) for n in range(2400)]
    assert len(place_spots(spots, VIEW, SIDE)) == 2400


def test_the_home_country_is_read_from_the_tree():
    home = read_home("46.6,2.4,France")
    assert home is not None
    assert (home.name, home.latitude, home.longitude) == ("France", 46.6, 2.4)
    assert read_home("") is None
