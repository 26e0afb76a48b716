from decimal import Decimal
from typing import Any

import pytest

from terrinclus_publish.checks.money import printed_amount
from terrinclus_publish.faults import Level
from tests.checks.conftest import codes, only

AUDE = {
    "Aude": "21 170",
    "Ministère": "21 100",
    "Région": "9 125",
    "Sousse": "6 280 €",
    "Autres": "8 484",
}
"""The published table of the Aude: its lines make 66 159 euros, its total says 67 159."""


def table(amounts: dict[str, str], **fields: Any) -> dict[str, Any]:
    return {"lignes": [{"libelle": name, "montant": amount} for name, amount in amounts.items()], **fields}


def test_the_wrong_total_of_the_published_guide_is_found(check):
    fault = only(check(financement=[table(AUDE, total="67 159 €")]), "total_faux")
    assert fault.level is Level.ERROR
    assert fault.field == "financement.0.total"
    assert "de 67\u202f159\u00a0€" in fault.message
    assert "de 66\u202f159\u00a0€" in fault.message
    assert "1\u202f000\u00a0€ d'écart" in fault.message
    assert "66\u202f159\u00a0€" in fault.expected


def test_a_total_that_is_the_sum_is_right(check):
    assert check(financement=[table(AUDE, total="66 159")]) == []


def test_a_missing_total_is_no_fault(check):
    assert check(financement=[table(AUDE)]) == []


@pytest.mark.parametrize("total", ["66 160", "66 158", "66 159,40"])
def test_a_difference_of_one_unit_is_a_rounding(check, total):
    assert only(check(financement=[table(AUDE, total=total)]), "total_arrondi").level is Level.WARNING


def test_a_difference_of_two_units_is_an_error(check):
    assert only(check(financement=[table(AUDE, total="66 161")]), "total_faux").level is Level.ERROR


def test_centimes_add_up_exactly(check):
    amounts = {"Val-de-Marne": "73 745,03", "Ministère": "0,10"}
    assert check(financement=[table(amounts, total="73 745,13")]) == []


def test_the_second_of_two_columns_is_checked_and_named(check):
    lines = [{"libelle": "Aude", "montants": ["10", "30"]}, {"libelle": "Sousse", "montants": ["5", "5"]}]
    columns = {"colonnes": ["Prévu", "Réalisé"], "lignes": lines}
    assert check(financement=[{**columns, "total": ["15", "35"]}]) == []
    fault = only(check(financement=[{**columns, "total": ["15", "40"]}]), "total_faux")
    assert fault.field == "financement.0.total.1"
    assert "«\u00a0Réalisé\u00a0»" in fault.message


def test_another_currency_is_named_in_the_message(check):
    fault = only(check(financement=[table({"Aude": "5 000 000"}, total="6 000 000", devise="XOF")]), "total_faux")
    assert "1\u202f000\u202f000\u00a0XOF" in fault.message


def with_sub_totals(first: str, second: str) -> dict[str, Any]:
    return {
        "lignes": [
            {"libelle": "Aude", "montant": "10"},
            {"libelle": "Sousse", "montant": "20"},
            {"libelle": "Sous-total public", "montant": first, "sous_total": "oui"},
            {"libelle": "Mécène", "montant": "5"},
            {"libelle": "Bénévoles", "mention": "Non évaluable"},
            {"libelle": "Sous-total privé", "montant": second, "sous_total": "oui"},
        ],
        "total": "35",
    }


def test_sub_totals_sum_the_lines_since_the_one_before(check):
    assert check(financement=[with_sub_totals("30", "5")]) == []


def test_a_wrong_sub_total_is_an_error_at_its_line(check):
    fault = only(check(financement=[with_sub_totals("30", "35")]), "total_faux")
    assert fault.field == "financement.0.lignes.5.montant"
    assert "«\u00a0Sous-total privé\u00a0»" in fault.message
    assert "30\u00a0€ d'écart" in fault.message


def test_a_sub_total_of_a_column_is_checked(check):
    lines = [
        {"libelle": "Aude", "montants": ["10", "30"]},
        {"libelle": "Sous-total", "montants": ["10", "33"], "sous_total": "oui"},
    ]
    fault = only(check(financement=[{"colonnes": ["Prévu", "Réalisé"], "lignes": lines}]), "total_faux")
    assert fault.field == "financement.0.lignes.1.montants.1"


def test_a_note_with_both_sums_excuses_a_published_total(check):
    note = "Le total publié est de 67 159 € ; les lignes font 66\u202f159 €."
    assert check(financement=[table(AUDE, total="67 159", ecart=note)]) == []


def test_a_note_must_give_both_sums(check):
    faults = check(financement=[table(AUDE, total="67 159", ecart="Le total publié est de 67 159 €.")])
    fault = only(faults, "ecart_sans_sommes")
    assert "66\u202f159\u00a0€" in fault.message
    assert "67\u202f159\u00a0€" not in fault.message


def test_a_note_left_to_be_written_is_a_warning(check):
    fault = only(check(financement=[table(AUDE, total="67 159", ecart="à expliquer")]), "ecart_a_expliquer")
    assert fault.level is Level.WARNING
    assert fault.field == "financement.0.ecart"


@pytest.mark.parametrize("total", ["66 159", None])
def test_a_note_without_a_gap_is_a_warning(check, total):
    fields = {"ecart": "66 159 et 67 159"} | ({"total": total} if total else {})
    assert only(check(financement=[table(AUDE, **fields)]), "ecart_sans_objet").level is Level.WARNING


@pytest.mark.parametrize("label", ["Total", "TOTAL GÉNÉRAL", "Sous-total"])
def test_a_total_written_as_a_line_is_noticed(check, label):
    fault = only(check(financement=[table({"Aude": "10", label: "10"})]), "total_parmi_les_lignes")
    assert fault.field == "financement.0.lignes.1.libelle"
    assert "deux fois" in fault.message


def test_a_funder_whose_name_only_starts_like_a_total_is_not_one(check):
    assert check(financement=[table({"Totalénergies": "10"})]) == []


def figure(value: str, caption: str) -> list[dict[str, str]]:
    return [{"valeur": value, "legende": caption}]


@pytest.mark.parametrize(
    ("value", "caption", "sum_of_lines"),
    [
        ("67 000", "Coût total (en euros) du projet.", "67 159"),
        ("1,7", "Coût total (en millions d'euros) du projet.", "1 690 650"),
        ("3 349 000", "Coût total (en euros) du projet.", "3 349 000"),
        ("74", "Coût total (en milliers d'euros) du projet.", "73 745,13"),
        ("1,7 M€", "Coût total du projet.", "1 690 650"),
    ],
)
def test_a_rounded_total_cost_agrees_with_the_table(check, value, caption, sum_of_lines):
    assert check(chiffres=figure(value, caption), financement=[table({"Aude": sum_of_lines})]) == []


@pytest.mark.parametrize(
    ("value", "caption", "sum_of_lines"),
    [
        ("66 000", "Coût total (en euros) du projet.", "67 159"),
        ("1,6", "Coût total (en millions d'euros) du projet.", "1 690 650"),
        ("1,7", "Coût total (en milliers d'euros) du projet.", "1 690 650"),
        ("67 158", "Coût total (en euros) du projet.", "67 159"),
    ],
)
def test_another_total_cost_than_the_table_is_a_warning(check, value, caption, sum_of_lines):
    fault = only(check(chiffres=figure(value, caption), financement=[table({"Aude": sum_of_lines})]), "cout_different")
    assert fault.level is Level.WARNING
    assert fault.field == "chiffres.0.valeur"
    assert printed_amount(Decimal(sum_of_lines.replace(" ", "")), "EUR") in fault.message


@pytest.mark.parametrize("caption", ["Coût (en euros) d'un repas.", "Jeunes formés.", "Superficie totale."])
def test_a_figure_that_says_no_total_cost_is_left_alone(check, caption):
    assert check(chiffres=figure("12", caption)) == []


def test_a_total_cost_may_be_that_of_two_tables_together(check):
    tables = [table({"Togo": "99 944"}, nature="cout"), table({"Sénégal": "125 309"}, nature="cout")]
    assert check(chiffres=figure("225 253", "Coût total (en euros) du projet."), financement=tables) == []
    assert codes(check(chiffres=figure("225 254", "Coût total (en euros) du projet."), financement=tables)) != []


def test_a_cost_in_euros_is_not_compared_with_a_table_in_francs(check):
    tables = [table({"Aude": "5 000 000"}, devise="XOF")]
    assert check(chiffres=figure("7 600", "Coût total (en euros) du projet."), financement=tables) == []


def test_amounts_are_printed_as_french_does():
    assert printed_amount(Decimal("1690650"), "EUR") == "1\u202f690\u202f650\u00a0€"
    assert printed_amount(Decimal("73745.13"), "EUR") == "73\u202f745,13\u00a0€"
    assert printed_amount(Decimal("900.00"), "XOF") == "900\u00a0XOF"
