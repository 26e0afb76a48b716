"""Fonts: those of the Word file, readable again, declared where LibreOffice looks for them."""

import io

import pytest
from fontTools.ttLib import TTFont
from word import trees

from odt.words import parse
from terrinclus_publish import word
from terrinclus_publish.odt.archive import read_archive
from terrinclus_publish.odt.fonts import embed_fonts, word_fonts
from terrinclus_publish.odt.names import qualified
from terrinclus_publish.tree import Metadata


@pytest.fixture(scope="module")
def families(tmp_path_factory, project_theme):
    collection = trees.collection(tmp_path_factory.mktemp("collection"))
    content = word.render(trees.sheet(trees.WHY), Metadata("Un titre", "", "fr"), project_theme, collection)
    return word_fonts(read_archive(content))


def test_faces_are_readable_and_are_what_they_are_said_to_be(families):
    for name, family in families.items():
        for (style, weight), data in family.faces.items():
            names = TTFont(io.BytesIO(data))["name"]
            assert names.getDebugName(1) == name
            assert ("Italic" in names.getDebugName(2), "Bold" in names.getDebugName(2)) == (
                style == "italic",
                weight == "bold",
            )


def test_families_of_one_weight_are_among_them(families):
    assert set(families["Source Sans Pro Semibold"].faces) == {("normal", "normal"), ("italic", "normal")}
    assert (families["Source Sans Pro"].kind, families["Source Serif Pro"].kind) == ("swiss", "roman")


def test_they_replace_what_libreoffice_declared(families):
    declared = (
        '<style:font-face style:name="A" svg:font-family="\'Source Sans Pro Semibold\'" '
        'style:font-family-generic="roman"/><style:font-face style:name="B" svg:font-family="OpenSymbol">'
        '<svg:font-face-src><svg:font-face-uri xlink:href="Fonts/Font_OpenSymbol_1.ttf"/></svg:font-face-src>'
        "</style:font-face>"
    )
    content, styles = parse(declared), parse("")
    files = embed_fonts(content, styles, families)
    ours, other = content.iter(qualified("style:font-face"))
    places = [place.get(qualified("xlink:href")) for place in ours.iter(qualified("svg:font-face-uri"))]
    assert places == ["Fonts/SourceSansProSemibold1.ttf", "Fonts/SourceSansProSemibold2.ttf"]
    assert set(places) <= files.keys()
    assert ours.get(qualified("style:font-family-generic")) == "swiss"
    assert len(other) == 0


def test_a_word_file_without_fonts_gives_none():
    name = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    table = b'<w:fonts xmlns:w="%b"><w:font w:name="X"/></w:fonts>' % name
    (family,) = word_fonts({"word/fontTable.xml": table}).values()
    assert family.faces == {}
