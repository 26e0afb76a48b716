"""A form comes back: what was answered stands in its field, what was left as a prompt stands nowhere."""

import pytest
from word.form.answers import fill_in
from word.form.example import ANSWERS, SHEET
from word.form.filling import Filling, W, controls
from word.form.making import blank_form

from terrinclus_publish.fields import data_of
from terrinclus_publish.models import Fiche
from terrinclus_publish.normal import Standard, normal_data
from terrinclus_publish.prompts import Prompts, load_prompts
from terrinclus_publish.reading.document import Document, Line, Run, lines_of
from terrinclus_publish.reading.form import without_prompts
from terrinclus_publish.reading.sheet import Imported, read_sheet
from terrinclus_publish.reading.sheet.pictures import Pictures
from terrinclus_publish.reading.word import read_word
from terrinclus_publish.vocabulary import load_labels
from terrinclus_publish.wording import fold


@pytest.fixture(scope="module")
def prompts(project) -> Prompts:
    return load_prompts(project)


@pytest.fixture(scope="module")
def standard(composer, project) -> Standard:
    return Standard(composer.vocabulary, load_labels(project, "fr"), "fr")


@pytest.fixture(scope="module")
def back(prompts, standard):
    def read(content: bytes) -> Imported:
        return read_sheet(without_prompts(read_word(content, "f.docx"), prompts), standard, Pictures("essai"))

    return read


def without_marks(content: bytes) -> bytes:
    """The form as an application leaves it that knows no prompts: neither marks nor their style."""
    form = Filling(content)
    for mark in [*form.root.iter(f"{W}showingPlcHdr", f"{W}rStyle")]:
        if mark.tag == f"{W}showingPlcHdr" or mark.get(f"{W}val") in ("PlaceholderText", "InviteBandeau"):
            mark.getparent().remove(mark)
    return form.to_bytes()


def without_controls(content: bytes) -> bytes:
    """The form as an application leaves it that drops controls, and keeps what stands in them."""
    form = Filling(without_marks(content))
    while found := controls(form.root):
        parent, place = found[0].getparent(), found[0].getparent().index(found[0])
        parent[place : place + 1] = list(found[0].find(f"{W}sdtContent"))
    return form.to_bytes()


@pytest.fixture(params=[lambda content: content, without_marks, without_controls], ids=["word", "marks", "controls"])
def passed_through(request):
    return request.param


def test_every_field_that_is_filled_in_comes_back(project, composer, standard, back, passed_through):
    read = back(passed_through(fill_in(blank_form(project), ANSWERS, composer.vocabulary)))
    assert data_of(read.fiche) == normal_data(Fiche.model_validate(SHEET), standard)
    assert not read.missing and not read.notices and not read.pictures


def test_a_blank_form_says_nothing(project, back, passed_through):
    read = back(passed_through(blank_form(project)))
    assert read.is_blank
    assert not read.fiche.a_classer


@pytest.mark.parametrize("left_out", [name for name in ANSWERS if name not in ("titre", "chapeau", "porteurs")])
def test_a_field_that_is_left_as_a_prompt_is_missing_and_nothing_else(
    left_out, project, composer, standard, back, passed_through
):
    answers = {name: value for name, value in ANSWERS.items() if name != left_out}
    read = back(passed_through(fill_in(blank_form(project), answers, composer.vocabulary)))
    wanted = normal_data(Fiche.model_validate(SHEET), standard)
    found = data_of(read.fiche)
    assert {name: found.get(name) for name in wanted if name != left_out} == {
        name: value for name, value in wanted.items() if name != left_out
    }
    assert "a_classer" not in found


def test_a_half_filled_form_tells_what_is_missing(project, composer, back):
    read = back(
        fill_in(blank_form(project), {"titre": "Un titre", "projet": {"genese": "Un début."}}, composer.vocabulary)
    )
    assert not read.is_blank
    assert read.missing == ["chapeau", "porteurs", "projet.objectifs", "projet.acteurs", "focus.titre", "focus.parties"]
    assert read.fiche.titre == "Un titre"


def test_points_without_their_axis_are_kept(project, composer, back):
    form = Filling(blank_form(project))
    form.answer(form.root, titre="Un titre", axe_points=["Un point sans axe."])
    (passage,) = back(form.to_bytes()).fiche.a_classer
    assert "Un point sans axe." in passage.texte


def test_what_an_author_writes_in_place_of_a_hint_is_kept(project, back):
    form = Filling(blank_form(project))
    hint = next(p for p in form.root.iter(f"{W}p") if "trois de préférence" in "".join(p.itertext()))
    hint[1:] = hint[1:2]
    next(hint.iter(f"{W}t")).text = "Un mot de l'auteur à la place de la consigne."
    form.answer(form.root, titre="Un titre")
    read = back(form.to_bytes())
    assert "Un mot de l'auteur" in str(data_of(read.fiche))


def test_prompts_count_as_passed_over(project, prompts):
    document = without_prompts(read_word(blank_form(project), "f.docx"), prompts)
    passed = fold(" ".join(document.passed_over)).split()
    asked = " ".join((*prompts.asked, *prompts.said)).split()
    assert set(asked) - set(passed) <= set(fold(f"{prompts.titre} {prompts.courant}").split())
    assert not any(fold(line.text) in prompts.asked | prompts.said for line in lines_of(document.items) if line.text)


def test_a_document_that_is_no_form_keeps_words_that_a_form_has_too(prompts):
    document = Document([Line((Run("Choisissez un ODD"),)), Line((Run("Un autre paragraphe."),))])
    assert without_prompts(document, prompts) is document
