"""The canvas of files that are printed: inks for colours, black text that overprints, no tags, no links."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from PIL import Image
from reportlab.lib.colors import CMYKColor, CMYKColorSep
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream, PDFZCompress, xObjectName
from reportlab.pdfbase.ttfonts import TTFont

from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.inks import Inks, is_pure_black
from terrinclus_publish.pdf.marks import Trim, crop_lines, fold_lines, path, room
from terrinclus_publish.pdf.structure import Node, Structure
from terrinclus_publish.theme import MM, Marks
from terrinclus_publish.tree import Element

OVERPRINT, KNOCK_OUT = "Over", "Knock"
_STATES = {
    OVERPRINT: PDFDictionary({"Type": PDFName("ExtGState"), "OP": "true", "op": "true", "OPM": 1}),
    KNOCK_OUT: PDFDictionary({"Type": PDFName("ExtGState"), "OP": "false", "op": "false", "OPM": 0}),
}
"""Whether what is painted leaves the other inks under it (ISO 32000-1, 11.7.4.3)."""
ALL_PLATES = CMYKColorSep(1, 1, 1, 1, spotName="All")
"""The colour of marks, on every plate (ISO 32000-1, 8.6.6.4)."""


class PressCanvas(Canvas):
    """Pages of one trim size, with bleed around and room for marks; the origin is the trimmed page's corner."""

    def __init__(self, file: BinaryIO, trim: Trim, around: float, tree: Element, inks: Inks) -> None:
        self.trim, self.around, self.inks = trim, around, inks
        self._page_x = 0.0
        size = (trim.width + 2 * around, trim.height + 2 * around)
        super().__init__(file, size, str(tree.get("lang")), Structure(tree))
        self._is_marked = True  # nothing is tagged: a mark seems always open
        left, right = around, around + trim.width
        foot, top = around, around + trim.height
        bleed = trim.bleed
        self.setTrimBox((left, foot, right, top))
        self.setBleedBox((left - bleed, foot - bleed, right + bleed, top + bleed))

    def _make_preamble(self) -> None:
        """The origin goes to the trimmed page's corner."""
        self._preamble = f"1 0 0 1 {self.around:.2f} {self.around:.2f} cm"

    def _forget(self) -> None:
        super()._forget()
        self._fill_colour: CMYKColor | None = None
        self._overprints: bool | None = None  # not known: said before the next paint

    @property
    def left_edge(self) -> float:
        """Where the left edge of the page that is drawn is, from the current origin."""
        return self._page_x - self._x

    @contextmanager
    def page_at(self, x: float) -> Iterator[None]:
        """Draw a page whose left edge is there: a cover has two."""
        self._page_x = x
        with self.moved(x, 0):
            yield
        self._page_x = 0.0

    # --- paint -------------------------------------------------------------------------------------------------------

    def setFillColor(self, aColor: CMYKColor) -> None:  # noqa: N802, N803 (ReportLab's own names)
        """The colour of what is filled next, text included."""
        operator = self.inks.fill(aColor)
        if operator != self._fill:
            self._fill, self._fill_colour = operator, aColor
            self._code.append(operator)

    def setStrokeColor(self, aColor: CMYKColor) -> None:  # noqa: N802, N803
        """The colour of the lines that are drawn next."""
        operator = self.inks.stroke(aColor)
        if operator != self._stroke:
            self._stroke = operator
            self._code.append(operator)

    @contextmanager
    def artifact(self, kind: str = "", subtype: str = "") -> Iterator[None]:
        """Drawings knock out what is under them; nothing is marked."""
        self._set_state(KNOCK_OUT, False)
        yield

    def figure(self, element: Element, width: float, height: float) -> Any:  # noqa: ANN401
        """Nothing is tagged."""
        return self.artifact()

    def _drawing(self, operators: str) -> str:
        return f"{operators} f"

    def _decorate(self, operators: str) -> None:
        """Paint; it knocks out what is under it."""
        self._set_state(KNOCK_OUT, False)
        self._code.append(operators)

    def show(self, text: str, font: TTFont, size: float, rise: float, stretch: float) -> None:
        """As on screen; text in pure black overprints, so that a plate out of register leaves no white edge."""
        self._set_state(OVERPRINT, True) if is_pure_black(self._fill_colour) else self._set_state(KNOCK_OUT, False)
        super().show(text, font, size, rise, stretch)

    def _set_state(self, name: str, overprints: bool) -> None:
        if overprints != self._overprints:
            self._overprints = overprints
            self._code.append(f"/{name} gs")

    def draw_picture(self, image: ImageReader, width: float, height: float, element: Element) -> None:
        """A picture at the origin in this medium's samples; what is clear in it stays so."""
        picture = image._image
        with self.artifact():
            name = self._add_picture(picture)
            self._code.append(f"q {width:.3f} 0 0 {height:.3f} {self._x:.3f} {self._y:.3f} cm /{name} Do Q")

    def _add_picture(self, picture: Image.Image) -> str:
        samples = self.inks.separated(picture.convert("RGB"))
        stream = _image_stream(samples, self.inks.colour_space)
        if "A" in picture.getbands() and picture.getextrema()[-1] != (255, 255):
            stream.dictionary.dict["SMask"] = self._doc.Reference(_image_stream(picture.getchannel("A"), "DeviceGray"))
        name = f"Picture{len(self._doc.idToObject)}"
        self._doc.Reference(stream, xObjectName(name))
        self._formsinuse.append(name)
        return str(xObjectName(name))

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Only what falls in that rectangle is drawn."""
        self._code.append(f"q {self._x + x:.2f} {self._y + y:.2f} {width:.2f} {height:.2f} re W n")
        yield
        self._code.append("Q")
        self._forget()

    def draw_marks(self, marks: Marks) -> None:
        """Crop marks at the corners, fold marks where the page is folded; nothing where there is no room for them."""
        if self.around < room(self.trim, marks):
            return
        space, name = self._doc.addColor(ALL_PLATES)
        self._colorsUsed[space] = name
        lines = path([*crop_lines(self.trim, marks), *fold_lines(self.trim, marks)], 0, 0)
        with self.artifact():
            self._code.append(f"q /{name} CS 1 SCN {marks.epaisseur_pt:.3g} w {lines} Q")

    # --- links and pages ---------------------------------------------------------------------------------------------

    def link(self, node: Node, target: str, rect: tuple[float, float, float, float]) -> None:
        """Paper has no links."""

    def _setExtGState(self, obj: Any) -> None:  # noqa: ANN401, N802
        obj.ExtGState = PDFDictionary(_STATES)

    def _setAnnotations(self, page: Any) -> None:  # noqa: ANN401, N802
        """Where ReportLab hands over a finished page: the space in which what is clear blends."""
        page.__NoDefault__ = [*page.__NoDefault__, "Group"]
        page.Group = PDFDictionary(
            {"Type": PDFName("Group"), "S": PDFName("Transparency"), "CS": PDFName(self.inks.colour_space)}
        )


def _image_stream(samples: Image.Image, colour_space: str) -> PDFStream:
    entries = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": samples.width,
        "Height": samples.height,
        "BitsPerComponent": 8,
        "ColorSpace": PDFName(colour_space),
    }
    return PDFStream(PDFDictionary(entries), samples.tobytes(), filters=[PDFZCompress])


def around_with_marks(trim: Trim, marks: Marks) -> float:
    """The room around a trimmed page that has marks, points."""
    return room(trim, marks) + MARKS_MARGIN * MM


MARKS_MARGIN = 1.0
"""From a mark's end to the sheet's edge, millimetres."""
