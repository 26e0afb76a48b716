"""What font files say of themselves, beside what fontTools reads in them."""

import pytest
from fonts import regular
from fontTools.ttLib import TTFont

from terrinclus_publish.word.fontdata import read_font


@pytest.fixture(scope="module", params=["", "Bold", "It"], ids=["regular", "bold", "italic"])
def file(request, project):
    plain = regular(project)
    return plain.with_name(plain.name.replace("Regular", request.param or "Regular"))


@pytest.fixture(scope="module")
def read(file):
    with TTFont(file) as font:
        yield font


def test_signs_lead_to_their_glyphs(file, read):
    glyphs = {code: read.getGlyphID(name) for code, name in read.getBestCmap().items()}
    assert read_font(file).glyphs == glyphs
    assert len(glyphs) > 500


def test_widths_are_those_of_the_glyphs(file, read):
    widths = read_font(file).widths()
    assert [read["hmtx"][name][0] for name in read.getGlyphOrder()[: len(widths)]] == list(widths)
    assert read_font(file).unit == read["head"].unitsPerEm


def test_family_and_face_are_read(file, read):
    names = [read_font(file).name(number) for number in (1, 2)]
    assert names == [read["name"].getDebugName(number) for number in (1, 2)]


def test_a_name_that_is_not_there_is_none(file):
    assert read_font(file).name(2900) == "None"


def test_what_word_compares_is_read(file, read):
    table, font = read["OS/2"], read_font(file)
    assert font.scripts[0] == table.ulUnicodeRange1
    assert font.scripts[4:] == (table.ulCodePageRange1, table.ulCodePageRange2)
    assert font.panose[1] == table.panose.bSerifStyle
    assert font.is_fixed_pitch == bool(read["post"].isFixedPitch)
