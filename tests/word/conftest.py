"""Word files to read back, made once: a sheet with everything in it, and the project's guide."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from lxml import etree

from terrinclus_publish import word
from terrinclus_publish.collection import Collection
from terrinclus_publish.tree import Element, Metadata
from word import trees
from word.extract import W, part

SHEET = Metadata("Un titre", "Ada Roux", "fr", "PROGRAMME", datetime.date(2017, 7, 1))


@dataclass(frozen=True)
class File:
    """A Word file with the tree that it was made from."""

    tree: Element
    content: bytes

    def part(self, name: str) -> Element:
        return part(self.content, name)

    @property
    def body(self) -> Element:
        return self.part("word/document.xml").find(f"{W}body")

    def style(self, identifier: str) -> Element:
        (style,) = (
            style for style in self.part("word/styles.xml").iter(f"{W}style") if style.get(f"{W}styleId") == identifier
        )
        return style

    def paragraphs(self, style: str) -> list[Element]:
        """The paragraphs of a style."""
        return [p for p in self.body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == style]


@pytest.fixture(scope="session")
def pictures(tmp_path_factory) -> Collection:
    return trees.collection(tmp_path_factory.mktemp("collection"))


@pytest.fixture(scope="session")
def make(pictures, project_theme) -> Callable[[Element], File]:
    return lambda tree: File(tree, word.render(tree, SHEET, project_theme, pictures))


@pytest.fixture(scope="session")
def sheet(make) -> File:
    return make(trees.sheet())


@pytest.fixture(scope="session")
def guide(composer, project, project_guide, project_entries, project_theme) -> File:
    """The project's guide, with the numbers of pages that a layout would give."""
    tree = composer.guide(project_guide, project_entries)
    first_pages = {f"fiche-{entry.nom}": str(9 + 6 * rank) for rank, entry in enumerate(project_entries)}
    for reference in tree.iter("span"):
        if reference.get("data-renvoi"):
            reference.text = first_pages.get(str(reference.get("data-renvoi")), "2")
    return File(tree, word.render(tree, Metadata("Guide", "Éditeur", "fr"), project_theme, project))


@pytest.fixture(params=["sheet", "guide"])
def file(request) -> File:
    """The sheet, then the guide."""
    return request.getfixturevalue(request.param)


def children(element: Element) -> list[str]:
    return [etree.QName(child).localname for child in element]
