"""Sheets as nobody would write them: built right, or refused with the name of the field or of the sign.

« Right » is looked at in the PDF with another program's eyes: no sign stands outside its page, and none is missing.
"""

import io

import pypdfium2
import pytest
import yaml
from samples import SHEET

from terrinclus_publish.build.formats import OWN, Format
from terrinclus_publish.build.orders import FicheMaking, ReviewOrder
from terrinclus_publish.build.parcel import Folder
from terrinclus_publish.build.work import carry_out
from terrinclus_publish.faults import Level


class Try:
    """What came of a sheet with some fields changed."""

    def __init__(self, root, changes):
        (root / "sheets").mkdir()
        sheet = {key: value for key, value in {**SHEET, **changes}.items() if value is not None}
        text = yaml.safe_dump(sheet, allow_unicode=True, sort_keys=False, width=10**7)
        (root / "sheets" / "essai.yaml").write_text(text, "utf-8")
        place = Folder(root)
        (reviewed,) = carry_out(ReviewOrder(("sheets/essai.yaml",)), place)
        self.errors = [fault for fault in reviewed.faults if fault.level is Level.ERROR]
        self.files = {}
        if not self.errors:
            product = carry_out(FicheMaking("essai", "sheets/essai.yaml", 0, OWN, ""), place)
            assert product.faults == {}
            self.files = product.files

    @property
    def codes(self):
        return {fault.code for fault in self.errors}

    def signs(self):
        """Each sign of the PDF, with whether it stands on its page."""
        for page in pypdfium2.PdfDocument(io.BytesIO(self.files[Format.PDF])):
            width, height = page.get_size()
            text = page.get_textpage()
            whole = text.get_text_range()
            for index in range(min(text.count_chars(), len(whole))):
                left, foot, right, top = text.get_charbox(index)
                fits = right <= left or (left > -1 and right < width + 1 and foot > -1 and top < height + 1)
                yield whole[index], fits

    def pages(self):
        return len(pypdfium2.PdfDocument(io.BytesIO(self.files[Format.PDF])))


@pytest.fixture
def attempt(tmp_path):
    return lambda **changes: Try(tmp_path, changes)


def project(genese):
    return {"genese": genese, "objectifs": "Apprendre.", "acteurs": "Les écoles."}


def table(*rows, heads=("a", "b")):
    return project([{"tableau": {"legende": "T", "entetes": list(heads), "lignes": [list(row) for row in rows]}}])


LONG = "\n\n".join(["Une phrase qui remplit la page. " * 40] * 40)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("مرحبا", "ARABIC LETTER MEEM"),
        ("שלום", "HEBREW LETTER SHIN"),
        ("你好", "CJK UNIFIED IDEOGRAPH-4F60"),
        ("Z\u0351", "COMBINING LEFT HALF RING ABOVE"),
        ("Bravo 👩🏽‍🌾", "WOMAN"),
        ("a\u202egpj.exe", "RIGHT-TO-LEFT OVERRIDE"),
        ("a\u2066b\u2069", "LEFT-TO-RIGHT ISOLATE"),
        ("a\u200bb", "ZERO WIDTH SPACE"),
        ("a\u2028b", "LINE SEPARATOR"),
        ("a\U000e0041b", "TAG LATIN CAPITAL LETTER A"),
        ("a\ue000b", "U+E000"),
        ("𝕏", "MATHEMATICAL DOUBLE-STRUCK CAPITAL X"),
    ],
)
@pytest.mark.parametrize("field", ["titre", "genese"])
def test_a_sign_that_cannot_be_printed_is_refused_by_its_name(attempt, text, name, field):
    tried = attempt(titre=text) if field == "titre" else attempt(projet=project(text))
    assert any(name in fault.message and fault.path[-1] in (field, "texte") for fault in tried.errors), tried.errors


def test_letters_of_europe_are_printed(attempt):
    text = "Çà et là, œuvre, Łódź, Škoda, Ñandú, Ærø, ß, Ţ, Ș, ő, đ, ħ : 12 € … « — »"
    assert "Łódź" in "".join(sign for sign, _ in attempt(projet=project(text)).signs())


@pytest.mark.parametrize("letter", ["a", "W", "1"])
@pytest.mark.parametrize("where", ["prose", "list", "box", "cell", "label"])
def test_a_word_of_ten_thousand_letters_stays_on_its_pages(attempt, letter, where):
    word = letter * 10_000
    changes = {
        "prose": {"projet": project(f"mot {word} fin")},
        "list": {"projet": project(f"- {word}")},
        "box": {"projet": project([{"encadre": {"titre": "Mot", "contenu": word}}])},
        "cell": {"projet": table([word, "fin"])},
        "label": {"financement": [{"lignes": [{"libelle": word, "montant": "1"}, {"libelle": "B", "montant": "2"}]}]},
    }[where]
    signs = list(attempt(**changes).signs())
    assert sum(sign == letter for sign, _ in signs) >= 10_000
    assert all(fits for _, fits in signs)


def test_a_million_letters_in_one_paragraph(attempt):
    tried = attempt(projet=project("Une phrase de la page. " * 43_000))
    assert tried.pages() > 200
    assert sum(sign == "h" for sign, _ in tried.signs()) >= 43_000


def test_a_table_of_a_thousand_rows(attempt):
    tried = attempt(projet=table(*([f"ligne {number}", "texte"] for number in range(1000))))
    text = "".join(sign for sign, _ in tried.signs())
    assert all(f"ligne {number}" in text for number in (0, 499, 999))
    assert all(fits for _, fits in tried.signs())


def test_a_row_taller_than_a_page_goes_on_over_the_pages(attempt):
    tried = attempt(projet=table(["mot " * 6000, "autre " * 3000], ["fin", "fin"]))
    signs = list(tried.signs())
    text = "".join(sign for sign, _ in signs)
    assert text.count("mot") == 6000
    assert text.count("autre") >= 3000
    assert all(fits for _, fits in signs)


@pytest.mark.parametrize(
    "block",
    [
        {"encadre": {"titre": "Long", "contenu": LONG}},
        {"paroles": {"contenu": LONG, "personne": "Ada"}},
        {"regard": {"titre": "Long", "contenu": LONG}},
    ],
    ids=["encadre", "paroles", "regard"],
)
def test_a_box_of_ten_pages(attempt, block):
    tried = attempt(projet=project([block]))
    assert tried.pages() > 10
    assert all(fits for _, fits in tried.signs())


def test_lists_in_lists(attempt):
    text = "\n".join("  " * level + f"- niveau {level}" for level in range(8))
    signs = list(attempt(projet=project(text)).signs())
    assert "niveau 7" in "".join(sign for sign, _ in signs)
    assert all(fits for _, fits in signs)


@pytest.mark.parametrize(
    "text", ["\n".join("  " * level + "- a" for level in range(9)), "- " * 9 + "a", "1. " * 500 + "a"]
)
def test_lists_without_end_are_refused(attempt, text):
    assert attempt(projet=project(text)).codes == {"endless-list"}


def test_five_hundred_partners_authors_and_contacts(attempt):
    tried = attempt(
        partenaires=[{"nom": f"Commune {number}", "pays": "SN"} for number in range(500)],
        auteurs=[f"Auteur {number}" for number in range(500)],
        contacts=[{"organisme": f"Organisme {number}"} for number in range(500)],
        porteurs=[f"Département {number}" for number in range(500)],
    )
    assert all(fits for _, fits in tried.signs())


@pytest.mark.parametrize(
    "changes",
    [
        {"titre": "mot " * 750},
        {"chapeau": "mot " * 2000},
        {"chiffres": [{"valeur": "9", "legende": "L" * 5000}]},
        {"contacts": [{"organisme": "o" * 5000}]},
        {"financeurs": [{"nom": "F" * 5000}]},
        {"ressources": [{"titre": "t" * 5000, "entrees": [{"texte": "x"}]}]},
        {"projet": table(["x", "y"], heads=("e" * 3000, "b"))},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_no_page_could_hold_is_refused_with_its_field(attempt, changes):
    tried = attempt(**changes)
    assert tried.codes == {"too-long-for-a-page"}
    assert tried.errors[0].place.line > 0


@pytest.mark.parametrize("text", ["*" * 4000, "[" * 20_000, "**a" * 10_000, "_a" * 10_000])
def test_markup_without_end_is_refused(attempt, text):
    assert attempt(projet=project(text)).codes & {"endless-emphasis", "too-much-markup"}


@pytest.mark.parametrize("empty", ["", " ", "\u00a0", "\n\n"])
def test_an_empty_field_is_refused_by_its_name(attempt, empty):
    tried = attempt(titre=empty)
    assert "titre" in tried.errors[0].field


def test_lists_that_are_empty_are_built(attempt):
    empty = {key: [] for key in ("partenaires", "thematiques", "lieux", "preconisations", "chiffres", "odd")}
    empty |= {key: [] for key in ("financement", "ressources", "contacts", "auteurs", "credits_photos", "financeurs")}
    assert set(attempt(**empty, a_classer=[]).files) == set(OWN)


@pytest.mark.parametrize("text", ["{{ 7*7 }}", "{% for x in y %}", "<script>alert(1)</script>", "&lt;b&gt;", "%s {0}"])
def test_what_looks_like_code_is_printed_as_it_is(attempt, text):
    tried = attempt(titre=text)
    assert text.split()[0] in "".join(sign for sign, _ in tried.signs()).translate(
        dict.fromkeys(map(ord, "\u202f\u00a0\r\n"))
    )
    assert "<script>" not in tried.files[Format.HTML].decode("utf-8")


def test_the_longest_title_and_chapeau_hold_on_the_first_page(attempt):
    tried = attempt(titre="MOTS " * 40, chapeau="MOTS " * 120)
    assert all(fits for _, fits in tried.signs())


@pytest.mark.parametrize("field", ["titre", "chapeau"])
def test_a_word_without_end_at_the_head_of_a_sheet_is_refused(attempt, field):
    assert attempt(**{field: "W" * 150}).codes == {"endless-word"}
