"""Boxes, told apart by form as well as by colour: a bar for spoken words, cloth for the partners' view, a frame for the
rest. A box goes on over pages: its head is drawn once, its foot at its true end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.flow import Block
from terrinclus_publish.pdf.ornaments import cloth_pitch, draw_cloth, draw_rule
from terrinclus_publish.pdf.paragraph import Paragraph
from terrinclus_publish.pdf.setting import Setting
from terrinclus_publish.theme import MM


class Form(Protocol):
    """How a box looks. ``head`` and ``foot``: the room above and below the content, points."""

    setting: Setting
    head: float
    foot: float
    longest_whole: float
    """Kept on one page up to that height, points."""

    def draw(self, canvas: Canvas, width: float, height: float, starts: bool, ends: bool) -> None:
        """Draw grounds and rules in a box of that size; it starts, and ends, here or on another page."""


class BarForm:
    """Spoken words: a thick bar at the left of the content, no ground."""

    head = foot = 0.0

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.longest_whole = setting.mm("encart_entier")

    def draw(self, canvas: Canvas, width: float, height: float, starts: bool, ends: bool) -> None:
        """Draw the bar, in the gutter between label and content."""
        x = self.setting.mm("colonne_a")
        canvas.setFillColor(self.setting.colour("accent"))
        canvas.rect(x, 0, self.setting.rule("epais"), height, stroke=0, fill=1)


class ClothForm:
    """The partners' view: écru ground, a selvage above, a thick rule below, open sides."""

    longest_whole = 0.0

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        selvage = setting.theme.page.lisiere
        self.columns, self.pitch = cloth_pitch(setting.theme.text_width * MM, selvage.pas * MM)
        self.selvage = self.pitch * selvage.rangs
        inset = setting.mm("encart")
        self.head = self.selvage + inset * 0.75
        self.foot = inset * 0.75

    def draw(self, canvas: Canvas, width: float, height: float, starts: bool, ends: bool) -> None:
        """Draw ground, selvage and rule."""
        canvas.setFillColor(self.setting.colour("ecru"))
        canvas.rect(0, 0, width, height, stroke=0, fill=1)
        if starts:
            canvas.setFillColor(self.setting.colour("blanc"))
            canvas.rect(0, height - self.selvage, width, self.selvage, stroke=0, fill=1)
            draw_cloth(canvas, self.setting, 0, height, self.columns, self.setting.theme.page.lisiere.rangs, self.pitch)
        if ends:
            draw_rule(canvas, self.setting, 0, self.setting.rule("epais"), width, "epais", "accent")


class FrameForm:
    """A definition, an example, a method: a frame in ink on four sides."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.longest_whole = setting.mm("encart_entier")
        self.head = self.foot = setting.mm("encart") * 0.75

    def draw(self, canvas: Canvas, width: float, height: float, starts: bool, ends: bool) -> None:
        """Draw the frame, open where the box goes on."""
        line = self.setting.rule("cadre")
        canvas.setStrokeColor(self.setting.colour("encre"))
        canvas.setLineWidth(line)
        inner = line / 2
        for x in (inner, width - inner):
            canvas.line(x, 0, x, height)
        if starts:
            canvas.line(0, height - inner, width, height - inner)
        if ends:
            canvas.line(0, inner, width, inner)


LEAST_PART = 52.0
"""Of a box that goes on over a page, points on either side: four lines of text."""


@dataclass(frozen=True)
class Continued:
    """What stands at the left of a box that goes on from another page: « Regard (suite) »; ``left`` in points."""

    label: Paragraph
    left: float


class Box(Block):
    """A content in a form."""

    is_closed = True
    """Its foot has its rule; not where the rule of the section that follows closes it."""

    def __init__(self, content: Block, form: Form, width: float, continued: Continued | None = None) -> None:
        super().__init__(width)
        self.content, self.form, self.continued = content, form, continued
        self.starts = self.ends = True

    @cached_property
    def _head(self) -> float:
        return self.form.head if self.starts else self.form.foot

    @cached_property
    def height(self) -> float:
        """The content with the form's head and foot."""
        return self._head + self.content.height + self.form.foot

    def parts(self) -> Iterator[tuple[Block, float]]:
        """The content."""
        yield self.content, self._head

    def split(self, room: float) -> list[Block]:
        """Cut the content, unless the form keeps a box of that height whole."""
        if self.starts and self.height <= self.form.longest_whole:
            return []
        pieces = self.content.split(room - self._head - self.form.foot)
        return [] if any(piece.height < LEAST_PART for piece in pieces) else self._parted(pieces)

    def cut(self, room: float) -> list[Block]:
        """Cut the content wherever the room ends."""
        inside = room - self._head - self.form.foot
        return self._parted(self.content.split(inside) or self.content.cut(inside))

    def _parted(self, pieces: list[Block]) -> list[Block]:
        boxes = [Box(piece, self.form, self.width, self.continued) for piece in pieces]
        for number, box in enumerate(boxes):
            box.element, box.before, box.after = self.element, self.before, self.after
            box.is_closed, box.starts = self.is_closed, self.starts and number == 0
            box.ends = self.ends and number == len(boxes) - 1
        return list(boxes)

    def draw(self, canvas: Canvas) -> None:
        """Draw the form, then the content."""
        self.form.draw(canvas, self.width, self.height, self.starts, self.ends and self.is_closed)
        if self.continued is not None and not self.starts:
            label = self.continued.label
            drop = (self.content.baseline or label.baseline or 0.0) - (label.baseline or 0.0)
            with canvas.artifact("Pagination"):
                label.draw_in(canvas, self.continued.left, self.height - self._head - drop)
        self.content.draw_in(canvas, 0, self.height - self._head)
