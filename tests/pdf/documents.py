"""The PDF files of a collection as ``terrinclus`` makes them: each is made once in a run of the tests."""

import shutil
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from terrinclus_publish import pdf
from terrinclus_publish.build import Format, Job, plan_fiches, plan_guide, review_fiches, review_guide
from terrinclus_publish.build.making import with_page_numbers
from terrinclus_publish.collection import Collection
from terrinclus_publish.compose import Composer
from terrinclus_publish.theme import Theme, load_theme
from terrinclus_publish.tree import Element, Metadata


@dataclass(frozen=True)
class Document:
    """A document: its name, its HTML tree with page numbers filled in, what it says of itself, and its PDF."""

    name: str
    tree: Element
    metadata: Metadata
    content: bytes

    def __str__(self) -> str:
        return self.name


@lru_cache(maxsize=8)
def sheets(collection: Collection) -> list[Document]:
    """The sheets, each alone."""
    review = review_fiches(collection, collection.sheet_files())
    assert not review.errors
    return _made(collection, plan_fiches(review, [Format.PDF], collection.output))


@lru_cache(maxsize=8)
def guide(collection: Collection) -> Document:
    """The guide."""
    (document,) = _made(collection, plan_guide(review_guide(collection), [Format.PDF], collection.output))
    return document


def documents(collection: Collection) -> list[Document]:
    """The sheets and the guide."""
    return [*sheets(collection), guide(collection)]


def justified(collection: Collection, folder: Path) -> Collection:
    """A copy of a collection in a folder, whose theme justifies running text."""
    shutil.copytree(collection.sheets, folder / "sheets")
    (folder / "templates").mkdir()
    (folder / "templates" / "theme.toml").write_text('[texte]\nreglage = "justifie"\n', "utf-8")
    return Collection(folder)


def _made(collection: Collection, jobs: list[Job]) -> list[Document]:
    composer, theme = Composer(collection), load_theme(collection)
    return [_document(job, composer, theme, collection) for job in jobs]


def _document(job: Job, composer: Composer, theme: Theme, collection: Collection) -> Document:
    tree, metadata = job.compose(composer), job.metadata()
    filled = with_page_numbers(tree, pdf.page_numbers(tree, theme, collection))
    return Document(job.name, filled, metadata, pdf.render(tree, metadata, theme, collection))
