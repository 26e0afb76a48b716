"""Content streams to events: every operator that paints, in pages, in forms and in patterns (ISO 32000-1, annex A)."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from terrinclus_publish.preflight.colour import CMYK, GREY, RGB, Colour, Family, components, space_of
from terrinclus_publish.preflight.damage import DAMAGE
from terrinclus_publish.preflight.events import (
    Broken,
    Event,
    Filled,
    FontUsed,
    Pictured,
    Shaded,
    Shown,
    Stroked,
    Transparent,
)
from terrinclus_publish.preflight.geometry import IDENTITY, Box, Matrix, box_around, lengths, mapped, matrix_of, times
from terrinclus_publish.preflight.typefaces import Typeface

MOST_OPERATORS = 3_000_000
"""Of a page with its forms: a file may be made to be slow."""
DEEPEST_FORM = 12
ASCENT, DESCENT = 0.7, 0.2
"""How far letters reach, shares of the size."""
FILLS, STROKES = frozenset(["f", "F", "f*", "B", "B*", "b", "b*"]), frozenset(["S", "s", "B", "B*", "b", "b*"])
ENDS = FILLS | STROKES | {"n"}
DEVICE = {"g": GREY, "rg": RGB, "k": CMYK}


@dataclass
class State:
    """The graphics state, as far as it is looked at (8.4)."""

    matrix: Matrix = IDENTITY
    fill: Colour = field(default=Colour(GREY, (0.0,)))
    stroke: Colour = field(default=Colour(GREY, (0.0,)))
    width: float = 1.0
    fill_overprints: bool = False
    stroke_overprints: bool = False
    face: Typeface | None = None
    size: float = 0.0
    spacing: tuple[float, float] = (0.0, 0.0)
    """Between signs, and at spaces."""
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    is_hidden: bool = False
    """Text that is not painted (rendering mode 3)."""


class PageReader:
    """Reads one page. ``faces`` keeps fonts from page to page."""

    def __init__(self, page: pikepdf.Page, faces: dict[tuple[int, int], Typeface]) -> None:
        self._page, self._faces = page, faces
        self._count = 0

    def events(self) -> Iterator[Event]:
        """What the page paints; what cannot be read is an event too."""
        resources = self._page.get("/Resources", pikepdf.Dictionary())
        yield from self._read(self._page, resources, State(), 0)

    def _read(self, stream: Any, resources: Any, state: State, depth: int) -> Iterator[Event]:  # noqa: ANN401
        try:
            instructions = pikepdf.parse_content_stream(stream)
        except DAMAGE as error:
            yield Broken("content-unreadable", str(error)[:120])
            return
        run = _Run(self, resources, state, depth)
        for instruction in instructions:
            self._count += 1
            if self._count > MOST_OPERATORS:
                yield Broken("too-complex", f"{MOST_OPERATORS} opérateurs")
                return
            try:
                yield from run.read(str(instruction.operator), list(instruction.operands), instruction)
            except DAMAGE as error:
                yield Broken("content-unreadable", f"{type(error).__name__}: {error}"[:120])

    def form(self, form: Any, outer: Any, state: State, depth: int) -> Iterator[Event]:  # noqa: ANN401
        """What a form or a pattern paints."""
        if depth >= DEEPEST_FORM:
            yield Broken("too-complex", "formes imbriquées")
            return
        inner = matrix_of(form.Matrix) if "/Matrix" in form else IDENTITY
        placed = replace(state, matrix=times(inner, state.matrix))
        yield from self._read(form, form.get("/Resources", outer), placed, depth + 1)

    def face(self, font: Any) -> Typeface:  # noqa: ANN401
        """The font, read once."""
        key = font.objgen
        if key == (0, 0):
            return Typeface(font)
        if key not in self._faces:
            self._faces[key] = Typeface(font)
        return self._faces[key]


class _Run:
    """One content stream under way."""

    def __init__(self, reader: PageReader, resources: Any, state: State, depth: int) -> None:  # noqa: ANN401
        self.reader, self.resources, self.depth = reader, resources, depth
        self.state, self.saved = replace(state), list[State]()
        self.points: list[tuple[float, float]] = []
        self.thinnest = math.inf
        self.line = self.text = IDENTITY

    def read(self, operator: str, operands: Sequence[Any], whole: Any) -> Iterator[Event]:  # noqa: ANN401
        """One instruction."""
        if operator in ("m", "l", "c", "v", "y", "re"):
            self._path(operator, operands)
        elif operator in ENDS:
            yield from self._paint(operator)
        elif operator in _TEXT_SHOWING:
            yield from self._show(operator, operands)
        elif operator == "Do":
            yield from self._external(str(operands[0]))
        elif operator == "Tf":
            font = self.resources.Font[str(operands[0])]
            self.state.face, self.state.size = self.reader.face(font), float(operands[1])
            yield FontUsed(font)
        elif operator == "gs":
            yield from self._external_state(self.resources.ExtGState[str(operands[0])])
        elif operator == "sh":
            yield Shaded(space_of(self.resources.Shading[str(operands[0])].ColorSpace, self.resources))
        elif operator == "INLINE IMAGE":
            yield self._picture(whole.iimage.obj, "image en ligne")
        elif operator in ("scn", "SCN") and operands and isinstance(operands[-1], pikepdf.Name):
            yield from self._pattern(str(operands[-1]))
        else:
            self._set(operator, operands)

    # --- state -------------------------------------------------------------------------------------------------------

    def _set(self, operator: str, operands: Sequence[Any]) -> None:
        state = self.state
        if operator == "q":
            self.saved.append(replace(state))
        elif operator == "Q":
            self.state = self.saved.pop() if self.saved else state
        elif operator == "cm":
            state.matrix = times(matrix_of(operands), state.matrix)
        elif operator == "w":
            state.width = float(operands[0])
        elif operator in DEVICE:
            state.fill = Colour(DEVICE[operator], components(operands))
        elif operator.lower() in DEVICE and operator.isupper():
            state.stroke = Colour(DEVICE[operator.lower()], components(operands))
        elif operator == "cs":
            state.fill = _first(space_of(operands[0], self.resources))
        elif operator == "CS":
            state.stroke = _first(space_of(operands[0], self.resources))
        elif operator in ("sc", "scn"):
            state.fill = Colour(state.fill.space, components(operands))
        elif operator in ("SC", "SCN"):
            state.stroke = Colour(state.stroke.space, components(operands))
        else:
            self._set_text(operator, operands)

    def _set_text(self, operator: str, operands: Sequence[Any]) -> None:
        state = self.state
        if operator == "BT":
            self.line = self.text = IDENTITY
        elif operator == "Tm":
            self.line = self.text = matrix_of(operands)
        elif operator in ("Td", "TD"):
            x, y = (float(value) for value in operands)
            state.leading = -y if operator == "TD" else state.leading
            self._next(x, y)
        elif operator == "T*":
            self._next(0, -state.leading)
        elif operator == "TL":
            state.leading = float(operands[0])
        elif operator == "Tc":
            state.spacing = (float(operands[0]), state.spacing[1])
        elif operator == "Tw":
            state.spacing = (state.spacing[0], float(operands[0]))
        elif operator == "Tz":
            state.stretch = float(operands[0]) / 100
        elif operator == "Ts":
            state.rise = float(operands[0])
        elif operator == "Tr":
            state.is_hidden = int(operands[0]) in (3, 7)

    def _next(self, x: float, y: float) -> None:
        self.line = self.text = times((1, 0, 0, 1, x, y), self.line)

    def _external_state(self, entries: Any) -> Iterator[Event]:  # noqa: ANN401
        state = self.state
        if "/OP" in entries:
            state.stroke_overprints = state.fill_overprints = bool(entries.OP)
        if "/op" in entries:
            state.fill_overprints = bool(entries.get("/op"))
        if "/LW" in entries:
            state.width = float(entries.LW)
        if any(float(entries.get(key, 1)) < 1 for key in ("/ca", "/CA")):
            yield Transparent("opacité")
        if isinstance(entries.get("/SMask"), pikepdf.Dictionary):
            yield Transparent("masque")
        if "/BM" in entries and str(entries.BM) not in ("/Normal", "/Compatible"):
            yield Transparent(f"mode de fusion {str(entries.BM).lstrip('/')}")

    def _pattern(self, name: str) -> Iterator[Event]:
        pattern = self.resources.Pattern[name]
        if int(pattern.get("/PatternType", 1)) == 2:
            yield Shaded(space_of(pattern.Shading.ColorSpace, self.resources))
        else:
            yield from self.reader.form(pattern, self.resources, replace(self.state), self.depth)

    # --- paths -------------------------------------------------------------------------------------------------------

    def _path(self, operator: str, operands: Sequence[Any]) -> None:
        values = [float(value) for value in operands]
        if operator == "re":
            x, y, width, height = values
            self.points += [(x, y), (x + width, y + height)]
            across, up = lengths(self.state.matrix)
            self.thinnest = min(self.thinnest, abs(width) * across, abs(height) * up)
        else:
            self.points += list(zip(values[::2], values[1::2], strict=True))

    def _paint(self, operator: str) -> Iterator[Event]:
        state, points, thinnest = self.state, self.points, self.thinnest
        self.points, self.thinnest = [], math.inf
        if not points or operator == "n":
            return
        box = _box(points, state.matrix)
        if operator in FILLS:
            yield Filled(state.fill, box, state.fill_overprints, thinnest)
        if operator in STROKES:
            width = state.width * min(lengths(state.matrix))
            yield Stroked(state.stroke, box, state.stroke_overprints, width)

    # --- text --------------------------------------------------------------------------------------------------------

    def _show(self, operator: str, operands: Sequence[Any]) -> Iterator[Event]:
        if operator in ("'", '"'):
            self._next(0, -self.state.leading)
        state, face = self.state, self.state.face
        if face is None:
            raise ValueError("texte sans police")
        items = operands[0] if operator == "TJ" else [operands[-1]]
        start, text, advance = self.text, "", 0.0
        for item in items:
            if not isinstance(item, pikepdf.String):
                advance -= float(item) / 1000 * state.size * state.stretch
                continue
            codes = face.codes(bytes(item))
            text += face.text(codes)
            extra = len(codes) * state.spacing[0] + (0 if face.is_composite else codes.count(32)) * state.spacing[1]
            advance += (face.width(codes) / 1000 * state.size + extra) * state.stretch
        self.text = times((1, 0, 0, 1, advance, 0), self.text)
        if state.is_hidden or not text.strip():
            return
        placed = times(start, state.matrix)
        low, high = state.rise - DESCENT * state.size, state.rise + ASCENT * state.size
        box = _box([(0, low), (advance, high), (0, high), (advance, low)], placed)
        yield Shown(state.fill, box, state.fill_overprints, state.size * lengths(placed)[1], text)

    # --- pictures and forms ------------------------------------------------------------------------------------------

    def _external(self, name: str) -> Iterator[Event]:
        item = self.resources.XObject[name]
        if str(item.get("/Subtype")) == "/Form":
            group = item.get("/Group")
            if group is not None and "/CS" in group and space_of(group.CS, self.resources).family is Family.RGB:
                yield Broken("blending-space", name.lstrip("/"))
            yield from self.reader.form(item, self.resources, replace(self.state), self.depth)
            return
        if "/SMask" in item:
            yield Transparent("image à fond transparent")
        yield self._picture(item, name.lstrip("/"))

    def _picture(self, image: Any, name: str) -> Pictured:  # noqa: ANN401
        across, up = lengths(self.state.matrix)
        box = _box([(0, 0), (1, 0), (0, 1), (1, 1)], self.state.matrix)
        columns, rows = (int(_entry(image, *keys, default=1)) for keys in (("/Width", "/W"), ("/Height", "/H")))
        bits = int(_entry(image, "/BitsPerComponent", "/BPC", default=8))
        is_stencil = bool(_entry(image, "/ImageMask", "/IM", default=False))
        described = _entry(image, "/ColorSpace", "/CS", default=None)
        space = None if is_stencil else (GREY if described is None else space_of(described, self.resources))
        bits = 1 if is_stencil else bits
        return Pictured(space, self.state.fill, box, across, up, columns, rows, bits, image, name)


_TEXT_SHOWING = frozenset(("Tj", "TJ", "'", '"'))


def _first(space: Any) -> Colour:  # noqa: ANN401
    """The colour that a space starts with (8.6.5 ff.)."""
    if space.family is Family.SPOT:
        return Colour(space, (1.0,) * space.size)
    return Colour(space, (0.0, 0.0, 0.0, 1.0) if space.family is Family.CMYK else (0.0,) * space.size)


def _entry(image: Any, *keys: str, default: Any) -> Any:  # noqa: ANN401
    return next((image[key] for key in keys if key in image), default)


def _box(points: Sequence[tuple[float, float]], matrix: Matrix) -> Box:
    return box_around(mapped(x, y, matrix) for x, y in points)
