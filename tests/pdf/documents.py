"""The PDF files of a collection as ``terrinclus`` makes them: each is made once in a run of the tests."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from words import with_page_numbers

from terrinclus_publish import pdf
from terrinclus_publish.build import documents as composed
from terrinclus_publish.collection import Collection
from terrinclus_publish.compose import Composer, Entry
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import read
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
    model, fiches = _read(collection)
    return _made(
        collection,
        [composed.FicheDocument(Entry(name, fiche, rank), model) for rank, (name, fiche) in enumerate(fiches.items())],
    )


@lru_cache(maxsize=8)
def guide(collection: Collection) -> Document:
    """The guide."""
    (document,) = _made(collection, [composed.guide_document(*_read(collection))])
    return document


def _read(collection: Collection) -> tuple[Guide, dict[str, Fiche]]:
    """The guide and its sheets, in its order."""
    model = read(collection.guide_file, collection.root, Guide).model
    return model, {
        name: read(collection.sheets / f"{name}.yaml", collection.root, Fiche).model for name in model.fiches
    }


def documents(collection: Collection) -> list[Document]:
    """The sheets and the guide."""
    return [*sheets(collection), guide(collection)]


def justified(collection: Collection, folder: Path) -> Collection:
    """A copy of a collection in a folder, whose theme justifies running text."""
    shutil.copytree(collection.sheets, folder / "sheets")
    (folder / "templates").mkdir()
    (folder / "templates" / "theme.toml").write_text('[texte]\nreglage = "justifie"\n', "utf-8")
    return Collection(folder)


def _made(collection: Collection, sources: Sequence[composed.Document]) -> list[Document]:
    composer, theme = Composer(collection), load_theme(collection)
    return [_document(source, composer, theme, collection) for source in sources]


def _document(source: composed.Document, composer: Composer, theme: Theme, collection: Collection) -> Document:
    tree, metadata = source.compose(composer), source.metadata()
    filled = with_page_numbers(tree, pdf.page_numbers(tree, theme, collection))
    return Document(source.name, filled, metadata, pdf.render(tree, metadata, theme, collection))
