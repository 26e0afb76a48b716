"""The file as bytes: catalog entries, a serializer with object streams (ISO 32000-1, 7.5.7, 7.5.8).

Why not ReportLab's own: it writes every object apart, so a tagged guide would be two and a half times as large, and its
streams lack the end of line before ``endstream`` that PDF/A asks for (6.1.7.1).
"""

import hashlib
import struct
from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFStream, format

from terrinclus_publish.pdf import pdfa
from terrinclus_publish.pdf.bookmarks import outline
from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.metadata import xmp
from terrinclus_publish.pdf.objects import Raw, Stream
from terrinclus_publish.pdf.structuretree import structure_tree
from terrinclus_publish.tree import Metadata

OBJECTS_A_STREAM = 150
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Document(PDFDocument):  # type: ignore[misc]
    """ReportLab's document, written with object streams and a cross-reference stream."""

    header = HEADER
    bookmarks: Raw | None = None

    def format(self) -> bytes:
        """The file."""
        self.Catalog.Outlines = self.bookmarks
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        plain, streams = self._objects()
        out = bytearray(self.header)
        entries = {0: (0, 0, 65535)}
        for number, content in streams:
            entries[number] = _add_object(out, number, content)
        number = self.objectcounter
        for start in range(0, len(plain), OBJECTS_A_STREAM):
            number += 1
            group = plain[start : start + OBJECTS_A_STREAM]
            entries[number] = _add_object(out, number, _object_stream(group).content)
            entries |= {member: (2, number, index) for index, (member, _) in enumerate(group)}
        place = len(out)
        number += 1
        entries[number] = (1, place, 0)
        digest = hashlib.md5(out, usedforsecurity=False).hexdigest()
        head = (
            f"/Type/XRef/Size {number + 1}/Root {root.format(self).decode()}/Info {info.format(self).decode()}"
            f"/ID[<{digest}><{digest}>]/W[1 4 2]/DecodeParms<</Predictor 12/Columns {ENTRY.size}>>"
        )
        table = b"".join([ENTRY.pack(*entries[key]) for key in range(number + 1)])
        _add_object(out, number, Stream(_differences(table, ENTRY.size), head).content)
        out += b"startxref\n%d\n%%%%EOF\n" % place
        return bytes(out)

    def _objects(self) -> tuple[list[tuple[int, bytes]], list[tuple[int, bytes]]]:
        """Objects that may go into an object stream, and those that are streams. New ones may come while formatting."""
        plain, streams, number = [], [], 1
        while number in self.numberToId:
            item = self.idToObject[self.numberToId[number]]
            content = item.content if type(item) is Raw else format(item, self, toplevel=1)
            if isinstance(item, Stream):
                streams.append((number, content))
            elif content.endswith(UNENDED):
                streams.append((number, content[: -len(UNENDED)] + b"\nendstream"))
            else:
                plain.append((number, content.strip()))
            number += 1
        self.objectcounter = number - 1
        return plain, streams


UNENDED = b"endstream\n"
"""How ReportLab ends a stream: without the end of line before it."""
ENTRY = struct.Struct(">BIH")
"""An entry of the cross-reference stream: its type, a place in the file or the number of a stream, an index."""


def _differences(table: bytes, row: int) -> bytes:
    """Rows of bytes as what each adds to the row above (PNG's filter « Up »): entries alike become rows alike.

    All bytes are subtracted at once, as digits of one number whose borrows the high bits hold back.
    """
    own, high = int.from_bytes(table, "big"), int.from_bytes(b"\x80" * len(table), "big")
    above = own >> 8 * row
    less = ((own | high) - (above & ~high)) ^ ((own ^ ~above) & high)
    filtered, rows = less.to_bytes(len(table), "big"), len(table) // row
    out = bytearray(rows * (row + 1))
    out[:: row + 1] = b"\x02" * rows
    for column in range(row):
        out[column + 1 :: row + 1] = filtered[column::row]
    return bytes(out)


def _add_object(out: bytearray, number: int, content: bytes) -> tuple[int, int, int]:
    """Append an indirect object; its entry in the cross-reference table."""
    place = len(out)
    out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    return 1, place, 0


def _object_stream(group: Sequence[tuple[int, bytes]]) -> Stream:
    offsets, position = [], 0
    for number, content in group:
        offsets.append(f"{number} {position}")
        position += len(content) + 1
    head = " ".join(offsets) + "\n"
    body = head.encode("ascii") + b"\n".join([content for _, content in group])
    return Stream(body, f"/Type/ObjStm/N {len(group)}/First {len(head)}")


def finish(canvas: Canvas, metadata: Metadata) -> None:
    """Give a drawn document its structure, its declarations and its serializer; ``canvas.save`` then writes it."""
    document = canvas._doc
    document.__class__ = Document
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "PageLabels"]
    catalog.PageLabels = PDFDictionary({"Nums": PDFArray([0, PDFDictionary({"S": PDFName("D")})])})
    catalog.OutputIntents = pdfa.output_intents()
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    packet = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    catalog.Metadata = PDFStream(packet, xmp(metadata), filters=[])
    catalog.StructTreeRoot = structure_tree(document, canvas.structure)
    document.bookmarks = outline(document, canvas.bookmarks) if canvas.bookmarks else None
