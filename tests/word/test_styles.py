"""Named styles: those of Word keep its names, the others have French ones; the accent of a sheet alone is in them."""

from itertools import pairwise

import pytest

from terrinclus_publish import word
from terrinclus_publish.tree import Metadata
from word import trees
from word.extract import W, value

OLIVE, INK = "676215", "12303F"
"""The dye of the tree's sheet, and the guide's own colour."""


def styles(file):
    return {style.get(f"{W}styleId"): style for style in file.part("word/styles.xml").iter(f"{W}style")}


def names(file):
    return {value(style.find(f"{W}name")) for style in styles(file).values()}


def style_of(paragraph):
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))


def outline(file, paragraph):
    """The heading level of a paragraph, from 0: its own, or that of its styles; None for text."""
    own = paragraph.find(f"{W}pPr/{W}outlineLvl")
    name = style_of(paragraph)
    while own is None and name is not None:
        style = styles(file)[name]
        own, name = style.find(f"{W}pPr/{W}outlineLvl"), value(style.find(f"{W}basedOn"))
    return None if own is None or value(own) == "9" else int(value(own))


def test_styles_that_word_has_keep_its_names(file):
    wanted = {"heading 1", "heading 2", "heading 3", "heading 4", "Title", "List Bullet", "List Number", "toc 1"}
    assert wanted | {"caption", "Hyperlink", "header", "footer", "Normal Table", "Body Text"} <= names(file)


@pytest.mark.parametrize("name", ["Chapeau", "Chiffre clé", "Encadré titre", "Regard", "Paroles citation", "Tuile"])
def test_our_own_styles_have_french_names_and_are_marked_as_ours(file, name):
    (style,) = (style for style in styles(file).values() if value(style.find(f"{W}name")) == name)
    assert style.get(f"{W}customStyle") == "1"


def test_every_style_that_is_used_exists_and_rests_on_one_that_exists(file):
    known = styles(file)
    used = {value(mark) for tag in ("pStyle", "rStyle", "tblStyle") for mark in file.body.iter(f"{W}{tag}")}
    assert used <= known.keys()
    bases = {value(style.find(f"{W}{tag}")) for style in known.values() for tag in ("basedOn", "next", "link")}
    assert bases - {None} <= known.keys()


def test_ids_are_unique_among_all_kinds_of_styles(file):
    ids = [style.get(f"{W}styleId") for style in file.part("word/styles.xml").iter(f"{W}style")]
    assert len(ids) == len(set(ids))


def test_every_paragraph_has_a_named_style(file):
    assert all(style_of(paragraph) for paragraph in file.body.iter(f"{W}p"))


def test_headings_of_the_tree_are_headings_of_word(file):
    from_tree = [int(element.tag[1]) for element in file.tree.iter("h1", "h2", "h3", "h4", "h5")]
    levels = [outline(file, paragraph) for paragraph in file.body.iter(f"{W}p")]
    from_word = [level + 1 for level in levels if level is not None]
    if file.tree.tag == "div":  # the cover's title is Word's « Title », no heading
        assert from_tree.pop(0) == 1
    assert from_word == from_tree


def test_no_level_of_heading_is_skipped(file):
    levels = [level for p in file.body.iter(f"{W}p") if (level := outline(file, p)) is not None]
    assert levels[0] == 0
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_dye_of_a_sheet_alone_is_in_its_styles(sheet):
    heading = sheet.style("Heading3")
    assert value(heading.find(f"{W}rPr/{W}color")) == OLIVE
    assert sheet.style("Heading2").find(f"{W}pPr/{W}pBdr/{W}top").get(f"{W}color") == OLIVE
    assert all(run.find(f"{W}rPr/{W}color") is None for p in sheet.paragraphs("Heading3") for run in p.iter(f"{W}r"))


def test_the_sheets_of_a_guide_keep_their_own_dyes(guide, project_theme):
    assert value(guide.style("Heading3").find(f"{W}rPr/{W}color")) == INK
    shown = {value(run.find(f"{W}rPr/{W}color")) for p in guide.paragraphs("Heading3") for run in p.iter(f"{W}r")}
    assert shown == {"".join(f"{channel:02X}" for channel in dye.rvb) for dye in project_theme.nuancier}


def test_lines_of_text_are_an_exact_distance_apart(file):
    spacing = file.style("Normal").find(f"{W}pPr/{W}spacing")
    assert (spacing.get(f"{W}lineRule"), spacing.get(f"{W}line")) == ("exact", "260")


def test_letters_are_kerned(file):
    assert value(file.part("word/styles.xml").find(f"{W}docDefaults//{W}kern")) == "1"


def test_semibold_is_a_family_of_its_own_as_word_has_it(sheet):
    assert sheet.style("Heading3").find(f"{W}rPr/{W}rFonts").get(f"{W}ascii") == "Source Sans Pro Semibold"
    table = sheet.part("word/fontTable.xml")
    assert "Source Sans Pro Semibold" in [font.get(f"{W}name") for font in table.iter(f"{W}font")]


def test_text_is_set_ragged(sheet):
    assert value(sheet.part("word/settings.xml").find(f"{W}autoHyphenation")) == "0"
    assert "both" not in [value(mark) for mark in sheet.part("word/styles.xml").iter(f"{W}jc")]


def test_a_theme_that_justifies_text_justifies_it(pictures, project_theme, sheet):
    text = project_theme.texte.model_copy(update={"reglage": "justifie"})
    theme = project_theme.model_copy(update={"texte": text})
    content = word.render(sheet.tree, Metadata("Un titre", "", "fr"), theme, pictures)
    file = type(sheet)(sheet.tree, content)
    assert value(file.style("BodyText").find(f"{W}pPr/{W}jc")) == "both"
    assert value(file.part("word/settings.xml").find(f"{W}autoHyphenation")) == "1"


def test_a_long_title_is_set_smaller(make):
    tree = trees.sheet(trees.OPENING)
    tree.find(".//h1/span").tail = " Un titre qui dépasse la longueur que la mise en page réserve aux titres courts"
    tree.set("data-courant-recto", "Un titre qui dépasse la longueur que la mise en page réserve aux titres courts")
    assert value(make(tree).style("Heading1").find(f"{W}rPr/{W}sz")) == "50"
    assert value(make(trees.sheet(trees.OPENING)).style("Heading1").find(f"{W}rPr/{W}sz")) == "66"
