from pathlib import Path

import pytest

from terrinclus_publish.checks import Context, check_fiche
from terrinclus_publish.faults import Level
from terrinclus_publish.vocabulary import load_vocabulary

THEME = '[thematiques.eau]\nnom = "Eau"\nicone = "droplet"\n[axes]\n[odd.4]\nnom = "Éducation"\nicone = "book-open"\n'


def test_an_unknown_theme_is_an_error_with_the_list_of_what_exists(the_fault):
    fault = the_fault("unknown-theme", thematiques=["jeunesse", "jeunes-et-sante"])
    assert fault.level is Level.ERROR
    assert fault.field == "thematiques.1"
    assert "«\u00a0jeunes-et-sante\u00a0»" in fault.message
    assert "«\u00a0cohesion-sociale\u00a0»" in fault.expected
    assert "«\u00a0insertion-professionnelle\u00a0»" in fault.expected


def test_a_misspelt_theme_is_answered_with_the_nearest_one(the_fault):
    fault = the_fault("unknown-theme", thematiques=["participation-citoyene"])
    assert fault.expected.startswith("Écrivez peut-être «\u00a0participation-citoyenne\u00a0»")


def test_an_unknown_axis_is_an_error_with_the_list_of_what_exists(the_fault):
    fault = the_fault("unknown-axis", preconisations=[{"axe": "reciprocite", "points": ["Un point."]}])
    assert fault.level is Level.ERROR
    assert fault.field == "preconisations.0.axe"
    assert "«\u00a0partage-reciprocite\u00a0»" in fault.expected
    assert "«\u00a0temporalite\u00a0»" in fault.expected


def test_a_departments_own_theme_is_known_once_in_its_vocabulary(the_fault, sheet, collection):
    (collection.root / "templates").mkdir()
    Path(collection.root / "templates" / "vocabulaire.toml").write_text(THEME, "utf-8")
    own = Context(collection, load_vocabulary(collection))
    faults = check_fiche(sheet(thematiques=["eau"], preconisations=None), own)
    assert "unknown-theme" not in [fault.code for fault in faults]
    the_fault("unknown-theme", thematiques=["eau"])


def test_a_goal_that_the_vocabulary_lacks_is_an_error(sheet, collection):
    (collection.root / "templates").mkdir()
    Path(collection.root / "templates" / "vocabulaire.toml").write_text(THEME, "utf-8")
    faults = check_fiche(sheet(odd=["4", "8"]), Context(collection, load_vocabulary(collection)))
    assert [(fault.field, fault.level) for fault in faults if fault.code == "unknown-goal"] == [("odd.1", Level.ERROR)]


def test_an_unknown_country_is_an_error_with_the_countries_whose_name_starts_so(the_fault):
    fault = the_fault("unknown-country", partenaires=[{"nom": "Ville", "pays": "SU"}])
    assert fault.level is Level.ERROR
    assert fault.field == "partenaires.0.pays.0"
    assert "«\u00a0SU\u00a0»" in fault.message
    assert "ISO 3166" in fault.expected
    assert "«\u00a0SE\u00a0» pour Suède" in fault.expected
    assert "«\u00a0CH\u00a0» pour Suisse" in fault.expected


@pytest.mark.parametrize("code", ["ZZ", "XA", "QO", "UK", "AA"])
def test_codes_that_are_no_country_are_refused(the_fault, code):
    assert the_fault("unknown-country", partenaires=[{"pays": ["SN", code]}]).field == "partenaires.0.pays.1"


def test_the_country_of_a_place_is_checked_too(the_fault):
    assert the_fault("unknown-country", lieux=[{"nom": "Ici", "pays": "SU"}]).field == "lieux.0.pays"


def test_known_countries_are_no_fault(check):
    assert check(partenaires=[{"pays": ["SN", "MA", "CG", "CI"]}], lieux=[{"nom": "Ici"}]) == []


def test_a_language_without_labels_is_a_warning(the_fault):
    fault = the_fault("language-without-labels", langue="de")
    assert fault.level is Level.WARNING
    assert "seront en français" in fault.message
    assert "«\u00a0fr\u00a0»" in fault.expected


def test_a_regional_language_has_the_labels_of_its_language(check):
    assert check(langue="en-GB") == []


@pytest.mark.parametrize("name", ["thematiques", "odd"])
def test_a_theme_or_a_goal_given_twice_is_a_warning(the_fault, name):
    values = {"thematiques": ["jeunesse", "femmes", "jeunesse"], "odd": ["4", "8", "4"]}[name]
    fault = the_fault("given-twice", **{name: values})
    assert fault.level is Level.WARNING
    assert fault.field == f"{name}.2"


def test_an_axis_given_twice_is_a_warning(the_fault):
    axis = {"axe": "temporalite", "points": ["Prendre le temps."]}
    assert the_fault("given-twice", preconisations=[axis, axis]).field == "preconisations.1.axe"
