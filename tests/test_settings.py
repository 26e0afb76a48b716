"""Files of settings: their faults have a place, and say in French what to write."""

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from terrinclus_publish.faults import FaultsError
from terrinclus_publish.settings import read_settings, value_faults


class Shade(BaseModel):
    model_config = ConfigDict(extra="forbid")
    rvb: tuple[int, int, int]
    part: float = 0.5
    nom: str = ""


class Card(BaseModel):
    model_config = ConfigDict(extra="forbid")
    teintes: dict[str, Shade] = {}
    rangs: list[int] = Field(default=[], max_length=2)


@pytest.fixture
def read(tmp_path):
    def read_text(text, encoding="utf-8"):
        file = tmp_path / "carte.toml"
        file.write_bytes(text.encode(encoding))
        return read_settings(file, "templates/carte.toml", "card")

    return read_text


def refused(read, text, encoding="utf-8"):
    with pytest.raises(FaultsError) as caught:
        read(text, encoding)
    [fault] = caught.value.faults
    return fault


def the_fault(values):
    with pytest.raises(ValidationError) as caught:
        Card.model_validate(values)
    [fault] = value_faults(caught.value, values, "templates/carte.toml", "card")
    return fault


def test_a_mark_that_notepad_leaves_at_the_start_is_passed_over(read):
    assert read("\ufeffrangs = [1]") == {"rangs": [1]}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a = 1\nb = été", "templates/carte.toml:2:5"),
        ("[a]\n[a]\n", "templates/carte.toml:2:3"),
        ("a = [1\nb = 2", "templates/carte.toml:2:1"),
    ],
)
def test_a_line_that_cannot_be_read_is_shown_with_its_place(read, text, place):
    fault = refused(read, text)
    assert str(fault.place) == place
    assert text.splitlines()[fault.place.line - 1].strip() in fault.message
    assert "entre guillemets droits" in fault.expected


@pytest.mark.parametrize("text", ["a = [\n\n", "a = 'été\nb = 2\n"])
def test_a_file_that_ends_too_soon_says_what_may_be_open(read, text):
    fault = refused(read, text)
    assert "n'est pas fermé" in fault.message
    assert fault.place.line == 0


def test_a_file_in_another_encoding_says_how_to_save_it(read):
    assert "UTF-8" in refused(read, "a = 'é'", "cp1252").message


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"teinte": {}, "teintes": {}}, "teinte", "peut-être «\u00a0teintes\u00a0»"),
        ({"tout": 1}, "tout", "un nom du fichier d'origine"),
        ({"teintes": {"bleu": {}}}, "teintes.bleu.rvb", "un nom et sa valeur, comme"),
        ({"teintes": {"bleu": {"rvb": [1, 2, 3]}, "bleue": {}}}, "teintes.bleue.rvb", "«\u00a0bleu\u00a0» était-il"),
        ({"teintes": {"bleu": {"rvb": "bleu"}}}, "teintes.bleu.rvb", "une liste entre crochets"),
        ({"teintes": {"bleu": {"rvb": [1, 2, 3], "part": "x"}}}, "teintes.bleu.part", "avec un point"),
        ({"teintes": {"bleu": {"rvb": [1, 2, 3], "nom": 3}}}, "teintes.bleu.nom", "entre guillemets droits"),
        ({"rangs": [1, 2, 3]}, "rangs", "une liste de 2 valeurs"),
        ({"rangs": ["x"]}, "rangs.0", "un nombre entier"),
        ({"teintes": 3}, "teintes", "{ nom = valeur }"),
    ],
)
def test_a_setting_that_is_wrong_says_what_is_expected(values, field, words):
    fault = the_fault(values)
    assert (fault.field, fault.place.file) == (field, "templates/carte.toml")
    assert words in fault.expected


def test_a_value_is_shown_as_it_was_written():
    assert the_fault({"rangs": ["trois"]}).found == "trois"
    assert the_fault({"teintes": {"bleu": {"rvb": [1, 2, True], "nom": False}}}).found == "false"
