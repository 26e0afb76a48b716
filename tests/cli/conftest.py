"""Runs the command as a shell would, without one."""

import pytest
from click.testing import CliRunner, Result

from terrinclus_publish.cli import main


@pytest.fixture
def run(example, monkeypatch):
    """Calls ``terrinclus`` in the invented collection; an exception that is not an exit fails the test."""
    monkeypatch.chdir(example.root)

    def call(*words: str) -> Result:
        result = CliRunner().invoke(main, words)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


@pytest.fixture
def spoil(example):
    """Replaces a passage of a file of the collection; it must be there."""

    def replace(name: str, old: str, new: str) -> None:
        file = example.sheets / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    return replace
