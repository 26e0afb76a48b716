"""The normal form says what a printed sheet says, in one way, and is its own normal form."""

import pytest
from hypothesis import HealthCheck, given, settings

from sheets import fiches
from terrinclus_publish.fields import data_of
from terrinclus_publish.models import Fiche
from terrinclus_publish.normal import Standard, normal_data, normal_form
from terrinclus_publish.vocabulary import load_labels

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


@pytest.fixture(scope="module")
def normal(standard):
    return lambda **fields: normal_data(Fiche.model_validate(MINIMAL | fields), standard)


def test_the_normal_form_of_a_published_sheet_is_normal(project_entries, standard):
    for entry in project_entries:
        once = normal_form(entry.model, standard)
        assert normal_form(once, standard) == once


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fiche=fiches)
def test_the_normal_form_of_any_sheet_is_normal(fiche, standard):
    once = normal_form(fiche, standard)
    assert data_of(normal_form(once, standard)) == data_of(once)


def test_markdown_is_written_in_one_way(normal):
    genese = "* un\n* __deux__\n\n\nTrois  mots"
    (block,) = normal(projet=MINIMAL["projet"] | {"genese": genese})["projet"]["genese"]
    assert block["texte"] == "- un\n- **deux**\n\nTrois mots"


def test_neighbouring_texts_are_one(normal):
    genese = [{"texte": "Un."}, {"texte": "Deux."}]
    assert normal(projet=MINIMAL["projet"] | {"genese": genese})["projet"]["genese"] == [{"texte": "Un.\n\nDeux."}]


def test_a_total_that_adds_up_is_left_out_and_one_that_does_not_is_kept(normal):
    lines = [{"libelle": "A", "montant": "10,50"}, {"libelle": "B", "montant": "1"}]
    right = normal(financement=[{"lignes": lines, "total": "11,50"}])["financement"][0]
    wrong = normal(financement=[{"lignes": lines, "total": "12", "ecart": "Une erreur."}])["financement"][0]
    assert "total" not in right
    assert [str(value) for value in wrong["total"]] == ["12"]


def test_the_uniform_heading_is_left_out_and_another_is_kept(normal, standard):
    uniform = standard.labels.groups["fiche"]["pourquoi_sans_programme"]
    assert "titre" not in normal(pourquoi={"titre": uniform, "contenu": "Car."})["pourquoi"]
    assert normal(pourquoi={"titre": "Pourquoi ici ?", "contenu": "Car."})["pourquoi"]["titre"] == "Pourquoi ici ?"


def test_what_no_page_shows_is_left_out(normal):
    places = normal(lieux=[{"nom": "Agadir", "pays": "MA", "latitude": 30.4, "longitude": -9.6}])["lieux"]
    assert places == [{"nom": "Agadir", "pays": "MA"}]


def test_details_stand_at_the_first_tile_of_their_axis(normal):
    axes = [{"axe": "temporalite"}, {"axe": "temporalite", "points": ["Un point."]}]
    assert normal(preconisations=axes)["preconisations"] == [
        {"axe": "temporalite", "points": ["Un point."]},
        {"axe": "temporalite"},
    ]


def test_a_table_at_the_end_of_a_box_stands_after_it(normal):
    table = {"tableau": {"legende": "L", "entetes": ["a", "b"], "lignes": [["1", "2"]]}}
    genese = [{"encadre": {"titre": "T", "contenu": [{"texte": "Un."}, table]}}]
    kinds = [next(iter(block)) for block in normal(projet=MINIMAL["projet"] | {"genese": genese})["projet"]["genese"]]
    assert kinds == ["encadre", "tableau"]


def test_several_lines_of_amounts_keep_their_columns(normal):
    table = {"colonnes": ["Prévu", "Réalisé"], "lignes": [{"libelle": "A", "montants": ["10", ""]}]}
    (line,) = normal(financement=[table])["financement"][0]["lignes"]
    assert [value and str(value) for value in line["montants"]] == ["10", None]
