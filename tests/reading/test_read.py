"""Reading a whole file: what is taken, what is refused before anything is built, and where values stand."""

from decimal import Decimal
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from terrinclus_publish.faults import FaultsError, Place
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import read, read_text

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
MINIMAL = FIXTURES / "valid" / "minimale.yaml"
TEXT = MINIMAL.read_text("utf-8")


def codes(content, model=Fiche):
    with pytest.raises(FaultsError) as raised:
        read_text(content, "sheets/x.yaml", model)
    return [fault.code for fault in raised.value.faults]


def written(folder, content):
    (folder / "sheets").mkdir(exist_ok=True)
    file = folder / "sheets" / "x.yaml"
    file.write_bytes(content)
    return file


@pytest.fixture(scope="module")
def minimal():
    return read(MINIMAL, FIXTURES, Fiche)


def test_a_sheet_is_named_after_its_file_and_shown_from_the_collection(minimal):
    assert (minimal.name, minimal.file, minimal.shown) == ("minimale", MINIMAL, "valid/minimale.yaml")


def test_amounts_are_decimal(minimal):
    assert minimal.model.financement[0].lignes[0].montant == Decimal("21100")


def test_every_scalar_is_text_so_norway_and_octal_numbers_stay():
    sheet = read_text(
        TEXT.replace("pays: SN\n    pluriel: non", "pays: NO").replace("2019-2021", "010"), "x", Fiche
    ).model
    assert sheet.partenaires[0].pays == ["NO"]
    assert sheet.periode == "010"


def test_an_optional_field_left_empty_is_absent(minimal):
    assert "statut:\n" in TEXT
    assert minimal.model.statut is None
    assert "statut" not in minimal.model.model_fields_set


def test_an_empty_cell_stays_and_a_blank_amount_is_none():
    text = TEXT.replace("montant: 21 100 €", "montants:\n          - 21 100 €\n          -")
    text = text.replace("  - nature: financement\n", "  - colonnes:\n      - Prévu\n      - Réalisé\n")
    text = text.replace("    total: 21 100 €\n", "").replace("            - ''\n", "            -\n")
    sheet = read_text(text, "x", Fiche).model
    assert sheet.financement[0].lignes[0].montants == [Decimal("21100"), None]
    assert sheet.projet.acteurs[2].tableau.lignes[0][2].texte == ""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("titre",), 2, 8),
        (("porteurs", 0), 7, 5),
        (("partenaires", 0, "pays", 0), 10, 11),
        (("partenaires", 1, "pays", 1), 14, 9),
        (("projet", "genese", 0, "texte"), 37, 5),
        (("projet", "acteurs", 1, "regard", 0, "titre"), 44, 16),
        (("projet", "acteurs", 1, "regard", 0, "contenu", 0, "texte"), 46, 11),
        (("projet", "acteurs", 2, "tableau", "lignes", 0, 1, "texte"), 55, 15),
        (("projet", "acteurs", 2, "tableau", "lignes", 1, 1, "texte"), 58, 22),
        (("financement", 0, "total", 0), 68, 12),
        (("statut",), 18, 1),
        (("projet", "autres", 2, "titre"), 36, 3),
        (("auteurs",), 2, 1),
    ],
)
def test_a_value_of_the_model_has_its_place_in_the_file(minimal, path, line, column):
    assert minimal.place(path) == Place("valid/minimale.yaml", line, column)


def test_windows_line_ends_and_signs_beyond_the_basic_plane_keep_places_right():
    text = TEXT.replace("titre: Des jardins", "titre: 🌱🌱 Des jardins").replace("langue: fr\n", "langue: '🌱': x\n")
    with pytest.raises(FaultsError) as raised:
        read_text(text.replace("\n", "\r\n"), "x", Fiche)
    assert [fault.place.line for fault in raised.value.faults] == [84]
    assert read_text(text.replace("'🌱': x", "fr").replace("\n", "\r\n"), "x", Fiche).place(("langue",)) == Place(
        "x", 84, 9
    )


def test_a_byte_order_mark_is_accepted_and_moves_nothing(tmp_path):
    source = read(written(tmp_path, b"\xef\xbb\xbf" + TEXT.encode()), tmp_path, Fiche)
    assert source.place(("titre",)) == Place("sheets/x.yaml", 2, 8)


def test_the_line_that_is_not_utf_8_is_named_also_after_a_byte_order_mark(tmp_path):
    file = written(
        tmp_path, b"\xef\xbb\xbf" + "titre: été\r\nchapeau: \xe0 la fin\r\n".encode("cp1252").replace(b"\xe9", b"e")
    )
    with pytest.raises(FaultsError) as raised:
        read(file, tmp_path, Fiche)
    (fault,) = raised.value.faults
    assert (fault.place, fault.found) == (Place("sheets/x.yaml", 2, 10), "chapeau: à la fin")
    assert "Windows-1252" in fault.message


@pytest.mark.parametrize("name", ["../outside.yaml", "sheets/link.yaml"])
def test_a_file_outside_the_collection_is_not_read(tmp_path, name):
    root = tmp_path / "collection"
    (root / "sheets").mkdir(parents=True)
    (tmp_path / "outside.yaml").write_text(TEXT, "utf-8")
    (root / "sheets" / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    with pytest.raises(FaultsError) as raised:
        read(root / name, root, Fiche)
    (fault,) = raised.value.faults
    assert fault.code == "outside-collection"
    assert str(tmp_path) not in fault.place.file + fault.message


@pytest.mark.parametrize("name", ["absent.yaml", "sheets"])
def test_a_missing_file_or_a_folder_is_a_fault(tmp_path, name):
    (tmp_path / "sheets").mkdir()
    with pytest.raises(FaultsError) as raised:
        read(tmp_path / name, tmp_path, Fiche)
    assert raised.value.faults[0].code == "file-missing"


def test_a_file_over_one_mebibyte_is_not_read(tmp_path):
    with pytest.raises(FaultsError) as raised:
        read(written(tmp_path, b"#" * (1024 * 1024 + 1)), tmp_path, Fiche)
    assert raised.value.faults[0].code == "file-too-large"


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20)
)
ONE_LINE = 80_000


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("[" * 100_000, "too-deep"),
        ("titre: " + "{a: " * 100_000, "too-deep"),
        ("- " * 100_000, "too-deep"),
        ("".join(" " * depth + "a:\n" for depth in range(1000)), "too-deep"),
        (BOMB, "yaml-anchor"),
        ("a: &a [*a]\n", "yaml-anchor"),
        ("a: [" + "-x, " * ONE_LINE + "]", "unknown-key"),
        ("a: [" + "*x, " * ONE_LINE + "]", "yaml-alias"),
        ("{" + "{a}: b, " * (ONE_LINE // 2) + "}", "key-not-text"),
        ("".join(f"a{n}: x\n" for n in range(30_000)), "unknown-key"),
        ("".join(f"a{n}:\n" for n in range(30_000)), "unknown-key"),
        ("a: x\n" * 40_000, "duplicate-key"),
        ("\0" * 300_000, "control-character"),
        (TEXT.replace("21 100 €\n        precision", "1" + " " * 900_000 + "2\n        precision"), "wrong-amount"),
        ("odd: [" + "x, " * 60_000 + "]", "more-faults"),
        ('"' + "k" * 900_000 + '": x', "yaml-text-after-quote"),
        ("? " + "k" * 900_000 + "\n: x", "unknown-key"),
    ],
    ids=range(17),
)
def test_hostile_input_is_refused_in_little_time(content, code):
    start = monotonic()
    assert code in codes(content)
    assert monotonic() - start < 10


def test_a_guide_is_read_like_a_sheet():
    content = "programme:\n  nom: EXEMPLE\ntitre: Guide\nedition: 2017-13\nediteur:\n  nom: Nous\nfiches:\n  - Aude\n"
    with pytest.raises(FaultsError) as raised:
        read_text(content, "sheets/guide.yaml", Guide)
    assert [(fault.place.line, fault.place.column, fault.code) for fault in raised.value.faults] == [
        (4, 10, "out-of-range"),
        (8, 5, "wrong-form"),
    ]
    assert codes(content.replace("2017-13", "brumaire 1799"), Guide) == ["wrong-edition", "wrong-form"]


PIECES = st.sampled_from(
    [
        *"\n\n\n    ::--[]{}'\"|>&*!%@`#,?\t\u00a0",
        ": ",
        "- ",
        "\n  ",
        "\n- ",
        "titre",
        "projet",
        "contenu",
        "texte",
        "é",
        "1",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_gives_faults_and_nothing_else(content):
    with pytest.raises(FaultsError) as raised:
        read_text(content, "x", Fiche)
    assert all(fault.message and fault.expected for fault in raised.value.faults)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_sheet_with_one_piece_too_many_gives_a_sheet_or_faults(data):
    index = data.draw(st.integers(0, len(TEXT)))
    piece = data.draw(PIECES)
    try:
        read_text(TEXT[:index] + piece + TEXT[index:], "x", Fiche)
    except FaultsError as error:
        assert all(fault.code != "refused-value" for fault in error.faults)


@pytest.mark.parametrize(
    ("right", "slip"), [("thematiques:\n  - jeunesse", "thematiques:\n  - Jeunesse"), ("pays: SN", "pays: sn")]
)
def test_a_slip_of_capitals_is_answered_with_what_was_meant(right, slip):
    assert right in TEXT
    with pytest.raises(FaultsError) as raised:
        read_text(TEXT.replace(right, slip, 1), "sheets/x.yaml", Fiche)
    [fault] = raised.value.faults
    assert fault.expected == f"Écrivez «\u00a0{right.split()[-1]}\u00a0»"
