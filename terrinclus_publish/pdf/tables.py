"""Tables: horizontal rules only, the head repeated on each page, no row cut but one that is taller than a page."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import cached_property

from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.flow import EPSILON, Block, Space
from terrinclus_publish.pdf.ornaments import draw_rule
from terrinclus_publish.pdf.setting import Setting
from terrinclus_publish.theme import MM
from terrinclus_publish.tree import Element

SHORT_TABLE = 7
"""A table of fewer rows is kept whole where a page can hold it."""


@dataclass(frozen=True)
class Cell:
    """A block at its place in a row: left edge and width in points; ``spread`` marks a cell over several columns."""

    block: Block
    left: float
    width: float
    spread: bool = False


@dataclass(frozen=True)
class Row:
    """Cells, and the rules under (and over) them: names of a rule and of a colour."""

    cells: Sequence[Cell]
    under: tuple[str, str] = ("fin", "filet")
    over: tuple[str, str] | None = None
    element: Element | None = None
    padding: float = 0.0
    """Above and below the cells, points."""
    _heights: list[float] = field(default_factory=list)

    @property
    def height(self) -> float:
        """The tallest cell with its padding."""
        if not self._heights:
            self._heights.append(max((cell.block.height for cell in self.cells), default=0.0) + 2 * self.padding)
        return self._heights[0]


class Table(Block):
    """Rows under a head that comes again on each page."""

    def __init__(self, setting: Setting, head: Sequence[Row], rows: Sequence[Row], width: float) -> None:
        super().__init__(width)
        self.setting, self.head, self.rows = setting, list(head), list(rows)
        self.head_is_repeated = False

    @cached_property
    def height(self) -> float:
        """Head and rows."""
        return sum(row.height for row in (*self.head, *self.rows))

    def parts(self) -> Iterator[tuple[Block, float]]:
        """The cells' blocks, with their tops."""
        top = 0.0
        for row in (*self.head, *self.rows):
            for cell in row.cells:
                yield cell.block, top + row.padding
            top += row.height

    def split(self, room: float) -> list[Block]:
        """Cut between rows; a short table asks to stay whole."""
        return [] if len(self.rows) < SHORT_TABLE and not self.head_is_repeated else self._parted(self._fit(room), 2)

    def cut(self, room: float) -> list[Block]:
        """Cut between any rows; inside the first one, when no page can hold it."""
        return self._parted(self._fit(room), 1) or self._row_parted(room)

    def _row_parted(self, room: float) -> list[Block]:
        """Two tables, the first of which holds what fits of the first row, where that is taller than any page."""
        row, page = self.rows[0], self.setting.theme.page
        left = room - sum(head.height for head in self.head) - 2 * row.padding
        whole_page = (page.format[1] - page.marges.haut - page.marges.bas) * MM
        if row.height + room - left <= whole_page or left < LEAST_OF_A_ROW * MM:
            return []
        pairs = [_cut_cell(cell, left) for cell in row.cells]
        first = replace(row, cells=[first for first, _ in pairs], _heights=[])
        rest = replace(row, cells=[rest for _, rest in pairs], over=None, _heights=[])
        return self._in_two([first], [rest, *self.rows[1:]]) if rest.height < row.height else []

    def _fit(self, room: float) -> int:
        """How many rows stand whole within ``room``."""
        height = sum(row.height for row in self.head)
        for count, row in enumerate(self.rows):
            height += row.height
            if height > room + EPSILON:
                return count
        return len(self.rows)

    def _parted(self, count: int, least: int) -> list[Block]:
        """Two tables, the first of ``count`` rows; at least ``least`` rows on either side, or nothing."""
        if len(self.rows) - count < least:
            count = len(self.rows) - least
        if count < least:
            return []
        return self._in_two(self.rows[:count], self.rows[count:])

    def _in_two(self, upper: Sequence[Row], lower: Sequence[Row]) -> list[Block]:
        first = Table(self.setting, self.head, upper, self.width)
        rest = Table(self.setting, self.head, lower, self.width)
        first.head_is_repeated, rest.head_is_repeated = self.head_is_repeated, True
        for part in (first, rest):
            part.element, part.before, part.after, part.keep = self.element, self.before, self.after, self.keep
        first.after, first.keep = 0.0, False
        return [first, rest]

    def draw(self, canvas: Canvas) -> None:
        """Draw the rows, their grounds and rules."""
        y = self.height
        for row in self.head:
            with canvas.artifact("Pagination") if self.head_is_repeated else nullcontext():
                self._draw_row(canvas, row, y)
            y -= row.height
        for row in self.rows:
            self._draw_row(canvas, row, y)
            y -= row.height

    def _draw_row(self, canvas: Canvas, row: Row, top: float) -> None:
        if row.over:
            draw_rule(canvas, self.setting, 0, top, self.width, *row.over)
        for cell in row.cells:
            if cell.spread:
                self._draw_spread(canvas, cell, top, row.height)
        for cell in row.cells:
            cell.block.draw_in(canvas, cell.left, top - row.padding)
        draw_rule(canvas, self.setting, 0, top - row.height + self.setting.rule(row.under[0]), self.width, *row.under)

    def _draw_spread(self, canvas: Canvas, cell: Cell, top: float, height: float) -> None:
        """A cell over several columns: the box's ground, and a thick bar at its left."""
        inset = SPREAD_INSET * MM
        canvas.setFillColor(self.setting.colour("ecru"))
        canvas.rect(cell.left - inset, top - height, cell.width + inset, height, stroke=0, fill=1)
        canvas.setFillColor(self.setting.colour("accent"))
        canvas.rect(cell.left - inset, top - height, self.setting.rule("epais"), height, stroke=0, fill=1)


def _cut_cell(cell: Cell, room: float) -> tuple[Cell, Cell]:
    """What of a cell fits in a room, and the rest."""
    if cell.block.height <= room + EPSILON:
        return cell, replace(cell, block=Space(0.0))
    pieces = cell.block.split(room) or cell.block.cut(room)
    if len(pieces) < 2:
        return cell, replace(cell, block=Space(0.0))
    return replace(cell, block=pieces[0]), replace(cell, block=pieces[1])


LEAST_OF_A_ROW = 20.0
"""Millimetres of a row that may be left at the foot of a page."""
SPREAD_INSET = 4.0
"""How far the ground of a spread cell reaches to the left of its text, millimetres."""
