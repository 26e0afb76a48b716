"""The project's own collection, read once: its guide, its twelve sheets, its theme."""

import shutil
import signal
from pathlib import Path

import pytest

from terrinclus_publish.collection import Collection
from terrinclus_publish.compose import Composer, Entry
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import read
from terrinclus_publish.theme import Theme, load_theme

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory):
    """What a user keeps between runs is kept elsewhere while the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session", autouse=True)
def ctrl_c_reaches_children():
    """A shell's background jobs ignore Ctrl+C, and so would the programs that the tests begin."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def project() -> Collection:
    return Collection(ROOT)


@pytest.fixture(scope="session")
def project_guide(project) -> Guide:
    return read(project.guide_file, project.root, Guide).model


@pytest.fixture(scope="session")
def project_entries(project, project_guide) -> list[Entry]:
    """The guide's sheets, each at its place."""
    return [
        Entry(name, read(project.sheets / f"{name}.yaml", project.root, Fiche).model, rank, rank + 1)
        for rank, name in enumerate(project_guide.fiches)
    ]


@pytest.fixture(scope="session")
def project_theme(project) -> Theme:
    return load_theme(project)


@pytest.fixture(scope="session")
def composer(project) -> Composer:
    return Composer(project)


@pytest.fixture
def example(tmp_path) -> Collection:
    """A copy of the invented collection of tests/fixtures: every feature of the format, to be spoiled at will."""
    shutil.copytree(ROOT / "tests" / "fixtures" / "collection", tmp_path / "exemples")
    return Collection(tmp_path / "exemples")
