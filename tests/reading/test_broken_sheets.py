"""Every slip that an author can make gets its own French message, at its place. The table stands beside the sheets."""

import tomllib
from pathlib import Path

import pytest

from terrinclus_publish.faults import FaultsError, Level
from terrinclus_publish.models import Fiche
from terrinclus_publish.reading import read

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
BROKEN = FIXTURES / "broken"
EXPECTED = tomllib.loads((BROKEN / "expected.toml").read_text("utf-8"))


def faults_of(name):
    with pytest.raises(FaultsError) as raised:
        read(BROKEN / f"{name}.yaml", FIXTURES, Fiche)
    return raised.value.faults


def test_the_table_and_the_folder_agree():
    assert set(EXPECTED) == {file.stem for file in BROKEN.glob("*.yaml")}
    assert len(EXPECTED) >= 30


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_sheet_says_what_is_wrong_and_where(name):
    faults = faults_of(name)
    assert [(fault.place.line, fault.place.column, fault.code) for fault in faults] == [
        (line, column, code) for line, column, code, _ in EXPECTED[name]
    ]
    for fault, (_, _, _, part) in zip(faults, EXPECTED[name], strict=True):
        assert part in fault.message
        assert fault.expected
        assert fault.level is Level.ERROR
        assert fault.place.file == f"broken/{name}.yaml"


@pytest.mark.parametrize("name", EXPECTED)
def test_a_message_is_french_and_ends_without_a_stop(name):
    english = ("mapping", "expected", "should", "token", "scalar", "Input", "field", "while")
    for fault in faults_of(name):
        assert not any(word in fault.message + fault.expected for word in english)
        assert not fault.message.endswith(".") and not fault.expected.endswith(".")
        assert "« " not in fault.message and "{" not in fault.message.replace("« { »", "").replace(
            "«\u00a0{\u00a0»", ""
        )
