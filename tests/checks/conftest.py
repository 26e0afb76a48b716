"""A complete sheet without a fault, and a guide of it; each test changes what it is about."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

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
def sheet() -> Callable[..., Source[Fiche]]:
    """The complete sheet, under some name, with some of its fields changed."""
    return read_sheet


@pytest.fixture
def check(context: Context) -> Callable[..., list[Fault]]:
    """The faults of the complete sheet with some of its fields changed."""
    return lambda **changes: check_fiche(read_sheet("aude", **changes), context)


@pytest.fixture
def the_fault(check: Callable[..., list[Fault]]) -> Callable[..., Fault]:
    """The only fault of the sheet with some of its fields changed; it has this code."""

    def fault(code: str, **changes: Any) -> Fault:
        faults = check(**changes)
        assert [fault.code for fault in faults] == [code]
        return faults[0]

    return fault


@pytest.fixture
def check_with(context: Context) -> Callable[..., list[Fault]]:
    """The faults of a guide with some of its fields changed, among these sheets."""

    def faults(*sheets: Source[Fiche], **changes: Any) -> list[Fault]:
        guide = read_text(written({**GUIDE, **changes}), "sheets/guide.yaml", Guide)
        return check_guide(guide, {sheet.name: sheet for sheet in sheets}, context)

    return faults


@pytest.fixture
def in_text(check: Callable[..., list[Fault]]) -> Callable[[str], list[Fault]]:
    """The faults of a sheet with this text as its objectives."""
    project = {"genese": "Tout commence en 2012.", "acteurs": "Des jeunes."}
    return lambda text: check(projet={**project, "objectifs": text})


@pytest.fixture
def one_in_text(in_text: Callable[[str], list[Fault]]) -> Callable[[str, str], Fault]:
    """The only fault of a sheet with this text as its objectives; it has this code and stands there."""

    def fault(code: str, text: str) -> Fault:
        faults = in_text(text)
        assert [(fault.code, fault.field) for fault in faults] == [(code, "projet.objectifs.0.texte")]
        return faults[0]

    return fault


@pytest.fixture
def images(collection: Collection) -> Path:
    """The folder of the pictures, with one photograph."""
    folder = collection.sheets / "images"
    Image.new("RGB", (40, 30), "green").save(folder / "aude.jpg")
    return folder


def written(data: dict[str, Any]) -> str:
    """A sheet as a file; a field that is None is left out."""
    given = {key: value for key, value in data.items() if value is not None}
    return yaml.dump(given, Dumper=PlainDumper, allow_unicode=True, sort_keys=False)


class PlainDumper(yaml.SafeDumper):
    """Writes a value that stands twice in full, since sheets have no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def read_sheet(name: str = "aude", **changes: Any) -> Source[Fiche]:
    return read_text(written({**SHEET, **changes}), f"sheets/{name}.yaml", Fiche)
