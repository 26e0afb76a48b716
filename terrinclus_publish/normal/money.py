"""Tables of money in their normal form."""

from decimal import Decimal

from terrinclus_publish.fields import Data
from terrinclus_publish.models import Financement
from terrinclus_publish.normal.standard import (
    Standard,
    normal_heading,
    normal_line,
    normal_text,
    normal_texts,
)


def normal_money(tables: list[Data], standard: Standard) -> list[Data]:
    """Tables of money."""
    return [_money(table, standard) for table in tables]


def _money(table: Data, standard: Standard) -> Data:
    label = f"{table.get('nature', 'financement')}.montant"
    columns = normal_texts(table.get("colonnes", []), standard)
    if len(columns) == 1 and standard.is_label(columns[0], label):
        columns = []
    changed: Data = {name: table[name] for name in ("nature", "devise") if name in table}
    if "titre" in table:
        changed["titre"] = normal_heading(table["titre"], standard)
    if columns:
        changed["colonnes"] = columns
    changed["lignes"] = [_money_line(line, max(len(columns), 1), standard) for line in table["lignes"]]
    if "total" in table:
        changed["total"] = [cents(value) for value in table["total"]]
    if "ecart" in table:
        changed["ecart"] = normal_line(table["ecart"], standard)
    return without_computed_total(changed)


def without_computed_total(table: Data) -> Data:
    """The table without a total that is the sum of its lines."""
    if "total" in table and tuple(table["total"]) == Financement.model_validate({**table, "total": None}).sommes:
        return {name: value for name, value in table.items() if name != "total"}
    return table


def _money_line(line: Data, width: int, standard: Standard) -> Data:
    changed: Data = {"libelle": normal_text(line["libelle"], standard)}
    amounts = line.get("montants", [line["montant"]] if "montant" in line else [])
    amounts = [None if amount is None else cents(amount) for amount in amounts]
    if any(amount is not None for amount in amounts):
        changed.update({"montant": amounts[0]} if width == 1 else {"montants": amounts})
    for name in ("precision", "mention"):
        if name in line:
            changed[name] = normal_text(line[name], standard)
    return {**changed, **({"sous_total": True} if line.get("sous_total") else {})}


def cents(amount: Decimal) -> Decimal:
    """An amount with two decimals, or none where they are nothing."""
    return amount.quantize(Decimal(1) if amount == amount.to_integral_value() else Decimal("0.01"))
