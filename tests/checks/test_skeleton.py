"""What « terrinclus new » writes is no sheet yet: each part where its texts stayed is told, once, with its line."""

import datetime
from collections import Counter

import pytest

from terrinclus_publish.checks import check_fiche
from terrinclus_publish.checks.skeleton import nothing_left_of_the_skeleton
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Level
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import read
from terrinclus_publish.scaffold import new_collection, new_sheet


@pytest.fixture
def left(tmp_path, context):
    """What is told of a new sheet that nobody has written in."""
    (tmp_path / "sheets").mkdir(exist_ok=True)
    source = read(new_sheet(Collection(tmp_path), "neuve"), tmp_path, Fiche)
    return [fault for fault in check_fiche(source, context) if fault.code == "skeleton-text"]


def test_a_new_sheet_is_told_part_by_part(left):
    parts = Counter(fault.path[0] for fault in left)
    assert {"titre", "chapeau", "porteurs", "projet", "focus", "contacts"} <= set(parts)
    assert set(parts.values()) == {1}
    assert all(fault.level is Level.WARNING and fault.place.line > 0 for fault in left)
    porteur = next(fault for fault in left if fault.path[0] == "porteurs")
    assert "«\u00a0Nom du porteur\u00a0»" in porteur.message


def test_examples_that_a_person_may_mean_are_not_told(left):
    assert {"periode", "statut", "chiffres", "odd", "thematiques"}.isdisjoint(fault.path[0] for fault in left)


def test_other_texts_are_not_told(check):
    assert check(titre="Nom du port") == []


def test_several_texts_of_a_part_are_counted(the_fault):
    found = the_fault("skeleton-text", auteurs=["Prénom Nom", "Ada", "prenom nom"])
    assert "un autre" in found.message
    assert found.path == ("auteurs", 0)


def test_what_is_left_of_the_skeleton_of_the_guide_is_told_too(tmp_path, context):
    new_collection(tmp_path / "neuve", "Tables", "Manger", "Un Département", datetime.date(2026, 11, 1))
    source = read(tmp_path / "neuve" / "sheets" / "guide.yaml", tmp_path / "neuve", Guide)
    told = {fault.path[0] for fault in nothing_left_of_the_skeleton(source, context)}
    assert {"sous_titre", "quatrieme", "financeurs"} <= told
    assert not told & {"editeur", "edition", "langue"}
