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


def spoil_language(document):
    del document.Root.Lang


def spoil_marked(document):
    del document.Root.MarkInfo


def spoil_metadata(document):
    del document.Root.Metadata


@pytest.mark.parametrize(
    ("spoil", "profile", "rule"),
    [
        (spoil_language, "PDF/UA-1", "7.2-33"),
        (spoil_marked, "PDF/UA-1", "6.2-1"),
        (spoil_marked, "PDF/A-2a", "6.7.2.2-1"),
        (spoil_metadata, "PDF/UA-1", "7.1-8"),
        (spoil_metadata, "PDF/A-2a", "6.6.2.1-1"),
    ],
)
def test_a_spoilt_file_fails(verapdf, example_sheet, tmp_path, spoil, profile, rule):
    with pikepdf.open(io.BytesIO(example_sheet.content)) as document:
        spoil(document)
        document.save(tmp_path / "spoilt.pdf")
    report = verapdf.validate([tmp_path / "spoilt.pdf"], [profile])
    assert rule in {failure.rule for failure in report.failures}
