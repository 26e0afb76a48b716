"""The file as bytes: structure tree, catalog entries, a serializer with object streams (ISO 32000-1, 7.5.7, 7.5.8).

Why not ReportLab's own: it writes every object apart, so a tagged guide would be two and a half times as large, and its
streams lack the end of line before ``endstream`` that PDF/A asks for (6.1.7.1).
"""

import hashlib
import struct
import zlib
from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFStream,
    format,
    pdfdocEnc,
)

from terrinclus_publish.pdf import pdfa
from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.metadata import xmp
from terrinclus_publish.pdf.structure import FIRST_ANNOTATION_KEY, ROLE_MAP, Annotation, Mark, Node, Structure
from terrinclus_publish.tree import Metadata

OBJECTS_A_STREAM = 150
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Raw(PDFObject):  # type: ignore[misc]
    """An object whose bytes are ready."""

    def __init__(self) -> None:
        self.content = b""

    def format(self, document: PDFDocument) -> bytes:
        """The bytes."""
        return self.content


class Document(PDFDocument):  # type: ignore[misc]
    """ReportLab's document, written with object streams and a cross-reference stream."""

    header = HEADER

    def format(self) -> bytes:
        """The file."""
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        plain, streams = self._objects()
        out = bytearray(self.header)
        entries: dict[int, bytes] = {0: struct.pack(">BIH", 0, 0, 65535)}
        for number, content in streams:
            entries[number] = _add_object(out, number, content)
        number = self.objectcounter
        for start in range(0, len(plain), OBJECTS_A_STREAM):
            number += 1
            group = plain[start : start + OBJECTS_A_STREAM]
            entries[number] = _add_object(out, number, _object_stream(group))
            for index, (member, _) in enumerate(group):
                entries[member] = struct.pack(">BIH", 2, number, index)
        place = len(out)
        number += 1
        entries[number] = struct.pack(">BIH", 1, place, 0)
        digest = hashlib.md5(out, usedforsecurity=False).hexdigest()
        table = b"".join(entries[key] for key in range(number + 1))
        head = (
            f"/Type /XRef /Size {number + 1} /W [1 4 2] /Root {_text(root.format(self))} "
            f"/Info {_text(info.format(self))} /ID [<{digest}> <{digest}>]"
        )
        _add_object(out, number, _stream(head, table))
        out += b"startxref\n%d\n%%%%EOF\n" % place
        return bytes(out)

    def _objects(self) -> tuple[list[tuple[int, bytes]], list[tuple[int, bytes]]]:
        """Objects that may go into an object stream, and those that are streams. New ones may come while formatting."""
        plain, streams, number = [], [], 1
        while number in self.numberToId:
            content = format(self.idToObject[self.numberToId[number]], self, toplevel=1)
            if content.endswith(b"endstream\n"):
                streams.append((number, content[: -len(b"endstream\n")] + b"\nendstream\n"))
            else:
                plain.append((number, content.strip()))
            number += 1
        self.objectcounter = number - 1
        return plain, streams


def _add_object(out: bytearray, number: int, content: bytes) -> bytes:
    """Append an indirect object; its entry in the cross-reference table."""
    entry = struct.pack(">BIH", 1, len(out), 0)
    out += b"%d 0 obj\n" % number + content.rstrip(b"\n") + b"\nendobj\n"
    return entry


def _object_stream(group: Sequence[tuple[int, bytes]]) -> bytes:
    offsets, position = [], 0
    for number, content in group:
        offsets.append(f"{number} {position}")
        position += len(content) + 1
    head = " ".join(offsets) + "\n"
    body = head.encode("ascii") + b"\n".join(content for _, content in group)
    return _stream(f"/Type /ObjStm /N {len(group)} /First {len(head)}", body)


def _stream(head: str, content: bytes) -> bytes:
    packed = zlib.compress(content, 6)
    start = f"<< {head} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
    return start.encode("ascii") + packed + b"\nendstream"


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
    catalog.StructTreeRoot = _structure_root(document, canvas.structure)


def _structure_root(document: PDFDocument, structure: Structure) -> Raw:
    """The structure tree as objects of the document."""
    root = Raw()
    root_number = _number(document, root, "StructTreeRoot")
    nodes = list(structure.order())
    objects = [Raw() for _ in nodes]
    numbers = {
        id(node): _number(document, raw, f"S{i}") for i, (node, raw) in enumerate(zip(nodes, objects, strict=True))
    }
    writer = _ElementWriter(document, structure, numbers, root_number)
    for node, raw in zip(nodes, objects, strict=True):
        raw.content = writer.element(node)
    roles = " ".join(f"/{own} /{standard}" for own, standard in ROLE_MAP.items())
    tree = Raw()
    tree_number = _number(document, tree, "ParentTree")
    tree.content = _parent_tree(structure, numbers)
    root.content = (
        f"<</Type /StructTreeRoot /K {numbers[id(structure.root)]} 0 R /ParentTree {tree_number} 0 R "
        f"/ParentTreeNextKey {FIRST_ANNOTATION_KEY + len(structure.annotated)} /RoleMap <<{roles}>>>>"
    ).encode("ascii")
    return root


def _number(document: PDFDocument, item: PDFObject, name: str) -> int:
    document.Reference(item, name)
    return int(document.idToObjectNumberAndVersion[name][0])


def _parent_tree(structure: Structure, numbers: dict[int, int]) -> bytes:
    pages = (
        f"{page} [{' '.join(f'{numbers[id(node)]} 0 R' for node in nodes)}]"
        for page, nodes in sorted(structure.marks.items())
    )
    links = (f"{FIRST_ANNOTATION_KEY + key} {numbers[id(node)]} 0 R" for key, node in enumerate(structure.annotated))
    return f"<</Nums [{' '.join([*pages, *links])}]>>".encode("ascii")


class _ElementWriter:
    """Structure elements as bytes."""

    def __init__(self, document: PDFDocument, structure: Structure, numbers: dict[int, int], root: int) -> None:
        self.document, self.structure, self.numbers, self.root = document, structure, numbers, root

    def element(self, node: Node) -> bytes:
        """One structure element: its type, parent, page, kids, attributes."""
        parent = self.numbers[id(node.parent)] if node.parent is not None else self.root
        page = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
        parts = [f"/Type /StructElem /S /{node.kind} /P {parent} 0 R"]
        if page is not None:
            parts.append(f"/Pg {self._page(page)}")
        if node.kids:
            parts.append(f"/K [{' '.join(self._kid(kid, page) for kid in node.kids)}]")
        parts.extend(self._attributes(node))
        return f"<<{' '.join(parts)}>>".encode("latin-1")

    def _page(self, index: int) -> str:
        return f"{self.document.idToObjectNumberAndVersion[f'Page{index + 1}'][0]} 0 R"

    def _kid(self, kid: Node | Mark | Annotation, page: int | None) -> str:
        if isinstance(kid, Node):
            return f"{self.numbers[id(kid)]} 0 R"
        if isinstance(kid, Annotation):
            reference = _text(kid.reference.format(self.document))  # type: ignore[attr-defined]
            return f"<</Type /OBJR /Pg {self._page(kid.page)} /Obj {reference}>>"
        return str(kid.number) if kid.page == page else f"<</Type /MCR /Pg {self._page(kid.page)} /MCID {kid.number}>>"

    def _attributes(self, node: Node) -> list[str]:
        found = []
        language = self.structure.language_of(node)
        if language:
            found.append(f"/Lang {text_string(language)}")
        element = node.element
        if element is None:
            return found
        if node.kind == "Figure":
            found.append(f"/Alt {text_string(str(element.get('alt') or element.get('aria-label')))}")
        if node.box is not None:
            found.append(f"/A <</O /Layout /BBox [{' '.join(f'{value:.2f}' for value in node.box)}]>>")
        if node.kind in ("TH", "TD"):
            found.extend(_cell_attributes(node))
        if node.kind == "L" and element.tag == "ol":
            found.append("/A <</O /List /ListNumbering /Decimal>>")
        return found


def _cell_attributes(node: Node) -> list[str]:
    """Scope of heads and spans of cells (PDF/UA-1 7.5)."""
    values = []
    element = node.element
    scope = element.get("scope") if element is not None else None
    span = element.get("colspan") if element is not None else None
    if node.kind == "TH":
        values.append(f"/Scope /{'Row' if scope == 'row' else 'Column'}")
    if span:
        values.append(f"/ColSpan {int(span)}")
    return [f"/A <</O /Table {' '.join(values)}>>"] if values else []


def text_string(text: str) -> str:
    """A PDF text string: UTF-16 with its mark, in hexadecimal (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _text(content: object) -> str:
    return str(bytes(pdfdocEnc(content)), "latin-1")
