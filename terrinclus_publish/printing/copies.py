"""Numbered and addressed copies of one PDF, written as they come: what memory holds does not grow with their content.

The pages are written once; each copy is a list of pages that refer to them, and one page of its own with the number.
"""

import io
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

import pikepdf

HEADER = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"
ENTRY = b"%010d %05d %c \n"
"""Of a cross-reference table (ISO 32000-1, 7.5.4)."""


@dataclass(frozen=True)
class Stamp:
    """What a copy says of itself: operators, for a page (from 0) of the base."""

    page: int
    operators: bytes


class CopyWriter:
    """Writes copies of a base PDF into a stream.

    ``fonts`` are the base's fonts that stamps name: a page of forms does not have them itself.
    """

    def __init__(self, out: BinaryIO, base: bytes) -> None:
        self._out, self._place = out, 0
        self._offsets, self._kids = array("Q", [0]), array("Q")
        self._pages_of_copies = 0
        normal = io.BytesIO()
        with pikepdf.open(io.BytesIO(base)) as pdf:
            pdf.save(normal, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
        self._base = pikepdf.open(normal)
        self._pages = [page.obj for page in self._base.pages]
        self._fonts = _fonts_of(self._base)
        self._write(HEADER)
        self._write_base()

    def add(self, stamp: Stamp) -> None:
        """Write one more copy."""
        own = self._stream(b"Q\n" + stamp.operators)
        node = self._reserve()
        kids = [self._page(page, node, own if place == stamp.page else None) for place, page in enumerate(self._pages)]
        listed = " ".join(f"{kid} 0 R" for kid in kids)
        text = f"<</Type /Pages /Parent {self._root} 0 R /Count {len(kids)} /Kids [{listed}]>>"
        self._object(node, text.encode("ascii"))
        self._kids.append(node)
        self._pages_of_copies += len(kids)

    def close(self) -> None:
        """Write what closes the file."""
        kids = " ".join(f"{kid} 0 R" for kid in self._kids)
        text = f"<</Type /Pages /Count {self._pages_of_copies} /Kids [{kids}]>>"
        self._object(self._root, text.encode("ascii"))
        start = self._place
        self._write(b"xref\n0 %d\n" % len(self._offsets))
        self._write(ENTRY % (0, 65535, b"f"))
        for offset in self._offsets[1:]:
            self._write(ENTRY % (offset, 0, b"n") if offset else ENTRY % (0, 65535, b"f"))
        trailer = self._base.trailer
        info = f"/Info {trailer.Info.objgen[0]} 0 R" if "/Info" in trailer else ""
        identity = bytes(trailer.ID[0]).hex()
        self._write(
            f"trailer\n<</Size {len(self._offsets)} /Root {trailer.Root.objgen[0]} 0 R {info} "
            f"/ID [<{identity}> <{identity}>]>>\nstartxref\n{start}\n%%EOF\n".encode("ascii")
        )
        self._base.close()

    def _write_base(self) -> None:
        """Every object of the base but its pages; the root of the page tree comes last, when the copies are known."""
        self._root = self._base.Root.Pages.objgen[0]
        left_out = {page.objgen[0] for page in self._pages} | {self._root}
        highest = max(item.objgen[0] for item in self._base.objects if item.is_indirect)
        self._offsets.extend([0] * highest)
        for item in self._base.objects:
            number = item.objgen[0]
            if number in left_out or not number:
                continue
            if isinstance(item, pikepdf.Stream):
                data = item.read_raw_bytes()
                head = pikepdf.Dictionary(dict(item.stream_dict.items()))
                head.Length = len(data)
                self._object(number, head.unparse() + b"\nstream\n" + data + b"\nendstream")
            else:
                self._object(number, item.unparse(resolved=True))
        self._before = self._stream(b"q\n")

    def _page(self, page: Any, parent: int, own: int | None) -> int:  # noqa: ANN401
        """A page of a copy; ``own`` is the stream that stands on it alone."""
        number = self._reserve()
        entries = {key: value for key, value in page.items() if key not in ("/Parent", "/Contents")}
        contents = [f"{item.objgen[0]} 0 R" for item in _contents(page)]
        if own is not None:
            contents = [f"{self._before} 0 R", *contents, f"{own} 0 R"]
            entries["/Resources"] = pikepdf.Dictionary({**self._fonts, **dict(page.Resources.items())})
        kept = bytes(pikepdf.Dictionary(entries).unparse()).removesuffix(b">>")
        links = f"/Parent {parent} 0 R /Contents [{' '.join(contents)}]>>"
        self._object(number, kept + links.encode("ascii"))
        return number

    def _stream(self, data: bytes) -> int:
        number = self._reserve()
        self._object(number, b"<</Length %d>>\nstream\n%b\nendstream" % (len(data), data))
        return number

    def _reserve(self) -> int:
        self._offsets.append(0)
        return len(self._offsets) - 1

    def _object(self, number: int, content: bytes) -> None:
        self._offsets[number] = self._place
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, content))

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._place += len(data)


def _contents(page: Any) -> Sequence[Any]:  # noqa: ANN401
    contents = page.get("/Contents")
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


def _fonts_of(base: pikepdf.Pdf) -> dict[str, Any]:
    """The fonts and graphics states that the base's drawn pages share, also inside the forms of an imposed page."""
    for page in base.pages:
        own: Any = page.obj.get("/Resources", pikepdf.Dictionary())
        forms: Any = own.get("/XObject", pikepdf.Dictionary())
        for resources in (own, *(form.get("/Resources") for form in forms.values())):
            if resources is not None and "/Font" in resources:
                return {name: resources[name] for name in ("/Font", "/ExtGState") if name in resources}
    return {}
