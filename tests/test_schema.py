"""The JSON Schema says what the models say, to an editor that reads YAML 1.2."""

import json
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from terrinclus_publish.models import Fiche
from terrinclus_publish.reading import read_text
from terrinclus_publish.schema import fiche_schema, guide_schema

ROOT = Path(__file__).resolve().parents[1]
MINIMAL = (ROOT / "tests" / "fixtures" / "valid" / "minimale.yaml").read_text("utf-8")
SCHEMAS = {"fiche": fiche_schema, "guide": guide_schema}
GUIDE = """
programme: {nom: EXEMPLE}
titre: Guide
sous_titre:
edition: juillet 2017
editeur: {nom: Nous, adresse: }
liminaires:
fiches: [aude]
quatrieme:
"""


def faults(content, schema=fiche_schema):
    value = YAML(typ="safe", pure=True).load(content)
    return [error.json_path for error in jsonschema.Draft202012Validator(schema()).iter_errors(value)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schema_is_one_of_2020_12_with_french_words(name):
    schema = SCHEMAS[name]()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == {"fiche": "Fiche de capitalisation", "guide": "Guide"}[name]
    assert all("description" in field or "$ref" in field for field in schema["properties"].values())
    assert all("title" in field or "$ref" in field for field in schema["properties"].values())


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_copy_in_the_repository_is_what_the_code_gives(name):
    copy = (ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8")
    assert copy == json.dumps(SCHEMAS[name](), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("file", ["tests/fixtures/valid/minimale.yaml", "sheets/savoie-l-autre.yaml"])
def test_a_valid_sheet_is_valid_in_an_editor(file):
    assert faults((ROOT / file).read_text("utf-8")) == []


def test_a_guide_with_empty_fields_is_valid_in_an_editor():
    assert faults(GUIDE, guide_schema) == []


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("periode:", "période:", "$"),
        ("- texte: Les écoles", "- encart: Les écoles", "$.projet.acteurs"),
        ("odd:\n  - 4", "odd:\n  - 18", "$.odd"),
        ("pluriel: non", "pluriel: peut-être", "$.partenaires[0].pluriel"),
        ("pays: SN\n    pluriel", "pays: Sénégal\n    pluriel", "$.partenaires[0].pays"),
        ("titre: Des jardins pour apprendre", "titre:", "$.titre"),
        ("porteurs:\n  - Département des Exemples\n", "", "$"),
    ],
)
def test_a_fault_is_underlined_in_an_editor(old, new, path):
    assert old in MINIMAL
    (found,) = faults(MINIMAL.replace(old, new))
    assert found.startswith(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("pays: SN\n    pluriel", "pays: NO\n    pluriel"),
        ("montant: 21 100 €", "montant: 21100"),
        ("montant: 21 100 €", "montant: 21100.50"),
        ("periode: 2019-2021", "periode: 2019"),
        ("pluriel: non", "pluriel: true"),
        ("pluriel: non", "pluriel:"),
        ('valeur: "12"', "valeur: 12"),
        ('- "40"', "- 40"),
        ("partenaires:\n", "auteurs:\npartenaires:\n"),
        ("langue: fr", "langue:"),
        ("  - nature: financement\n", "  - nature:\n"),
        ("statut:\n", "statut:\ncredits_photos:\nillustration:\n"),
    ],
)
def test_editor_and_reader_accept_the_same(old, new):
    assert old in MINIMAL
    content = MINIMAL.replace(old, new).replace("    total: 21 100 €\n", "")
    assert faults(content) == []
    assert read_text(content, "x", Fiche)
