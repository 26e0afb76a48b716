"""How safe page numbers are: by how much a part may grow or shrink before the part after it starts on another page.

A sheet starts on an odd page, so the one before it may come to any length between two even counts of pages. Another
program, another font or an edit changes lengths by a few per cent; numbers stay right as long as that fits in.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from terrinclus_publish.word.layout.blocks import Strip
from terrinclus_publish.word.layout.paging import Course, Part, Room

PROBED = (0.02, 0.04, 0.08, 0.12)
"""Changes of length that are tried, as shares; beyond the last one, a number is as safe as can be."""
_PRECISION = 0.0025


@dataclass(frozen=True, slots=True)
class Margin:
    """The shares by which the length of what a bookmark starts may shrink or grow; PROBED's last at the most."""

    mark: str
    """The bookmark; empty for the pages before the first sheet."""
    shrinks: float
    grows: float

    @property
    def least(self) -> float:
        """The smaller of both."""
        return min(self.shrinks, self.grows)


@dataclass(frozen=True, slots=True)
class Run:
    """Parts in a row up to the next one that starts on an odd page, and the page before them."""

    parts: Sequence[Part]
    page: int
    _followed: dict[float, int] = field(default_factory=dict, init=False, compare=False)

    @property
    def mark(self) -> str:
        """The bookmark of a sheet; empty for what stands before the first one."""
        first = self.parts[0]
        return next((mark for strip in first.strips for mark in strip.marks), "") if first.start == "oddPage" else ""

    def following(self, stretch: float) -> int:
        """The odd page on which the next part starts, were all of this one that many times as long."""
        if stretch not in self._followed:
            course = Course(self.page)
            for part in self.parts:
                course.run(replace(part, room=_stretched(part.room, stretch)))
            self._followed[stretch] = course.page + 1 + course.page % 2
        return self._followed[stretch]

    def margin(self) -> Margin:
        """How much it may shrink and grow."""
        wanted = self.following(1)
        return Margin(self.mark, self._bears(wanted, -1), self._bears(wanted, 1))

    def bears(self, share: float) -> bool:
        """Whether what follows stays on its page, were this run shorter or longer by that share."""
        wanted = self.following(1)
        return wanted == self.following(1 + share) == self.following(1 - share)

    def _bears(self, wanted: int, sign: int) -> float:
        low = 0.0
        for high in PROBED:
            if self.following(1 + sign * high) != wanted:
                break
            low = high
        else:
            return low
        while high - low > _PRECISION:
            middle = (low + high) / 2
            if self.following(1 + sign * middle) == wanted:
                low = middle
            else:
                high = middle
        return low

    def spaced(self, factor: float) -> "Run":
        """The same, with the spaces above its headings multiplied."""
        return replace(
            self, parts=[replace(part, strips=[_spaced(strip, factor) for strip in part.strips]) for part in self.parts]
        )


def _stretched(room: Room, stretch: float) -> Room:
    """What is left of a page's height by text that many times as long."""
    odd, even = (top + (bottom - top) / stretch for top, bottom in zip(room.tops, room.bottoms, strict=True))
    return Room(room.tops, (odd, even))


def _spaced(strip: Strip, factor: float) -> Strip:
    return replace(strip, gap=max(strip.above * factor, strip.gap_before)) if strip.above else strip


def runs(parts: Sequence[Part], referred: Collection[str]) -> Iterator[Run]:
    """The runs after which something stands whose page is shown."""
    course, first, groups = Course(), 0, []
    for place, part in enumerate(parts):
        if part.start == "oddPage" and place:
            groups.append((first, place))
            first = place
    for start, end in groups:
        page = course.page
        for part in parts[start:end]:
            course.run(part)
        if any(mark in referred for part in parts[end:] for strip in part.strips for mark in strip.marks):
            yield Run(parts[start:end], page)
