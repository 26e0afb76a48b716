"""What a guide tells of all its sheets together."""

import pytest
import samples

from terrinclus_publish.overview import coordinates, describe_shares, home, letters, name_places, short_names


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


@pytest.mark.parametrize(
    ("bearer", "short"),
    [
        ("Département de l'Aude", "Aude"),
        ("Département de l’Hérault", "Hérault"),
        ("Département de la Meurthe-et-Moselle", "Meurthe-et-Moselle"),
        ("Département des Yvelines", "Yvelines"),
        ("Département du Val-de-Marne", "Val-de-Marne"),
        ("Département de Loire-Atlantique", "Loire-Atlantique"),
        ("CFSI (Comité français pour la solidarité internationale)", "CFSI"),
        ("Ville de Suresnes", "Ville de Suresnes"),
        ("(Sans nom)", "(Sans nom)"),
    ],
)
def test_a_bearer_is_named_shortly(bearer, short):
    assert short_names({"a": samples.fiche(porteurs=[bearer])}) == {"a": short}


def test_two_sheets_of_one_bearer_are_told_apart_by_their_titles():
    bearer = ["Département de la Savoie"]
    sheets = {
        "a": samples.fiche(porteurs=bearer, titre="L'action sociale de l'Autre"),
        "b": samples.fiche(porteurs=bearer, titre="Améliorer les **politiques** jeunesse, et leurs dispositifs"),
        "c": samples.fiche(porteurs=bearer, nom_court="Savoie – Anima Terre"),
    }
    assert short_names(sheets) == {
        "a": "Savoie – L'action sociale de l'Autre",
        "b": "Savoie – Améliorer les politiques…",
        "c": "Savoie – Anima Terre",
    }


def test_the_home_country_is_named_once_on_the_map_and_not_beside_others():
    latitude, longitude, name = home({"FR": "France"}.get).split(",")
    assert 42 < float(latitude) < 51
    assert -5 < float(longitude) < 8
    assert name == "France"
    abroad = samples.fiche(lieux=None, partenaires=[{"pays": ["FR", "MA"]}])
    assert len(coordinates(abroad)) == 1
    assert name_places(abroad, {"FR": "France", "MA": "Maroc"}.get) == "Maroc"
    at_home = samples.fiche(lieux=None, partenaires=[{"pays": ["FR"]}])
    assert len(coordinates(at_home)) == 1
    assert name_places(at_home, {"FR": "France"}.get) == "France"
