"""The ReportLab canvas that blocks draw on."""

from collections.abc import Iterator
from contextlib import contextmanager

from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas


class Canvas(ReportLabCanvas):
    """A canvas with the few gestures that blocks share."""

    @contextmanager
    def moved(self, x: float, y: float) -> Iterator[None]:
        """Draw with the origin moved, and everything as before afterwards."""
        self.saveState()
        self.translate(x, y)
        yield
        self.restoreState()
