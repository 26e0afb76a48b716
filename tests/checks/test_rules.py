from pathlib import Path

import pytest

from terrinclus_publish.checks import GUIDE_RULES, RULES, SHARED_RULES, Context, check_fiche, check_guide
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Level
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import read
from terrinclus_publish.vocabulary import load_vocabulary

REPOSITORY = Collection(Path(__file__).resolve().parents[2])


@pytest.mark.parametrize("rule", [*RULES, *SHARED_RULES, *GUIDE_RULES], ids=lambda rule: rule.__name__)
def test_every_rule_says_what_it_holds_to(rule):
    assert rule.__doc__


def test_faults_come_from_the_top_of_the_sheet_to_its_bottom(check):
    faults = check(thematiques=["rien"], odd=["4", "4"], titre="été " * 27 + "été")
    assert [fault.code for fault in faults] == ["long-title", "unknown-theme", "given-twice"]
    assert [fault.place.line for fault in faults] == sorted(fault.place.line for fault in faults)


def test_the_sheets_and_the_guide_of_the_repository_have_no_error():
    context = Context(REPOSITORY, load_vocabulary(REPOSITORY))
    sheets = {file.stem: read(file, REPOSITORY.root, Fiche) for file in REPOSITORY.sheet_files()}
    faults = [fault for sheet in sheets.values() for fault in check_fiche(sheet, context)]
    if REPOSITORY.guide_file.is_file():
        faults += check_guide(read(REPOSITORY.guide_file, REPOSITORY.root, Guide), sheets, context)
    assert [f"{fault.place} {fault.message}" for fault in faults if fault.level is Level.ERROR] == []
