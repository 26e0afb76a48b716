"""A composed document to the bytes of its files. Each renderer is imported only when it is called."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from terrinclus_publish.build.documents import Document, GuideDocument
from terrinclus_publish.build.formats import NUMBERED, Format
from terrinclus_publish.build.mishaps import told
from terrinclus_publish.build.numbering import Pagination, Safety
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault
from terrinclus_publish.theme import Theme
from terrinclus_publish.tree import Element, Metadata


@dataclass(frozen=True, slots=True)
class File:
    """A file's bytes; how safe its page numbers are, where a reader's program may count pages otherwise."""

    content: bytes
    safeties: tuple[Safety, ...] = ()


Rendered = tuple[Format, File | tuple[Fault, ...], float]
"""A format, the file or the faults that kept it from being made, and the seconds that it took."""


def render_all(
    document: Document,
    tree: Element,
    forms: Sequence[Format],
    metadata: Metadata,
    theme: Theme,
    collection: Collection,
    pagination: Pagination = Pagination.OWN,
) -> Iterator[Rendered]:
    """The document in each format; a format that fails stops no other."""
    for form in forms:
        start = time.perf_counter()
        result: File | tuple[Fault, ...]
        try:
            if isinstance(document, GuideDocument) and form in NUMBERED:
                result = _numbered(form, _guide_in_word(tree, metadata, theme, collection, pagination))
            else:
                result = File(render(form, tree, metadata, theme, collection))
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


def _numbered(form: Format, guide: File) -> File:
    """The guide in Word in one of the forms that have its page numbers."""
    if form is Format.DOCX:
        return guide
    from terrinclus_publish import odt

    return File(odt.from_word(guide.content), guide.safeties)


def _guide_in_word(
    tree: Element, metadata: Metadata, theme: Theme, collection: Collection, pagination: Pagination
) -> File:
    """The guide with its page numbers. Raises FaultsError where LibreOffice is asked for and does not answer."""
    from terrinclus_publish import word

    content, safeties = word.render_numbered(tree, metadata, theme, collection)
    if pagination is Pagination.LIBREOFFICE:
        from terrinclus_publish.build.laidout import pages_in_libreoffice

        content = word.renumbered(content, pages_in_libreoffice(content))
    return File(
        content, tuple(Safety(item.fiche.removeprefix("fiche-"), item.shrinks, item.grows) for item in safeties)
    )
