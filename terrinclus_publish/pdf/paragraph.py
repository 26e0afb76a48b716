"""A paragraph: words in lines that are the best for it as a whole, cut between pages with two lines left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from reportlab.lib.colors import Color
from reportlab.pdfgen.textobject import PDFTextObject

from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.flow import EPSILON, Block
from terrinclus_publish.pdf.linebreak import break_lines
from terrinclus_publish.pdf.structure import Node, Role
from terrinclus_publish.pdf.text import Look, Piece, Word
from terrinclus_publish.theme import Style

Alignment = Literal["left", "right", "center"]
ASCENT = 0.74
"""Where the baseline falls in a size: the room above it, as a share, once the leading is shared out."""
UNDERLINE_DROP, UNDERLINE_THICKNESS = 0.12, 0.05
LINK_BELOW, LINK_ABOVE = 0.25, 0.85
"""Shares of the size."""
WIDOWS = 2
"""Lines left alone at a page's top or foot: at least two."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line. Width in points."""

    words: tuple[Word, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Segment:
    """Signs of one look in one font; where their baseline starts, from the paragraph's lower left corner. Points."""

    look: Look
    font_name: str
    text: str
    x: float
    y: float
    width: float


class Paragraph(Block):
    """Text of one style."""

    role: Role = Role.CONTENT
    """Which part of its element the text is."""
    is_end: bool = True
    """The text ends here, not on another page."""

    def __init__(self, words: Sequence[Word], style: Style, width: float, align: Alignment = "left") -> None:
        super().__init__(width)
        self.style, self.align = style, align
        self.before, self.after = style.avant, style.apres
        boxes = [word.box for word in words]
        self.lines = [_line(words[first:last]) for first, last in break_lines(boxes, width)] if words else []

    @property
    def height(self) -> float:
        """As many leadings as lines."""
        return len(self.lines) * self.style.interligne

    @property
    def baseline(self) -> float:
        """Half the leading's excess over the size, then the ascent."""
        return (self.style.interligne - self.style.taille) / 2 + ASCENT * self.style.taille

    def split(self, room: float) -> list[Block]:
        """Cut so that no widow and no orphan is left."""
        fit = int((room + EPSILON) / self.style.interligne)
        fit = min(fit, len(self.lines) - WIDOWS)
        return self._parted(fit) if fit >= WIDOWS else []

    def cut(self, room: float) -> list[Block]:
        """Cut after as many lines as there is room for, one at least."""
        fit = max(1, int((room + EPSILON) / self.style.interligne))
        return self._parted(fit) if fit < len(self.lines) else []

    def _parted(self, lines: int) -> list[Block]:
        first, rest = self._with(self.lines[:lines]), self._with(self.lines[lines:])
        first.after = rest.before = 0.0
        first.is_end = False
        return [first, rest]

    def _with(self, lines: list[Line]) -> "Paragraph":
        part = Paragraph([], self.style, self.width, self.align)
        part.lines, part.element, part.before, part.after = lines, self.element, self.before, self.after
        part.keep, part.role, part.is_end = self.keep, self.role, self.is_end
        return part

    def draw(self, canvas: Canvas) -> None:
        """Draw the lines: a text object and a mark for each structure element that owns a run of them."""
        for node, run in groupby(self._segments(), key=lambda segment: self._node(canvas, segment.look)):
            segments = list(run)
            with canvas.tagged(node):
                canvas.drawText(_text_object(canvas, segments))
            if segments[0].look.link and node is not None:
                for line in _lines(segments):
                    _draw_link(canvas, node, line)

    def _segments(self) -> Iterator[Segment]:
        """The text in runs of one look, one font and one line, each at its place."""
        y = self.height - self.baseline
        for number, line in enumerate(self.lines, 1):
            x = {"left": 0.0, "right": self.width - line.width, "center": (self.width - line.width) / 2}[self.align]
            for look, font_name, text, width in _runs(line, number == len(self.lines) and self.is_end):
                yield Segment(look, font_name, text, x, y, width)
                x += width
            y -= self.style.interligne

    def _node(self, canvas: Canvas, look: Look) -> Node | None:
        """The structure element that owns a piece of the text; furniture has none."""
        element = look.element if look.element is not None else self.element
        return canvas.structure.node(element, self.role) if element is not None else None


def _line(words: Sequence[Word]) -> Line:
    width = sum(word.box.width + word.box.space for word in words) - words[-1].box.space
    return Line(tuple(words), width)


def _runs(line: Line, last: bool) -> Iterator[tuple[Look, str, str, float]]:
    """The line's text in runs of one look and one font name, with their widths.

    A line that is not the last ends in a space, so that a reader that joins lines keeps words apart.
    """
    pieces: list[tuple[Look, str, str, float]] = []
    for word, following in zip(line.words, [*line.words[1:], None], strict=True):
        pieces.extend((piece.look, piece.face.font_name, piece.text, piece.width) for piece in word.pieces)
        if word.box.space and following is not None:
            piece = _plainer(word.pieces[-1], following.pieces[0])
            pieces.append((piece.look, piece.face.font_name, " ", word.box.space))
        elif following is None and not last and (word.box.space or word.box.forced):
            pieces.append((word.pieces[-1].look, word.pieces[-1].face.font_name, " ", 0.0))
    for (look, font_name), run in groupby(pieces, key=lambda piece: piece[:2]):
        parts = list(run)
        yield look, font_name, "".join(part[2] for part in parts), sum(part[3] for part in parts)


def _plainer(left: Piece, right: Piece) -> Piece:
    """Which of two pieces lends its look to the space between them: one without link, if there is one."""
    return right if left.look.link and left.look != right.look else left


def _text_object(canvas: Canvas, segments: Sequence[Segment]) -> PDFTextObject:
    text = canvas.beginText()
    state: tuple[str, float, Color, float] | None = None
    y: float | None = None
    for segment in segments:
        look = segment.look
        if segment.y != y:
            text.setTextOrigin(segment.x, segment.y)
            y = segment.y
        wanted = (segment.font_name, look.size, look.colour, look.rise)
        if wanted != state:
            text.setFont(segment.font_name, look.size)
            text.setFillColor(look.colour)
            if state is not None or look.rise:
                text.setRise(look.rise)
            state = wanted
        text.textOut(segment.text)
    return text


def _lines(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    return (list(line) for _, line in groupby(segments, key=lambda segment: segment.y))


def _draw_link(canvas: Canvas, node: Node, line: Sequence[Segment]) -> None:
    """The live area of a link in a line; an address is underlined, a place in the document is told by its page."""
    look, left, y = line[0].look, line[0].x, line[0].y
    right, size, target = line[-1].x + line[-1].width, look.size, look.link or ""
    if not target.startswith("#"):
        canvas.setStrokeColor(look.colour)
        canvas.setLineWidth(UNDERLINE_THICKNESS * size)
        canvas.line(left, y - UNDERLINE_DROP * size, right, y - UNDERLINE_DROP * size)
    canvas.link(node, target, (left, y - LINK_BELOW * size, right, y + LINK_ABOVE * size))
