"""A sheet goes out to Word, through LibreOffice, and comes back: field for field, it is still its normal form.

LibreOffice opens each file and saves it again, as a Word file and as its own: ids of styles change, controls and custom
XML are lost, header cells become bold. What a person sees stays, and the readers go by that.

Controls of whole paragraphs become input fields in LibreOffice 7.4, which hold no bold and no links: the first
paragraph of an answer loses them there, so the forms of these tests have none in it.
"""

from pathlib import Path

import pytest
from word.form.answers import fill_in
from word.form.example import ANSWERS, SHEET
from word.form.making import blank_form

from referees.libreoffice import Office, find_office
from referees.tools import required
from terrinclus_publish import word
from terrinclus_publish.compose import Entry
from terrinclus_publish.fields import data_of
from terrinclus_publish.importing import read_document
from terrinclus_publish.models import Fiche
from terrinclus_publish.normal import Standard, normal_data
from terrinclus_publish.prompts import load_prompts
from terrinclus_publish.reading.form import without_prompts
from terrinclus_publish.reading.sheet import Imported, read_sheet
from terrinclus_publish.reading.sheet.pictures import Pictures
from terrinclus_publish.tree import Metadata
from terrinclus_publish.vocabulary import load_labels

NAMES = [path.stem for path in sorted((Path(__file__).resolve().parents[2] / "sheets").glob("*.yaml"))]
NAMES.remove("guide")


@pytest.fixture(scope="module")
def office() -> Office:
    return required(find_office)


@pytest.fixture(scope="module")
def standard(composer, project) -> Standard:
    return Standard(composer.vocabulary, load_labels(project, "fr"), "fr")


@pytest.fixture(scope="module")
def saved(office, project_entries, composer, project_guide, project_theme, project, tmp_path_factory):
    """Every sheet as LibreOffice saved it, by its form: two runs of LibreOffice in all."""
    folder = tmp_path_factory.mktemp("rendered")
    for rank, entry in enumerate(project_entries):
        tree = composer.fiche(Entry(entry.nom, entry.model, rank), project_guide)
        content = word.render(tree, Metadata(entry.model.titre, "A", entry.model.langue), project_theme, project)
        (folder / f"{entry.nom}.docx").write_bytes(content)
    files = sorted(folder.glob("*.docx"))
    return {form: office.save_all(files, form, tmp_path_factory.mktemp(form)) for form in ("docx", "odt")}


@pytest.mark.parametrize("form", ["docx", "odt"])
@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_saved_by_libreoffice_comes_back_as_its_normal_form(name, form, saved, project_entries, standard):
    fiche = next(entry.model for entry in project_entries if entry.nom == name)
    read = read_sheet(read_document(saved[form] / f"{name}.{form}"), standard, Pictures("essai"))
    assert data_of(read.fiche) == normal_data(fiche, standard)
    assert not read.missing and not read.notices and not read.comments and not read.pictures


@pytest.fixture(scope="module")
def saved_forms(office, project, composer, tmp_path_factory):
    """The form, blank and filled in as Word does it, as LibreOffice saved it."""
    folder = tmp_path_factory.mktemp("forms")
    blank = blank_form(project)
    half = {name: ANSWERS[name] for name in ("titre", "chapeau", "contacts", "focus")}
    for name, answers in (("blank", None), ("full", ANSWERS), ("half", half)):
        content = blank if answers is None else fill_in(blank, answers, composer.vocabulary)
        (folder / f"{name}.docx").write_bytes(content)
    files = sorted(folder.glob("*.docx"))
    return {form: office.save_all(files, form, tmp_path_factory.mktemp(f"forms-{form}")) for form in ("docx", "odt")}


def form_back(file: Path, project, standard) -> Imported:
    document = without_prompts(read_document(file), load_prompts(project))
    return read_sheet(document, standard, Pictures("essai"))


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_filled_form_saved_by_libreoffice_is_the_sheet_that_was_typed(form, saved_forms, project, standard):
    read = form_back(saved_forms[form] / f"full.{form}", project, standard)
    assert data_of(read.fiche) == normal_data(Fiche.model_validate(SHEET), standard)


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_blank_form_saved_by_libreoffice_is_still_blank(form, saved_forms, project, standard):
    assert form_back(saved_forms[form] / f"blank.{form}", project, standard).is_blank


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_half_filled_form_saved_by_libreoffice_says_what_was_typed_and_nothing_else(
    form, saved_forms, project, standard
):
    read = form_back(saved_forms[form] / f"half.{form}", project, standard)
    assert read.missing == ["porteurs", "projet.genese", "projet.objectifs", "projet.acteurs"]
    assert set(data_of(read.fiche)) == {"titre", "chapeau", "porteurs", "projet", "focus", "contacts"}
    assert data_of(read.fiche)["contacts"] == normal_data(Fiche.model_validate(SHEET), standard)["contacts"]
