"""The blank form as Word and a screen reader find it."""

import io
import itertools
import zipfile
from collections import Counter

import pytest
from lxml import etree

from terrinclus_publish.prompts import load_prompts
from terrinclus_publish.wording import fold
from word.extract import paragraph_text, part, value
from word.form.filling import W15, Filling, W, controls, tag_of
from word.form.making import blank_form
from word.structure import findings


@pytest.fixture(scope="module")
def content(project) -> bytes:
    return blank_form(project)


@pytest.fixture(scope="module")
def body(content):
    return part(content, "word/document.xml").find(f"{W}body")


@pytest.fixture(scope="module")
def fields(body):
    """The controls that ask for something, by tag."""
    return {tag_of(c): c for c in controls(body) if c.find(f"{W}sdtPr/{W}showingPlcHdr") is not None}


def test_each_field_is_asked_for_once(project, fields):
    assert set(fields) == set(load_prompts(project).champs)


def test_each_field_has_a_name_and_shows_its_prompt(project, fields):
    for name, prompt in load_prompts(project).champs.items():
        assert fold(value(fields[name].find(f"{W}sdtPr/{W}alias"))) == fold(prompt.nom)
        assert fold(paragraph_text(fields[name])) == fold(prompt.invite)


def test_word_finds_each_prompt_again_in_the_glossary(content, fields):
    glossary = part(content, "word/glossary/document.xml")
    kept = {value(p.find(f"{W}docPartPr/{W}name")): paragraph_text(p) for p in glossary.iter(f"{W}docPart")}
    for field in fields.values():
        assert kept[value(field.find(f"{W}sdtPr/{W}placeholder/{W}docPart"))] == paragraph_text(field)
    guids = [value(guid) for guid in glossary.iter(f"{W}guid")]
    assert len(set(guids)) == len(guids) == len(fields)


def test_styles_of_document_and_glossary_exist(content):
    for folder in ("word", "word/glossary"):
        known = {style.get(f"{W}styleId") for style in part(content, f"{folder}/styles.xml").iter(f"{W}style")}
        used = part(content, f"{folder}/document.xml").iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
        assert {value(element) for element in used} <= known


@pytest.mark.parametrize(("field", "terms"), [("thematique", "thematiques"), ("axe", "axes")])
def test_drop_downs_have_the_words_of_the_vocabulary(field, terms, fields, composer):
    items = fields[field].iterfind(f"{W}sdtPr/{W}dropDownList/{W}listItem")
    shown = [fold(item.get(f"{W}displayText")) for item in items]
    assert shown == [fold(term.nom) for term in getattr(composer.vocabulary, terms).values()]


def test_the_drop_down_of_goals_has_their_numbers(fields):
    items = [item.get(f"{W}displayText") for item in fields["odd"].iter(f"{W}listItem")]
    assert len(items) == 17
    assert fold(items[3]) == "odd 4 education de qualite"


def test_rows_may_be_added_for_each_thing_that_a_sheet_has_several_of(project, body):
    sections = [c for c in controls(body) if c.find(f"{W}sdtPr/{W15}repeatingSection") is not None]
    assert {tag_of(section).removesuffix("_+") for section in sections} == set(load_prompts(project).rangees)
    for section in sections:
        (row,) = section.find(f"{W}sdtContent")
        assert row.find(f"{W}sdtPr/{W15}repeatingSectionItem") is not None
        assert section.find(f".//{W15}sectionTitle").get(f"{W}val")


def test_what_may_be_added_may_be_taken_away_and_nothing_else(body, fields):
    for name, field in fields.items():
        is_repeated = any(tag_of(outer).endswith("_+") for outer in field.iterancestors(f"{W}sdt"))
        assert (field.find(f"{W}sdtPr/{W}lock") is None) == is_repeated, name


def test_no_two_controls_have_one_number(body):
    numbers = Counter(value(c.find(f"{W}sdtPr/{W}id")) for c in controls(body))
    assert max(numbers.values()) == 1


def test_older_programs_may_pass_over_what_is_new(content):
    root = part(content, "word/document.xml")
    assert root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable") == "w15"
    assert root.nsmap["w15"] == W15.strip("{}")


def test_headings_have_no_gap(content, body):
    levels = {s.get(f"{W}styleId"): value(s.find(f"{W}pPr/{W}outlineLvl")) for s in _styles(content)}
    found = [int(levels[style]) for p in body.iter(f"{W}p") if levels.get(style := _style_of(p)) not in (None, "9")]
    assert found[0] == 0
    assert all(after <= before + 1 for before, after in itertools.pairwise(found))


def test_tables_with_a_title_row_mark_it(body):
    for table in body.iter(f"{W}tbl"):
        named = table.find(f"{W}tblPr/{W}tblStyle") is not None
        assert (table.find(f".//{W}tblHeader") is not None) == named


def test_the_file_says_its_title_and_language(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        core = etree.fromstring(archive.read("docProps/core.xml"))
    assert "Formulaire" in "".join(core.itertext())
    assert "fr" in {element.text for element in core}


def test_the_same_collection_gives_the_same_bytes(project, content):
    blank_form.cache_clear()
    assert blank_form(project) == content


def test_an_answer_looks_like_no_prompt(content):
    form = Filling(content)
    form.answer(form.root, titre="Un titre")
    run = next(r for r in form.root.iter(f"{W}r") if paragraph_text(r) == "Un titre")
    assert run.find(f"{W}rPr/{W}rStyle") is None


def _styles(content):
    return part(content, "word/styles.xml").iter(f"{W}style")


def _style_of(paragraph) -> str:
    return value(paragraph.find(f"{W}pPr/{W}pStyle")) or ""


def test_our_own_checks_of_a_word_file_find_nothing(content):
    assert findings(content) == []
