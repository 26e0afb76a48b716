"""Making documents, one event after the other, so that whoever asked can show what goes on."""

import copy
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from terrinclus_publish.build.design import sound_theme
from terrinclus_publish.build.files import write_whole
from terrinclus_publish.build.plan import Format, GuideJob, Job
from terrinclus_publish.collection import Collection
from terrinclus_publish.compose import Composer
from terrinclus_publish.faults import Fault, FaultsError
from terrinclus_publish.theme import Theme
from terrinclus_publish.tree import Element, Metadata


@dataclass(frozen=True, slots=True)
class Started:
    """A file is being made."""

    shown: str


@dataclass(frozen=True, slots=True)
class Made:
    """A file stands, whole."""

    shown: str
    file: Path
    seconds: float
    """From the tree to the file."""
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A file could not be made; the old one, if any, is untouched."""

    shown: str
    faults: tuple[Fault, ...]


Event = Started | Made | Failed


def make(collection: Collection, jobs: Iterable[Job]) -> Iterator[Event]:
    """Make each document in each of its formats; one that fails stops no other.

    Raises FaultsError on a broken theme.
    """
    theme, composer = sound_theme(collection), Composer(collection)
    for job in jobs:
        yield from _make_document(job, collection, theme, composer)


def _make_document(job: Job, collection: Collection, theme: Theme, composer: Composer) -> Iterator[Event]:
    """Compose a document once, then write it in each format."""
    try:
        tree = job.compose(composer)
    except FaultsError as error:
        yield Failed(job.name, tuple(error.faults))
        return
    for form, target in job.targets.items():
        shown = _shown(target, collection)
        yield Started(shown)
        start = time.perf_counter()
        try:
            content = _rendered(form, job, tree, theme, collection)
            write_whole(target, content, shown)
        except FaultsError as error:
            yield Failed(shown, tuple(error.faults))
        else:
            yield Made(shown, target, time.perf_counter() - start, len(content))


def _rendered(form: Format, job: Job, tree: Element, theme: Theme, collection: Collection) -> bytes:
    """The document's bytes. In a guide for Word, page numbers are the PDF's: Word counts pages only once it is open."""
    if form is Format.DOCX and isinstance(job, GuideJob):
        from terrinclus_publish import pdf

        tree = with_page_numbers(tree, pdf.page_numbers(tree, theme, collection))
    return _render(form, tree, job.metadata(), theme, collection)


def _render(form: Format, tree: Element, metadata: Metadata, theme: Theme, collection: Collection) -> bytes:
    """Call the format's renderer, which is imported only now."""
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


def with_page_numbers(tree: Element, pages: dict[str, int]) -> Element:
    """A copy of the tree with its page references filled in; ``pages`` gives the page of an ``id``."""
    filled = copy.deepcopy(tree)
    for reference in filled.iter("span"):
        page = pages.get(reference.get("data-renvoi", ""))
        if page is not None:
            reference.text = str(page)
    return filled


def _shown(target: Path, collection: Collection) -> str:
    """A file's name as messages show it: from the collection's folder where it stands inside."""
    return target.relative_to(collection.root).as_posix() if target.is_relative_to(collection.root) else str(target)
