"""Lines that a page joins from several fields are taken apart again."""

import pytest

from terrinclus_publish.printed import (
    Countries,
    partners_line,
    read_partners,
    read_person,
    read_places,
    split_carriers,
    split_country,
    split_names,
)
from terrinclus_publish.prose import Span, flat_text


@pytest.fixture(scope="module")
def countries(composer) -> Countries:
    return Countries(composer.vocabulary, "fr")


def partners(text, countries, several=True):
    return read_partners((Span(text),), several, countries)


def test_a_country_is_known_by_its_printed_name_without_accents(countries):
    assert (countries.code("SÉNÉGAL"), countries.code("Etats-Unis"), countries.code("Ruritanie")) == ("SN", "US", None)


def test_partners_are_parted_by_commas_and_have_their_countries(countries):
    assert partners("Ville de Matam (Sénégal), Togo, Commune d'Ici", countries) == [
        {"nom": "Ville de Matam", "pays": ["SN"]},
        {"pays": ["TG"]},
        {"nom": "Commune d'Ici"},
    ]


def test_a_comma_between_brackets_parts_nothing(countries):
    assert partners("Réseau (Maroc, Tunisie), Mali", countries)[0] == {"nom": "Réseau", "pays": ["MA", "TN"]}


def test_brackets_that_hold_no_country_belong_to_the_name(countries):
    assert partners("Association (loi 1901)", countries, several=False) == [{"nom": "Association (loi 1901)"}]
    assert split_country("(Maroc)", countries) == ("(Maroc)", [])


def test_a_partner_keeps_the_language_of_its_name(countries):
    line = (Span("Ayuntamiento", language="es"), Span(" (Espagne)"))
    assert read_partners(line, False, countries) == [{"nom": "Ayuntamiento", "pays": ["ES"], "langue": "es"}]


def test_a_line_of_partners_gives_them_back(countries):
    given = [{"nom": "Ville de Matam", "pays": ["SN"]}, {"pays": ["TG"]}]
    assert partners(flat_text(partners_line(given, countries)), countries) == given


def test_places_have_one_country_or_none(countries):
    assert read_places("Agadir (Maroc), Sousse", countries) == [{"nom": "Agadir", "pays": "MA"}, {"nom": "Sousse"}]


def test_carriers_are_joined_by_a_dash_with_spaces():
    assert split_carriers("Département des Côtes-d'Armor – Ville de Pays-Haut") == [
        "Département des Côtes-d'Armor",
        "Ville de Pays-Haut",
    ]


def test_names_are_joined_by_commas():
    assert split_names("Ada Roux (Ville, Région), Bo Noir") == ["Ada Roux (Ville, Région)", "Bo Noir"]


def test_a_person_has_a_name_a_function_and_ways_to_be_reached():
    lines = [
        (Span("Ada Roux", bold=True), Span(", cheffe de projet")),
        (Span("ada.roux@exemple.fr"),),
        (Span("01 45 49 60 20"),),
        (Span("bureau 12"),),
    ]
    assert read_person(lines) == {
        "nom": "Ada Roux",
        "fonction": "cheffe de projet, bureau 12",
        "courriel": "ada.roux@exemple.fr",
        "telephone": "01 45 49 60 20",
    }


def test_the_address_of_a_link_counts_more_than_its_words():
    lines = [(Span("Ada Roux", bold=True),), (Span("lui écrire", link="mailto:ada.roux@exemple.fr"),)]
    assert read_person(lines)["courriel"] == "ada.roux@exemple.fr"
