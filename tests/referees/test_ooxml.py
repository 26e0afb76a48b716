"""Word files before the Open XML SDK: it finds nothing, and finds what is put in; nor do our own checks."""

import pytest
from pdf.documents import documents, justified
from word import trees
from word.extract import W
from word.structure import findings
from word.test_structure import spoiled

from referees.ooxml import find_validator, validate
from referees.tools import required
from terrinclus_publish import word
from terrinclus_publish.collection import Collection
from terrinclus_publish.theme import load_theme
from terrinclus_publish.tree import Metadata


@pytest.fixture(scope="module")
def validator():
    return required(find_validator)


@pytest.fixture(scope="module", params=["project", "example", "justified"])
def word_files(request, project, tmp_path_factory):
    """The sheets and the guide of a collection, by name; the example shows pictures, and every kind of block."""
    folder = tmp_path_factory.mktemp("collection")
    collection = {
        "project": lambda: project,
        "example": lambda: Collection(project.root / "tests" / "fixtures" / "collection"),
        "justified": lambda: justified(project, folder),
    }[request.param]()
    theme = load_theme(collection)
    return {
        document.name: word.render(document.tree, document.metadata, theme, collection)
        for document in documents(collection)
    }


@pytest.fixture(scope="module")
def everything(project_theme, tmp_path_factory):
    """A sheet with every element that a renderer must know."""
    collection = trees.collection(tmp_path_factory.mktemp("everything"))
    return word.render(trees.sheet(), Metadata("Un titre", "", "fr"), project_theme, collection)


def found(validator, content, folder):
    file = folder / "document.docx"
    file.write_bytes(content)
    return validate(validator, file)


def test_the_validator_finds_nothing(validator, word_files, tmp_path):
    assert len(word_files) >= 3
    for name, content in word_files.items():
        assert found(validator, content, tmp_path) == [], name


def test_our_own_checks_find_nothing(word_files):
    for name, content in word_files.items():
        assert findings(content) == [], name


def test_a_sheet_with_every_element_is_valid(validator, everything, tmp_path):
    assert found(validator, everything, tmp_path) == []
    assert findings(everything) == []


def misplace(root):
    """The properties of a paragraph after its text, where the schema does not want them."""
    paragraph = next(root.iter(f"{W}p"))
    paragraph.append(paragraph[0])


def discolour(root):
    next(root.iter(f"{W}shd")).set(f"{W}fill", "rouge")


@pytest.mark.parametrize(("part", "spoil"), [("word/document.xml", misplace), ("word/styles.xml", discolour)])
def test_the_validator_finds_a_fault_that_is_put_in(validator, everything, tmp_path, part, spoil):
    assert found(validator, spoiled(everything, part, spoil), tmp_path) != []
