import pytest

from terrinclus_publish.faults import Level


def test_a_complete_sheet_has_no_fault(check):
    assert check() == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("partenaires", "aucun partenaire"),
        ("thematiques", "aucune thématique"),
        ("periode", "période manque"),
        ("lieux", "aucun lieu"),
        ("preconisations", "aucune préconisation"),
        ("chiffres", "aucun chiffre clé"),
        ("pourquoi", "pourquoi ce projet est retenu"),
        ("odd", "Objectif de développement durable"),
        ("financement", "aucun tableau de financement"),
        ("contacts", "aucun contact"),
    ],
)
def test_a_part_that_the_layout_expects_is_a_warning_when_it_is_missing(the_fault, name, words):
    fault = the_fault("missing-part", **{name: None})
    assert fault.level is Level.WARNING
    assert fault.field == name
    assert words in fault.message
    assert fault.expected


def test_an_axis_without_a_single_point_is_a_warning(the_fault):
    axes = [{"axe": "temporalite", "points": ["Prendre le temps."]}, {"axe": "partage-reciprocite"}]
    fault = the_fault("axis-without-points", preconisations=axes)
    assert fault.level is Level.WARNING
    assert fault.field == "preconisations.1"
    assert "partage-reciprocite" in fault.message


def test_each_passage_left_to_place_is_a_warning_that_says_where_it_came_from(check):
    passages = [{"texte": "Un paragraphe perdu.", "ou": "page 3"}, {"texte": "Un autre."}]
    faults = check(a_classer=passages)
    assert [(fault.code, fault.level) for fault in faults] == [("left-to-place", Level.WARNING)] * 2
    assert "page 3" in faults[0].message
    assert "Un paragraphe perdu." in faults[0].found


def test_a_title_of_more_than_110_signs_is_a_warning_with_its_length(check, the_fault):
    assert check(titre="été " * 27 + "ét") == []
    fault = the_fault("long-title", titre="été " * 27 + "été")
    assert fault.level is Level.WARNING
    assert "111 signes" in fault.message


def test_the_markup_of_a_title_does_not_count(check):
    assert check(titre=f"**{'été ' * 27}ét**") == []


def test_a_focus_title_of_more_than_120_signs_is_a_warning(check, the_fault):
    parts = [{"titre": "Écrire", "contenu": "Chacun propose."}]
    assert check(focus={"titre": "é" * 120, "parties": parts}) == []
    assert the_fault("long-title", focus={"titre": "é" * 121, "parties": parts}).field == "focus.titre"


def test_a_chapeau_of_more_than_70_words_is_a_warning_with_their_number(check, the_fault):
    assert check(chapeau="mot " * 69 + "mot !") == []
    fault = the_fault("long-chapeau", chapeau="mot " * 71)
    assert fault.level is Level.WARNING
    assert "71 mots" in fault.message


def test_a_part_that_is_said_to_be_missing_on_purpose_is_not_asked_for(check):
    assert check(odd=[], financement=[], absences=["odd", "financement"]) == []


def test_points_may_be_missing_on_purpose(check):
    assert check(preconisations=[{"axe": "temporalite"}], absences=["points"]) == []


def test_a_part_that_cannot_be_missing_is_refused_with_those_that_can(the_fault):
    fault = the_fault("unknown-absence", absences=["titre"])
    assert fault.level is Level.ERROR
    assert fault.path == ("absences", 0)
    assert "odd" in fault.expected


@pytest.mark.parametrize("name", ["odd", "points"])
def test_a_part_that_is_there_is_not_missing(the_fault, name):
    assert the_fault("false-absence", absences=[name]).level is Level.WARNING


def test_a_fifth_theme_is_a_warning_where_it_stands(check, the_fault):
    themes = ["jeunesse", "femmes", "cohesion-sociale", "personnes-agees"]
    assert check(thematiques=themes) == []
    fault = the_fault("many-themes", thematiques=[*themes, "personnes-handicapees"])
    assert (fault.level, fault.found) == (Level.WARNING, "personnes-handicapees")
