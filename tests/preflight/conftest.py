"""A sound file for a shop, and a way to spoil it."""

import io
from pathlib import Path

import pikepdf
import pytest
from printing.profile import imaginary_press

from terrinclus_publish.build.documents import FicheDocument
from terrinclus_publish.compose import Composer
from terrinclus_publish.pdf.inks import ProcessInks
from terrinclus_publish.pdf.pdfx import OutputCondition
from terrinclus_publish.pdf.press import copy_of, write_pages
from terrinclus_publish.pdf.pressfile import Paper
from terrinclus_publish.theme import load_theme


@pytest.fixture(scope="session")
def sound_bytes(project, project_guide, project_entries) -> bytes:
    """A sheet of the project as a shop wants it."""
    document = FicheDocument(project_entries[0], project_guide)
    theme = load_theme(project).for_press(3.0)
    copy = copy_of(document.compose(Composer(project)), document.metadata(), theme, project)
    profile = imaginary_press()
    return write_pages(copy, Paper(ProcessInks(profile), OutputCondition("FOGRA39", profile), 3.0, True))


@pytest.fixture
def planted(sound_bytes, tmp_path):
    """Calls a function on the opened file, and gives the changed file."""

    def make(plant) -> Path:
        file = tmp_path / "plante.pdf"
        with pikepdf.open(io.BytesIO(sound_bytes)) as pdf:
            plant(pdf)
            pdf.save(file, **({"encryption": plant.encryption} if hasattr(plant, "encryption") else {}))
        return file

    return make
