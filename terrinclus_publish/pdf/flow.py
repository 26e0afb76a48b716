"""Blocks that stand one under another, and how they are cut between pages.

All measures are points. ``before`` and ``after`` are the spaces around a block; between two blocks the larger one
counts, at the top of a page none does.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cached_property

from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.tree import Element

EPSILON = 0.01
COMPUTED = ("height", "tops", "_drops")
"""What blocks compute once from their parts' heights and spaces."""


class Block:
    """What stands in a column: it knows its width when it is made, so its height never changes."""

    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    """Stays with the block that follows: a heading, the lead-in of a list."""
    needs: float = 0.0
    """The room that must be left from the block's top to the foot of the page, for it to stand there."""
    at_foot: bool = False
    """Stands at the foot of the page when it is the last one."""
    element: Element | None = None
    """What the block shows, for structure tags and destinations."""

    def __init__(self, width: float) -> None:
        self.width = width

    @property
    def height(self) -> float:
        """The block's height."""
        raise NotImplementedError

    @property
    def baseline(self) -> float | None:
        """The distance of the first line's baseline from the top; None where the block does not start with text."""
        return None

    @property
    def leading(self) -> float | None:
        """The leading of the first line; None where the block does not start with text."""
        return None

    def fits(self, room: float) -> bool:
        """Whether the block is no higher than that. A long one tells without measuring all of it."""
        return self.height <= room + EPSILON

    def split(self, room: float) -> list["Block"]:
        """Two blocks of which the first fits into ``room``, or none when the block does not want to be cut there."""
        return []

    def cut(self, room: float) -> list["Block"]:
        """As ``split``, when the block has a page for itself and must be cut all the same."""
        return self.split(room)

    def parts(self) -> Iterator[tuple["Block", float]]:
        """The blocks inside, each with the distance of its top from this block's top."""
        return iter(())

    def inside(self) -> Sequence["Block"]:
        """The same blocks, whose places need not be known."""
        return [block for block, _ in self.parts()]

    def draw(self, canvas: Canvas) -> None:
        """Draw the block, its lower left corner at the origin."""

    def draw_in(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the block with its top left corner at ``(x, top)``."""
        y = top - self.height
        canvas.move(x, y)
        self.draw(canvas)
        canvas.move(-x, -y)

    def tighten(self, factor: float) -> None:
        """Multiply the spaces around this block and all inside; heights are computed anew."""
        for block in self.inside():
            block.tighten(factor)
        self.before *= factor
        self.after *= factor
        for name in COMPUTED:
            self.__dict__.pop(name, None)

    def walk(self) -> Iterator[tuple["Block", float]]:
        """This block and all inside, with the distances of their tops from this block's top."""
        waiting: list[tuple[Block, float]] = [(self, 0.0)]
        while waiting:
            block, top = waiting.pop()
            yield block, top
            waiting += [(part, top + offset) for part, offset in block.parts()][::-1]


def _spaced_as(whole: Block, pieces: Sequence[Block]) -> list[Block]:
    """The pieces of a block, with the spaces that were around it before its first and after its last one."""
    if pieces:
        pieces[0].before = whole.before
        pieces[-1].after, pieces[-1].keep = whole.after, whole.keep
    return list(pieces)


class Space(Block):
    """An empty block of a given height."""

    def __init__(self, height: float) -> None:
        super().__init__(0)
        self._height = height

    @property
    def height(self) -> float:
        """The height given."""
        return self._height


class Stack(Block):
    """Blocks one under another."""

    grid: float = 0.0
    """Half the leading of running text: text of that leading starts on a multiple of it, so that lines are level from
    column to column and page to page (0: wherever it falls)."""

    def __init__(self, blocks: Sequence[Block], width: float) -> None:
        super().__init__(width)
        self.blocks = list(blocks)
        if self.blocks:
            self.before, self.after = self.blocks[0].before, self.blocks[-1].after
            self.needs, self.keep = self.blocks[0].needs, self.blocks[-1].keep

    @cached_property
    def tops(self) -> list[float]:
        """The distance of each block's top from the stack's top."""
        return [top for _, top in self._places()]

    def _places(self) -> Iterator[tuple[Block, float]]:
        """The blocks with their tops, each measured when the next one is asked for."""
        y, before = 0.0, None
        for block in self.blocks:
            if before is not None:
                y += before.height
                y += max(before.after, block.before)
            if self.grid and block.leading == self.grid * 2:
                y = math.ceil((y - EPSILON) / self.grid) * self.grid
            yield block, y
            before = block

    @cached_property
    def height(self) -> float:
        """From the first block's top to the last one's foot."""
        return self.tops[-1] + self.blocks[-1].height if self.blocks else 0.0

    def parts(self) -> Iterator[tuple[Block, float]]:
        """The blocks with their tops."""
        return zip(self.blocks, self.tops, strict=True)

    def inside(self) -> Sequence[Block]:
        """The blocks."""
        return self.blocks

    @property
    def baseline(self) -> float | None:
        """The first block's."""
        return self.blocks[0].baseline if self.blocks else None

    @property
    def leading(self) -> float | None:
        """The first block's."""
        return self.blocks[0].leading if self.blocks else None

    def fits(self, room: float) -> bool:
        """Measured down to the first block that does not."""
        return all(block.fits(room - top) for block, top in self._known_places())

    def _known_places(self) -> Iterator[tuple[Block, float]]:
        return self.parts() if "tops" in self.__dict__ else self._places()

    def _overflow(self, room: float) -> tuple[int, float]:
        """The index and the top of the first block that does not stand whole within ``room``."""
        for index, (block, top) in enumerate(self._known_places()):
            if top + block.needs > room + EPSILON or not block.fits(room - top):
                return index, top
        return len(self.blocks), 0.0

    def split(self, room: float) -> list[Block]:
        """Cut between blocks or inside one, never after a block that keeps with the next."""
        index, top = self._overflow(room)
        if index == len(self.blocks):
            return [self]
        block = self.blocks[index]
        if room > top and not (block.needs and top + block.needs > room):
            pieces = block.split(room - top)
            if pieces:
                return self._parted([*self.blocks[:index], pieces[0]], [*pieces[1:], *self.blocks[index + 1 :]])
        while index and self.blocks[index - 1].keep:
            index -= 1
        return self._parted(self.blocks[:index], self.blocks[index:]) if index else []

    def cut(self, room: float) -> list[Block]:
        """Cut wherever the room ends."""
        index, top = self._overflow(room)
        if index == len(self.blocks):
            return [self]
        left = room - top
        pieces = self.blocks[index].cut(left)
        if pieces and (index == 0 or pieces[0].height <= left + EPSILON):
            return self._parted([*self.blocks[:index], pieces[0]], [*pieces[1:], *self.blocks[index + 1 :]])
        return self._parted(self.blocks[:index], self.blocks[index:]) if index else []

    def _parted(self, first: Sequence[Block], rest: Sequence[Block]) -> list[Block]:
        parts = [Stack(first, self.width), Stack(rest, self.width)]
        for part in parts:
            part.grid = self.grid
        return _spaced_as(self, parts)

    def draw(self, canvas: Canvas) -> None:
        """Draw the blocks from top to bottom."""
        for block, top in self.parts():
            block.draw_in(canvas, 0, self.height - top)


class Whole(Stack):
    """A stack that asks to stay on one page or in one column."""

    def split(self, room: float) -> list[Block]:
        """Only when everything fits."""
        return [self] if self.height <= room + EPSILON else []


class Beside(Block):
    """A label beside a content: the house's rule « label ⇥ content ». When cut, the label stays with the first part."""

    def __init__(self, label: Block, content: Block, offset: float) -> None:
        super().__init__(offset + content.width)
        self.label, self.content, self.offset = label, content, offset
        self.before, self.after, self.keep, self.needs = content.before, content.after, content.keep, content.needs

    @cached_property
    def _drops(self) -> tuple[float, float]:
        """How far label and content are moved down so that their first lines share a baseline."""
        if self.label.baseline is None or self.content.baseline is None:
            return 0.0, 0.0
        difference = self.content.baseline - self.label.baseline
        return max(difference, 0.0), max(-difference, 0.0)

    @property
    def baseline(self) -> float | None:
        """The content's, as it stands."""
        return None if self.content.baseline is None else self.content.baseline + self._drops[1]

    @property
    def leading(self) -> float | None:
        """The content's."""
        return self.content.leading

    @cached_property
    def height(self) -> float:
        """The taller one's height."""
        return max(self.label.height + self._drops[0], self.content.height + self._drops[1])

    def parts(self) -> Iterator[tuple[Block, float]]:
        """Label and content, side by side."""
        yield self.label, self._drops[0]
        yield self.content, self._drops[1]

    def inside(self) -> Sequence[Block]:
        """Label and content."""
        return self.label, self.content

    def split(self, room: float) -> list[Block]:
        """Cut the content where it wants to be cut."""
        if self.label.height + self._drops[0] > room + EPSILON:
            return []
        return self._beside(self.content.split(room - self._drops[1]))

    def cut(self, room: float) -> list[Block]:
        """Cut the content wherever the room ends."""
        return self._beside(self.content.cut(room - self._drops[1]))

    def _beside(self, pieces: Sequence[Block]) -> list[Block]:
        if not pieces:
            return []
        rest = [Indented(piece, self.offset) for piece in pieces[1:]]
        return _spaced_as(self, [Beside(self.label, pieces[0], self.offset), *rest])

    def draw(self, canvas: Canvas) -> None:
        """Draw the label at the left edge, the content at its offset."""
        self.label.draw_in(canvas, 0, self.height - self._drops[0])
        self.content.draw_in(canvas, self.offset, self.height - self._drops[1])


class Indented(Block):
    """A block moved to the right."""

    def __init__(self, content: Block, offset: float) -> None:
        super().__init__(offset + content.width)
        self.content, self.offset = content, offset
        self.before, self.after, self.keep, self.needs = content.before, content.after, content.keep, content.needs
        self.at_foot = content.at_foot

    @property
    def height(self) -> float:
        """The content's height."""
        return self.content.height

    @property
    def baseline(self) -> float | None:
        """The content's."""
        return self.content.baseline

    @property
    def leading(self) -> float | None:
        """The content's."""
        return self.content.leading

    def parts(self) -> Iterator[tuple[Block, float]]:
        """The content."""
        yield self.content, 0.0

    def split(self, room: float) -> list[Block]:
        """Cut the content."""
        return _spaced_as(self, [Indented(piece, self.offset) for piece in self.content.split(room)])

    def cut(self, room: float) -> list[Block]:
        """Cut the content wherever the room ends."""
        return _spaced_as(self, [Indented(piece, self.offset) for piece in self.content.cut(room)])

    def draw(self, canvas: Canvas) -> None:
        """Draw the content at its offset."""
        self.content.draw_in(canvas, self.offset, self.height)
