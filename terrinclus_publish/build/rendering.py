"""A composed document to the bytes of its files. Each renderer is imported only when it is called."""

import copy
import time
from collections.abc import Iterator, Sequence

from terrinclus_publish.build.documents import Document, GuideDocument
from terrinclus_publish.build.formats import Format
from terrinclus_publish.build.mishaps import told
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault
from terrinclus_publish.theme import Theme
from terrinclus_publish.tree import Element, Metadata

Rendered = tuple[Format, bytes | tuple[Fault, ...], float]
"""A format, the file's bytes or the faults that kept it from being made, and the seconds that it took."""


def render_all(
    document: Document,
    tree: Element,
    forms: Sequence[Format],
    metadata: Metadata,
    theme: Theme,
    collection: Collection,
) -> Iterator[Rendered]:
    """The document in each format; a format that fails stops no other."""
    pages: dict[str, int] = {}
    for form in forms:
        start = time.perf_counter()
        result: bytes | tuple[Fault, ...]
        try:
            if not isinstance(document, GuideDocument):
                result = render(form, tree, metadata, theme, collection)
            elif form is Format.PDF:
                result, pages = _render_numbered(tree, metadata, theme, collection)
            else:
                pages = pages or page_numbers(tree, theme, collection)
                result = render(form, with_page_numbers(tree, pages), metadata, theme, collection)
        except Exception as error:  # a fault of one file, even of ours, stops no other
            result = told(error, document.name)
        yield form, result, time.perf_counter() - start


def render(form: Format, tree: Element, metadata: Metadata, theme: Theme, collection: Collection) -> bytes:
    """A tree in a format."""
    match form:
        case Format.PDF:
            from terrinclus_publish import pdf

            return pdf.render(tree, metadata, theme, collection)
        case Format.DOCX:
            from terrinclus_publish import word

            return word.render(tree, metadata, theme, collection)
        case Format.HTML:
            from terrinclus_publish import web

            return web.render(tree, metadata, theme, collection)
        case Format.ODT:
            from terrinclus_publish import odt

            return odt.from_word(render(Format.DOCX, tree, metadata, theme, collection))


def _render_numbered(
    tree: Element, metadata: Metadata, theme: Theme, collection: Collection
) -> tuple[bytes, dict[str, int]]:
    """The PDF, and the pages of the tree's ids: laid out once for both."""
    from terrinclus_publish import pdf

    return pdf.render_numbered(tree, metadata, theme, collection)


def page_numbers(tree: Element, theme: Theme, collection: Collection) -> dict[str, int]:
    """The pages of the tree's ids in the PDF, which are Word's too: Word counts pages only once it is open."""
    from terrinclus_publish import pdf

    return pdf.page_numbers(tree, theme, collection)


def with_page_numbers(tree: Element, pages: dict[str, int]) -> Element:
    """A copy of the tree with its page references filled in; ``pages`` gives the page of an ``id``."""
    filled = copy.deepcopy(tree)
    for reference in filled.iter("span"):
        page = pages.get(reference.get("data-renvoi", ""))
        if page is not None:
            reference.text = str(page)
    return filled
