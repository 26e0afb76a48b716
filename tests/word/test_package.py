"""The file as a package: the same bytes each time, nothing of the machine, nothing dangling, its properties."""

import io
import zipfile

import docx
import pytest

from word import trees
from word.extract import W

PARTS = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def archive(file):
    return zipfile.ZipFile(io.BytesIO(file.content))


def test_the_same_tree_gives_the_same_bytes(make, sheet):
    assert make(trees.sheet()).content == sheet.content


def test_entries_bear_no_date_of_the_clock(file):
    assert {entry.date_time for entry in archive(file).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_part_is_declared_and_every_declared_part_is_there(file):
    declared = {entry.get("PartName").lstrip("/") for entry in file.part("[Content_Types].xml").iter(PARTS)}
    there = {name for name in archive(file).namelist() if name.endswith(".xml") and name != "[Content_Types].xml"}
    assert declared == there


def test_every_relation_that_is_used_exists(file):
    names = [name for name in archive(file).namelist() if name.startswith("word/") and name.endswith(".rels")]
    assert names
    for name in names:
        known = {relation.get("Id") for relation in file.part(name).iter(RELATION)}
        source = file.part(name.replace("_rels/", "").removesuffix(".rels"))
        used = {value for element in source.iter() for key, value in element.items() if key.startswith(R_ID)}
        assert used <= known


def test_python_docx_opens_the_file(file):
    assert len(docx.Document(io.BytesIO(file.content)).paragraphs) > 50


def test_title_author_language_subject_and_dates_are_the_metadata(sheet):
    properties = docx.Document(io.BytesIO(sheet.content)).core_properties
    assert (properties.title, properties.author, properties.language) == ("Un titre", "Ada Roux", "fr")
    assert properties.subject == "PROGRAMME"
    assert (properties.created.isoformat(), properties.modified) == ("2017-07-01T00:00:00+00:00", properties.created)


def test_a_file_without_a_date_has_a_fixed_one(guide):
    assert docx.Document(io.BytesIO(guide.content)).core_properties.created.year == 2000


def test_word_is_not_put_in_compatibility_mode_and_asks_nothing(file):
    settings = file.part("word/settings.xml")
    modes = {mode.get(f"{W}name"): mode.get(f"{W}val") for mode in settings.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"
    assert settings.find(f"{W}updateFields") is None
    assert not [mark for mark in file.body.iter(f"{W}fldChar") if mark.get(f"{W}dirty")]


def test_french_is_the_language_of_the_document(file):
    language = file.part("word/styles.xml").find(f"{W}docDefaults//{W}lang")
    assert language.get(f"{W}val") == "fr-FR"


@pytest.mark.parametrize("unwanted", ["txbxContent", "framePr", "pict", "altChunk"])
def test_nothing_floats(file, unwanted):
    assert file.body.find(f".//{W}{unwanted}") is None
    assert not file.body.findall(".//{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor")
