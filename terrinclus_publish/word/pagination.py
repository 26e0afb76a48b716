"""A guide's page numbers: laid out, made safer, written into its fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from terrinclus_publish.tree import Element
from terrinclus_publish.word.adjusting import apply, settled
from terrinclus_publish.word.archive import zipped
from terrinclus_publish.word.fontfiles import FontFiles
from terrinclus_publish.word.job import Job
from terrinclus_publish.word.layout.document import Document
from terrinclus_publish.word.layout.formats import Formats
from terrinclus_publish.word.layout.metrics import load_font
from terrinclus_publish.word.layout.paging import Course, Part
from terrinclus_publish.word.layout.safety import runs
from terrinclus_publish.word.layout.tables import TableStyles
from terrinclus_publish.word.ooxml import W
from terrinclus_publish.word.package import serialised

_BODY = "word/document.xml"
_INSTRUCTION, _RUN, _TEXT = (f"{{{W}}}{tag}" for tag in ("instrText", "r", "t"))


@dataclass(frozen=True, slots=True)
class Safety:
    """How safe a page number is: by what share the length of what stands before it may change."""

    fiche: str
    """The id of the sheet whose length is meant; empty for the pages before the first one."""
    shrinks: float
    grows: float


def paginate(job: Job, body: Element) -> tuple[Safety, ...]:
    """Lay a guide out, and write the page numbers into its fields. Its styles and lists are written already."""
    document = Document(_formats(job), TableStyles(job.package.styles), job.package.running)
    parts = list(document.parts(body))
    referred = {name for name, _ in page_fields(body)}
    safeties, names = [], job.bookmarks.identifiers()
    place = {id(part.section): number for number, part in enumerate(parts)}
    for run in list(runs(parts, referred)):
        settled_run, margin, change = settled(run, job.theme.page.ajustement)
        apply(run, change, job)
        for part in settled_run.parts:
            parts[place[id(part.section)]] = part
        safeties.append(Safety(names.get(margin.mark, ""), margin.shrinks, margin.grows))
    write_numbers(body, pages_of(parts))
    return tuple(safeties)


def pages_of(parts: list[Part]) -> dict[str, int]:
    """The page of each bookmark."""
    course = Course()
    for part in parts:
        course.run(part)
    return course.pages


def page_fields(body: Element) -> Iterator[tuple[str, Element]]:
    """The fields that show a page: the bookmark's name, and the element of the text shown."""
    for code in body.iter(_INSTRUCTION):
        words = (code.text or "").split()
        if words[:1] == ["PAGEREF"]:
            run = code.getparent()
            siblings = () if run is None else run.itersiblings(_RUN)
            shown = next((sibling for sibling in siblings if sibling.find(_TEXT) is not None), None)
            if shown is not None:
                yield words[1], shown[-1]


def write_numbers(body: Element, pages: Mapping[str, int]) -> None:
    """Write numbers into the fields that show them; one that is not known stays as it is."""
    for name, shown in page_fields(body):
        if name in pages:
            shown.text = str(pages[name])


def renumbered(content: bytes, pages: Mapping[str, int]) -> bytes:
    """A Word file of ours with the page numbers of its bookmarks; one that is not among them stays."""
    with ZipFile(BytesIO(content)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(entries[_BODY])
    write_numbers(root, pages)
    entries[_BODY] = serialised(root)
    return zipped(entries.items())


def _formats(job: Job) -> Formats:
    files = FontFiles(job.theme, job.collection.root, job.styles)
    return Formats(job.package.styles, job.package.numbering, lambda *name: load_font(files.file(*name)))
