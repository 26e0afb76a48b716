"""A sheet says the same in PDF, Word and HTML: the words of each, read back by other programs, in the same order."""

import pytest
from lxml import etree, html
from pdf.extract import pdf_text
from word.extract import docx_text
from words import tree_text, words

from terrinclus_publish import pdf, web, word
from terrinclus_publish.build.documents import FicheDocument
from terrinclus_publish.compose import Entry

SHEETS = (
    *("aude", "loire-atlantique", "meurthe-et-moselle", "pas-de-calais", "savoie-anima-terre", "savoie-l-autre"),
    *("yvelines", "val-de-marne", "suresnes", "cfsi", "f3e", "solidarite-laique"),
)


@pytest.fixture(params=SHEETS)
def sheet(request, project_entries, project_guide, composer):
    """Each sheet's tree and metadata, as it is made alone."""
    (entry,) = (entry for entry in project_entries if entry.nom == request.param)
    job = FicheDocument(Entry(entry.nom, entry.model, entry.teinte), project_guide)
    return job.compose(composer), job.metadata()


def main_of(page: bytes) -> etree._Element:
    return html.document_fromstring(page.decode("utf-8")).find(".//main")


def test_the_twelve_sheets_are_those_of_the_guide(project_guide):
    assert tuple(project_guide.fiches) == SHEETS


def test_pdf_has_the_words_of_the_sheet(sheet, project, project_theme):
    tree, metadata = sheet
    assert words(pdf_text(pdf.render(tree, metadata, project_theme, project))) == words(tree_text(tree))


def test_word_has_the_words_of_the_sheet(sheet, project, project_theme):
    tree, metadata = sheet
    assert words(docx_text(word.render(tree, metadata, project_theme, project))) == words(tree_text(tree))


def test_html_has_the_words_of_the_sheet(sheet, project, project_theme):
    tree, metadata = sheet
    page = web.render(tree, metadata, project_theme, project)
    assert words(tree_text(main_of(page))) == words(tree_text(tree))


def test_what_the_author_wrote_is_in_the_words(sheet, project_entries):
    """The comparison is of something: a sheet has two thousand words, and its title among the first."""
    tree, _ = sheet
    assert len(words(tree_text(tree))) > 1500
