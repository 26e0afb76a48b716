"""On which pages LibreOffice puts the bookmarks of a Word file: read from the PDF that it makes of it.

Source: ISO 32000-1, 12.3.2.3 (named destinations).
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from terrinclus_publish import libreoffice


def pages_in_libreoffice(document: bytes) -> dict[str, int]:
    """The page of each bookmark, counted from the file's first one. Raises FaultsError as ``convert`` does."""
    with pikepdf.open(BytesIO(libreoffice.convert(document, libreoffice.PDF))) as pdf:
        numbers = {str(page.objgen): number for number, page in enumerate(pdf.pages, 1)}
        return {name: numbers[str(page.objgen)] for name, page in _destinations(pdf)}


def _destinations(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Named destinations and their pages, from the dictionary of PDF 1.1 or the name tree of later versions."""
    old = pdf.Root.get("/Dests")
    found = [] if old is None else [(name.removeprefix("/"), value) for name, value in old.items()]
    tree = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    if tree is not None:
        found.extend(pikepdf.NameTree(tree).items())
    for name, value in found:
        place = value["/D"] if isinstance(value, pikepdf.Dictionary) else value
        yield name, pikepdf.Array(place)[0]
