from decimal import Decimal
from typing import Any

import pytest

from terrinclus_publish.checks.money import printed_amount
from terrinclus_publish.faults import Level

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


def test_the_wrong_total_of_the_published_guide_is_found(the_fault):
    fault = the_fault("wrong-total", financement=[table(AUDE, total="67 159 €")])
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
def test_a_difference_of_one_unit_is_a_rounding(the_fault, total):
    assert the_fault("rounded-total", financement=[table(AUDE, total=total)]).level is Level.WARNING


def test_a_difference_of_two_units_is_an_error(the_fault):
    assert the_fault("wrong-total", financement=[table(AUDE, total="66 161")]).level is Level.ERROR


def test_centimes_add_up_exactly(check):
    amounts = {"Val-de-Marne": "73 745,03", "Ministère": "0,10"}
    assert check(financement=[table(amounts, total="73 745,13")]) == []


def test_the_second_of_two_columns_is_checked_and_named(check, the_fault):
    lines = [{"libelle": "Aude", "montants": ["10", "30"]}, {"libelle": "Sousse", "montants": ["5", "5"]}]
    columns = {"colonnes": ["Prévu", "Réalisé"], "lignes": lines}
    assert check(financement=[{**columns, "total": ["15", "35"]}]) == []
    fault = the_fault("wrong-total", financement=[{**columns, "total": ["15", "40"]}])
    assert fault.field == "financement.0.total.1"
    assert "«\u00a0Réalisé\u00a0»" in fault.message


def test_another_currency_is_named_in_the_message(the_fault):
    fault = the_fault("wrong-total", financement=[table({"Aude": "5 000 000"}, total="6 000 000", devise="XOF")])
    assert "1\u202f000\u202f000\u00a0F\u202fCFA" in fault.message


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


def test_a_wrong_sub_total_is_an_error_at_its_line(the_fault):
    fault = the_fault("wrong-total", financement=[with_sub_totals("30", "35")])
    assert fault.field == "financement.0.lignes.5.montant"
    assert "«\u00a0Sous-total privé\u00a0»" in fault.message
    assert "30\u00a0€ d'écart" in fault.message


def test_a_sub_total_of_a_column_is_checked(the_fault):
    lines = [
        {"libelle": "Aude", "montants": ["10", "30"]},
        {"libelle": "Sous-total", "montants": ["10", "33"], "sous_total": "oui"},
    ]
    fault = the_fault("wrong-total", financement=[{"colonnes": ["Prévu", "Réalisé"], "lignes": lines}])
    assert fault.field == "financement.0.lignes.1.montants.1"


def test_a_note_with_both_sums_excuses_a_published_total(check):
    note = "Le total publié est de 67 159 € ; les lignes font 66\u202f159 €."
    assert check(financement=[table(AUDE, total="67 159", ecart=note)]) == []


def test_a_note_excuses_a_published_sub_total_too(check):
    note = "Le total publié est de 36 € ; les lignes font 35 €."
    assert check(financement=[{**with_sub_totals("30", "6"), "total": "36", "ecart": note}]) == []


def test_a_note_must_give_both_sums(the_fault):
    tables = [table(AUDE, total="67 159", ecart="Le total publié est de 67 159 €.")]
    fault = the_fault("gap-note-without-sums", financement=tables)
    assert "66\u202f159\u00a0€" in fault.message
    assert "67\u202f159\u00a0€" not in fault.message


def test_a_note_left_to_be_written_is_a_warning(the_fault):
    fault = the_fault("gap-to-explain", financement=[table(AUDE, total="67 159", ecart="à expliquer")])
    assert fault.level is Level.WARNING
    assert fault.field == "financement.0.ecart"


@pytest.mark.parametrize("total", ["66 159", None])
def test_a_note_without_a_gap_is_a_warning(the_fault, total):
    fields = {"ecart": "66 159 et 67 159"} | ({"total": total} if total else {})
    assert the_fault("gap-note-without-gap", financement=[table(AUDE, **fields)]).level is Level.WARNING


@pytest.mark.parametrize("label", ["Total", "TOTAL GÉNÉRAL", "Sous-total"])
def test_a_total_written_as_a_line_is_noticed(the_fault, label):
    fault = the_fault("total-among-lines", financement=[table({"Aude": "10", label: "10"})])
    assert fault.field == "financement.0.lignes.1.libelle"
    assert "deux fois" in fault.message


def test_a_funder_whose_name_only_starts_like_a_total_is_not_one(check):
    assert check(financement=[table({"Totalénergies": "10"})]) == []


def test_amounts_are_printed_as_french_does():
    assert printed_amount(Decimal("1690650"), "EUR") == "1\u202f690\u202f650\u00a0€"
    assert printed_amount(Decimal("73745.13"), "EUR") == "73\u202f745,13\u00a0€"
    assert printed_amount(Decimal("900.00"), "XOF") == "900\u00a0F\u202fCFA"
