"""A paragraph: words in lines that are the best for it as a whole, cut between pages with two lines left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from reportlab.lib.colors import Color

from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.flow import EPSILON, Block
from terrinclus_publish.pdf.linebreak import break_lines
from terrinclus_publish.pdf.text import Look, Piece, Word
from terrinclus_publish.theme import Style

Alignment = Literal["left", "right", "center"]
ASCENT = 0.74
"""Where the baseline falls in a size: the room above it, as a share, once the leading is shared out."""
UNDERLINE_DROP, UNDERLINE_THICKNESS = 0.12, 0.05
"""Shares of the size."""
WIDOWS = 2
"""Lines left alone at a page's top or foot: at least two."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line. Width in points."""

    words: tuple[Word, ...]
    width: float


class Paragraph(Block):
    """Text of one style."""

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
        return [first, rest]

    def _with(self, lines: list[Line]) -> "Paragraph":
        part = Paragraph([], self.style, self.width, self.align)
        part.lines, part.element, part.before, part.after = lines, self.element, self.before, self.after
        part.keep = self.keep
        return part

    def draw(self, canvas: Canvas) -> None:
        """Draw the lines."""
        leading = self.style.interligne
        y = self.height - self.baseline
        for line in self.lines:
            x = {"left": 0.0, "right": self.width - line.width, "center": (self.width - line.width) / 2}[self.align]
            self._draw_line(canvas, line, x, y)
            y -= leading

    def _draw_line(self, canvas: Canvas, line: Line, x: float, y: float) -> None:
        text = canvas.beginText()
        text.setTextOrigin(x, y)
        marks: list[tuple[Look, float, float]] = []
        state: tuple[str, float, Color, float] | None = None
        for look, font_name, signs, width in _segments(line):
            wanted = (font_name, look.size, look.colour, look.rise)
            if wanted != state:
                text.setFont(font_name, look.size)
                text.setFillColor(look.colour)
                text.setRise(look.rise)
                state = wanted
            text.textOut(signs)
            if look.link:
                marks.append((look, x, x + width))
            x += width
        canvas.drawText(text)
        for look, pieces in groupby(marks, key=lambda mark: mark[0]):
            spans = list(pieces)
            self._draw_link(canvas, look, spans[0][1], spans[-1][2], y)

    def _draw_link(self, canvas: Canvas, look: Look, left: float, right: float, y: float) -> None:
        size, target = look.size, look.link or ""
        rect = (left, y - 0.25 * size, right, y + 0.85 * size)
        if target.startswith("#"):
            canvas.linkRect("", target[1:], rect, relative=1, thickness=0)
            return
        canvas.setStrokeColor(look.colour)
        canvas.setLineWidth(UNDERLINE_THICKNESS * size)
        canvas.line(left, y - UNDERLINE_DROP * size, right, y - UNDERLINE_DROP * size)
        canvas.linkURL(target, rect, relative=1, thickness=0)


def _line(words: Sequence[Word]) -> Line:
    width = sum(word.box.width + word.box.space for word in words) - words[-1].box.space
    return Line(tuple(words), width)


def _segments(line: Line) -> Iterator[tuple[Look, str, str, float]]:
    """The line's text in runs of one look and one font, spaces included, with their widths."""
    pieces: list[tuple[Look, str, str, float]] = []
    for number, word in enumerate(line.words):
        pieces.extend((piece.look, piece.face.font_name, piece.text, piece.width) for piece in word.pieces)
        if word.box.space and number + 1 < len(line.words):
            last, following = word.pieces[-1], line.words[number + 1].pieces[0]
            piece = last if last.look == following.look else _plainer(last, following)
            pieces.append((piece.look, piece.face.font_name, " ", word.box.space))
    for (look, font_name), run in groupby(pieces, key=lambda piece: piece[:2]):
        parts = list(run)
        yield look, font_name, "".join(part[2] for part in parts), sum(part[3] for part in parts)


def _plainer(left: Piece, right: Piece) -> Piece:
    """Which of two pieces lends its look to the space between them: one without link, if there is one."""
    return right if left.look.link else left
