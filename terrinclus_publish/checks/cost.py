"""The rule on the key figure that says a total cost: it agrees with the tables of money."""

import re
from collections.abc import Iterator
from decimal import Decimal

from terrinclus_publish.checks.money import printed_amount
from terrinclus_publish.checks.rule import Context, plain, warning
from terrinclus_publish.faults import Fault
from terrinclus_publish.models import Chiffre, Fiche, Financement
from terrinclus_publish.reading import Source

_TOTAL_COST = re.compile(r"\b(cout|budget|montant)s? (total|global)|^(cout|budget)( \([^)]*\))? du (projet|programme)")
_VALUE = re.compile(r"(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d+))? ?(k€|m€|€|euros?|millions?.*|milliers?.*)?")
_CURRENCIES = {"EUR": r"€|\beuros?\b", "XOF": r"\b(f ?cfa|francs? cfa|xof)\b", "USD": r"\$|\b(dollars?|usd)\b"}
_MULTIPLES = {
    r"\bmilliards?\b": Decimal(10**9),
    r"\bmillions?\b|\bm€": Decimal(10**6),
    r"\bmilliers?\b|\bk€": Decimal(10**3),
}


def the_cost_agrees_with_the_table(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rule « a key figure that says a total cost differs from the table by more than rounding »."""
    for index, chiffre in enumerate(source.model.chiffres):
        words = f"{plain(chiffre.valeur)} {plain(chiffre.legende)}"
        tables = _tables_in(source.model.financement, words)
        cost = _cost(chiffre, words)
        if cost is None or not tables:
            continue
        value, precision = cost
        totals = _totals(tables)
        if any(abs(total - value) <= precision / 2 for total in totals):
            continue
        devise = tables[0].devise
        yield warning(
            source,
            ("chiffres", index, "valeur"),
            "different-cost",
            f"Le coût total est de {printed_amount(value, devise)} ici, "
            f"de {printed_amount(totals[-1], devise)} dans le tableau",
            found=chiffre.valeur,
            expected="Donnez le même montant aux deux endroits, arrondi si besoin",
        )


def _cost(chiffre: Chiffre, words: str) -> tuple[Decimal, Decimal] | None:
    """The total cost that a key figure says and the precision at which it is printed, in units of its currency."""
    match = _VALUE.fullmatch(plain(chiffre.valeur))
    if not match or not _TOTAL_COST.search(plain(chiffre.legende)):
        return None
    multiple = next((factor for unit, factor in _MULTIPLES.items() if re.search(unit, words)), Decimal(1))
    whole, decimals = match[1].replace(" ", ""), match[2] or ""
    zeros = len(whole) - len(whole.rstrip("0")) if not decimals else -len(decimals)
    return Decimal(f"{whole}.{decimals or 0}") * multiple, Decimal(10) ** zeros * multiple


def _tables_in(tables: list[Financement], words: str) -> list[Financement]:
    """The tables in the currency that the key figure names; those of the first table's currency when it names none."""
    named = [code for code, pattern in _CURRENCIES.items() if re.search(pattern, words)]
    wanted = named[0] if named else tables[0].devise if tables else ""
    return [table for table in tables if table.devise == wanted]


def _totals(tables: list[Financement]) -> list[Decimal]:
    """What may be called the total: each table's columns, then the tables of one nature together."""
    alone = [total for table in tables for total in table.totaux]
    natures = dict.fromkeys(table.nature for table in tables)
    together = [sum((table.totaux[-1] for table in tables if table.nature == nature), Decimal(0)) for nature in natures]
    return alone + together[::-1]
