"""The ReportLab canvas that blocks draw on: every text belongs to an element of the tree, all else is an artifact.

Marks (ISO 32000-1, 14.6) never nest: what is drawn inside an artifact is part of it, whatever it says of itself. Text
drawn outside any mark is an error, so that nothing is hidden from a screen reader by mistake (PDF/UA-1 7.1).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas
from reportlab.pdfgen.pathobject import PDFPathObject

from terrinclus_publish.pdf.structure import Node, Structure
from terrinclus_publish.pdf.textobject import TextObject
from terrinclus_publish.tree import Element, text_of


class UntaggedTextError(Exception):
    """A text was drawn that belongs to no element: a fault of the layout, never of a sheet."""


class Canvas(ReportLabCanvas):  # type: ignore[misc]
    """A canvas that marks what it draws."""

    def __init__(self, file: BinaryIO, size: tuple[float, float], language: str, structure: Structure) -> None:
        super().__init__(file, pagesize=size, pageCompression=1, invariant=1, lang=language, pdfVersion=(1, 7))
        self.structure = structure
        self._is_marked = False

    def _make_preamble(self) -> None:
        """No font and no transformation of ReportLab's own at the top of a page."""
        self._preamble = ""

    @contextmanager
    def moved(self, x: float, y: float) -> Iterator[None]:
        """Draw with the origin moved, and everything as before afterwards."""
        self.saveState()
        self.translate(x, y)
        yield
        self.restoreState()

    # --- marks -------------------------------------------------------------------------------------------------------

    @contextmanager
    def tagged(self, node: Node | None) -> Iterator[None]:
        """What is drawn here is content of a structure element. Raises UntaggedTextError where there is none."""
        if self._is_marked:
            yield
            return
        if node is None:
            raise UntaggedTextError
        number = self.structure.mark(node, self.getPageNumber() - 1)
        with self._mark(f"/{node.kind} <</MCID {number}>> BDC"):
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout", subtype: str = "") -> Iterator[None]:
        """What is drawn here is decoration (``Layout``) or furniture (``Pagination``; ``Header``, ``Footer``)."""
        if self._is_marked:
            yield
            return
        properties = f"/Type /{kind}" + (f" /Subtype /{subtype}" if subtype else "")
        with self._mark(f"/Artifact <<{properties}>> BDC"):
            yield

    @contextmanager
    def _mark(self, operator: str) -> Iterator[None]:
        self._code.append(operator)
        self._is_marked = True
        yield
        self._is_marked = False
        self._code.append("EMC")

    # --- what is drawn -----------------------------------------------------------------------------------------------

    @contextmanager
    def text(self) -> Iterator[TextObject]:
        """Draw a text. Raises UntaggedTextError outside a mark."""
        if not self._is_marked:
            raise UntaggedTextError
        text = TextObject(self._doc)
        yield text
        self._code.append(text.end())

    def rect(self, *place: Any, **paint: Any) -> None:  # noqa: ANN401
        """A rectangle: decoration, unless it stands in a mark."""
        with self.artifact():
            super().rect(*place, **paint)

    def fill(self, operators: str, x: float, y: float, scale: float = 1.0) -> None:
        """Fill ready-made path operators in the current colour, their origin at ``(x, y)``: decoration."""
        with self.artifact():
            self._code.append(f"q {scale:.5g} 0 0 {scale:.5g} {x:.2f} {y:.2f} cm {operators} f Q")

    def line(self, *place: float) -> None:
        """A line: decoration, unless it stands in a mark."""
        with self.artifact():
            super().line(*place)

    def drawPath(self, aPath: PDFPathObject, **paint: Any) -> None:  # noqa: ANN401, N802, N803
        """A path: decoration, unless it stands in a mark."""
        with self.artifact():
            super().drawPath(aPath, **paint)

    @contextmanager
    def figure(self, element: Element, width: float, height: float) -> Iterator[None]:
        """What is drawn here, from the origin, is one figure with the element's alternative text."""
        left, foot = self.absolutePosition(0, 0)
        self.structure.figure(element, (left, foot, left + width, foot + height))
        with self.tagged(self.structure.node(element)):
            yield

    def draw_picture(self, image: ImageReader, width: float, height: float, element: Element) -> None:
        """A picture at the origin: a figure if it has an alternative text, else decoration."""
        if not element.get("alt"):
            with self.artifact():
                self.drawImage(image, 0, 0, width, height, mask="auto")
            return
        with self.figure(element, width, height):
            self.drawImage(image, 0, 0, width, height, mask="auto")

    def link(self, node: Node, target: str, rect: tuple[float, float, float, float]) -> None:
        """A live link of a structure element over ``rect`` (left, foot, right, top, from the origin)."""
        (left, foot), (right, top) = self.absolutePosition(*rect[:2]), self.absolutePosition(*rect[2:])
        entries: dict[str, object] = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([left, foot, right, top]),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": PDFString(text_of(node.element).strip() if node.element is not None else target),
            "StructParent": self.structure.next_parent_key(),
        }
        if target.startswith("#"):
            entries["Dest"] = self._bookmarkReference(target[1:])
        else:
            entries["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(target)})
        annotation = PDFDictionary(entries)
        self._addAnnotation(annotation)
        self.structure.annotate(node, self._doc.Reference(annotation), self.getPageNumber() - 1)

    def _setAnnotations(self, page: Any) -> None:  # noqa: ANN401, N802
        """Where ReportLab hands over a finished page: its place in the parent tree, its tab order."""
        super()._setAnnotations(page)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self.getPageNumber() - 1
        page.Tabs = PDFName("S")
