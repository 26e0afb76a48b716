"""What is written reads again as the same sheet, and looks as a careful person would have typed it."""

import re

import pytest
from hypothesis import HealthCheck, given, settings

from sheets import fiches
from terrinclus_publish.fields import data_of
from terrinclus_publish.models import Fiche
from terrinclus_publish.normal import Standard, normal_data, normal_form
from terrinclus_publish.reading import read_text
from terrinclus_publish.vocabulary import load_labels
from terrinclus_publish.writing import WIDTH, write_fiche

MINIMAL = {
    "titre": "Un titre",
    "chapeau": "Un chapeau.",
    "porteurs": ["Ville d'Exemple"],
    "projet": {"genese": "Une visite.", "objectifs": "Un but.", "acteurs": "Des gens."},
    "focus": {"titre": "Un focus", "parties": [{"titre": "Une partie", "contenu": "Un texte."}]},
}


@pytest.fixture(scope="module")
def standard(composer, project) -> Standard:
    return Standard(composer.vocabulary, load_labels(project, "fr"), "fr")


def written(**fields) -> str:
    return write_fiche(Fiche.model_validate(MINIMAL | fields))


def read_again(text: str) -> Fiche:
    return read_text(text, "sheets/essai.yaml", Fiche).model


def test_a_published_sheet_is_written_and_read_again(project_entries, standard):
    for entry in project_entries:
        assert normal_data(read_again(write_fiche(entry.model)), standard) == normal_data(entry.model, standard)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fiche=fiches)
def test_any_sheet_is_written_and_read_again(fiche, standard):
    normal = normal_form(fiche, standard)
    assert normal_data(read_again(write_fiche(normal)), standard) == data_of(normal)


def test_a_small_sheet_is_what_a_person_would_type():
    assert written(odd=[4], financement=[{"lignes": [{"libelle": "Ville", "montant": "21 170,50"}]}]) == (
        "# yaml-language-server: $schema=../schemas/fiche.schema.json\n"
        "titre: Un titre\n"
        "chapeau: Un chapeau.\n"
        "porteurs:\n"
        "  - Ville d'Exemple\n"
        "odd:\n"
        "  - 4\n"
        "projet:\n"
        "  genese: |\n"
        "    Une visite.\n"
        "  objectifs: |\n"
        "    Un but.\n"
        "  acteurs: |\n"
        "    Des gens.\n"
        "financement:\n"
        "  - lignes:\n"
        "      - libelle: Ville\n"
        "        montant: 21 170,50 €\n"
        "focus:\n"
        "  titre: Un focus\n"
        "  parties:\n"
        "    - titre: Une partie\n"
        "      contenu: |\n"
        "        Un texte.\n"
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2012", 'periode: "2012"'),
        ("2013-2016", "periode: 2013-2016"),
        ("1,7", "periode: 1,7"),
        ("depuis : 1988", 'periode: "depuis : 1988"'),
        ("non", "periode: non"),
        ("3.10", 'periode: "3.10"'),
        ("- 2012", 'periode: "- 2012"'),
        ("n° 5 # suite", 'periode: "n° 5 # suite"'),
    ],
)
def test_quotes_stand_only_where_yaml_would_read_something_else(value, shown):
    text = written(periode=value)
    assert shown in text.splitlines()
    assert read_again(text).periode == value


def test_no_line_of_prose_is_longer_than_a_page_of_the_editor(project_entries):
    for entry in project_entries:
        for line in write_fiche(entry.model).splitlines():
            assert len(line) <= WIDTH or " " not in line.strip() or "](" in line or len(line) < 140


def test_a_long_lead_is_folded_and_keeps_its_words():
    lead = "Une phrase qui dit beaucoup de choses : " * 6 + "fin."
    text = written(chapeau=lead)
    assert "chapeau: >-\n" in text
    assert read_again(text).chapeau == lead


def test_no_line_starts_as_an_item_would():
    prose = "Des années " + "2012 - 2013 - " * 30 + "2014."
    text = written(projet=MINIMAL["projet"] | {"genese": prose})
    assert not [line for line in text.splitlines() if re.match(r" +[-–] \d| +\d+\. ", line)]
    assert read_again(text).projet.genese[0].texte.split() == prose.split()
