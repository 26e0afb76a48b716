import pytest

from terrinclus_publish.faults import Level


def test_the_formats_markdown_is_no_fault(in_text):
    text = """Le **Département** et *ses* partenaires, dont le [Centro superior]{lang=es}, ont publié
[une étude (2015)](https://www.exemple.fr/etude_(2015).pdf) ; [écrivez-nous](mailto:contact@aude.fr).

- un point

  avec un second paragraphe ;
- un autre :
    - plus bas ;
    - encore.

1. d'abord ;
2. ensuite : 3 < 4, R&D et 2 * 3.
"""
    assert in_text(text) == []


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Un début.\n\n<p>Une suite.</p>", "html", "ligne vide"),
        ("Un <strong>mot</strong>.", "html", "**gras**"),
        ("Un mot<br/>un autre.", "html", "ligne vide"),
        ("Voir <a href='x'>ici même</a>.", "html", "[le titre cité](https://…)"),
        ("Un <font color=red>mot</font>.", "html", "sans balise"),
        ("Un début.\n\n## Les acteurs\n\nUne suite.", "markdown-heading", "gras"),
        ("Un début.\n\n---\n\nUne suite.", "markdown-rule", "ligne vide"),
        ("![La charte](images/aude.jpg)", "markdown-image", "« illustration »"),
        ("Du `code`.", "markdown-code", "sans accents graves"),
        ("```\ncode\n```", "markdown-code", "sans accents graves"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "markdown-table", "« tableau »"),
        ("Un début.\n\n> Une citation.", "markdown-quote", "« paroles »"),
        ("• un point\n• un autre", "bullet-sign", "« - »"),
        ("Du ~~barré~~.", "markdown-strike", "le texte seul"),
        ("Un [mot]{.rouge}.", "unknown-attribute", "[passage]{lang=es}"),
    ],
)
def test_markup_outside_the_format_is_a_warning_that_says_what_to_write(one_in_text, text, code, expected):
    fault = one_in_text(code, text)
    assert fault.level is Level.WARNING
    assert expected in fault.expected.replace("\u00a0", " ")


def test_an_html_entity_is_a_warning(in_text):
    found = {fault.code: fault for fault in in_text("Un mot &eacute;crit.")}
    assert "le signe lui-même" in found["html"].expected


@pytest.mark.parametrize(
    "text", ["Un **mot.", "Un ** mot ** gras.", "**Un début\n\nla suite**", "- **un point\n- un autre**"]
)
def test_asterisks_that_would_be_printed_are_a_warning(in_text, text):
    faults = in_text(text)
    assert {(fault.code, fault.level) for fault in faults} == {("stray-asterisks", Level.WARNING)}
    assert "**" in faults[0].message


def test_bold_over_a_line_end_is_no_fault(in_text):
    assert in_text("- **un point\n  sur deux lignes ;**\n- **un autre.**") == []


def test_a_third_level_of_lists_is_a_warning(one_in_text):
    fault = one_in_text("deep-list", "- un ;\n    - deux ;\n        - trois.")
    assert fault.level is Level.WARNING
    assert "trois" in fault.message


def test_several_paragraphs_in_a_line_are_a_warning(the_fault):
    fault = the_fault("several-paragraphs", chapeau="Un paragraphe.\n\nUn autre.")
    assert fault.level is Level.WARNING
    assert fault.field == "chapeau"


def test_markup_in_a_plain_text_is_a_warning(check):
    faults = check(porteurs=["**Département** de l'Aude", "[Pays de Savoie](https://www.exemple.fr)"])
    assert [(fault.code, fault.field) for fault in faults] == [
        ("markup-in-plain-text", "porteurs.0"),
        ("markup-in-plain-text", "porteurs.1"),
    ]


def test_an_item_one_space_further_is_no_deeper_level(in_text):
    assert in_text("- un ;\n    - deux ;\n     - deux encore ;\n    - deux enfin.") == []


def test_markup_in_the_headers_of_a_table_is_a_warning(check):
    table = {"legende": "La posture", "entetes": ["**Un**", "Deux"], "lignes": [["a", "b"]]}
    project = {"genese": [{"tableau": table}], "objectifs": "Écrire.", "acteurs": "Des jeunes."}
    faults = check(projet=project)
    assert [(fault.code, fault.field) for fault in faults] == [
        ("markup-in-plain-text", "projet.genese.0.tableau.entetes.0")
    ]
