"""What an import would write in a collection, what it finds there, and what it never does unasked."""

import pytest

from terrinclus_publish import word
from terrinclus_publish.faults import FaultsError
from terrinclus_publish.importing import plan_import, read_document, write_import, write_outside
from terrinclus_publish.models import Fiche
from terrinclus_publish.normal import Standard, normal_data
from terrinclus_publish.reading import read
from terrinclus_publish.reading.document import Document
from terrinclus_publish.reading.word import read_word
from terrinclus_publish.tree import Metadata
from terrinclus_publish.vocabulary import load_labels

TEXT = """DES CANTINES QUI ACHÈTENT À CÔTÉ

Deux territoires apprennent ensemble à nourrir leurs élèves.

Porteur : Ville de Modèle
Partenaires : Ville de Matam (Sénégal), Togo

LE PROJET

GENÈSE ET CONTEXTE

Tout commence par une visite.

LES OBJECTIFS

Acheter plus près.

LES ACTEURS

Le service des collèges.

FOCUS SUR UNE ANNÉE AU POTAGER

1/ SEMER

Les élèves sèment en mars.
"""


@pytest.fixture
def plan(example, tmp_path):
    def planning(text=TEXT, stem="Ma fiche", name=None):
        file = tmp_path / f"{stem}.txt"
        file.write_text(text, "utf-8")
        return plan_import(example, example.sheets, read_document(file), file.name, name)

    return planning


def test_a_sheet_takes_the_name_of_its_document(plan, example):
    (sheet,) = plan().sheets
    assert (sheet.name, sheet.is_new) == ("ma-fiche", True)
    assert sheet.file == example.sheets / "ma-fiche.yaml"


def test_a_document_without_words_is_refused_with_its_name(example):
    with pytest.raises(FaultsError, match=r"^vide\.docx Ce document est vide$"):
        plan_import(example, example.sheets, Document([]), "vide.docx", None)


def test_planning_writes_nothing(plan, example):
    before = sorted(example.root.rglob("*"))
    plan()
    assert sorted(example.root.rglob("*")) == before


def test_a_written_sheet_is_read_as_it_was_planned(plan, example):
    (sheet,) = plan().sheets
    assert write_import(sheet, example.sheets) == [sheet.file]
    model = read(sheet.file, example.root, Fiche).model
    assert model.porteurs == ["Ville de Modèle"]
    assert [(partner.nom, partner.pays) for partner in model.partenaires] == [
        ("Ville de Matam", ["SN"]),
        (None, ["TG"]),
    ]
    assert [part.titre for part in model.focus.parties] == ["SEMER"]


def test_the_same_document_twice_differs_in_nothing(plan, example):
    write_import(plan().sheets[0], example.sheets)
    (again,) = plan().sheets
    assert (again.is_new, again.differences) == (False, [])


def test_a_difference_is_told_by_its_field(plan, example):
    write_import(plan().sheets[0], example.sheets)
    (again,) = plan(TEXT.replace("en mars", "en avril")).sheets
    (change,) = again.differences
    assert change.readable_field == "focus › parties › 1 › contenu › 1 › texte"
    assert (change.before, change.after) == ("Les élèves sèment en mars.", "Les élèves sèment en avril.")


def test_a_sheet_that_cannot_be_read_is_still_there(plan, example):
    (example.sheets / "ma-fiche.yaml").write_text("titre: [", "utf-8")
    assert plan().sheets[0].is_new is False


def test_coordinates_of_the_sheet_that_stands_there_are_kept(plan, example):
    (sheet,) = plan(TEXT.replace("LE PROJET", "Lieux : Matam (Sénégal)\n\nLE PROJET", 1)).sheets
    text = write_import(sheet, example.sheets)[0].read_text("utf-8")
    sheet.file.write_text(text.replace("pays: SN\nprojet", "pays: SN\n    latitude: 15.6\nprojet"), "utf-8")
    assert "latitude" in sheet.file.read_text("utf-8")
    (again,) = plan(TEXT.replace("LE PROJET", "Lieux : Matam (Sénégal)\n\nLE PROJET", 1)).sheets
    assert again.fiche.lieux[0].latitude == 15.6


def test_several_sheets_take_the_names_of_their_carriers(plan):
    planned = plan(TEXT + "\n" + TEXT.replace("CANTINES", "MARCHÉS"))
    assert [sheet.name for sheet in planned.sheets] == ["ville-de-modele", "ville-de-modele-2"]
    assert [sheet.fiche.titre for sheet in planned.sheets] == [
        "DES CANTINES QUI ACHÈTENT À CÔTÉ",
        "DES MARCHÉS QUI ACHÈTENT À CÔTÉ",
    ]


def test_words_outside_the_sheets_are_kept_in_a_file_of_their_own(plan, example):
    planned = plan("Un avant-propos de quelques mots.\n\n" + TEXT + "\n" + TEXT)
    assert planned.outside == "Un avant-propos de quelques mots."
    file = write_outside(planned.outside, "Ma fiche", example.sheets, force=False)
    assert file.read_text("utf-8") == "Un avant-propos de quelques mots.\n"
    assert write_outside("autre", "Ma fiche", example.sheets, force=False) is None


def test_a_folder_that_cannot_be_written_is_a_fault(plan, example):
    (sheet,) = plan().sheets
    sheet.file.mkdir()
    with pytest.raises(FaultsError):
        write_import(sheet, example.sheets)


def test_a_guide_of_ours_comes_back_sheet_by_sheet(project, project_guide, project_entries, project_theme, composer):
    tree = composer.guide(project_guide, project_entries)
    content = word.render(tree, Metadata("Guide", "Éditeur", "fr"), project_theme, project)
    standard = Standard(composer.vocabulary, load_labels(project, "fr"), "fr")
    planned = plan_import(project, project.sheets, read_word(content, "guide.docx"), "guide", None)
    assert [sheet.name for sheet in planned.sheets] == [entry.nom for entry in project_entries]
    for sheet, entry in zip(planned.sheets, project_entries, strict=True):
        assert sheet.differences == []
        assert normal_data(sheet.read.fiche, standard) == normal_data(entry.model, standard)
    assert "Répondre ensemble" in planned.outside.replace("\u00a0", " ")
