"""Print copies of the project's guide and of the invented collection, each made once in a run of the tests."""

from dataclasses import replace
from pathlib import Path

import pytest

from printing.profile import imaginary_press
from terrinclus_publish.build.printable import printable_guide, printable_sheets
from terrinclus_publish.build.printing import Checked, Failed, PrintWish, print_copies
from terrinclus_publish.collection import Collection
from terrinclus_publish.pdf.pdfx import OutputCondition
from terrinclus_publish.printing import parse_stock
from terrinclus_publish.theme import load_theme

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "tests" / "fixtures" / "collection"


@pytest.fixture(scope="session")
def condition() -> OutputCondition:
    return OutputCondition("FOGRA39", imaginary_press(), "Imaginary press")


def wish_for(collection, output, condition) -> PrintWish:
    """Everything of a collection."""
    documents = [printable_guide(collection), *printable_sheets(collection, collection.sheet_files())]
    stock = parse_stock("90g", load_theme(collection).impression)
    return PrintWish(collection, output, documents, condition, stock, 3.0)


class Printed:
    """The files of a collection by name, and what was told of them."""

    def __init__(self, wish: PrintWish) -> None:
        self.wish, self.folder = wish, wish.output / "impression"
        self.events = list(print_copies(wish))
        assert not [event for event in self.events if isinstance(event, Failed)]
        self.reports = {event.report.name: event.report for event in self.events if isinstance(event, Checked)}

    def file(self, name: str) -> Path:
        return self.folder / name

    @property
    def files(self) -> list[Path]:
        return sorted(self.folder.rglob("*.pdf"))


@pytest.fixture(scope="session")
def wish(project, condition, tmp_path_factory) -> PrintWish:
    return wish_for(project, tmp_path_factory.mktemp("print"), condition)


@pytest.fixture(scope="session")
def printed(wish) -> Printed:
    return Printed(wish)


@pytest.fixture(scope="session")
def economical(wish, tmp_path_factory) -> Printed:
    return Printed(replace(wish, output=tmp_path_factory.mktemp("economy"), is_economical=True))


@pytest.fixture(scope="session")
def printed_example(condition, tmp_path_factory) -> Printed:
    """The invented collection, which has photographs and logos."""
    return Printed(wish_for(Collection(EXAMPLE), tmp_path_factory.mktemp("example"), condition))
