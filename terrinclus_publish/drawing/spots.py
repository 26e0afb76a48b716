"""Where a map's squares stand: on their place, or near it, joined to it by a line. In the map's unit (``earth.View``).

Places of one sheet that are nearer to each other than a square is wide share a square. A square never covers another,
nor a name; one that must leave its place goes where the land around is free, as near as it can.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from terrinclus_publish.drawing.earth import Spot, View

Point = tuple[float, float]
SAFE = 0.034
"""What squares keep from the map's sides: a page is cut there."""
OWN, OTHERS = 0.75, 0.6
"""What a square's middle keeps from the places that it is joined to, and from those of others: shares of its side."""
RINGS, DIRECTIONS = 24, 16
"""How far a free place is looked for: rings half a side apart, and places on each."""
TRIES = 6000
"""Rings for all squares together: where thousands of sheets are, none finds room, and looking for it takes long."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Room that is taken; its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def holds(self, point: Point, margin: float) -> bool:
        """Whether a point is inside, or within the margin around."""
        x, y = point
        return (
            self.left - margin < x < self.left + self.width + margin
            and self.top - margin < y < self.top + self.height + margin
        )


@dataclass(frozen=True, slots=True)
class Placed:
    """A square's centre, and the places that a line joins it to: none where it stands on its only place."""

    spot: Spot
    x: float
    y: float
    led_to: tuple[Point, ...]


def place_spots(spots: Sequence[Spot], view: View, side: float, taken: Iterable[Rectangle] = ()) -> list[Placed]:
    """The squares of the spots, ``side`` wide with what parts one from the next; ``taken`` is left free."""
    groups = [
        (spot, [(view.x(one.longitude), view.y(one.latitude)) for one in near])
        for spot, near in _groups(spots, view, side)
    ]
    room = _Room(side, list(taken))
    for _, places in groups:
        room.note_places(places)
    rings = max(2, min(RINGS, TRIES // max(1, len(groups))))
    placed: list[Placed] = []
    for spot, places in sorted(groups, key=lambda group: room.crowd(group[1])):
        middle = _middle(places)
        tries = ((is_free, point) for is_free in (room.is_clear, room.is_free) for point in _rings(middle, side, rings))
        near = (point for is_free, point in tries if is_free(point, places))
        x, y = next(near, middle)
        room.take((x, y))
        placed.append(Placed(spot, x, y, () if [(x, y)] == places else tuple(places)))
    return placed


def _groups(spots: Sequence[Spot], view: View, side: float) -> Iterator[tuple[Spot, list[Spot]]]:
    """Each sheet's spots, those together that are nearer than a square is wide to one of the group."""
    by_sheet: dict[tuple[str, int], list[Spot]] = defaultdict(list)
    for spot in spots:
        by_sheet[spot.text, spot.teinte].append(spot)
    for own in by_sheet.values():
        while own:
            group = [own.pop()]
            for one in group:  # grows while it is read: neighbours of neighbours belong to it
                near = [other for other in own if _distance(one, other, view) < side]
                group += near
                own = [other for other in own if other not in near]
            yield group[0], group


def _distance(one: Spot, other: Spot, view: View) -> float:
    return math.dist((view.x(one.longitude), view.y(one.latitude)), (view.x(other.longitude), view.y(other.latitude)))


def _middle(places: Sequence[Point]) -> Point:
    return sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)


def _rings(middle: Point, side: float, rings: int) -> Iterator[Point]:
    """Places nearer and farther around a point, first itself."""
    yield middle
    for ring in range(1, rings):
        for step in range(DIRECTIONS):
            angle = step * math.tau / DIRECTIONS
            yield middle[0] + ring * side / 2 * math.cos(angle), middle[1] + ring * side / 2 * math.sin(angle)


class _Room:
    """What of the map is taken: by names, by squares, by the places of the sheets. Points are kept by cells of a
    square's side, so that a question looks at its neighbours only.
    """

    def __init__(self, side: float, taken: Sequence[Rectangle]) -> None:
        self.side, self.taken = side, taken
        self._squares: dict[tuple[int, int], list[Point]] = defaultdict(list)
        self._places: dict[tuple[int, int], list[Point]] = defaultdict(list)
        self._neighbours: dict[tuple[int, int], Sequence[tuple[int, int]]] = {}

    def note_places(self, places: Sequence[Point]) -> None:
        """Places that only their own square may cover."""
        for place in places:
            self._places[self._cell(place)].append(place)

    def take(self, centre: Point) -> None:
        """A square stands there."""
        self._squares[self._cell(centre)].append(centre)

    def crowd(self, places: Sequence[Point]) -> tuple[bool, int, Point]:
        """What the order of placing follows: lonely places first, then the most crowded."""
        near = sum(len(self._places[cell]) for place in places[:1] for cell in self._around(place))
        return len(places) > 1, near, places[0]

    def is_clear(self, centre: Point, places: Sequence[Point]) -> bool:
        """Whether the square of some places may stand there, and its lines cross no other square."""
        return self.is_free(centre, places) and not any(
            self._meets_square(point, self.side / 2) for place in places for point in self._between(centre, place)
        )

    def is_free(self, centre: Point, places: Sequence[Point]) -> bool:
        """Whether the square of some places may stand there: on its only place, or beside all of them."""
        if not SAFE <= centre[0] <= 1 - SAFE or any(room.holds(centre, self.side / 2) for room in self.taken):
            return False
        if self._meets_square(centre, self.side) or self._covers_place(centre, places):
            return False
        return [centre] == list(places) or all(_apart(centre, place) >= self.side * OWN for place in places)

    def _between(self, start: Point, end: Point) -> Iterator[Point]:
        """Points of a line, half a side apart, its start left out."""
        steps = max(1, math.ceil(math.dist(start, end) / (self.side / 2)))
        for step in range(1, steps + 1):
            part = step / steps
            yield start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part

    def _meets_square(self, point: Point, reach: float) -> bool:
        squares = self._squares
        near = (squares[cell] for cell in self._around(point) if cell in squares)
        return any(_apart(point, other) < reach for square in near for other in square)

    def _covers_place(self, centre: Point, own: Sequence[Point]) -> bool:
        return any(
            place not in own and _apart(centre, place) < self.side * OTHERS
            for cell in self._around(centre)
            for place in self._places.get(cell, ())
        )

    def _cell(self, point: Point) -> tuple[int, int]:
        return math.floor(point[0] / self.side), math.floor(point[1] / self.side)

    def _around(self, point: Point) -> Sequence[tuple[int, int]]:
        cell = self._cell(point)
        if cell not in self._neighbours:
            column, row = cell
            self._neighbours[cell] = [(column + right, row + down) for right in (-1, 0, 1) for down in (-1, 0, 1)]
        return self._neighbours[cell]


def _apart(one: Point, other: Point) -> float:
    """The larger of the distances across and down."""
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))
