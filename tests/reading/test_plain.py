"""Plain text and Markdown as a document: paragraphs, lists, tables."""

import pytest

from terrinclus_publish.faults import FaultsError
from terrinclus_publish.reading.document import Line, Table
from terrinclus_publish.reading.plain import read_plain


def items(text):
    return read_plain(text.encode(), "fiche.md").items


def test_blank_lines_part_paragraphs():
    assert [line.text for line in items("Un\ndeux.\n\nTrois.")] == ["Un\ndeux.", "Trois."]


@pytest.mark.parametrize("sign", ["-", "•", "*", "–", "·"])
def test_any_sign_begins_an_item(sign):
    (first, second) = items(f"{sign} un\n{sign} deux")
    assert [(line.text, line.mark.kind) for line in (first, second)] == [("un", "bullet"), ("deux", "bullet")]


def test_numbers_are_those_that_stand_there():
    assert [line.mark.number for line in items("3. trois\n4) quatre")] == [3, 4]


def test_an_indented_item_is_at_the_second_level():
    assert [line.mark.level for line in items("- un\n  - deux\n    suite")] == [0, 1]
    assert items("- un\n  - deux\n    suite")[1].text == "deux\nsuite"


def test_tabs_make_a_table():
    (table,) = items("Financeur\tMontant\nVille\t21 170 €")
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["Financeur", "Montant"], ["Ville", "21 170 €"]]


def test_bars_make_a_table_without_its_rule():
    (table,) = items("| a | b |\n|---|---|\n| 1 | 2 |")
    assert [[cell.text for cell in row] for row in table.rows] == [["a", "b"], ["1", "2"]]


def test_markdown_headings_have_their_level():
    (line,) = items("## Le projet ##")
    assert isinstance(line, Line)
    assert (line.text, line.outline) == ("Le projet", 1)


def test_markup_of_a_web_page_is_no_word():
    (line,) = items("<p>Un <strong>mot</strong></p>")
    assert line.text == "Un mot"


def test_a_year_and_a_sign_below_ten_are_words():
    assert [line.text for line in items("2012. Une année\n3 < 4 et <ville>")] == ["2012. Une année\n3 < 4 et <ville>"]


def test_what_is_too_large_or_no_text_is_refused():
    for content in (b"a\0b", b"a" * (5 * 1024 * 1024 + 1)):
        with pytest.raises(FaultsError):
            read_plain(content, "fiche.txt")
