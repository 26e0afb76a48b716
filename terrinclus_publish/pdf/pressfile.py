"""A file of printed pages under way: its canvas, its marks, its declarations, its bytes."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

from terrinclus_publish.pdf import pdfx
from terrinclus_publish.pdf.file import Document
from terrinclus_publish.pdf.inks import Inks
from terrinclus_publish.pdf.marks import Trim
from terrinclus_publish.pdf.metadata import describe, xmp
from terrinclus_publish.pdf.pdfx import OutputCondition
from terrinclus_publish.pdf.presscanvas import PressCanvas, around_with_marks
from terrinclus_publish.theme import MM, Theme
from terrinclus_publish.tree import Element, Metadata


@dataclass(frozen=True)
class Paper:
    """How pages are put on paper: inks, bleed (mm), marks or none, and how far binding shifts the text block (mm).

    ``condition`` is None for an office printer, which has none.
    """

    inks: Inks
    condition: OutputCondition | None = None
    bleed: float = 0.0
    is_marked: bool = False
    shift: float = 0.0


class PressDocument(Document):
    """A document written as PDF 1.6."""

    header = pdfx.HEADER


class PressFile:
    """Pages of one trim size; each is drawn inside ``page``."""

    def __init__(self, tree: Element, metadata: Metadata, theme: Theme, paper: Paper, trim: Trim) -> None:
        rl_config.useA85 = 0
        self._paper, self._metadata, self._marks = paper, metadata, theme.impression.reperes
        self._buffer = io.BytesIO()
        around = around_with_marks(trim, self._marks) if paper.is_marked else paper.bleed * MM
        self.canvas = PressCanvas(self._buffer, trim, around, tree, paper.inks)
        describe(self.canvas, metadata)

    @contextmanager
    def page(self) -> Iterator[PressCanvas]:
        """One page; its marks come last."""
        yield self.canvas
        if self._paper.is_marked:
            self.canvas.draw_marks(self._marks)
        self.canvas.showPage()

    def close(self) -> bytes:
        """The file's bytes: the same for the same pages."""
        document = self.canvas._doc
        document.__class__ = PressDocument
        condition = self._paper.condition
        catalog = document.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        if condition is not None:
            catalog.OutputIntents = pdfx.output_intents(condition)
        norms = pdfx.declarations(self._metadata, condition)
        packet = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        catalog.Metadata = PDFStream(packet, xmp(self._metadata, norms), filters=[])
        self.canvas.save()
        return self._buffer.getvalue()
