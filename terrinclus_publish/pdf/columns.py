"""Blocks that flow through columns: filled evenly on their last page, one after another on those before."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.flow import Block, Stack


class Columns(Block):
    """A stack that flows through columns, filled evenly; when cut, the columns of a page are filled first."""

    def __init__(self, content: Stack, lefts: Sequence[float], width: float) -> None:
        super().__init__(width)
        self.content, self.lefts = content, lefts
        self.before, self.after = content.before, content.after

    @cached_property
    def _filled(self) -> list[Block]:
        """The columns at the least height that holds everything."""
        low, high = self.content.height / len(self.lefts), self.content.height
        while high - low > 1:
            middle = (low + high) / 2
            _, rest = self._fill(middle)
            low, high = (low, middle) if rest is None else (middle, high)
        return self._fill(high)[0]

    def _fill(self, room: float) -> tuple[list[Block], Block | None]:
        columns: list[Block] = []
        rest: Block | None = self.content
        for _ in self.lefts:
            if rest is None:
                break
            if rest.fits(room):
                columns.append(rest)
                rest = None
                break
            pieces = rest.split(room) or rest.cut(room)
            if not pieces:
                break
            columns.append(pieces[0])
            rest = pieces[1] if len(pieces) > 1 else None
        return columns, rest

    @cached_property
    def height(self) -> float:
        """The tallest column's height."""
        return max((column.height for column in self._filled), default=0.0)

    def fits(self, room: float) -> bool:
        """Whether columns of that height hold everything."""
        return self._fill(room)[1] is None

    def parts(self) -> Iterator[tuple[Block, float]]:
        """The columns."""
        return ((column, 0.0) for column in self._filled)

    def tighten(self, factor: float) -> None:
        """As any block; the columns are filled anew."""
        self.content.tighten(factor)
        self.before, self.after = self.content.before, self.content.after
        for name in ("_filled", "height"):
            self.__dict__.pop(name, None)

    def split(self, room: float) -> list[Block]:
        """Fill the columns of this page; the rest goes to the next one."""
        columns, rest = self._fill(room)
        if not columns or rest is None:
            return []
        filled = Columns(Stack(columns, self.content.width), self.lefts, self.width)
        filled.__dict__["_filled"] = columns
        left = rest if isinstance(rest, Stack) else Stack([rest], self.content.width)
        return [filled, Columns(left, self.lefts, self.width)]

    def draw(self, canvas: Canvas) -> None:
        """Draw the columns side by side."""
        for left, column in zip(self.lefts, self._filled, strict=False):
            column.draw_in(canvas, left, self.height)
