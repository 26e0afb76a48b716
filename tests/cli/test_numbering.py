"""What the command line says of the page numbers of the guide in Word, and who computes them."""

import pytest

from terrinclus_publish import libreoffice
from terrinclus_publish.build import Numbered, Safety
from terrinclus_publish.cli.numbering import detailed_lines, short_lines

SAFE, GROWING = Safety("aude", 0.12, 0.0512), Safety("f3e", 0.12, 0.031)


def test_the_guide_says_how_safe_its_page_numbers_are(run):
    result = run("guide", "--format", "docx")
    assert result.exit_code == 0
    assert "guide.docx\u00a0: numéros de page justes tant qu'aucune fiche" in result.output


def test_the_margins_are_shown_sheet_by_sheet(run):
    lines = run("build", "--marges").output.splitlines()
    (head,) = (line for line in lines if line.startswith("Ce qui peut changer de longueur"))
    assert [line.split()[0] for line in lines[lines.index(head) + 1 :]][:2] == ["les", "port-exemple"]


def test_a_guide_in_pdf_alone_says_nothing_of_word(run):
    assert "numéros de page" not in run("guide", "--format", "pdf").output


def test_one_line_tells_the_least_margin():
    (line,) = short_lines(Numbered("guide.docx", (SAFE,)))
    assert "5,1 %" in line
    assert "aude" in line


def test_a_margin_under_four_per_cent_is_a_warning_with_its_remedy():
    _, warning = short_lines(Numbered("guide.docx", (SAFE, GROWING)))
    assert warning.startswith("guide.docx · avertissement")
    assert "f3e" in warning
    assert "3,1 %" in warning
    assert "raccourcissez" in warning


def test_the_table_has_a_line_for_each_sheet():
    _, first, second, *_ = detailed_lines(Numbered("guide.docx", (SAFE, GROWING)))
    assert first.split()[0] == "aude"
    assert second.endswith("3,1 %")


def test_an_unknown_way_to_number_pages_is_refused(run):
    result = run("guide", "--pagination", "word")
    assert result.exit_code == 2
    assert "interne, libreoffice" in result.output


@pytest.mark.parametrize("command", ["guide", "build"])
def test_without_libreoffice_nothing_is_made_and_it_says_what_to_install(run, example, monkeypatch, command):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libreoffice, "_usual_places", lambda: iter(()))
    result = run(command, "--pagination", "libreoffice")
    assert result.exit_code == 1
    assert "LibreOffice n'est pas installé" in result.output
    assert "apt-get install" in result.output
    assert not list(example.output.rglob("*.docx"))
