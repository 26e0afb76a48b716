"""Sheets sent out to Word, and read back."""

from collections.abc import Callable

import pytest

from terrinclus_publish import word
from terrinclus_publish.compose import Entry
from terrinclus_publish.models import Fiche
from terrinclus_publish.normal import Standard
from terrinclus_publish.tree import Metadata
from terrinclus_publish.vocabulary import load_labels


@pytest.fixture(scope="session")
def rendered(composer, project_guide, project_theme, project) -> Callable[..., bytes]:
    """The Word file of a sheet, alone or with its number in a guide."""

    def make(fiche: Fiche, number: int | None = None) -> bytes:
        tree = composer.fiche(Entry("essai", fiche, 2, number), project_guide)
        return word.render(tree, Metadata("Essai", "A", fiche.langue), project_theme, project)

    return make


@pytest.fixture(scope="session")
def standard(composer, project) -> Standard:
    return Standard(composer.vocabulary, load_labels(project, "fr"), "fr")
