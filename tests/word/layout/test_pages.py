"""Pages: what is kept together, where sections start, how tables and frames are parted."""

import pytest

from terrinclus_publish.word.layout.safety import runs
from word.layout.document import heights, marked, p, pages, parts, section

LINES = "\n".join(["mot"] * 10)
"""A page's worth."""
FRAME = '<w:pBdr><w:top w:val="single" w:sz="8" w:space="4" w:color="000000"/></w:pBdr>'


def lines(count):
    return "\n".join(["mot"] * count)


def spacing(before, after):
    return f'<w:spacing w:before="{before * 20}" w:after="{after * 20}"/>'


def table(*cells, header=""):
    rows = "".join(
        f'<w:tr><w:trPr>{header if place == 0 else ""}</w:trPr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
        f"{cell}</w:tc></w:tr>"
        for place, cell in enumerate(cells)
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"


def test_a_full_page_is_followed_by_the_next():
    assert pages(p(LINES), marked("a")) == {"a": 2}
    assert pages(p(lines(9)), marked("a")) == {"a": 1}


def test_the_larger_of_two_spaces_stands_between_paragraphs():
    assert pages(p(lines(8), spacing(0, 10)), marked("a", "mot", spacing(10, 0))) == {"a": 1}
    assert pages(p(lines(8), spacing(0, 11)), marked("a", "mot", spacing(10, 0))) == {"a": 2}


def test_space_at_the_top_of_a_page_goes():
    assert pages(p(LINES), marked("a", lines(10), spacing(50, 0)), marked("b")) == {"a": 2, "b": 3}


def test_no_line_of_a_paragraph_stands_alone_on_a_page():
    assert pages(p(lines(9)), marked("a", lines(4))) == {"a": 2}
    assert pages(p(lines(8)), marked("a", lines(3))) == {"a": 2}
    assert pages(p(lines(8)), marked("a", lines(4))) == {"a": 1}


def test_a_heading_goes_with_what_follows_it():
    assert pages(p(lines(7)), marked("a", style="Titre"), p(lines(2))) == {"a": 2}
    assert pages(p(lines(4)), marked("a", style="Titre"), p(lines(2))) == {"a": 1}


def test_lines_that_are_kept_together_go_together():
    assert pages(p(lines(5)), marked("a", lines(6), "<w:keepLines/>")) == {"a": 2}


def test_a_chain_longer_than_a_page_is_parted_at_its_end():
    kept = "<w:keepNext/><w:keepLines/>"
    assert pages(p(), *(marked(f"a{n}", lines(4), kept) for n in range(3)), p()) == {"a0": 2, "a1": 2, "a2": 3}


def test_a_sheet_starts_on_an_odd_page():
    def first(count):
        closing = p().replace("</w:pPr>", f"{section('nextPage')}</w:pPr>", 1)
        ending = marked("fiche").replace("</w:pPr>", f"{section('oddPage')}</w:pPr>", 1)
        return pages(p(lines(count)), closing, ending)

    assert first(5) == {"fiche": 3}
    assert first(15) == {"fiche": 3}
    assert first(25) == {"fiche": 5}


def test_borders_take_room_and_those_of_neighbours_are_one():
    assert heights(p("un", FRAME), p("deux", FRAME)) == [15, 10]
    assert heights(p("un", FRAME), p("deux")) == [15, 10]


def test_a_row_is_as_high_as_its_highest_cell_with_its_margins():
    assert heights(table(p(lines(3)), p())) == [34, 14]


def test_a_header_row_is_repeated_on_each_page():
    rows = [p("tête"), *(marked(f"r{n}") for n in range(12))]
    assert pages(table(*rows, header="<w:tblHeader/>"))["r5"] == 1
    assert [pages(table(*rows, header="<w:tblHeader/>"))[f"r{n}"] for n in (6, 11)] == [2, 2]
    assert pages(table(*rows))["r11"] == 2


def test_columns_are_filled_before_the_next_page():
    three = '<w:cols w:num="3" w:equalWidth="0"><w:col w:w="600"/><w:col w:w="600"/><w:col w:w="600"/></w:cols>'
    content = "".join(marked(f"a{n}") for n in range(31))
    ending = p().replace("</w:pPr>", f"{section('continuous', three)}</w:pPr>", 1)
    found = pages(content, ending)
    assert (found["a0"], found["a29"], found["a30"]) == (1, 1, 2)


# --- how safe numbers are --------------------------------------------------------------------------------------------


def margin(count):
    """The margin of a sheet of that many lines of ten points, on pages of ten."""
    body = marked("fiche", lines(count), "<w:widowControl w:val='0'/>")
    sheet = body.replace("</w:pPr>", f"{section('oddPage')}</w:pPr>", 1)
    follower = marked("suite").replace("</w:pPr>", f"{section('oddPage')}</w:pPr>", 1)
    (found,) = (run.margin() for run in runs(parts(sheet, follower), {"suite"}) if run.mark == "fiche")
    return found


def test_a_sheet_in_the_middle_of_its_pages_bears_much():
    assert (margin(15).shrinks, margin(15).grows) == (0.12, 0.12)


def test_a_full_sheet_may_not_grow():
    assert margin(20).grows == pytest.approx(0, abs=0.005)
    assert margin(20).shrinks == 0.12


def test_a_sheet_that_just_reaches_its_third_page_may_not_shrink_much():
    assert margin(21).shrinks < 0.1
    assert margin(21).grows == 0.12


def test_the_spaces_above_headings_bring_a_sheet_over():
    sheet = "".join((marked("fiche"), *(p(style="Titre") + p() for _ in range(4))))
    ending = p().replace("</w:pPr>", f"{section('oddPage')}</w:pPr>", 1)
    follower = marked("suite").replace("</w:pPr>", f"{section('oddPage')}</w:pPr>", 1)
    (run,) = (run for run in runs(parts(sheet + ending, follower), {"suite"}) if run.mark == "fiche")
    total = sum(strip.gap for strip in run.parts[0].strips)
    assert sum(strip.gap for strip in run.spaced(0.5).parts[0].strips) < total
    assert sum(strip.gap for strip in run.spaced(1).parts[0].strips) == total
