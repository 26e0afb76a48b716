"""No refusal of a model goes without a French wording of its own."""

import json
import re
from pathlib import Path

import pytest

from terrinclus_publish import models
from terrinclus_publish.faults import FaultsError
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import read_text, values
from terrinclus_publish.reading.files import load
from terrinclus_publish.reading.messages import WORDINGS

SHEETS = Path(__file__).resolve().parents[1] / "fixtures" / "valid"
REACHABLE = {
    "str": {"string_type"},
    "list": {"list_type"},
    "model": {"model_type"},
    "bool": {"bool_type"},
    "int": {"int_type", "int_parsing", "int_parsing_size"},
    "float": {"float_type", "float_parsing"},
    "decimal": {"decimal_type"},
    "literal": {"literal_error"},
    "model-fields": {"missing", "extra_forbidden"},
    "str.min_length": {"string_too_short"},
    "str.max_length": {"string_too_long"},
    "str.pattern": {"string_pattern_mismatch"},
    "list.min_length": {"too_short"},
    "list.max_length": {"too_long"},
    "int.ge": {"greater_than_equal"},
    "int.le": {"less_than_equal"},
    "float.ge": {"greater_than_equal"},
    "float.le": {"less_than_equal"},
}
"""What texts, lists and mappings can bring about, by what stands in a core schema. Texts reach ``bool`` and ``decimal``
only through the models' own validators."""
WITHOUT_REFUSAL = {"definitions", "definition-ref", "default", "nullable", "model-field", "no-info"}
WITHOUT_REFUSAL |= {"function-before", "function-after"}
NOT_CONSTRAINTS = {"type", "schema", "metadata", "ref", "cls", "fields", "definitions", "items_schema", "default"}
NOT_CONSTRAINTS |= {"config", "custom_init", "root_model", "computed_fields", "model_name", "expected", "function"}


def parts(schema, field=""):
    """Every core schema inside a core schema, with the field that it is of."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield field, schema
        for key, value in schema.items():
            if key == "fields" and isinstance(value, dict):
                for name, inner in value.items():
                    yield from parts(inner, name)
            elif key != "metadata":
                yield from parts(value, field)
    elif isinstance(schema, list | tuple):
        for value in schema:
            yield from parts(value, field)


ALL_PARTS = [part for model in (Fiche, Guide) for part in parts(model.__pydantic_core_schema__)]


def reachable_types():
    for _, schema in ALL_PARTS:
        kind = schema["type"]
        if kind in WITHOUT_REFUSAL:
            continue
        yield from REACHABLE[kind]
        for constraint in set(schema) - NOT_CONSTRAINTS:
            yield from REACHABLE[f"{kind}.{constraint}"]
    for file in Path(models.__file__).parent.glob("*.py"):
        yield from re.findall(r'PydanticCustomError\(\s*"(\w+)"', file.read_text("utf-8"))


def test_every_error_type_that_an_author_can_meet_has_its_wording():
    types = set(reachable_types())
    assert len(types) > 25
    assert types == {*WORDINGS, "missing", "extra_forbidden"}


def test_every_field_with_a_form_of_its_own_says_what_it_is():
    fields = {field for field, schema in ALL_PARTS if schema["type"] == "str" and "pattern" in schema}
    assert fields == set(values._FORMS)


def test_every_field_with_bounds_says_which():
    fields = {field for field, schema in ALL_PARTS if schema["type"] in ("int", "float") and "ge" in schema}
    assert fields == set(values._RANGES)


VALUES = ["x", "", "-x", "x:y", "9" * 5000, "nan", "-inf", [], ["x"], [[]], {}, {"x": "y"}, {"x": "y", "z": []}, [{}]]


def everywhere(value):
    """A sheet and a guide that hold a value in every one of their fields."""
    for model in (Fiche, Guide):
        for name in model.model_fields:
            yield model, {name: value}
    yield Fiche, {"projet": {"genese": value, "autres": [value, {"contenu": value}]}, "focus": {"parties": [value]}}
    yield (
        Fiche,
        {"financement": [{"lignes": [{"montant": value, "montants": value, "sous_total": value}], "total": value}]},
    )
    yield (
        Fiche,
        {"lieux": [{"latitude": value, "longitude": value}], "odd": [value], "partenaires": [{"pluriel": value}]},
    )
    yield Fiche, {"projet": {"acteurs": [{"tableau": {"lignes": [[{"texte": value, "colonnes": value}, value]]}}]}}
    yield Fiche, {"projet": {"acteurs": [{name: value} for name in models.Bloc.model_fields]}}
    yield Fiche, {"chiffres": [{"valeur": "9" * 15}], "financement": [{"nature": value, "devise": value}]}


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_wrong_value_anywhere_is_told_in_french(value):
    for model, sheet in everywhere(value):
        with pytest.raises(FaultsError) as raised:
            read_text(json.dumps(sheet), "x", model)
        for fault in raised.value.faults:
            assert fault.code != "refused-value"
            assert fault.message and fault.expected and fault.place.line == 1
            assert not re.search(r"\b(Input|should|valid|at least|greater|must|None)\b", fault.message + fault.expected)


@pytest.mark.parametrize(
    ("line", "key", "neighbour"),
    [
        ("Titre: x", "Titre", "titre"),
        ("partenaire: x", "partenaire", "partenaires"),
        ("Crédits photos: x", "Crédits photos", "credits_photos"),
        ("préconisations: x", "préconisations", "preconisations"),
        ("thématique: x", "thématique", "thematiques"),
    ],
)
def test_an_unknown_key_names_its_nearest_neighbour(line, key, neighbour):
    with pytest.raises(FaultsError) as raised:
        read_text(line, "x", Fiche)
    (fault,) = [fault for fault in raised.value.faults if fault.code == "unknown-key"]
    assert fault.found == key
    assert f"«\u00a0{neighbour}\u00a0» lui ressemble" in fault.message
    assert (fault.place.line, fault.place.column) == (1, 1)


@pytest.mark.parametrize(
    ("key", "home"), [("genese", "projet"), ("parties", "focus"), ("montant", "financement › lignes")]
)
def test_a_known_key_at_the_wrong_level_names_its_part(key, home):
    with pytest.raises(FaultsError) as raised:
        read_text(f"{key}: x", "x", Fiche)
    assert any(home in fault.expected for fault in raised.value.faults if fault.code == "unknown-key")


def test_a_field_of_a_block_that_is_too_far_left_says_how_to_shift_it():
    text = (SHEETS / "minimale.yaml").read_text("utf-8")
    _, _, rest = text.partition("projet:")
    block = "projet:\n  genese:\n    - encadre:\n      titre: Mot\n      contenu: Sens\n"
    with pytest.raises(FaultsError) as caught:
        read_text(text.replace("projet:", block + "autre:", 1) if rest else text, "sheets/a.yaml", Fiche)
    told = [fault for fault in caught.value.faults if "«\u00a0titre\u00a0»" in fault.message]
    assert any("deux espaces de plus" in fault.expected for fault in told)


def _fault(text):
    with pytest.raises(FaultsError) as raised:
        read_text(text, "x", Fiche)
    return next(fault for fault in raised.value.faults if fault.code != "missing-field")


def test_a_key_that_only_shares_letters_is_no_neighbour():
    assert "date" not in _fault("autre: x").message


@pytest.mark.parametrize(("text", "name"), [('titre: ""', "titre"), ("projet:\n  genese: |", "genese")])
def test_a_required_text_of_no_words_is_not_to_be_removed(text, name):
    fault = _fault(text)
    assert f"«\u00a0{name}\u00a0» est obligatoire, et il est vide" in fault.message
    assert "supprimez" not in fault.expected


def test_dashes_where_blocks_are_expected_are_told_how_to_be_a_list():
    fault = _fault("projet:\n  objectifs:\n    - Semer")
    assert fault.place.line == 3
    assert "objectifs: |" in fault.expected


def test_an_item_left_empty_is_told_to_be_empty():
    assert "est vide" in _fault("odd:\n  - 4\n  -").message


@pytest.mark.parametrize("amount", ["9 500 FCFA", "9 500 $", "9500,50 francs CFA", "120 MAD"])
def test_an_amount_in_another_currency_is_sent_to_its_field(amount):
    assert "devise: XOF" in _fault(f"financement:\n  - lignes:\n      - libelle: x\n        montant: {amount}").expected


def test_a_word_file_that_was_renamed_is_sent_to_import(tmp_path):
    (tmp_path / "x.yaml").write_bytes(b"PK\x03\x04" + bytes(40))
    with pytest.raises(FaultsError) as raised:
        load(tmp_path / "x.yaml", tmp_path)
    assert [fault.code for fault in raised.value.faults] == ["not-a-text-file"]
    assert "terrinclus import" in raised.value.faults[0].expected
