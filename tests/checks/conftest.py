"""A complete sheet without a fault, and a guide of it; each test changes what it is about."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from terrinclus_publish.checks import Context, check_fiche, check_guide
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import Source, read_text
from terrinclus_publish.vocabulary import load_vocabulary

SHEET: dict[str, Any] = {
    "titre": "Une charte pour la jeunesse",
    "chapeau": "Deux territoires écrivent ensemble une charte de la jeunesse.",
    "porteurs": ["Département de l'Aude"],
    "partenaires": [{"nom": "Municipalité de Sousse", "pays": "TN"}],
    "thematiques": ["jeunesse", "femmes"],
    "periode": "2013-2016",
    "lieux": [{"nom": "Sousse", "pays": "TN"}],
    "preconisations": [{"axe": "temporalite", "points": ["Prendre le temps."]}],
    "chiffres": [{"valeur": "2012", "legende": "Début du partenariat."}],
    "pourquoi": {"contenu": "La démarche met en œuvre une préconisation :"},
    "odd": ["4", "8"],
    "projet": {"genese": "Tout commence en 2012.", "objectifs": "Écrire une charte.", "acteurs": "Des jeunes."},
    "financement": [{"lignes": [{"libelle": "Aude", "montant": "900"}, {"libelle": "Sousse", "montant": "100"}]}],
    "focus": {"titre": "La charte", "parties": [{"titre": "Écrire", "contenu": "Chacun propose."}]},
    "contacts": [{"organisme": "Département de l'Aude", "personnes": [{"nom": "Ada Roux", "courriel": "a@aude.fr"}]}],
}

GUIDE: dict[str, Any] = {
    "programme": {"nom": "PROGRAMME"},
    "titre": "Guide",
    "edition": "juillet 2017",
    "editeur": {"nom": "Éditeur"},
    "fiches": ["aude"],
}


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    (tmp_path / "sheets" / "images").mkdir(parents=True)
    return Collection(tmp_path)


@pytest.fixture
def context(collection: Collection) -> Context:
    return Context(collection, load_vocabulary(collection))


@pytest.fixture
def check(context: Context) -> Callable[..., list[Fault]]:
    """The faults of the complete sheet with some of its fields changed."""

    def faults(**changes: Any) -> list[Fault]:
        return check_fiche(fiche(**changes), context)

    return faults


@pytest.fixture
def check_a_guide(context: Context) -> Callable[..., list[Fault]]:
    """The faults of a guide with some of its fields changed, and with these sheets."""

    def faults(sheets: dict[str, Source[Fiche]], **changes: Any) -> list[Fault]:
        return check_guide(read_text(written({**GUIDE, **changes}), "sheets/guide.yaml", Guide), sheets, context)

    return faults


def written(data: dict[str, Any]) -> str:
    """A sheet as a file; a field that is None is left out."""
    given = {key: value for key, value in data.items() if value is not None}
    return yaml.dump(given, Dumper=PlainDumper, allow_unicode=True, sort_keys=False)


class PlainDumper(yaml.SafeDumper):
    """Writes a value that stands twice in full, since sheets have no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def fiche(name: str = "aude", **changes: Any) -> Source[Fiche]:
    return read_text(written({**SHEET, **changes}), f"sheets/{name}.yaml", Fiche)


def only(faults: list[Fault], code: str) -> Fault:
    """The one fault of this code. Raises AssertionError when there is none, several, or another."""
    assert [fault.code for fault in faults] == [code]
    return faults[0]


def codes(faults: list[Fault]) -> list[str]:
    return [fault.code for fault in faults]
