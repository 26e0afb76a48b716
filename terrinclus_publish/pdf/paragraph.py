"""A paragraph: words in lines that are the best for it as a whole, cut between pages with two lines left."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Literal, NamedTuple

from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.flow import EPSILON, Block
from terrinclus_publish.pdf.fonts import HYPHEN, Face
from terrinclus_publish.pdf.linebreak import LOOSEST, break_lines, break_ragged, justified
from terrinclus_publish.pdf.structure import Node, Role
from terrinclus_publish.pdf.text import Look, Piece, Word
from terrinclus_publish.theme import Style

Alignment = Literal["left", "right", "center", "justify"]
ASCENT = 0.74
"""Where the baseline falls in a size: the room above it, as a share, once the leading is shared out."""
UNDERLINE_DROP, UNDERLINE_THICKNESS = 0.12, 0.05
LINK_BELOW, LINK_ABOVE = 0.25, 0.85
"""Shares of the size."""
WIDOWS = 2
"""Lines left alone at a page's top or foot: at least two."""


class Line(NamedTuple):
    """The words of a line, its width, and what a justified line adds to each of its spaces. Points."""

    words: Sequence[Word]
    width: float
    stretch: float = 0.0


class Segment(NamedTuple):
    """Signs of one look in one face; where their baseline starts, from the paragraph's lower left corner. Points."""

    look: Look
    face: Face
    text: str
    x: float
    y: float
    width: float
    stretch: float


class Paragraph(Block):
    """Text of one style."""

    role: Role = Role.CONTENT
    """Which part of its element the text is."""
    is_end: bool = True
    """The text ends here: it goes on neither on another page nor, after a label, in another column."""

    def __init__(self, words: Sequence[Word], style: Style, width: float, align: Alignment = "left") -> None:
        super().__init__(width)
        self.style, self.align = style, align
        self.before, self.after = style.avant, style.apres
        self.lines = _break(fitting(words, width), width, align) if words else []

    @property
    def height(self) -> float:
        """As many leadings as lines."""
        return len(self.lines) * self.style.interligne

    @property
    def baseline(self) -> float:
        """Half the leading's excess over the size, then the ascent."""
        return (self.style.interligne - self.style.taille) / 2 + ASCENT * self.style.taille

    @property
    def leading(self) -> float:
        """The style's."""
        return self.style.interligne

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
            with canvas.text(node):
                _write(canvas, segments)
            if segments[0].look.link and node is not None:
                for _, line in groupby(segments, key=attrgetter("y")):
                    _draw_link(canvas, node, list(line))

    def _segments(self) -> Iterator[Segment]:
        """The text in runs of one look, one face and one line, each at its place."""
        y = self.height - self.baseline
        for number, line in enumerate(self.lines, 1):
            x = 0.0
            if self.align in ("right", "center"):
                x = (self.width - line.width) / (1 if self.align == "right" else 2)
            for look, face, text, width in _runs(line, number == len(self.lines) and self.is_end):
                yield Segment(look, face, text, x, y, width, line.stretch)
                x += width
            y -= self.style.interligne

    def _node(self, canvas: Canvas, look: Look) -> Node | None:
        """The structure element that owns a piece of the text; furniture has none."""
        element = look.element if look.element is not None else self.element
        return canvas.structure.node(element, self.role) if element is not None else None


def fitting(words: Sequence[Word], measure: float) -> Sequence[Word]:
    """The words, those that are wider than a line cut wherever it ends: better than over the edge of the page."""
    if max([word.width for word in words], default=0.0) <= measure:
        return words
    return [part for word in words for part in (_cut(word, measure) if word.width > measure else (word,))]


def _cut(word: Word, measure: float) -> Iterator[Word]:
    """A word in parts that fit in a line, without hyphens; the last one behaves as the word does."""
    part, width = list[Piece](), 0.0
    for look, glyphs in word.pieces:
        signs, signs_width = "", 0.0
        for sign in glyphs.text:
            step = glyphs.face.width(sign, look.size)
            if width + signs_width + step > measure and (part or signs):
                yield Word(
                    [*part, (look, glyphs._replace(text=signs, width=signs_width))], width + signs_width, cut=True
                )
                part, width, signs, signs_width = [], 0.0, "", 0.0
            signs += sign
            signs_width += step
        part.append((look, glyphs._replace(text=signs, width=signs_width)))
        width += signs_width
    yield replace(word, pieces=part, width=width)


def _break(words: Sequence[Word], width: float, align: Alignment) -> list[Line]:
    places = break_lines(words, width, justified) if align == "justify" else break_ragged(words, width)
    return [_line(words[first:last], width, align, last == len(words)) for first, last in places]


def _line(words: Sequence[Word], measure: float, align: Alignment, ends: bool) -> Line:
    last = words[-1]
    width = sum([word.width + word.space for word in words]) - last.space + last.hyphen
    if align != "justify" or (width <= measure and (ends or last.forced)):
        return Line(words, width)
    spaces = [word.space for word in words[:-1] if word.space]
    if not spaces:
        return Line(words, width)
    return Line(words, width, min((measure - width) / len(spaces), (LOOSEST - 1) * min(spaces)))


def _runs(line: Line, last: bool) -> Iterator[tuple[Look, Face, str, float]]:
    """The line's text in runs of one look and one face, with their widths.

    A space between two looks is the first one's, unless that is a link. A line that is not the last ends in a space,
    so that a reader that joins lines keeps words apart.
    """
    words, stretch = line.words, line.stretch
    look, (_, face, _) = words[0].pieces[0]
    signs, width, space = list[str](), 0.0, 0.0
    for word in words:
        for new_look, (text, new_face, advance) in word.pieces:
            if new_look is not look or new_face is not face:
                if space and (not look.link or new_look is look):
                    signs.append(" ")
                    width, space = width + space, 0.0
                yield look, face, "".join(signs), width
                look, face, signs, width = new_look, new_face, [], 0.0
            if space:
                signs.append(" ")
                width, space = width + space, 0.0
            signs.append(text)
            width += advance
        space = word.space + stretch if word.space else 0.0
    end = words[-1]
    if end.hyphen:
        signs.append(HYPHEN)
    elif not last and not end.cut:
        signs.append(" ")
    yield look, face, "".join(signs), width + end.hyphen


def _write(canvas: Canvas, segments: Sequence[Segment]) -> None:
    """Show the text, line by line."""
    place: float | None = None
    for look, face, text, x, y, _, stretch in segments:
        if y != place:
            place = y
            canvas.start_line(x, y)
        canvas.setFillColor(look.colour)
        canvas.show(text, face.font, look.size, look.rise, stretch)


def _draw_link(canvas: Canvas, node: Node, line: Sequence[Segment]) -> None:
    """The live area of a link in a line; an address is underlined, a place in the document is told by its page."""
    look, left, y = line[0].look, line[0].x, line[0].y
    right, size, target = line[-1].x + line[-1].width, look.size, look.link or ""
    if not target.startswith("#"):
        canvas.setStrokeColor(look.colour)
        canvas.setLineWidth(UNDERLINE_THICKNESS * size)
        canvas.line(left, y - UNDERLINE_DROP * size, right, y - UNDERLINE_DROP * size)
    canvas.link(node, target, (left, y - LINK_BELOW * size, right, y + LINK_ABOVE * size))
