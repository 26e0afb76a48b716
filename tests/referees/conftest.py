"""The documents that referees look at, and the referees."""

from pathlib import Path

import pytest
from pdf.documents import Document, documents, justified, sheets

from referees.tools import find_program, required
from referees.verapdf import VeraPdf, find_verapdf
from terrinclus_publish.collection import Collection

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "tests" / "fixtures" / "collection"


@pytest.fixture(scope="session")
def verapdf() -> VeraPdf:
    return required(find_verapdf)


@pytest.fixture(scope="session")
def pdfinfo() -> str:
    return required(lambda: find_program("pdfinfo", "poppler-utils"))


@pytest.fixture(scope="session")
def pdftotext() -> str:
    return required(lambda: find_program("pdftotext", "poppler-utils"))


@pytest.fixture(scope="session", params=["project", "example", "justified"])
def collection_documents(request, tmp_path_factory) -> list[Document]:
    """Every sheet and the guide of a collection: the project's own, the invented one, and the project's justified."""
    if request.param == "justified":
        return documents(justified(Collection(ROOT), tmp_path_factory.mktemp("justified")))
    return documents(Collection({"project": ROOT, "example": EXAMPLE}[request.param]))


@pytest.fixture(scope="session")
def collection_files(collection_documents, tmp_path_factory) -> dict[str, Path]:
    """The same as files, by name."""
    folder = tmp_path_factory.mktemp("pdf")
    files = {document.name: folder / f"{document.name}.pdf" for document in collection_documents}
    for document in collection_documents:
        files[document.name].write_bytes(document.content)
    return files


@pytest.fixture(scope="session")
def example_sheet() -> Document:
    """A sheet with every feature of the format."""
    return next(sheet for sheet in sheets(Collection(EXAMPLE)) if sheet.name == "port-exemple")
