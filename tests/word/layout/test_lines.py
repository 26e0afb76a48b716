"""Lines: as many words as go into them; what stands between them."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from terrinclus_publish.word.layout.breaking import Break, Measure, Picture, Tab, Text, broken
from terrinclus_publish.word.layout.formats import Letters
from terrinclus_publish.word.layout.metrics import load_font
from word.layout.document import EVEN

TEN = Letters(EVEN, 10)
"""Signs five points wide."""


def lines(*atoms, width=100, left=0, first=0, tabs=()):
    found = broken(
        [Text(atom, TEN) if isinstance(atom, str) else atom for atom in atoms], Measure(left, first, width, tabs)
    )
    return ["".join(line.text) for line in found]


def test_words_go_into_a_line_until_it_is_full_and_spaces_at_its_end_do_not_count():
    assert lines("dix signes dix signe  encore") == ["dixsignesdixsigne", "encore"]


def test_a_space_that_does_not_break_keeps_words_together():
    assert lines("dix signes dix\u00a0signes!") == ["dixsignes", "dix\u00a0signes!"]


def test_a_line_breaks_after_a_hyphen_but_not_after_an_unbreakable_one():
    assert lines("quinze signes, demi-finale") == ["quinzesignes,demi-", "finale"]
    assert lines("quinze signes, demi\u2011finale") == ["quinzesignes,", "demi\u2011finale"]


def test_a_soft_hyphen_is_where_a_word_may_break():
    assert lines("quinze signes, anticons\u00adtitution") == ["quinzesignes,", "anticonstitution"]
    assert lines("dix signes anticons\u00adtitution") == ["dixsignesanticons", "titution"]


def test_a_word_goes_on_over_a_change_of_letters():
    assert lines("quinze signes, ", "au", "jourd’hui") == ["quinzesignes,", "aujourd’hui"]


def test_an_address_breaks_after_its_slashes():
    assert lines("https://exemple.fr/chemin") == ["https://exemple.fr/", "chemin"]


def test_a_word_longer_than_its_line_is_cut():
    assert lines("a" * 45) == ["a" * 20, "a" * 20, "a" * 5]


def test_a_break_ends_a_line():
    assert lines("un", Break(), "deux") == ["un", "deux"]


def test_the_first_line_hangs_and_a_tab_brings_its_text_level_with_the_others():
    assert lines("1.", Tab(), "quinze signes ab", " c dix", left=20, first=0) == ["1.quinzesignesab", "cdix"]


def test_text_at_a_right_stop_takes_the_room_before_it():
    stop = ((100.0, "right"),)
    assert lines("un titre", Tab(), "12", tabs=stop) == ["untitre12"]
    assert lines("un titre assez long", Tab(), "12", tabs=stop) == ["untitreassezlong", "12"]


def test_a_picture_is_a_word():
    (line,) = broken([Picture(30, 24), Text("mot", TEN)], Measure(0, 0, 100, ()))
    assert line.picture == 24


def test_slanted_letters_keep_a_little_room_at_the_end_of_a_line():
    """As LibreOffice does; a line that is exactly full breaks earlier."""
    slanted = Letters(EVEN, 10, 1)
    assert lines("quinze signes, ", Text("abcde", TEN)) == ["quinzesignes,abcde"]
    assert lines("quinze signes, ", Text("abcde", slanted)) == ["quinzesignes,", "abcde"]


# --- fonts -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["texte/Regular", "texte/Semibold", "titre/Light", "titre/It"])
def file(request, project_theme, project) -> Path:
    family, weight = request.param.split("/")
    return project_theme.polices[family].file(weight, project.root)


def test_widths_are_those_that_fonttools_reads(file):
    with TTFont(file) as font:
        unit, widths = font["head"].unitsPerEm, font["hmtx"]
        expected = {chr(code): widths[glyph][0] / unit for code, glyph in font.getBestCmap().items() if code < 0x10000}
    advances = load_font(file).advances
    assert {sign: advances[sign] for sign in expected} == expected


def test_letters_are_kerned(file):
    font = load_font(file)
    assert font.width("AV") < font.advances["A"] + font.advances["V"]
    assert font.width("nn") == pytest.approx(2 * font.advances["n"])


def test_kerning_is_that_of_the_fonts_lookups(file):
    """Every pair of some letters, against fontTools' reading of the table, subtable by subtable."""
    letters = "AVToyé’.f"
    font = load_font(file)
    with TTFont(file) as read:
        names, table = read.getBestCmap(), read["GPOS"].table
        (wanted,) = {r.Feature.LookupListIndex[0] for r in table.FeatureList.FeatureRecord if r.FeatureTag == "kern"}
        subtables = [getattr(found, "ExtSubTable", found) for found in table.LookupList.Lookup[wanted].SubTable]
        for first in letters:
            for second in letters:
                value = _kerning(subtables, names[ord(first)], names[ord(second)])
                assert font.kerning[first, second] * read["head"].unitsPerEm == pytest.approx(value), first + second


def _kerning(subtables, first, second):
    for subtable in subtables:
        if first not in subtable.Coverage.glyphs:
            continue
        if subtable.Format == 1:
            records = subtable.PairSet[subtable.Coverage.glyphs.index(first)].PairValueRecord
            found = [record.Value1.XAdvance for record in records if record.SecondGlyph == second]
            if found:
                return found[0]
        else:
            row = subtable.Class1Record[subtable.ClassDef1.classDefs.get(first, 0)]
            return row.Class2Record[subtable.ClassDef2.classDefs.get(second, 0)].Value1.XAdvance
    return 0
