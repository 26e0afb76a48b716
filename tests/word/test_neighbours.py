"""What stands beside what: no empty paragraphs for spacing, no tables that touch, tabs after labels only."""

import pytest
from words import tree_text, words

from word.extract import W, docx_text, paragraph_text, value

TABBED = {"Surtitre", "Heading1", "Chapeau", "TitreFocus", "LegendeTableau", "Credit", "TOC1", "SommaireChapitre"}
TABBED |= {"CouvertureSurtitre", "CouvertureEdition", "TableauPoste", "CarteLieu", "MatriceFiche", "Index1"}
BETWEEN_TABLES = "EntreTableaux"
WORD_JOINER = "\u2060"


def style_of(paragraph):
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))


def is_empty(paragraph):
    return not paragraph_text(paragraph).strip() and paragraph.find(f".//{W}drawing") is None


def test_every_word_of_the_tree_is_there_in_order(file):
    assert words(docx_text(file.content)) == words(tree_text(file.tree).replace(WORD_JOINER, ""))


def test_no_paragraph_is_empty_for_the_sake_of_space(file):
    """Word itself wants a paragraph between two tables, and one that ends a section."""
    for paragraph in file.body.findall(f"{W}p"):
        if is_empty(paragraph):
            before, after = paragraph.getprevious(), paragraph.getnext()
            between_tables = before.tag == after.tag == f"{W}tbl"
            assert between_tables or paragraph.find(f"{W}pPr/{W}sectPr") is not None
            assert style_of(paragraph) == BETWEEN_TABLES


def test_no_two_tables_touch_and_none_ends_the_file(file):
    for table in file.body.findall(f"{W}tbl"):
        assert table.getnext().tag == f"{W}p"


def test_only_labelled_content_and_the_contents_hold_tabs(file):
    with_tabs = {style_of(p) for p in file.body.iter(f"{W}p") if p.find(f"{W}r/{W}tab") is not None}
    with_tabs |= {style_of(p) for p in file.body.iter(f"{W}p") if p.find(f"{W}hyperlink/{W}r/{W}tab") is not None}
    assert with_tabs
    assert with_tabs <= TABBED


@pytest.mark.parametrize("tag", ["p", "r", "hyperlink", "tc", "tr"])
def test_properties_come_first(file, tag):
    names = {"p": "pPr", "r": "rPr", "tc": "tcPr", "tr": "trPr"}
    for element in file.body.iter(f"{W}{tag}"):
        places = [place for place, child in enumerate(element) if child.tag == f"{W}{names.get(tag, 'none')}"]
        assert places in ([], [0])
