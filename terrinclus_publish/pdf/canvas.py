"""The page that blocks draw on: every text belongs to an element of the tree, all else is an artifact.

Marks (ISO 32000-1, 14.6) never nest: what is drawn inside an artifact is part of it, whatever it says of itself. Text
drawn outside any mark is an error, so that nothing is hidden from a screen reader by mistake (PDF/UA-1 7.1).

ReportLab keeps the document, the fonts and the pictures; operators are written here, since a state that is written only
where it changes, and a moved origin that is added to the coordinates, make pages half as long and twice as fast.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFPage, xObjectName
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas

from terrinclus_publish.pdf.bookmarks import Bookmark, Link, Place
from terrinclus_publish.pdf.objects import Page, Stream, number_of, text_string
from terrinclus_publish.pdf.structure import Node, Structure
from terrinclus_publish.tree import Element, text_of

_LITERAL = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r", "\n": "\\n"})
"""What a literal string escapes (ISO 32000-1, 7.3.4.2): its own signs, and ends of lines, which readers may change."""


_PAINT = {(1, 0): "S", (0, 1): "f", (1, 1): "B"}
"""Operators that stroke, fill, or do both (ISO 32000-1, 8.5.3)."""


FORM_ENTRIES = "/Type/XObject/Subtype/Form/BBox[-2000 -2000 2000 2000]/Resources<<>>"
"""Of the dictionary of a drawing that comes again; its box holds any page."""


class OtherSubsetError(Exception):
    """A sign is in a further subset of its font: the text is shown piece by piece."""


class _Codes(dict[int, str]):
    """How the first subset of a font writes each sign in a literal string; a sign is given its code when it comes."""

    def __init__(self, font: TTFont, document: Any) -> None:  # noqa: ANN401 (ReportLab has no types)
        self._font, self._document = font, document
        self.name: str = font.getSubsetInternalName(0, document)
        """Of the first subset, as pages name it."""

    def __missing__(self, sign: int) -> str:
        [(subset, code)] = self._font.splitString(chr(sign), self._document)
        if subset:
            raise OtherSubsetError
        escaped = self[sign] = _escape(code)
        return escaped


class UntaggedTextError(Exception):
    """A text was drawn that belongs to no element: a fault of the layout, never of a sheet."""


class Canvas(ReportLabCanvas):  # type: ignore[misc]
    """A canvas that marks what it draws. Coordinates are points from the current origin, y upwards."""

    def __init__(self, file: BinaryIO, size: tuple[float, float], language: str, structure: Structure) -> None:
        self._forget()
        super().__init__(file, pagesize=size, pageCompression=1, invariant=1, lang=language, pdfVersion=(1, 7))
        self.structure = structure
        self.places: dict[str, Place] = {}
        """Where the links to each name lead."""
        self.bookmarks: list[Bookmark] = []
        self._links: list[int] = []
        self._drawn: set[str] = set()
        """The operators that were filled."""
        self._forms: dict[str, str] = {}
        """The names of the forms of those that came again."""
        self._codes: dict[TTFont, _Codes] = {}
        self._is_marked = False
        self._x = self._y = 0.0
        self._line_x = self._line_y = 0.0
        """Where the line of text started that was written last: places of lines are told from it."""

    def _make_preamble(self) -> None:
        """No font and no transformation of ReportLab's own at the top of a page."""
        self._preamble = ""

    def _startPage(self) -> None:  # noqa: N802
        """A page starts with the graphics state of ISO 32000-1, 8.4.1."""
        super()._startPage()
        self._forget()

    def _forget(self) -> None:
        self._fill: Color | None = None
        self._stroke: Color | None = None
        self._line_width: float | None = None
        self._font: tuple[str, float] | None = None
        self._text_rise = 0.0

    @contextmanager
    def moved(self, x: float, y: float) -> Iterator[None]:
        """Draw with the origin moved."""
        self.move(x, y)
        yield
        self.move(-x, -y)

    def move(self, x: float, y: float) -> None:
        """Move the origin."""
        self._x += x
        self._y += y

    @property
    def left_edge(self) -> float:
        """Where the page's left edge is, from the current origin."""
        return -self._x

    @contextmanager
    def upright(self, x: float, y: float) -> Iterator[None]:
        """Draw with the origin moved and everything turned by a quarter, so that text reads upwards."""
        self._code.append(f"q 0 1 -1 0 {self._x + x:.2f} {self._y + y:.2f} cm")
        before, self._x, self._y = (self._x, self._y), 0.0, 0.0
        yield
        self._x, self._y = before
        self._code.append("Q")
        self._forget()

    # --- marks -------------------------------------------------------------------------------------------------------

    @contextmanager
    def tagged(self, node: Node | None) -> Iterator[None]:
        """What is drawn here is content of a structure element. Raises UntaggedTextError where there is none."""
        if self._is_marked:
            yield
            return
        self._open_mark(self._tag(node))
        yield
        self._close_mark()

    @contextmanager
    def artifact(self, kind: str = "", subtype: str = "") -> Iterator[None]:
        """What is drawn here is decoration, or furniture (``Pagination``; ``Header``, ``Footer``)."""
        if self._is_marked:
            yield
            return
        properties = f"/Type /{kind}" + (f" /Subtype /{subtype}" if subtype else "")
        self._open_mark(f"/Artifact <<{properties}>> BDC" if kind else "/Artifact BMC")
        yield
        self._close_mark()

    @contextmanager
    def figure(self, element: Element, width: float, height: float) -> Iterator[None]:
        """What is drawn here, from the origin, is one figure with the element's alternative text."""
        self.structure.figure(element, (self._x, self._y, self._x + width, self._y + height))
        with self.tagged(self.structure.node(element)):
            yield

    def _tag(self, node: Node | None) -> str:
        if node is None:
            raise UntaggedTextError
        return f"/{node.kind} <</MCID {self.structure.mark(node, self._pageNumber - 1)}>> BDC"

    def _open_mark(self, operator: str) -> None:
        self._code.append(operator)
        self._is_marked = True

    def _close_mark(self) -> None:
        self._is_marked = False
        self._code.append("EMC")

    # --- paint -------------------------------------------------------------------------------------------------------

    def setFillColor(self, aColor: Color) -> None:  # noqa: N802, N803 (ReportLab's own names)
        """The colour of what is filled next, text included."""
        if aColor is not self._fill and aColor != self._fill:
            self._fill = aColor
            self._code.append(f"{_rgb(aColor)} rg")

    def setStrokeColor(self, aColor: Color) -> None:  # noqa: N802, N803
        """The colour of the lines that are drawn next."""
        if aColor is not self._stroke and aColor != self._stroke:
            self._stroke = aColor
            self._code.append(f"{_rgb(aColor)} RG")

    def setLineWidth(self, width: float) -> None:  # noqa: N802
        """The width of the lines that are drawn next."""
        if width != self._line_width:
            self._line_width = width
            self._code.append(f"{width:.3g} w")

    def rect(self, x: float, y: float, width: float, height: float, stroke: int = 1, fill: int = 0) -> None:
        """A rectangle: decoration, unless it stands in a mark."""
        paint = _PAINT[stroke, fill]
        self._decorate(f"{self._x + x:.2f} {self._y + y:.2f} {width:.2f} {height:.2f} re {paint}")

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A line: decoration, unless it stands in a mark."""
        places = f"{self._x + x1:.2f} {self._y + y1:.2f} m {self._x + x2:.2f} {self._y + y2:.2f} l"
        self._decorate(f"{places} S")

    def fill(self, operators: str, x: float, y: float, scale: float = 1.0) -> None:
        """Fill ready-made path operators in the current colour, their origin at ``(x, y)``: decoration."""
        place = f"{self._x + x:.2f} {self._y + y:.2f}"
        self._decorate(f"q {scale:.5g} 0 0 {scale:.5g} {place} cm {self._drawing(operators)} Q")

    def _drawing(self, operators: str) -> str:
        """The operators, filled; when they come again, a call of the form that holds them."""
        name = self._forms.get(operators)
        if name is None:
            if operators not in self._drawn:
                self._drawn.add(operators)
                return f"{operators} f"
            name = self._forms[operators] = f"D{len(self._forms)}"
            form = Stream(f"{operators} f".encode("ascii"), FORM_ENTRIES)
            self._doc.Reference(form, xObjectName(name))
        if name not in self._formsinuse:
            self._formsinuse.append(name)
        return f"/{xObjectName(name)} Do"

    def _decorate(self, operators: str) -> None:
        """Paint: decoration, unless it stands in a mark."""
        self._code += (operators,) if self._is_marked else ("/Artifact BMC", operators, "EMC")

    def draw_picture(self, image: ImageReader, width: float, height: float, element: Element) -> None:
        """A picture at the origin: a figure if it has an alternative text, else decoration."""
        with self.figure(element, width, height) if element.get("alt") else self.artifact():
            self.drawImage(image, self._x, self._y, width, height, mask="auto")

    # --- text --------------------------------------------------------------------------------------------------------

    @contextmanager
    def text(self, node: Node | None) -> Iterator[None]:
        """A text object (ISO 32000-1, 9.4) that is content of a structure element.

        Raises UntaggedTextError where there is none, unless a mark is open.
        """
        is_marked = self._is_marked
        if not is_marked:
            self._open_mark(self._tag(node))
        self._code.append("BT")
        self._line_x = self._line_y = 0.0
        yield
        self._code.append("ET")
        if not is_marked:
            self._close_mark()

    def start_line(self, x: float, y: float) -> None:
        """The signs that are shown next start there."""
        left, foot = round(self._x + x, 2), round(self._y + y, 2)
        self._code.append(f"{left - self._line_x:.6g} {foot - self._line_y:.6g} Td")
        self._line_x, self._line_y = left, foot

    def show(self, text: str, font: TTFont, size: float, rise: float, stretch: float) -> None:
        """Show signs in the current fill colour; ``stretch`` points are added to each ordinary space."""
        if rise != self._text_rise:
            self._text_rise = rise
            self._code.append(f"{rise:.2f} Ts")
        codes = self._codes.get(font)
        if codes is None:
            codes = self._codes[font] = _Codes(font, self._doc)
        try:
            words = [word.translate(codes) for word in text.split(" ")] if stretch else [text.translate(codes)]
        except OtherSubsetError:
            for subset, signs in font.splitString(text, self._doc):
                self._set_text_font(font.getSubsetInternalName(subset, self._doc), size)
                self._code.append(f"({_escape(signs)}) Tj")
            return
        self._set_text_font(codes.name, size)
        shift = f" ) {-stretch * 1000 / size:.0f} ("
        self._code.append(f"[({shift.join(words)})] TJ" if stretch else f"({words[0]}) Tj")

    def _set_text_font(self, name: str, size: float) -> None:
        if (name, size) != self._font:
            self._font = (name, size)
            self._code.append(f"{name} {size:.4g} Tf")

    # --- links and pages ---------------------------------------------------------------------------------------------

    def mark_place(self, name: str, top: float) -> None:
        """The place that links to a name lead to: a height above the foot of this page, points."""
        self.places[name] = Place(self._pageNumber - 1, top)

    def add_bookmark(self, title: str, level: int, top: float) -> None:
        """A bookmark to a height above the foot of this page, points."""
        self.bookmarks.append(Bookmark(title, level, Place(self._pageNumber - 1, top)))

    def link(self, node: Node, target: str, rect: tuple[float, float, float, float]) -> None:
        """A live link of a structure element over ``rect`` (left, foot, right, top, from the origin)."""
        left, foot, right, top = rect
        x, y, page = self._x, self._y, self._pageNumber - 1
        said = " ".join(text_of(node.element).split()) if node.element is not None else target
        link = Link(
            f"/Rect[{x + left:.2f} {y + foot:.2f} {x + right:.2f} {y + top:.2f}]/Border[0 0 0]/F 4"
            f"/Contents{text_string(said)}/StructParent {self.structure.next_parent_key()}",
            target,
            self.places,
        )
        number = number_of(self._doc, link, f"Link{self.structure.next_parent_key()}")
        self._links.append(number)
        self.structure.annotate(node, number, page)

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802
        """Where ReportLab hands over a finished page."""
        page.__class__ = Page
        page.index, page.annotations, self._links = self._pageNumber - 1, self._links, []
        page.Contents = Stream(page.stream.encode("latin-1"))


def _rgb(colour: Color) -> str:
    return f"{colour.red:.4g} {colour.green:.4g} {colour.blue:.4g}"


def _escape(codes: bytes) -> str:
    return codes.decode("latin-1").translate(_LITERAL)
