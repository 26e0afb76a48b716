"""Every PDF meets PDF/UA-1 and PDF/A-2a, in veraPDF's judgement."""

import io

import pikepdf
import pytest

from referees.verapdf import PROFILES

LEAST_CHECKS = 1000
"""A file of text is checked some thousands of times: fewer would mean that veraPDF has not read it."""


def test_no_check_of_any_file_fails(verapdf, collection_files):
    report = verapdf.validate(list(collection_files.values()))
    assert report.failures == []
    assert {(f"{name}.pdf", profile) for name in collection_files for profile in PROFILES} == set(report.checks)
    assert min(report.checks.values()) > LEAST_CHECKS


def without_language(document):
    del document.Root.Lang


def without_mark_info(document):
    del document.Root.MarkInfo


def without_metadata(document):
    del document.Root.Metadata


@pytest.fixture(scope="module")
def spoilt(verapdf, example_sheet, tmp_path_factory):
    """What veraPDF says of files that lack something, by the name of what they lack."""
    folder = tmp_path_factory.mktemp("spoilt")
    for spoil in (without_language, without_mark_info, without_metadata):
        with pikepdf.open(io.BytesIO(example_sheet.content)) as document:
            spoil(document)
            document.save(folder / f"{spoil.__name__}.pdf")
    return verapdf.validate(sorted(folder.iterdir())).failures


@pytest.mark.parametrize(
    ("name", "profile", "rule"),
    [
        ("without_language", "PDF/UA-1", "7.2-33"),
        ("without_mark_info", "PDF/UA-1", "6.2-1"),
        ("without_mark_info", "PDF/A-2a", "6.7.2.2-1"),
        ("without_metadata", "PDF/UA-1", "7.1-8"),
        ("without_metadata", "PDF/A-2a", "6.6.2.1-1"),
    ],
)
def test_a_spoilt_file_fails(spoilt, name, profile, rule):
    assert (f"{name}.pdf", profile, rule) in {(failure.file, failure.profile, failure.rule) for failure in spoilt}
