"""The structure of every PDF, seen with pikepdf alone; and that each check finds the faults that it is there for."""

import io
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from pdf.documents import Document, documents, guide, justified
from pdf.fidelity import FIDELITY
from pdf.planting import FAULTS
from pdf.structure import STRUCTURE
from pdf.tagged import TaggedFile
from terrinclus_publish.collection import Collection
from terrinclus_publish.pdf.canvas import Canvas, UntaggedTextError
from terrinclus_publish.pdf.structure import Structure

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "tests" / "fixtures" / "collection"


def problems(file: TaggedFile, document: Document) -> list[tuple[str, str]]:
    found = [(check.__name__, problem) for check in STRUCTURE for problem in check(file)]
    return found + [(check.__name__, problem) for check in FIDELITY for problem in check(file, document.tree)]


@pytest.mark.parametrize("root", [ROOT, EXAMPLE], ids=["project", "example"])
def test_no_document_has_a_problem(root):
    found = {
        document.name: problems(TaggedFile(document.content), document) for document in documents(Collection(root))
    }
    assert {name: what for name, what in found.items() if what} == {}


def test_no_justified_document_has_a_problem(tmp_path):
    document = guide(justified(Collection(ROOT), tmp_path))
    assert problems(TaggedFile(document.content), document) == []


def planted(plant) -> TaggedFile:
    """The invented guide with a fault in it."""
    with pikepdf.open(io.BytesIO(guide(Collection(EXAMPLE)).content)) as file:
        plant(file)
        content = io.BytesIO()
        file.save(content)
    return TaggedFile(content.getvalue())


def test_a_file_that_pikepdf_has_written_again_has_no_problem():
    assert problems(planted(lambda _: None), guide(Collection(EXAMPLE))) == []


@pytest.mark.parametrize(
    ("check", "what", "plant"), FAULTS, ids=[f"{check.__name__}: {what}" for check, what, _ in FAULTS]
)
def test_a_planted_fault_is_found(check, what, plant):
    file = planted(plant)
    assert check(file) if check in STRUCTURE else check(file, guide(Collection(EXAMPLE)).tree)


def test_every_check_has_a_fault_to_find():
    assert {check for check, _, _ in FAULTS} == {*STRUCTURE, *FIDELITY}


@pytest.fixture
def canvas():
    tree = etree.fromstring("<article lang='fr'><p>un</p></article>")
    return Canvas(io.BytesIO(), (100, 100), "fr", Structure(tree))


def test_text_outside_any_mark_stops_the_build(canvas):
    with pytest.raises(UntaggedTextError), canvas.text(None):
        pass


def test_a_paragraph_that_belongs_to_no_element_stops_the_build(canvas, setting):
    line = setting.line("un", "corps", 90)
    with pytest.raises(UntaggedTextError):
        line.draw_in(canvas, 0, 90)


def test_the_same_paragraph_may_be_furniture(canvas, setting):
    with canvas.artifact("Pagination"):
        setting.line("un", "corps", 90).draw_in(canvas, 0, 90)
