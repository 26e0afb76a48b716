from decimal import Decimal
from typing import Any

import pytest

from terrinclus_publish.checks.money import printed_amount
from terrinclus_publish.faults import Level


def table(amounts: dict[str, str], **fields: Any) -> dict[str, Any]:
    return {"lignes": [{"libelle": name, "montant": amount} for name, amount in amounts.items()], **fields}


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
def test_another_total_cost_than_the_table_is_a_warning(the_fault, value, caption, sum_of_lines):
    fault = the_fault("different-cost", chiffres=figure(value, caption), financement=[table({"Aude": sum_of_lines})])
    assert fault.level is Level.WARNING
    assert fault.field == "chiffres.0.valeur"
    assert printed_amount(Decimal(sum_of_lines.replace(" ", "")), "EUR") in fault.message


@pytest.mark.parametrize("caption", ["Coût (en euros) d'un repas.", "Jeunes formés.", "Superficie totale."])
def test_a_figure_that_says_no_total_cost_is_left_alone(check, caption):
    assert check(chiffres=figure("12", caption)) == []


def test_a_total_cost_may_be_that_of_two_tables_together(check):
    tables = [table({"Togo": "99 944"}, nature="cout"), table({"Sénégal": "125 309"}, nature="cout")]
    assert check(chiffres=figure("225 253", "Coût total (en euros) du projet."), financement=tables) == []
    assert check(chiffres=figure("225 254", "Coût total (en euros) du projet."), financement=tables) != []


def test_a_cost_in_euros_is_not_compared_with_a_table_in_francs(check):
    tables = [table({"Aude": "5 000 000"}, devise="XOF")]
    assert check(chiffres=figure("7 600", "Coût total (en euros) du projet."), financement=tables) == []
