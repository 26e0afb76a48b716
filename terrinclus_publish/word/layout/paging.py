"""Strips put on pages, as many as go on each; sections that start on a new or on an odd page; columns. Points."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from terrinclus_publish.tree import Element
from terrinclus_publish.word.layout.blocks import FREE, KEPT, Strip

_SLACK = 0.05
_COLUMN_STEP = 0.5
"""How near to the least height columns are made equally long."""


@dataclass(frozen=True, slots=True)
class Room:
    """The place of the text on odd and on even pages: from ``tops`` to ``bottoms``."""

    tops: tuple[float, float]
    bottoms: tuple[float, float]

    def top(self, page: int) -> float:
        """Where the text starts on that page."""
        return self.tops[1 - page % 2]

    def bottom(self, page: int) -> float:
        """Where the text ends on that page."""
        return self.bottoms[1 - page % 2]


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its strips, where it starts (``nextPage``, ``oddPage``, ``continuous``), its columns, its element."""

    strips: Sequence[Strip]
    room: Room
    start: str
    columns: int
    section: Element


@dataclass(slots=True)
class Course:
    """Where the pages have come to: the page (from 1), the height on it; and on which pages bookmarks stand."""

    page: int = 0
    y: float = 0.0
    pages: dict[str, int] = field(default_factory=dict)

    def put(self, strip: Strip, top: float, column: int = 0) -> None:
        """A strip has its place."""
        for mark in strip.marks:
            self.pages[mark] = self.page

    def run(self, part: Part) -> None:
        """Put a part's strips."""
        if part.start != "continuous" or not self.page:
            self._turn(part)
            if part.start == "oddPage" and self.page % 2 == 0:
                self._turn(part)
        place, fresh = 0, self.y <= part.room.top(self.page) + _SLACK
        while place < len(part.strips):
            place = self._columns(part, place) if part.columns > 1 else self._column(part, place, fresh)
            fresh = True
            if place < len(part.strips):
                self._turn(part)

    def _turn(self, part: Part) -> None:
        self.page += 1
        self.y = part.room.top(self.page)

    def _column(self, part: Part, place: int, fresh: bool) -> int:
        end, self.y = fill(part.strips, place, (self.y, part.room.bottom(self.page)), fresh, self.put)
        return end

    def _columns(self, part: Part, place: int) -> int:
        """Columns equally long, or down to the foot of the page; the first strip that did not go there."""
        height = balanced(part.strips[place:], part.columns, part.room.bottom(self.page) - self.y)
        for column in range(part.columns):
            ends = (self.y, self.y + height)
            place, _ = fill(part.strips, place, ends, True, partial(self.put, column=column))
        self.y += height
        return place


def fill(
    strips: Sequence[Strip], start: int, ends: tuple[float, float], fresh: bool, put: Callable[[Strip, float], None]
) -> tuple[int, float]:
    """Put strips from ``start`` on between two heights; the first that does not go there, and the height come to.

    ``fresh``: nothing stands above, so that no space is left before the first. A chain of strips that must stay
    together and do not go on one page is parted before its last paragraph that does not go there.
    """
    y, bottom = ends[0], ends[1] + _SLACK
    free = kept = whole = start
    count = len(strips)
    tops: list[float] = []
    for place in range(start, count):
        strip = strips[place]
        first = fresh and place == start
        top = y + (strip.opening if first else strip.gap)
        foot = top + strip.height
        whole = place
        if strip.glue <= KEPT:
            kept = place
            if strip.glue == FREE:
                free = place
        if (foot + strip.closing > bottom or strip.page_break) and not first:
            break
        tops.append(top)
        y = foot
    end = start + len(tops)
    if end < count:
        end = next((way for way in (free, kept, whole) if way > start), end) if fresh else free
    for strip, top in zip(strips[start:end], tops, strict=False):
        put(strip, top)
    last = end - start - 1
    return end, tops[last] + strips[end - 1].height if last >= 0 else ends[0]


def balanced(strips: Sequence[Strip], columns: int, most: float) -> float:
    """The least height at which strips go into that many columns; ``most`` where they do not."""
    low, high = sum(strip.height for strip in strips) / columns / 2, most
    if not _go(strips, columns, most):
        return most
    while high - low > _COLUMN_STEP:
        middle = (low + high) / 2
        if _go(strips, columns, middle):
            high = middle
        else:
            low = middle
    return high


def _go(strips: Sequence[Strip], columns: int, height: float) -> bool:
    place = 0
    for _ in range(columns):
        place, _y = fill(strips, place, (0.0, height), True, lambda strip, top: None)
    return place == len(strips)
