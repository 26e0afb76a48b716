"""Paragraphs and tables measured: strips that no page parts, with the rules about what may part them. Points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from terrinclus_publish.tree import Element
from terrinclus_publish.word.layout.breaking import Line, Measure, broken
from terrinclus_publish.word.layout.content import atoms
from terrinclus_publish.word.layout.formats import Format, Formats, Letters
from terrinclus_publish.word.ooxml import W

_BOOKMARK, _NAME = f"{{{W}}}bookmarkStart", f"{{{W}}}name"


FREE, KEPT, WHOLE = range(3)
"""A page may end before a strip; only where a chain is longer than a page; only where a paragraph or a row is."""


@dataclass(slots=True)
class Strip:
    """A line or a row: what is not parted.

    ``gap`` is the space above it, but at the top of a page. ``glue`` says whether a page may end before it. ``opening``
    is what a frame or a repeated header row takes above it on a new page, ``closing`` what a frame takes where a page
    ends below it.
    """

    height: float
    gap: float = 0.0
    glue: int = FREE
    opening: float = 0.0
    closing: float = 0.0
    page_break: bool = False
    above: float = 0.0
    """Where it opens a heading, the space that this one sets above itself, and after it what stands before it sets."""
    gap_before: float = 0.0
    marks: tuple[str, ...] = ()
    """The bookmarks that start in it."""
    element: Element | None = None


@dataclass(slots=True)
class Paragraph:
    """A paragraph with its lines' heights."""

    format: Format
    heights: list[float]
    marks: tuple[str, ...]
    element: Element
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """A row of a table."""

    height: float
    kept: bool
    """With the row below."""
    marks: tuple[str, ...]
    element: Element


@dataclass(slots=True)
class Table:
    """A table's rows; the first ``heads`` are repeated on each page."""

    rows: list[Row]
    heads: int


Block = Paragraph | Table


def paragraph(element: Element, width: float, formats: Formats) -> Paragraph:
    """A ``w:p`` in a column of that width."""
    form, style = formats.paragraph(element)
    first = form.left if form.marked else form.left + form.first
    measure = Measure(form.left, first, width - form.right, form.tabs)
    lines = broken(atoms(element, style, formats), measure)
    empty = [formats.letters(style, None)]
    marks = tuple(mark.get(_NAME, "") for mark in element.iterchildren(_BOOKMARK))
    return Paragraph(form, [_height(line, form, empty) for line in lines], marks, element, lines)


def _height(line: Line, form: Format, empty: list[Letters]) -> float:
    if form.rule == "exact":
        return form.pitch
    letters = line.letters or ([] if line.picture else empty)
    ascent = max((item.font.ascent * item.size for item in letters), default=0.0)
    descent = max((item.font.descent * item.size for item in letters), default=0.0)
    own = max(line.picture, ascent) + descent
    return max(form.pitch, own) if form.rule == "atLeast" else own * form.pitch


def stacked(blocks: Sequence[Block]) -> float:
    """The height of blocks under one another in a cell, with the space above the first and below the last."""
    strips = list(strips_of(blocks))
    last = blocks[-1]
    below = last.format.after if isinstance(last, Paragraph) else 0.0
    return sum(strip.gap + strip.height for strip in strips) + below


def strips_of(blocks: Sequence[Block]) -> Iterator[Strip]:
    """The strips of blocks in a row."""
    before: Block | None = None
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(block, Paragraph):
            yield from _paragraph_strips(block, before, following)
        else:
            yield from _table_strips(block, before)
        before = block


def _paragraph_strips(block: Paragraph, before: Block | None, following: Block | None) -> Iterator[Strip]:
    form, last = block.format, len(block.heights) - 1
    opens, closes = not _joined(before, block), not _joined(block, following)
    top = form.edges["top"].room if "top" in form.edges else 0.0
    bottom = form.edges["bottom"].room if "bottom" in form.edges else 0.0
    below = before.format.after if isinstance(before, Paragraph) else 0.0
    gap = max(form.before, below)
    for place, height in enumerate(block.heights):
        strip = Strip(height, opening=top, closing=bottom, element=block.element)
        if place == 0:
            strip.gap, strip.marks = gap, block.marks
            if form.outline and form.before:
                strip.above, strip.gap_before = form.before, below
            strip.glue, strip.page_break = _glue(before), form.page_break
            if opens:
                strip.height, strip.opening = height + top, 0.0
        elif form.keep_lines or (form.widows and (place == 1 or place == last)):
            strip.glue = WHOLE
        if place == last and closes:
            strip.height, strip.closing = strip.height + bottom, 0.0
        yield strip


def _joined(first: Block | None, second: Block | None) -> bool:
    """Whether two blocks are paragraphs in one frame."""
    if not isinstance(first, Paragraph) or not isinstance(second, Paragraph):
        return False
    return bool(first.format.frame) and first.format.frame == second.format.frame


def _glue(block: Block | None) -> int:
    """Whether a block stays on the page of what follows it."""
    if isinstance(block, Paragraph):
        return KEPT if block.format.keep_next else FREE
    return KEPT if block is not None and block.rows[-1].kept else FREE


def _table_strips(table: Table, before: Block | None) -> Iterator[Strip]:
    heads = sum(row.height for row in table.rows[: table.heads])
    gap = before.format.after if isinstance(before, Paragraph) else 0.0
    for place, row in enumerate(table.rows):
        strip = Strip(row.height, marks=row.marks, element=row.element)
        if place == 0:
            strip.gap, strip.glue = gap, _glue(before)
        else:
            strip.glue = KEPT if table.rows[place - 1].kept or place <= table.heads else FREE
            strip.opening = heads if place >= table.heads else 0.0
        yield strip
