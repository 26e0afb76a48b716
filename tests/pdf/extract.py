"""The words of a PDF as another program reads them (pdfium): what is drawn, in the order in which it is drawn.

What is marked as an artifact, or stands in the margins (running heads, folios, tabs), is furniture and left out; so are
the letters inside a picture, which has a text of its own for who does not see it.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

MM = 72 / 25.4
RUNNING_HEAD_SIZE = 9.0
"""A text of the upper margin in smaller letters (points) is a running head; the bands of the sheets reach up there."""


@dataclass(frozen=True)
class Drawn:
    """A run of text: its page from 0, its edges in points from the page's lower left corner, its mark."""

    text: str
    page: int
    left: float
    foot: float
    right: float
    top: float
    size: float
    mark: tuple[str, int]
    """Tag and number of the marked content (MCID) around it."""


def pdf_text(content: bytes) -> str:
    """The text of a PDF without its furniture, one line for each block."""
    pieces: list[str] = []
    previous: Drawn | None = None
    for run in body(content):
        if previous is not None and _starts_anew(previous, run):
            pieces.append("\n")
        pieces.append(run.text)
        previous = run
    return "".join(pieces)


def body(content: bytes) -> Iterator[Drawn]:
    """The runs of a PDF that are no furniture."""
    return (run for run in drawn(content) if not is_furniture(run))


def is_furniture(run: Drawn) -> bool:
    """Whether a run is marked as an artifact or a figure, or stands where running heads, folios and tabs are."""
    in_head = run.foot > (297 - 22) * MM and run.size < RUNNING_HEAD_SIZE
    in_foot = run.top < 19 * MM
    on_edge = run.right < 12 * MM or run.left > (210 - 12) * MM
    return run.mark[0] in ("Artifact", "Figure") or in_head or in_foot or on_edge


def drawn(content: bytes) -> Iterator[Drawn]:
    """Every run of text of a PDF, page by page, in the order in which they are drawn."""
    document = pdfium.PdfDocument(content)
    try:
        for number in range(len(document)):
            yield from _page_runs(document[number], number)
    finally:
        document.close()


def _page_runs(page: pdfium.PdfPage, number: int) -> list[Drawn]:
    texts = page.get_textpage()
    runs = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        left, foot, right, top = item.get_bounds()
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(item, size)
        runs.append(Drawn(_text(item, texts), number, left, foot, right, top, size.value, _mark(item)))
    texts.close()
    return runs


def _text(item: pdfium.PdfObject, texts: pdfium.PdfTextPage) -> str:
    length = raw.FPDFTextObj_GetText(item, texts, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFTextObj_GetText(item, texts, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw[:length].decode("utf-16-le").rstrip("\0")


def _mark(item: pdfium.PdfObject) -> tuple[str, int]:
    for index in range(raw.FPDFPageObj_CountMarks(item)):
        mark = raw.FPDFPageObj_GetMark(item, index)
        buffer, length = ctypes.create_string_buffer(128), ctypes.c_ulong()
        wide = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        raw.FPDFPageObjMark_GetName(mark, wide, 128, length)
        name = buffer.raw[: length.value].decode("utf-16-le").rstrip("\0")
        number = ctypes.c_int(-1)
        raw.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", number)
        return name, number.value
    return "", -1


def _starts_anew(previous: Drawn, run: Drawn) -> bool:
    """Whether a run is another block's: another mark, and not glued to the run before."""
    same = (previous.page, previous.mark) == (run.page, run.mark)
    glued = abs(previous.right - run.left) < 0.2 * run.size and run.foot < previous.top and previous.foot < run.top
    return not same and not glued
