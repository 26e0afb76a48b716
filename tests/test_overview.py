"""What a guide tells of all its sheets together."""

import pytest
import samples

from terrinclus_publish.overview import coordinates, describe_shares, letters, name_places


def test_lines_with_a_share_have_letters_in_order():
    assert letters([0.5, None, 0.5]) == ("A", None, "B")
    assert letters([]) == ()


def test_after_z_letters_start_again_with_a_number():
    found = letters([0.01] * 54)
    assert (found[25], found[26], found[52]) == ("Z", "A2", "A3")
    assert len(set(found)) == 54


def test_shares_are_told_in_words():
    (table,) = samples.fiche().financement
    told = describe_shares(table, lambda share: f"{share:.0%}")
    assert told == "A, Aude, 96% ; B, Dakar, 4%"


@pytest.mark.parametrize(
    "lines",
    [
        [{"libelle": "A", "montant": "5"}],
        [{"libelle": "A", "montant": "0"}, {"libelle": "B", "montant": "0"}],
        [{"libelle": "A", "mention": "Non évaluable"}, {"libelle": "B", "montant": "5"}],
    ],
)
def test_a_table_without_two_amounts_has_no_shares(lines):
    (table,) = samples.fiche(financement=[{"lignes": lines}]).financement
    assert table.parts == ()


def test_shares_add_up_and_leave_sub_totals_out():
    lines = [
        {"libelle": "A", "montant": "30"},
        {"libelle": "Sous-total", "montant": "30", "sous_total": "oui"},
        {"libelle": "B", "montant": "10"},
    ]
    (table,) = samples.fiche(financement=[{"lignes": lines}]).financement
    assert table.parts == (0.75, None, 0.25)


def test_a_sheet_stands_at_its_places_and_in_its_other_partners_countries():
    places = [{"nom": "Dakar", "pays": "SN", "latitude": "14.7", "longitude": "-17.4"}]
    sheet = samples.fiche(lieux=places, partenaires=[{"pays": ["SN", "MA"]}])
    first, *others = coordinates(sheet)
    assert first == (14.7, -17.4)
    ((latitude, longitude),) = others  # Morocco's middle
    assert 27 < latitude < 36
    assert -14 < longitude < -1


def test_places_are_named_and_then_the_other_countries():
    sheet = samples.fiche(lieux=[{"nom": "Dakar", "pays": "SN"}], partenaires=[{"pays": ["SN", "MA"]}])
    assert name_places(sheet, {"SN": "Sénégal", "MA": "Maroc"}.get) == "Dakar, Maroc"


def test_a_sheet_without_places_or_partners_stands_nowhere():
    sheet = samples.fiche(lieux=None, partenaires=None)
    assert coordinates(sheet) == []
    assert name_places(sheet, str) == ""
