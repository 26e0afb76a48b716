"""A form comes back: what was answered stands in its field, what was left as a prompt stands nowhere."""

import copy
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from word.form.answers import fill_in
from word.form.example import ANSWERS, SHEET
from word.form.filling import Filling, W, control, controls
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
from terrinclus_publish.vocabulary import Vocabulary, load_labels
from terrinclus_publish.wording import fold

EXAMPLES = int(os.environ.get("TERRINCLUS_EXAMPLES", "25"))


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


def typed_after(form: Filling, name: str, *elements) -> None:
    """Put elements after what was typed in a field, inside its control."""
    control(form.root, name).find(f"{W}sdtContent").extend(elements)


def paragraph(text: str, style: str = "") -> etree._Element:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return etree.fromstring(f'<w:p xmlns:w="{W.strip("{}")}">{properties}<w:r><w:t>{text}</w:t></w:r></w:p>')


def test_a_table_that_is_inserted_under_its_title_is_a_table(project, back):
    form = Filling(blank_form(project))
    form.answer(form.root, titre="Un titre", genese=["Un début.", "Les étapes :"])
    table = etree.fromstring(f'<w:tbl xmlns:w="{W.strip("{}")}"><w:tblPr/><w:tblGrid/></w:tbl>')
    for texts in (("Quand", "Quoi"), ("2019", "Visite")):
        row = etree.SubElement(table, f"{W}tr")
        for text in texts:
            etree.SubElement(row, f"{W}tc").append(paragraph(text))
    typed_after(form, "genese", table, paragraph("La suite."))
    texte, tableau, suite = data_of(back(form.to_bytes()).fiche)["projet"]["genese"]
    assert texte == {"texte": "Un début."}
    assert tableau["tableau"]["legende"] == "Les étapes"
    assert tableau["tableau"]["entetes"] == ["Quand", "Quoi"]
    assert suite == {"texte": "La suite."}


def test_text_after_a_list_goes_on_in_its_field(project, back):
    form = Filling(blank_form(project))
    form.answer(form.root, titre="Un titre", objectifs=["Il s'agit de :", "- nourrir ;", "- apprendre."])
    typed_after(form, "objectifs", paragraph("Rien de plus.", "BodyText"))
    (block,) = data_of(back(form.to_bytes()).fiche)["projet"]["objectifs"]
    assert block["texte"] == "Il s'agit de :\n\n- nourrir ;\n- apprendre.\n\nRien de plus."


def test_a_copied_row_without_its_controls_is_a_row(project, back):
    """In LibreOffice, which adds no rows, an author copies one."""
    form = Filling(without_controls(fill_in(blank_form(project), {"titre": "Un titre"}, Vocabulary.model_construct())))
    (row,) = [tr for tr in form.root.iter(f"{W}tr") if "Nom du financeur" in "".join(tr.itertext())]
    for name, amount in (("Ville", "10 000 €"), ("Région", "5 000 €")):
        copied = copy.deepcopy(row)
        for text, new in zip(copied.iter(f"{W}t"), (name, amount), strict=True):
            text.text = new
        row.addnext(copied)
    (table,) = data_of(back(form.to_bytes()).fiche)["financement"]
    assert [line["libelle"] for line in table["lignes"]] == ["Région", "Ville"]


def test_an_answer_that_is_typed_where_the_mark_stayed_is_an_answer(project, back):
    form = Filling(blank_form(project))
    run = next(r for r in control(form.root, "titre").iter(f"{W}r"))
    run.find(f"{W}rPr").clear()
    run.find(f"{W}t").text = "Un titre"
    assert back(form.to_bytes()).fiche.titre == "Un titre"


def test_a_prompt_of_another_collection_is_known_by_its_mark(project, back):
    form = Filling(blank_form(project))
    next(control(form.root, "periode").iter(f"{W}t")).text = "Quand ?"
    form.answer(form.root, titre="Un titre")
    assert back(form.to_bytes()).fiche.periode is None


OTHERWISE = {
    "thematique": ("Jeunesse", "jeunesse"),
    "axe": ("Temporalité", "temporalite"),
    "odd": ("ODD 4 : Éducation de qualité", "'odd': [4]"),
    "chiffre_valeur": ("4321", "4321"),
    "financement_montant": ("1 234 €", "1234"),
    "cout_montant": ("56 €", "56"),
}
"""What is typed in fields that take no words, and what the sheet says then."""


def example_of(name: str) -> tuple[str, str]:
    word = f"mot{name.replace('_', '')}"
    return OTHERWISE.get(name, (f"{word} dit", word))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_whatever_is_filled_in_is_said_and_no_prompt_is(data, project, prompts, back, passed_through):
    names = data.draw(st.sets(st.sampled_from(sorted(prompts.champs)), min_size=1))
    form = Filling(blank_form(project))
    form.answer(form.root, **{name: example_of(name)[0] for name in names})
    said = str(data_of(back(passed_through(form.to_bytes())).fiche))
    assert [name for name in names if example_of(name)[1] not in said] == []
    assert not [prompt.invite for prompt in prompts.champs.values() if prompt.invite in said]
