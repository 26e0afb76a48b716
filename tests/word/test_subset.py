"""Fonts cut down: what they keep, and that cutting the same gives the same."""

import io

import pytest
from fonts import WHOLE_ONLY, regular, with_rights
from fontTools.ttLib import TTFont

from terrinclus_publish.collection import user_folder
from terrinclus_publish.word.subset import LATIN, signs_for, subset


def opened(content):
    return TTFont(io.BytesIO(content))


@pytest.fixture(scope="module")
def file(project):
    return regular(project)


@pytest.fixture
def alone(tmp_path, monkeypatch):
    """A user's folder in which nothing was kept yet; nothing is in the process' memory."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    subset.cache_clear()
    yield user_folder() / "polices"
    subset.cache_clear()


@pytest.mark.parametrize("sign", "Aéœ€«\u202f■–ŵşđ→≥")
def test_all_signs_of_latin_script_are_kept(file, sign):
    assert ord(sign) in opened(subset(file, LATIN)).getBestCmap()


def test_a_letter_of_another_script_brings_its_neighbours():
    signs = signs_for(["Plan", "Ωmega"])
    assert signs >= LATIN | set(map(ord, "Ωαβγ"))
    assert signs_for(["œuvre – 12 €", "\u2060"]) == LATIN


def test_widths_and_kerning_are_those_of_the_whole_font(file):
    cut, whole = opened(subset(file, LATIN)), TTFont(file)
    for sign in "AVTo.é":
        assert cut["hmtx"][cut.getBestCmap()[ord(sign)]][0] == whole["hmtx"][whole.getBestCmap()[ord(sign)]][0]
    assert [record.FeatureTag for record in cut["GPOS"].table.FeatureList.FeatureRecord] == ["kern"] * len(
        cut["GPOS"].table.FeatureList.FeatureRecord
    )
    assert (cut["hhea"].ascent, cut["OS/2"].usWinAscent) == (whole["hhea"].ascent, whole["OS/2"].usWinAscent)


def test_names_and_licence_are_kept(file):
    names = opened(subset(file, LATIN))["name"]
    assert names.getDebugName(1) == "Source Sans Pro"
    assert "Open Font License" in names.getDebugName(13)


def test_a_font_that_must_not_be_cut_stays_whole(file, tmp_path):
    whole = with_rights(file, tmp_path, WHOLE_ONLY)
    assert subset(whole, LATIN) == whole.read_bytes()


def test_cutting_again_gives_the_same_bytes(file, alone):
    first = subset(file, LATIN)
    (kept,) = alone.iterdir()
    kept.unlink()
    subset.cache_clear()
    assert subset(file, LATIN) == first


def test_what_was_cut_is_kept_for_the_next_time(file, alone):
    first = subset(file, LATIN)
    (kept,) = alone.iterdir()
    assert kept.read_bytes().endswith(first)
    written = kept.stat().st_mtime_ns
    subset.cache_clear()
    assert subset(file, LATIN) == first
    assert kept.stat().st_mtime_ns == written


def test_what_was_kept_and_is_damaged_counts_as_none(file, alone):
    first = subset(file, LATIN)
    (kept,) = alone.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    subset.cache_clear()
    assert subset(file, LATIN) == first


def test_where_nothing_can_be_kept_the_font_is_cut_all_the_same(file, tmp_path, monkeypatch, alone):
    (tmp_path / "plein").write_text("un fichier, non un dossier", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "plein"))
    assert len(subset(file, LATIN)) > 10_000
