"""What is drawn rather than set: rules, cloth, icons, squares. All of it is decoration, never content."""

from dataclasses import dataclass
from functools import lru_cache

from terrinclus_publish.drawing.cloth import weave
from terrinclus_publish.drawing.icons import Icon
from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.flow import Block
from terrinclus_publish.pdf.setting import Setting
from terrinclus_publish.theme import MM


def draw_rule(canvas: Canvas, setting: Setting, x: float, y: float, width: float, rule: str, colour: str) -> None:
    """A horizontal rule whose top edge is at ``y``."""
    thickness = setting.rule(rule)
    canvas.setFillColor(setting.colour(colour))
    canvas.rect(x, y - thickness, width, thickness, stroke=0, fill=1)


@dataclass(frozen=True)
class Reach:
    """How far a cloth's outer threads run on past its border: at the trim, into the bleed. Points; None: they do not.

    A thread that runs on fills the half gap at the border too.
    """

    left: float | None = None
    right: float | None = None
    foot: float | None = None


NO_REACH = Reach()


def draw_cloth(
    canvas: Canvas,
    setting: Setting,
    x: float,
    top: float,
    columns: int,
    rows: int,
    pitch: float,
    reach: Reach = NO_REACH,
    hanging: bool = False,
) -> None:
    """Cloth of the setting's dye (of its ink, without one) with its top left corner at ``(x, top)``; pitch in points.

    ``hanging``: the warp's first floats go up to the top edge, as threads hang from a bar.
    """
    dessin = setting.dye.dessin if setting.dye else setting.theme.nuancier[INK_WEAVE].dessin
    threads = _threads(tuple(dessin), columns, rows, pitch, setting.theme.page.jeu_de_fil, reach, hanging)
    for colour, operators in zip(("trame", "accent"), threads, strict=True):
        canvas.setFillColor(setting.colour(colour))
        canvas.fill(operators, x, top)


@lru_cache(maxsize=256)
def _threads(
    dessin: tuple[str, ...], columns: int, rows: int, pitch: float, gap: float, reach: Reach, hanging: bool
) -> tuple[str, str]:
    """Weft and warp as path operators, the origin at the cloth's top left corner."""
    operators: dict[bool, list[str]] = {False: [], True: []}
    near, width, depth = pitch / 2, columns * pitch, rows * pitch
    for thread in weave(dessin, columns, rows, pitch, gap):
        left, right, upper, foot = thread.x, thread.x + thread.width, -thread.y, -thread.y - thread.height
        if reach.left is not None and left < near:
            left = -reach.left
        if reach.right is not None and right > width - near:
            right = width + reach.right
        if reach.foot is not None and foot < near - depth:
            foot = -depth - reach.foot
        if hanging and thread.warp and thread.y < near:
            upper = 0.0
        operators[thread.warp].append(f"{left:.2f} {foot:.2f} {right - left:.2f} {upper - foot:.2f} re")
    return " ".join(operators[False]), " ".join(operators[True])


INK_WEAVE = 7
"""The weave of the guide's own cloth, in ink: the diamond, whose pattern shows at any size."""


def cloth_pitch(width: float, pitch: float) -> tuple[int, float]:
    """How many threads fill a width, and the pitch nearest to the wished one that does it exactly."""
    columns = max(1, round(width / pitch))
    return columns, width / columns


def draw_icon(canvas: Canvas, icon: Icon, x: float, y: float, side: float) -> None:
    """The icon, in the current fill colour, centred in a square whose lower left corner is ``(x, y)``."""
    scale = side / max(icon.width, icon.height)
    left = x + (side - icon.width * scale) / 2
    top = y + (side + icon.height * scale) / 2
    canvas.fill(_outline(icon), left, top, scale)


@lru_cache(maxsize=128)
def _outline(icon: Icon) -> str:
    """An icon as path operators, the origin at its top left corner, in its own units."""
    names = {"M": "m", "L": "l", "C": "c", "Z": "h"}
    steps = []
    for step, *points in icon.outline:
        signed = (f"{value if place % 2 == 0 else -value:.1f}" for place, value in enumerate(points))
        steps.append(" ".join([*signed, names[step]]))
    return " ".join(steps)


class Rule(Block):
    """A horizontal rule in the flow."""

    def __init__(self, setting: Setting, width: float, rule: str, colour: str) -> None:
        super().__init__(width)
        self.setting, self.name, self.colour = setting, rule, colour

    @property
    def height(self) -> float:
        """The rule's thickness."""
        return self.setting.rule(self.name)

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        draw_rule(canvas, self.setting, 0, self.height, self.width, self.name, self.colour)


class Cloth(Block):
    """A strip of cloth in the flow."""

    def __init__(self, setting: Setting, width: float, rows: int, pitch: float) -> None:
        super().__init__(width)
        self.setting, self.rows = setting, rows
        self.columns, self.pitch = cloth_pitch(width, pitch)

    @property
    def height(self) -> float:
        """Rows times pitch."""
        return self.rows * self.pitch

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        draw_cloth(canvas, self.setting, 0, self.height, self.columns, self.rows, self.pitch)


class Swatch(Block):
    """A small piece of cloth of a given size: contents, running head. Its pitch follows its height."""

    def __init__(self, setting: Setting, width: float, height: float, rows: int) -> None:
        super().__init__(width)
        self.setting, self.rows, self._height = setting, rows, height

    @property
    def height(self) -> float:
        """The height given."""
        return self._height

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        pitch = self._height / self.rows
        draw_cloth(canvas, self.setting, 0, self._height, round(self.width / pitch), self.rows, pitch)


class Square(Block):
    """The square of a list, centred on the x-height of the line beside it."""

    def __init__(self, setting: Setting, line: float) -> None:
        super().__init__(setting.theme.page.retrait * MM)
        self.setting, self.line = setting, line

    @property
    def height(self) -> float:
        """One line."""
        return self.line

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        side = self.setting.theme.page.puce_pt
        canvas.setFillColor(self.setting.colour("accent"))
        canvas.rect(0, (self.line - side) / 2, side, side, stroke=0, fill=1)


class Dash(Square):
    """The dash of a list's second level."""

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        side = self.setting.theme.page.puce_pt
        canvas.setFillColor(self.setting.colour("accent"))
        canvas.rect(0, self.line / 2 - side * 0.1, side * 1.1, side * 0.17, stroke=0, fill=1)
