import pytest

from terrinclus_publish.faults import Level


@pytest.mark.parametrize(
    ("sign", "name"), [("\x07", "U+0007"), ("\u202e", "U+202E"), ("\ufffd", "U+FFFD"), ("\x85", "U+0085")]
)
def test_a_control_character_is_an_error_with_its_number(the_fault, sign, name):
    fault = the_fault("unprintable-character", titre=f"Une charte{sign} pour la jeunesse")
    assert fault.level is Level.ERROR
    assert name in fault.message
    assert "charte□" in fault.message


def test_passages_left_to_place_are_only_asked_to_be_placed(check):
    faults = check(a_classer=[{"texte": "<p>PCPA: [x](#) ** ODD4</p>"}])
    assert [fault.code for fault in faults] == ["left-to-place"]


# --- French typography -----------------------------------------------------------------------------------------------


def test_a_sign_glued_to_its_word_is_a_warning_at_its_field(one_in_text):
    fault = one_in_text("missing-space", "Le PCPA: un programme.")
    assert fault.level is Level.WARNING
    assert "PCPA:" in fault.found
    assert "PCPA\u00a0:" in fault.expected


def test_two_spaces_are_shown_as_two(one_in_text):
    fault = one_in_text("double-space", "Un mot  de trop.")
    assert "mot  de" in fault.found
    assert "mot  de" in fault.message
    assert "mot de" in fault.expected


def test_a_certain_correction_says_that_it_is_made(one_in_text):
    assert "déjà corrigé" in one_in_text("goal-number", "La démarche contribue à l'ODD4.").expected


@pytest.mark.parametrize(
    "text",
    [
        "Voir [la charte](https://www.aude.fr/?a=1;b:2).",
        "Écrire à contact@aude.fr, ou voir https://www.aude.fr/a:b.",
        'Le [Aguas sin Fronteras: "vida"]{lang=es} commence.',
        "- un point :\n    - en retrait ;\n    - un autre.",
    ],
)
def test_addresses_foreign_passages_and_layout_have_no_french_typography(in_text, text):
    assert in_text(text) == []


def test_a_partners_foreign_name_has_no_french_typography(check):
    assert check(partenaires=[{"nom": 'Ajuntament "Vic": area', "pays": "ES", "langue": "ca"}]) == []


def test_a_sheet_in_another_language_has_no_french_typography(check):
    assert (
        check(langue="en", projet={"genese": 'The "charter": a text.', "objectifs": "Write.", "acteurs": "Us."}) == []
    )


@pytest.mark.parametrize(("broken", "whole"), [("Ã©", "é"), ("â€™", "’"), ("Ã\u00a0", "à")])
def test_an_accent_broken_on_the_way_is_shown_with_what_it_was(the_fault, broken, whole):
    fault = the_fault("broken-accent", titre=f"Une charte pour la r{broken}gion")
    assert fault.expected == f"Retapez le passage, avec «\u00a0{whole}\u00a0»"


def test_portuguese_capitals_are_no_broken_accents(check):
    assert "broken-accent" not in {fault.code for fault in check(titre="SÃO PAULO, AÇÃO, Ângela")}
