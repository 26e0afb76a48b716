"""Paragraphs: their lines, and how they are cut between pages."""

import pytest
from lxml import etree

from terrinclus_publish.pdf.linebreak import LOOSEST

THIN = "\u202f"


def line_texts(paragraph):
    return [
        " ".join("".join(glyphs.text for _, glyphs in word.pieces) for word in line.words) for line in paragraph.lines
    ]


LONG = "Deux collectivités que sépare la Méditerranée mettent en commun leurs méthodes et leurs outils. " * 4


def test_a_paragraph_is_as_high_as_its_lines(paragraph, setting):
    made = paragraph(LONG)
    assert len(made.lines) > 3
    assert made.height == len(made.lines) * setting.style("corps").interligne


@pytest.mark.parametrize("width", [80.0, 150.0, 323.0])
def test_no_line_is_wider_than_the_column(paragraph, width):
    assert all(line.width <= width + 0.01 for line in paragraph(LONG, width=width).lines)


def test_lines_hold_all_words_in_order(paragraph):
    assert " ".join(line_texts(paragraph(LONG, width=140))).split() == LONG.split()


def test_no_line_starts_with_a_sign_that_belongs_to_the_word_before(paragraph):
    text = f"mots{THIN}; encore{THIN}? «\u00a0ici\u00a0» " * 20
    for width in (60.0, 71.0, 83.0, 97.0):
        assert not [line for line in line_texts(paragraph(text, width=width)) if line[0] in ";?»"]
        assert not [line for line in line_texts(paragraph(text, width=width)) if line[-1] == "«"]


@pytest.mark.parametrize(("lines", "room", "first"), [(6, 3, 3), (6, 5, 4), (4, 3, 2), (6, 2, 2), (5, 4, 3)])
def test_a_cut_leaves_two_lines_on_either_side(text, lines, room, first):
    made = text(lines)
    pieces = made.split(room * made.style.interligne)
    assert [len(piece.lines) for piece in pieces] == [first, lines - first]
    assert line_texts(pieces[0]) + line_texts(pieces[1]) == line_texts(made)


@pytest.mark.parametrize(("lines", "room"), [(3, 2), (2, 1), (6, 1), (1, 0), (6, 0)])
def test_a_paragraph_that_would_leave_a_line_alone_is_not_split(text, lines, room):
    made = text(lines)
    assert made.split(room * made.style.interligne) == []


def test_a_paragraph_alone_on_its_page_is_cut_where_the_page_ends(text):
    made = text(3)
    assert [len(piece.lines) for piece in made.cut(2 * made.style.interligne)] == [2, 1]
    assert [len(piece.lines) for piece in made.cut(0)] == [1, 2]
    assert made.cut(3 * made.style.interligne) == []


def test_the_spaces_around_a_paragraph_stay_outside_its_cut(text):
    made = text(6, "h3")
    first, rest = made.split(3 * made.style.interligne)
    assert (first.before, first.after, rest.before, rest.after) == (made.before, 0.0, 0.0, made.after)
    assert first.element is made.element
    assert rest.element is made.element


def test_the_last_short_words_of_a_heading_stay_together(setting):
    heading = setting.heading(etree.fromstring("<h2>Une charte pour la vie en ville</h2>"), "h2", 400)
    assert line_texts(heading)[-1].endswith("en\u00a0ville")
    long_words = setting.heading(etree.fromstring("<h2>Une charte des développements territoriaux</h2>"), "h2", 300)
    assert "\u00a0" not in "".join(line_texts(long_words))


def test_an_empty_paragraph_has_no_height(paragraph):
    made = paragraph("")
    assert (made.lines, made.height) == ([], 0)


def test_a_justified_line_that_spaces_cannot_fill_ends_short(paragraph):
    made = paragraph("un deux " + "n" * 40 + " fin", width=250.0, align="justify")
    line = made.lines[0]
    space = line.words[0].space
    assert line.stretch == pytest.approx((LOOSEST - 1) * space)
    assert line.width + line.stretch < made.width
