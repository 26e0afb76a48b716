"""What no validator sees: nothing is wrong in our files, and each check finds the fault that is put in."""

import io
import zipfile
from copy import deepcopy
from dataclasses import replace

import pytest
from lxml import etree

from terrinclus_publish import word
from terrinclus_publish.tree import Metadata
from word import structure
from word.extract import W
from word.structure import findings

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DOCUMENT, NUMBERING, SETTINGS, STYLES = (f"word/{name}.xml" for name in ("document", "numbering", "settings", "styles"))
RELATIONS = "word/_rels/document.xml.rels"


def test_nothing_is_wrong(file):
    assert findings(file.content) == []


def first(root, *names):
    return next(root.iter(*(name if name.startswith("{") else f"{W}{name}" for name in names)))


def drop(element):
    element.getparent().remove(element)


def put(root, parent, tag, **attributes):
    etree.SubElement(first(root, parent), f"{W}{tag}", {f"{W}{name}": value for name, value in attributes.items()})


def say(root, *pieces, style="BodyText"):
    """Put a paragraph before the first one; a piece is a text, or the name of an element of a run."""
    paragraph = etree.Element(f"{W}p")
    mark = etree.SubElement(etree.SubElement(paragraph, f"{W}pPr"), f"{W}pStyle")
    mark.set(f"{W}val", style)
    for piece in pieces:
        run = etree.SubElement(paragraph, f"{W}r")
        if piece.startswith("w:"):
            etree.SubElement(run, W + piece[2:])
        else:
            etree.SubElement(run, f"{W}t").text = piece
    first(root, "body").insert(0, paragraph)


def double(element):
    element.addnext(deepcopy(element))


def rename(root, tag, attribute, name):
    first(root, tag).set(f"{W}{attribute}", name)


def leave_a_gap(root):
    drop(first(root, "tc"))


def widen(root):
    first(root, "tcW").set(f"{W}w", "9")


def float_away(root):
    first(root, f"{WP}inline").tag = f"{WP}anchor"


def bring_tables_together(root):
    double(first(root, "tbl"))


def two_fields(root):
    for mark in root.iter(f"{W}fldChar"):
        if mark.get(f"{W}fldCharType") == "end":
            return drop(mark)
    return put(root, "r", "fldChar", fldCharType="begin")


FAULTS = [
    ("cells_end_in_a_paragraph", DOCUMENT, lambda root: drop(first(first(root, "tc"), "p"))),
    ("cells_end_in_a_paragraph", DOCUMENT, lambda root: put(root, "tc", "tbl")),
    ("bookmarks_are_unique_and_closed", DOCUMENT, lambda root: double(first(root, "bookmarkStart"))),
    ("bookmarks_are_unique_and_closed", DOCUMENT, lambda root: drop(first(root, "bookmarkEnd"))),
    ("styles_exist", DOCUMENT, lambda root: rename(root, "pStyle", "val", "Inconnu")),
    ("styles_exist", STYLES, lambda root: rename(root, "basedOn", "val", "Inconnu")),
    ("lists_exist", STYLES, lambda root: rename(root, "numId", "val", "999")),
    ("lists_exist", NUMBERING, lambda root: drop(first(root, "abstractNum"))),
    ("anchors_exist", DOCUMENT, lambda root: rename(root, "hyperlink", "anchor", "ailleurs")),
    ("relations_exist", RELATIONS, lambda root: drop(root[-1])),
    ("relations_exist", RELATIONS, lambda root: root[-1].set("Target", "media/nulle-part.png")),
    ("fields_open_and_close_in_turn", DOCUMENT, two_fields),
    ("fields_are_up_to_date", SETTINGS, lambda root: put(root, "settings", "updateFields", val="true")),
    ("cells_fill_the_grid", DOCUMENT, leave_a_gap),
    ("cells_fill_the_grid", DOCUMENT, widen),
    ("drawings_have_their_own_ids", DOCUMENT, lambda root: double(first(root, f"{WP}inline").getparent())),
    ("nothing_floats", DOCUMENT, float_away),
    ("nothing_floats", DOCUMENT, lambda root: put(root, "tblPr", "tblpPr")),
    ("no_paragraph_is_empty_for_its_space", DOCUMENT, say),
    ("no_paragraph_is_empty_for_its_space", DOCUMENT, lambda root: say(root, " ")),
    ("tabs_lead_from_a_label_to_its_text", DOCUMENT, lambda root: say(root, "w:tab", "texte", style="Credit")),
    ("tabs_lead_from_a_label_to_its_text", DOCUMENT, lambda root: say(root, "a", "w:tab", "w:tab", "b")),
    ("tabs_lead_from_a_label_to_its_text", DOCUMENT, lambda root: say(root, "un", "w:tab", "deux")),
    ("no_spaces_in_a_row", DOCUMENT, lambda root: say(root, "un    deux")),
    ("no_two_tables_touch", DOCUMENT, bring_tables_together),
]


@pytest.mark.parametrize(("check", "part", "spoil"), FAULTS, ids=[f"{n}-{row[0]}" for n, row in enumerate(FAULTS)])
def test_a_fault_that_is_put_in_is_found(guide, check, part, spoil):
    found = findings(spoiled(guide.content, part, spoil))
    assert any(text.startswith(check) for text in found), found


def spoiled(content, part, spoil):
    """A Word file in which one part was spoiled."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                root = etree.fromstring(data)
                spoil(root)
                data = etree.tostring(root)
            target.writestr(name, data)
    return buffer.getvalue()


def test_every_check_has_its_fault():
    assert {check.__name__ for check in structure.CHECKS} == {row[0] for row in FAULTS}


def test_all_sheets_of_the_project_are_sound(composer, project, project_guide, project_entries, project_theme):
    for entry in project_entries:
        tree = composer.fiche(replace(entry, numero=None), project_guide)
        assert findings(word.render(tree, Metadata(entry.nom, "", "fr"), project_theme, project)) == [], entry.nom
