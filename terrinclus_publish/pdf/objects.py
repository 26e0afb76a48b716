"""PDF objects whose bytes are written here, shorter and faster than ReportLab's (ISO 32000-1, 7.3)."""

import re
import zlib

from reportlab.pdfbase.pdfdoc import BasicFonts, PDFDocument, PDFObject, PDFObjectReference, PDFPage, format

LEVEL = 5
"""Of compression: the next one takes a sixth more time for one byte in two hundred."""
_PDF_DOC = str.maketrans("•—–…‘’“”Œœ", "\x80\x84\x85\x83\x8f\x90\x8d\x8e\x96\x9c")
_IN_PDF_DOC = re.compile("[ -~\x80\x83-\x85\x8d-\x90\x96\x9c\xa1-\xac\xae-\xff]*")
_ESCAPED = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\r": "\\r", "\n": "\\n"})


class Raw(PDFObject):  # type: ignore[misc]
    """An object whose bytes are given before the file is written."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: PDFDocument) -> bytes:
        """The bytes."""
        return self.content


class Stream(Raw):
    """A stream, compressed; ``entries`` are those of its dictionary beside length and filter."""

    def __init__(self, content: bytes, entries: str = "") -> None:
        packed = zlib.compress(content, LEVEL)
        head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
        super().__init__(head.encode("ascii") + packed + b"\nendstream")


class Page(PDFPage):  # type: ignore[misc]
    """A page that is drawn: its size, its content, its annotations, its place in the parent tree."""

    annotations: tuple[int, ...] = ()
    """Numbers of the annotations' objects."""
    index: int = 0
    """From 0: its key in the parent tree."""

    def format(self, document: PDFDocument) -> bytes:
        """The page's dictionary."""
        fonts = PDFObjectReference(BasicFonts).format(document).decode()
        drawings = f"/XObject{_text(self.XObjects, document)}" if self.XObjects else ""
        links = f"/Annots[{' '.join(f'{number} 0 R' for number in self.annotations)}]" if self.annotations else ""
        return (
            f"<</Type/Page/Parent {_text(document.Pages, document)}/MediaBox[0 0 {self.pagewidth:.7g} "
            f"{self.pageheight:.7g}]/Contents {_text(self.Contents, document)}/Resources<</Font {fonts}{drawings}>>"
            f"{links}/StructParents {self.index}/Tabs/S>>"
        ).encode("latin-1")


def number_of(document: PDFDocument, item: PDFObject, name: str) -> int:
    """Give a new object its number, under a name of its own: as ``document.Reference``, which makes a reference too."""
    number = document.objectcounter = int(document.objectcounter) + 1
    document.idToObjectNumberAndVersion[name] = (number, 0)
    document.numberToId[number] = item.__InternalName__ = name
    document.idToObject[name] = item
    return number


def page_reference(document: PDFDocument, index: int) -> str:
    """The reference to a page that is drawn; from 0."""
    return f"{document.idToObjectNumberAndVersion[f'Page{index + 1}'][0]} 0 R"


def text_string(text: str) -> str:
    """A PDF text string, bytes written as Latin-1 signs (ISO 32000-1, 7.9.2.2).

    In PDFDocEncoding (annex D.2) where that has all its signs, else in UTF-16 with its mark, in hexadecimal.
    """
    short = text.translate(_PDF_DOC)
    if _IN_PDF_DOC.fullmatch(short):
        return f"({short.translate(_ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _text(item: PDFObject, document: PDFDocument) -> str:
    return bytes(format(item, document)).decode("latin-1")
