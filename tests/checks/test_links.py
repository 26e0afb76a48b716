import pytest

from terrinclus_publish.faults import Level


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("#", "https://"),
        ("", "https://"),
        ("www.aude.fr/charte", "Écrivez https://www.aude.fr/charte"),
        ("contact@aude.fr", "Écrivez mailto:contact@aude.fr"),
        ("charte.pdf", "https://"),
        ("javascript:alert(1)", "https://"),
        ("file:///C:/charte.pdf", "https://"),
        ("ftp://aude.fr/charte.pdf", "https://"),
        ("https://", "https://"),
    ],
)
def test_a_link_that_leads_nowhere_is_an_error(one_in_text, target, expected):
    fault = one_in_text("dead-link", f"Voir [la charte]({target}).")
    assert fault.level is Level.ERROR
    assert "la charte" in fault.message
    assert expected in fault.expected


def test_every_dead_link_of_a_text_is_named(in_text):
    faults = in_text("Voir [la charte](#) et [le bilan](#).")
    assert [fault.code for fault in faults] == ["dead-link", "dead-link"]
    assert "le bilan" in faults[1].message


@pytest.mark.parametrize(
    "text",
    [
        "La charte est disponible au lien suivant.",
        "Cliquez ici pour la charte.",
        "La charte se lit [ici](https://www.aude.fr/charte).",
        "La charte : [https://www.aude.fr/charte](https://www.aude.fr/charte)",
        "Le lien ci-dessous mène à la charte.",
    ],
)
def test_a_link_that_does_not_say_where_it_leads_is_a_warning(in_text, text):
    faults = [fault for fault in in_text(text) if fault.code == "vague-link"]
    assert [fault.level for fault in faults] == [Level.WARNING]
    assert "titre cité" in faults[0].expected


def test_a_link_in_the_plain_sense_is_no_fault(in_text):
    assert in_text("Le projet crée un lien entre les générations, et ce lien dure.") == []


def test_a_table_cell_is_read_as_a_line_of_markdown_is(check):
    table = {"legende": "La posture", "entetes": ["Un", "Deux"], "lignes": [["**a**", {"texte": "b [c](#)"}]]}
    project = {"genese": [{"tableau": table}], "objectifs": "Écrire.", "acteurs": "Des jeunes."}
    assert [fault.code for fault in check(projet=project)] == ["dead-link"]
