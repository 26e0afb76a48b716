"""The names are those of the files that we write: each style of a paragraph has its part."""

import pytest
from word.extract import W, part

from terrinclus_publish import word
from terrinclus_publish.compose import Entry
from terrinclus_publish.stylenames import ROLES, Part, role_of
from terrinclus_publish.tree import Metadata


@pytest.fixture(scope="module")
def names(composer, project_guide, project_entries, project_theme, project):
    """The names of the styles of the paragraphs of all our sheets."""
    found = set()
    for entry in project_entries:
        tree = composer.fiche(Entry(entry.nom, entry.model, 0, None), project_guide)
        content = word.render(tree, Metadata("Un titre", "A", "fr"), project_theme, project)
        styles = part(content, "word/styles.xml")
        shown = {
            style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
            for style in styles.iter(f"{W}style")
            if style.get(f"{W}type") == "paragraph"
        }
        body = part(content, "word/document.xml")
        found |= {shown[element.get(f"{W}val")] for element in body.iter(f"{W}pStyle")}
    return found


def test_each_style_of_a_sheet_has_its_part(names):
    assert len(names) > 25
    assert {name for name in names if role_of(name) is None} == set()


@pytest.mark.parametrize("name", ["Heading 1", "HEADING 1", "heading  1"])
def test_capitals_and_spaces_of_a_style_s_name_do_not_count(name):
    assert role_of(name).part is Part.TITLE


def test_the_style_of_somebody_else_has_no_part():
    assert role_of("Mon beau style") is None


def test_a_list_in_a_box_has_its_box_and_its_level():
    role = role_of("Regard puce 2")
    assert (role.box, role.mark, role.level) == ("regard", "bullet", 1)


def test_no_two_names_fold_to_one():
    assert len({role_of(name) is ROLES[name] for name in ROLES}) == 1
