"""The README is short and true: its example is read, and what it names exists."""

import re
from pathlib import Path

import pytest

from terrinclus_publish.cli import main
from terrinclus_publish.models import Fiche
from terrinclus_publish.reading import read_text

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "README.md").read_text("utf-8")
MOST_LINES = 130


def test_the_readme_is_short():
    assert len(TEXT.splitlines()) <= MOST_LINES


def test_the_example_is_a_sheet_of_all_required_fields_and_partners():
    [example] = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    fiche = read_text(example, "sheets/exemple.yaml", Fiche).model
    required = {name for name, field in Fiche.model_fields.items() if field.is_required()}
    assert required <= fiche.model_fields_set


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?:)([^)]+)\)", TEXT))
def test_a_file_that_the_readme_shows_or_links_to_exists(target):
    assert (ROOT / target).exists()


def test_the_commands_of_the_readme_exist():
    targets = re.findall(r"^make (\w+)", TEXT, re.MULTILINE)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert targets and all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
    commands = re.findall(r"terrinclus (\w+)", TEXT)
    assert commands and set(commands) <= set(main.commands)
    scripts = re.findall(r"bin/python (\S+)", TEXT)
    assert scripts and all((ROOT / script).exists() for script in scripts)


def test_the_picture_is_light():
    assert (ROOT / "docs" / "images" / "pages.png").stat().st_size < 300_000
