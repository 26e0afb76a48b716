"""The font table and its faces: what Word needs to show the file on a computer that has none of its fonts."""

import io
import zipfile

import pytest
from fonts import FORBIDDEN, regular, with_font_folder
from fontTools.ttLib import TTFont

from terrinclus_publish import word
from terrinclus_publish.theme import load_theme
from terrinclus_publish.tree import Metadata
from word import trees
from word.extract import W, value

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
FACES = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
MEGABYTE = 1_000_000


def families(file):
    return {font.get(f"{W}name"): font for font in file.part("word/fontTable.xml")}


def face(file, embedding):
    """The font of an element of the font table, made readable as ECMA-376 part 4, 17.8.1, says."""
    relations = file.part("word/_rels/fontTable.xml.rels").iter(RELATION)
    targets = {relation.get("Id"): relation.get("Target") for relation in relations}
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        content = bytearray(archive.read(f"word/{targets[embedding.get(R_ID)]}"))
    key = bytes.fromhex(embedding.get(f"{W}fontKey").strip("{}").replace("-", ""))
    for place in range(32):
        content[place] ^= key[15 - place % 16]
    return TTFont(io.BytesIO(bytes(content)))


def embeddings(font):
    return {child.tag.removeprefix(W): child for child in font if child.tag.removeprefix(W) in FACES}


def test_every_font_that_styles_and_runs_name_is_in_the_table(file):
    parts = ("word/styles.xml", "word/document.xml", "word/numbering.xml")
    named = {mark.get(f"{W}ascii") for name in parts for mark in file.part(name).iter(f"{W}rFonts")}
    assert named <= families(file).keys()


def test_each_face_is_the_one_that_it_is_said_to_be(file):
    for name, font in families(file).items():
        for tag, embedding in embeddings(font).items():
            names = face(file, embedding)["name"]
            kind = names.getDebugName(2).replace(" ", "")
            assert (names.getDebugName(1), f"embed{kind}") == (name, tag)


def test_text_fonts_have_four_faces_and_the_semibold_an_italic(file):
    faces = {name: tuple(embeddings(font)) for name, font in families(file).items()}
    assert faces["Source Sans Pro"] == faces["Source Serif Pro"] == FACES
    assert faces["Source Sans Pro Semibold"] == ("embedRegular", "embedItalic")


def test_the_table_describes_each_font_as_the_font_does(file):
    font = families(file)["Source Serif Pro"]
    assert [value(font.find(f"{W}{name}")) for name in ("family", "pitch", "charset")] == ["roman", "variable", "00"]
    assert value(families(file)["Source Sans Pro"].find(f"{W}family")) == "swiss"
    assert len(value(font.find(f"{W}panose1"))) == 20
    assert font.find(f"{W}sig").get(f"{W}usb0") != "00000000"


def test_fonts_are_embedded_whole_when_the_file_is_saved_again(file):
    """A file that Word cut down to its own letters could not be changed by the next person."""
    settings = file.part("word/settings.xml")
    assert settings.find(f"{W}embedTrueTypeFonts") is not None
    assert settings.find(f"{W}saveSubsetFonts") is None


def test_a_sheet_stays_small(file):
    assert len(file.content) < MEGABYTE


def test_a_sign_that_only_this_sheet_has_is_in_its_fonts(make):
    tree = trees.sheet(trees.WHY)
    tree.find(".//p").text = "Le Ω de "
    file = make(tree)
    regular_face = face(file, embeddings(families(file)["Source Sans Pro"])["embedRegular"])
    assert ord("Ω") in regular_face.getBestCmap()


@pytest.fixture
def forbidden(project, tmp_path):
    return with_font_folder(tmp_path, regular(project), FORBIDDEN)


def test_a_font_that_forbids_it_is_not_embedded(make, forbidden):
    tree = trees.sheet(trees.WHY)
    content = word.render(tree, Metadata("Un titre", "", "fr"), load_theme(forbidden), forbidden)
    file = type(make(tree))(tree, content)
    assert "embedRegular" not in embeddings(families(file)["Source Sans Pro"])
    assert "embedRegular" in embeddings(families(file)["Source Serif Pro"])
