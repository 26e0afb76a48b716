"""Lists are lists of Word, and numbers are Word's own."""

import pytest

from word import trees
from word.extract import Numbers, W, docx_text, paragraph_text, value


def numbers(file):
    return Numbers(file.part("word/styles.xml"), file.part("word/numbering.xml"))


def listed(file):
    """The paragraphs that are items of a list that shows a marker, with the list's number."""
    lists = numbers(file)
    for paragraph in file.body.iter(f"{W}p"):
        number, level = lists.list_of(paragraph)
        if number not in (None, "0"):
            yield paragraph, number, level


def test_items_of_the_tree_are_items_of_word(sheet):
    of_word = [paragraph_text(paragraph) for paragraph, _, _ in listed(sheet)]
    for item in sheet.tree.iter("li"):
        goal = "odd" in (item.getparent().get("class") or "")  # a table, number by name
        first = item if not len(item) or item[0].tag != "p" else item[0]
        said = "".join(first.itertext()).strip()
        assert goal or any(said in text for text in of_word)


def test_each_list_style_has_a_list_of_its_own(sheet):
    owners = {}
    for style in sheet.part("word/styles.xml").iter(f"{W}style"):
        number = value(style.find(f"{W}pPr/{W}numPr/{W}numId"))
        if number not in (None, "0"):
            owners.setdefault(number, []).append(style.get(f"{W}styleId"))
    headings = owners.pop("1")
    assert headings == ["Heading1", "TitrePartie"]
    assert all(len(styles) == 1 for styles in owners.values())


def test_every_list_that_is_used_is_defined(file):
    part = file.part("word/numbering.xml")
    kinds = {kind.get(f"{W}abstractNumId") for kind in part.iter(f"{W}abstractNum")}
    defined = {number.get(f"{W}numId") for number in part.iter(f"{W}num")}
    assert {value(mark) for mark in part.iter(f"{W}abstractNumId")} <= kinds
    used = {value(mark) for source in (file.body, file.part("word/styles.xml")) for mark in source.iter(f"{W}numId")}
    assert used - {"0"} <= defined


def test_a_second_list_counts_from_one_again(sheet):
    text = docx_text(sheet.content)
    assert "1. un\n" in text
    assert "2. deux\n" in text
    assert "1. encore un\n" in text


def test_a_list_starts_where_its_author_says(make):
    tree = trees.sheet(trees.PROJECT)
    tree.find(".//ol").set("start", "4")
    assert "4. un\n" in docx_text(make(tree).content)


def test_the_number_of_a_sheet_and_of_its_parts_are_not_typed(sheet):
    (title,) = sheet.paragraphs("Heading1")
    assert not paragraph_text(title).startswith("6")
    titles = [paragraph_text(part).replace("\u00a0", " ") for part in sheet.paragraphs("TitrePartie")]
    assert titles == ["Première partie", "Seconde partie"]
    text = docx_text(sheet.content).replace("\u00a0", " ")
    assert "6 Un titre" in text
    assert "2/ Seconde partie" in text


def test_parts_are_numbered_from_one_in_each_sheet_of_the_guide(guide):
    lists = numbers(guide)
    shown = [lists.next(paragraph).strip() for paragraph in guide.body.iter(f"{W}p")]
    parts = [number for number in shown if number.endswith("/")]
    assert parts.count("1/") == 12
    assert [number for number in shown if number.isdecimal()] == [str(number) for number in range(1, 13)]


def test_a_sheet_without_a_number_shows_none(make):
    tree = trees.sheet(trees.OPENING)
    del tree.attrib["data-numero"]
    number = tree.find(".//h1/span")
    number.getparent().text = number.tail.strip()
    number.getparent().remove(number)
    assert "\nUn titre" in docx_text(make(tree).content)


def test_a_title_without_a_number_hangs_as_one_with_a_number_does(make, sheet):
    tree = trees.sheet(trees.OPENING)
    number = tree.find(".//h1/span")
    number.getparent().text = number.tail.strip()
    number.getparent().remove(number)
    alone = make(tree)
    for file in (alone, sheet):
        (title,) = file.paragraphs("Heading1")
        level = numbers(file).level(*numbers(file).list_of(title))
        assert (value(level.find(f"{W}suff")), level.find(f"{W}pPr/{W}ind").get(f"{W}hanging")) == ("tab", "3175")
    assert value(level.find(f"{W}numFmt")) == "decimal"


@pytest.mark.parametrize("style", ["Chapitre", "Chapitre2"])
def test_chapters_of_the_guide_are_not_numbered(guide, style):
    lists = numbers(guide)
    assert guide.paragraphs(style)
    assert {lists.list_of(paragraph)[0] for paragraph in guide.paragraphs(style)} <= {None, "0"}
