"""A page's content stream read with pikepdf alone: its marks, the texts that are shown and where, the pictures.

Marked content is ISO 32000-1, 14.6; text and its matrices are 9.4. Coordinates are points from the page's lower left
corner. Operators that change how text is placed and are not known here are told as faults, not passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf

Box = tuple[float, float, float, float]
"""Left, foot, right, top."""
OPERATORS = "q Q cm BT ET BDC BMC EMC Tf Tm Td Ts Tj TJ Do f F f* S s B B* b b* sh TD T* TL Tc Tw Tz ' \" Tr"
PAINTING = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh"}
UNREAD = {"TD", "T*", "TL", "Tc", "Tw", "Tz", "'", '"', "Tr"}
ASCENT, DESCENT = 0.75, 0.25
"""How far letters reach from their baseline, shares of the size."""


@dataclass(eq=False)
class Mark:
    """A marked-content sequence: its tag, its number in the structure if any, and what kind of artifact it is."""

    tag: str
    number: int | None = None
    kind: str = ""
    subtype: str = ""

    @property
    def is_artifact(self) -> bool:
        return self.tag == "Artifact"


@dataclass(frozen=True)
class Shown:
    """A text that one operator shows; ``block`` counts the text objects of the page."""

    text: str
    page: int
    box: Box
    size: float
    mark: Mark | None
    block: int

    def follows(self, other: "Shown") -> bool:
        """Whether it goes on where another one ended, without a gap."""
        same_line = abs(self.box[1] - other.box[1]) < 0.6 * other.size
        return self.page == other.page and same_line and abs(self.box[0] - other.box[2]) < 0.1 * other.size


@dataclass(frozen=True)
class Painted:
    """A picture, with the box that it fills, or another drawing (without one)."""

    name: str
    page: int
    box: Box | None
    mark: Mark | None


@dataclass
class PageContent:
    """What a page shows."""

    index: int
    marks: list[Mark] = field(default_factory=list)
    texts: list[Shown] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """What is wrong with the way in which marks and text objects are nested."""

    def of(self, number: int) -> list[Shown]:
        """The texts of a mark."""
        return [text for text in self.texts if text.mark is not None and text.mark.number == number]


class Font:
    """A simple font: what its codes say, and how wide they are."""

    def __init__(self, font: Any) -> None:
        self.first = int(font.FirstChar)
        self.widths = [float(width) for width in font.Widths]
        self.signs = _to_unicode(font.ToUnicode.read_bytes().decode("latin-1"))

    def text(self, codes: bytes) -> str:
        return "".join(self.signs.get(code, "\ufffd") for code in codes)

    def width(self, codes: bytes) -> float:
        """Thousandths of the size."""
        return sum(self.widths[code - self.first] for code in codes)


def _to_unicode(cmap: str) -> dict[int, str]:
    """The signs of a ToUnicode CMap (9.10.3)."""
    signs: dict[int, str] = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, sign in re.findall(r"<(\w+)>\s*<(\w+)>", part):
            signs[int(code, 16)] = bytes.fromhex(sign).decode("utf-16-be")
    for part in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, sign in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            for offset in range(int(last, 16) - int(first, 16) + 1):
                signs[int(first, 16) + offset] = chr(int(sign, 16) + offset)
    return signs


Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does ``inner``, then ``outer``."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


class Reader:
    """Reads the pages of one file; fonts are read once."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self.file = file
        self._fonts: dict[tuple[int, int], Font] = {}

    def pages(self) -> list[PageContent]:
        return [_PageReader(self, index, page).content for index, page in enumerate(self.file.pages)]

    def font(self, font: Any) -> Font:
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = Font(font)
        return self._fonts[font.objgen]


class _PageReader:
    """One pass over the operators of a page."""

    def __init__(self, reader: Reader, index: int, page: pikepdf.Page) -> None:
        self.reader, self.page, self.content = reader, page, PageContent(index)
        self.matrix, self.saved = IDENTITY, list[Matrix]()
        self.line, self.place, self.rise, self.size = IDENTITY, 0.0, 0.0, 0.0
        self.open: list[Mark | str] = []
        self.blocks = 0
        for operands, operator in pikepdf.parse_content_stream(page, OPERATORS):
            self.read(str(operator), operands)
        if self.open:
            self.fault("the page ends inside a mark or a text")

    @cached_property
    def resources(self) -> Any:
        return self.page.Resources

    @property
    def mark(self) -> Mark | None:
        """The innermost mark."""
        return next((item for item in reversed(self.open) if isinstance(item, Mark)), None)

    def fault(self, what: str) -> None:
        self.content.faults.append(f"page {self.content.index + 1}: {what}")

    def read(self, operator: str, operands: Any) -> None:
        if operator in PAINTING:
            self.content.painted.append(Painted("path", self.content.index, None, self.mark))
        elif operator in UNREAD:
            self.fault(f"operator {operator}, which these tests do not read")
        elif operator in ("BT", "ET"):
            self._text_object(operator)
        elif operator in ("BDC", "BMC", "EMC"):
            self._marked(operator, operands)
        elif operator in ("Tj", "TJ"):
            self._show(operands[0] if operator == "TJ" else [operands[0]])
        elif operator == "Do":
            self._paint(str(operands[0]))
        else:
            self._state(operator, operands)

    def _state(self, operator: str, operands: Any) -> None:
        if operator == "q":
            self.saved.append(self.matrix)
        elif operator == "Q":
            self.matrix = self.saved.pop()
        elif operator == "cm":
            self.matrix = times(_matrix(operands), self.matrix)
        elif operator == "Tm":
            self.line, self.place = _matrix(operands), 0.0
        elif operator == "Td":
            self.line, self.place = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line), 0.0
        elif operator == "Tf":
            self.font, self.size = self.reader.font(self.resources.Font[str(operands[0])]), float(operands[1])
        elif operator == "Ts":
            self.rise = float(operands[0])

    def _text_object(self, operator: str) -> None:
        if operator == "BT":
            if "BT" in self.open:
                self.fault("a text inside a text")
            self.open.append("BT")
            self.blocks += 1
            self.line, self.place = IDENTITY, 0.0
        elif not self.open or self.open.pop() != "BT":
            self.fault("a text ends inside a mark that started in it, or none is open")

    def _marked(self, operator: str, operands: Any) -> None:
        if operator == "EMC":
            if not self.open or not isinstance(self.open.pop(), Mark):
                self.fault("a mark ends inside a text that started in it, or none is open")
            return
        if self.mark is not None:
            self.fault(f"mark {operands[0]} inside mark {self.mark.tag}")
        values = operands[1] if operator == "BDC" else {}
        number = values.get("/MCID")
        mark = Mark(
            str(operands[0]).lstrip("/"),
            None if number is None else int(number),
            str(values.get("/Type", "")).lstrip("/"),
            str(values.get("/Subtype", "")).lstrip("/"),
        )
        self.open.append(mark)
        self.content.marks.append(mark)

    def _show(self, items: Any) -> None:
        if "BT" not in self.open:
            self.fault("text shown outside a text object")
        start, text = self.place, ""
        for item in items:
            if isinstance(item, pikepdf.String):
                codes = bytes(item)
                text += self.font.text(codes)
                self.place += self.font.width(codes) * self.size / 1000
            else:
                self.place -= float(item) * self.size / 1000
        placed = times(self.line, self.matrix)
        one = _point(start, self.rise - DESCENT * self.size, placed)
        other = _point(self.place, self.rise + ASCENT * self.size, placed)
        box = _box(one, other)
        self.content.texts.append(Shown(text, self.content.index, box, self.size, self.mark, self.blocks))

    def _paint(self, name: str) -> None:
        item = self.resources.XObject[name]
        if item.Subtype == "/Form":
            if any(True for _ in pikepdf.parse_content_stream(item, "BT BDC BMC")):
                self.fault(f"form {name} holds a text or a mark of its own")
            self.content.painted.append(Painted("form", self.content.index, None, self.mark))
            return
        box = _box(_point(0, 0, self.matrix), _point(1, 1, self.matrix))
        self.content.painted.append(Painted("picture", self.content.index, box, self.mark))


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f


def _point(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _box(one: tuple[float, float], other: tuple[float, float]) -> Box:
    (left, right), (foot, top) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return left, foot, right, top


def joined(texts: list[Shown]) -> Iterator[str]:
    """The texts, with a line break where one starts a new text object and does not go on where the last one ended."""
    previous: Shown | None = None
    for text in texts:
        new = previous is not None and (text.page, text.block) != (previous.page, previous.block)
        if previous is not None and new and not text.follows(previous):
            yield "\n"
        yield text.text
        previous = text
