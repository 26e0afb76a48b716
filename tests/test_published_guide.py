"""The guide of the twelve sheets, as its editor would check it: complete, faithful to the published one, numbered.

What compares with the published guide needs the reference text, which stands in a folder « shared » beside the project.
"""

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from pdf.extract import pdf_text
from words import words

from terrinclus_publish import pdf, web
from terrinclus_publish.build.review import review_fiches
from terrinclus_publish.collection import Collection
from terrinclus_publish.compose import Entry
from terrinclus_publish.faults import Level
from terrinclus_publish.tree import Metadata, text_of

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
needs_reference = pytest.mark.skipif(
    not SHARED.is_dir() and not os.environ.get("CI"), reason="the folder « shared » is not beside the project"
)
LINES = {
    "aude": (126, 330),
    "loire-atlantique": (331, 522),
    "meurthe-et-moselle": (523, 710),
    "pas-de-calais": (711, 923),
    "savoie-anima-terre": (924, 1148),
    "savoie-l-autre": (1149, 1368),
    "yvelines": (1369, 1570),
    "val-de-marne": (1571, 1787),
    "suresnes": (1788, 1983),
    "cfsi": (1984, 2229),
    "f3e": (2230, 2405),
    "solidarite-laique": (2406, 2662),
}
"""Where each sheet stands in the published guide's text."""
MATRIX = {
    "aude": (2, 2, 2, 3, 3, 5, 1, 2, 3),
    "loire-atlantique": (3, 1, 1, 4, 4, 5, 2, 2, 2),
    "meurthe-et-moselle": (2, 2, 2, 3, 3, 7, 2, 2, 2),
    "pas-de-calais": (2, 3, 3, 2, 4, 3, 2, 2, 3),
    "savoie-anima-terre": (1, 3, 3, 2, 4, 5, 1, 3, 3),
    "savoie-l-autre": (4, 3, 3, 2, 3, 3, 0, 3, 3),
    "yvelines": (1, 2, 2, 2, 3, 10, 3, 2, 3),
    "val-de-marne": (2, 2, 2, 1, 3, 2, 2, 2, 2),
    "suresnes": (1, 2, 2, 3, 3, 2, 1, 2, 2),
    "cfsi": (3, 5, 0, 0, 3, 3, 3, 3, 3),
    "f3e": (0, 4, 4, 0, 3, 0, 3, 2, 2),
    "solidarite-laique": (3, 4, 4, 2, 4, 3, 3, 2, 3),
}
"""Themes, axes, axes with points, ODD, parts, money rows, resources, organisations, people of each published sheet.
F3E's tiles are blank in print and its text names four axes: they are four tiles here."""


@pytest.fixture(scope="module")
def guide_tree(composer, project_guide, project_entries):
    return composer.guide(project_guide, project_entries)


@pytest.fixture(scope="module")
def guide_pdf(guide_tree, project_theme, project):
    return pdf.render(guide_tree, Metadata("Guide", "Éditeur", "fr"), project_theme, project)


@pytest.mark.parametrize("name", MATRIX)
def test_a_sheet_holds_as_much_as_the_published_one(project_entries, name):
    fiche = next(entry.model for entry in project_entries if entry.nom == name)
    people = [person for contact in fiche.contacts for person in contact.personnes]
    counts = (
        len(fiche.thematiques),
        len(fiche.preconisations),
        sum(1 for axis in fiche.preconisations if axis.points),
        len(fiche.odd),
        len(fiche.focus.parties),
        sum(len(table.lignes) for table in fiche.financement),
        sum(len(group.entrees) for group in fiche.ressources),
        len(fiche.contacts),
        len(people),
    )
    assert counts == MATRIX[name]


def test_the_guide_holds_the_published_boxes_and_tables(guide_tree):
    sheets = next(part for part in guide_tree if part.get("class") == "fiches")
    boxes = [box.get("class") for box in sheets.iter("aside")]
    assert len(boxes) == 24
    assert {kind: boxes.count(kind) for kind in set(boxes)} == {"paroles": 5, "regard": 16, "encadre": 3}
    tables = [str(table.get("class")) for table in sheets.iter("table")]
    assert tables.count("donnees") == 3
    assert tables.count("montants") == 12


def test_every_box_table_and_contact_is_in_the_guides_pdf(guide_tree, guide_pdf):
    printed = " ".join(words(pdf_text(guide_pdf)))
    for article in guide_tree.iter("article"):
        parts = [*article.iter("aside"), *article.iter("table"), *article.iterfind(".//dl[@class='rangees']/div")]
        for part in parts:
            for leaf in part.iter("p", "th", "td", "h3", "h4", "dt"):
                if not list(leaf):
                    assert " ".join(words(text_of(leaf))) in printed


def test_each_title_stands_on_the_odd_page_that_the_contents_name(guide_tree, guide_pdf, project_theme, project):
    document = pypdfium2.PdfDocument(io.BytesIO(guide_pdf))
    contents = next(part for part in guide_tree if part.tag == "nav")
    numbers = pdf.page_numbers(guide_tree, project_theme, project)
    page_of_contents = document[numbers["sommaire"] - 1].get_textpage().get_text_range()
    entries = [entry for entry in contents.iter("li") if entry.get("data-teinte")]
    assert len(entries) == 12
    for entry in entries:
        spans = {str(span.get("class")): span for span in entry.iter("span")}
        page = numbers[str(spans["page"].get("data-renvoi"))]
        assert page % 2 == 1
        assert re.search(rf"\b{page}\b", page_of_contents)
        title = "".join(words(text_of(spans["titre"])))
        assert title in "".join(words(document[page - 1].get_textpage().get_text_range()))


def test_the_checker_finds_the_two_wrong_totals_by_itself(project, tmp_path):
    shutil.copytree(project.sheets, tmp_path / "sheets")
    for file in (tmp_path / "sheets").glob("*.yaml"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"^ +ecart:.*\n(?:^ {6,}.*\n)*", "", text, flags=re.MULTILINE), "utf-8")
    collection = Collection(tmp_path)
    errors = [f for f in review_fiches(collection, collection.sheet_files()).faults if f.level is Level.ERROR]
    assert [(fault.place.file, fault.code) for fault in errors] == [
        ("sheets/aude.yaml", "wrong-total"),
        ("sheets/loire-atlantique.yaml", "wrong-total"),
    ]
    assert "66\u202f159" in errors[0].message + errors[0].found + errors[0].expected
    assert "244\u202f140" in errors[1].message + errors[1].found + errors[1].expected


@needs_reference
def test_sheets_are_about_as_long_as_the_published_ones(
    composer, project_guide, project_entries, project_theme, project, capsys
):
    published = (SHARED / "reference" / "guide-terrinclus-2017.txt").read_text("utf-8").splitlines()
    lengths = {}
    for entry in project_entries:
        alone = Entry(entry.nom, entry.model, entry.teinte)
        page = web.render(composer.fiche(alone, project_guide), Metadata("", "", "fr"), project_theme, project)
        body = re.sub(r"<(style|script|svg)\b.*?</\1>", " ", page.decode("utf-8").split("<main", 1)[1], flags=re.DOTALL)
        ours = len(re.findall(r"\w[\w'’.@-]*", re.sub(r"<[^>]+>", " ", body)))
        first, last = LINES[entry.nom]
        lengths[entry.nom] = ours / len(re.findall(r"\w[\w'’.@-]*", "\n".join(published[first - 1 : last])))
    with capsys.disabled():
        print("\n" + "\n".join(f"{share:6.0%}  {name}" for name, share in lengths.items()))
    assert all(0.85 <= share <= 1.15 for share in lengths.values())


@needs_reference
def test_the_facts_of_the_published_guide_are_all_there(project):
    tool = subprocess.run(
        [sys.executable, SHARED / "tools" / "figures", project.sheets], capture_output=True, text=True, encoding="utf-8"
    )
    assert tool.returncode == 0, tool.stdout
    assert tool.stdout.count("100%") == 12, tool.stdout


@needs_reference
def test_no_sentence_of_the_published_guide_is_shared(project):
    """Official names and titles may be shared: what the tool finds is nothing else."""
    files = sorted(project.sheets.glob("*.yaml"))
    tool = subprocess.run(
        [sys.executable, SHARED / "tools" / "overlap", *files], capture_output=True, text=True, encoding="utf-8"
    )
    found = re.findall(r"^ *\d+ words  \S+: (.*)$", tool.stdout, flags=re.MULTILINE)
    assert set(found) <= OFFICIAL_NAMES


OFFICIAL_NAMES = {
    "agir pour le changement guide methodologique pour accompagner des processus de changement complexe "
    "analyser planifier suivre et evaluer",
    "ameliorer les politiques jeunesse et leurs dispositifs a travers l echange entre partenaires de cooperation",
    "institut national superieur de formation et de recherche pour l education des jeunes handicapes et "
    "l enseignement adapte",
    "la cooperation decentralisee au service de la lutte contre le changement climatique equateur perou france italie",
    "le conseil general se mobilise pour l emploi des jeunes dans la restauration",
    "le regard croise entre partenaires sur l action sociale de l autre",
    "le volontariat solidaire a l international une experience formative a l epreuve des parcours professionnels",
    "programme d innovations methodologiques pour planifier suivre et evaluer des processus de changement",
}
"""Titles of documents and of a sheet, names of an institute and of a programme."""
