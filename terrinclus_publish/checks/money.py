"""Rules on money: totals, sub-totals, the note that explains a published total, and the key figure that repeats it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from terrinclus_publish.checks.rule import Context, error, plain, quoted, warning
from terrinclus_publish.faults import Fault, Path
from terrinclus_publish.models import Chiffre, Fiche, Financement
from terrinclus_publish.reading import Source

ROUNDING = Decimal(1)
"""In units of the table's currency: a difference up to this is a rounding (the format's rule)."""

_TO_EXPLAIN = "a expliquer"


def printed_amount(value: Decimal, currency: str) -> str:
    """An amount as French prints it: ``67 159 €`` with U+202F between thousands and U+00A0 before the currency."""
    digits = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
    return digits.replace(",", "\u202f").replace(".", ",") + "\u00a0" + ("€" if currency == "EUR" else currency)


def totals_add_up(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rule « total given, sum of the amounts differs, no écart », column by column."""
    for index, table in enumerate(source.model.financement):
        if table.total is None or table.ecart is not None:
            continue
        for column, (given, total) in enumerate(zip(table.total, table.sommes, strict=True)):
            path: Path = ("financement", index, "total")
            words = "le total" + _of_column(table, column)
            yield from _agree(source, path + ((column,) if table.colonnes else ()), (given, total), words, table)


def sub_totals_add_up(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rule on sub-totals, « checked like the total »: the lines since the sub-total before."""
    for index, table in enumerate(source.model.financement):
        if table.ecart is not None:
            continue
        running = [Decimal(0)] * max(len(table.colonnes), 1)
        for number, line in enumerate(table.lignes):
            for column, value in enumerate(line.valeurs):
                if not line.sous_total:
                    running[column] += value or 0
                elif value is not None:
                    path: Path = ("financement", index, "lignes", number)
                    path += ("montant",) if line.montants is None else ("montants", column)
                    words = f"le sous-total {quoted(line.libelle)}{_of_column(table, column)}"
                    yield from _agree(source, path, (value, running[column]), words, table)
            if line.sous_total:
                running = [Decimal(0)] * len(running)


def _of_column(table: Financement, column: int) -> str:
    return f" de la colonne {quoted(table.colonnes[column])}" if table.colonnes else ""


def _agree(
    source: Source[Fiche], path: Path, amounts: tuple[Decimal, Decimal], words: str, table: Financement
) -> Iterator[Fault]:
    """Compare a given total with the sum of its lines."""
    given, total = amounts
    if given == total:
        return
    found, wanted, gap = (printed_amount(value, table.devise) for value in (given, total, abs(given - total)))
    message = f"{words} est de {found}, la somme des lignes de {wanted}, soit {gap} d'écart"
    if abs(given - total) <= ROUNDING:
        expected = f"{wanted}, si ce n'est pas un arrondi voulu"
        yield warning(source, path, "total_arrondi", message, found=found, expected=expected)
        return
    expected = f"corrigez une ligne, ou écrivez {wanted} ; si {found} est le montant publié, dites-le dans « ecart »"
    yield error(source, path, "total_faux", message, found=found, expected=expected)


def the_note_explains_a_gap(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rules on « ecart »: to be explained, without a gap to explain, or silent on the two sums."""
    for index, table in enumerate(source.model.financement):
        if table.ecart is None:
            continue
        path = ("financement", index, "ecart")
        if table.total is None or tuple(table.total) == table.sommes:
            message = "une note explique un écart, mais le total est bien la somme des lignes"
            yield warning(source, path, "ecart_sans_objet", message, found=table.ecart, expected="retirez « ecart »")
        elif plain(table.ecart).startswith(_TO_EXPLAIN):
            expected = "une phrase qui donne les deux sommes et en dit ce que l'on sait"
            message = "l'écart entre le total et la somme des lignes reste à expliquer"
            yield warning(source, path, "ecart_a_expliquer", message, found=table.ecart, expected=expected)
        elif missing := _amounts_missing(table, table.ecart):
            expected = "une note qui donne les deux sommes, pour que le lecteur puisse les comparer"
            message = f"la note sur l'écart ne dit pas {' ni '.join(missing)}"
            yield warning(source, path, "ecart_sans_sommes", message, found=table.ecart, expected=expected)


def _amounts_missing(table: Financement, note: str) -> list[str]:
    """The amounts that differ and that the note does not give."""
    digits = re.sub(r"(?<=\d)[\s\u00a0\u202f\u2009](?=\d{3})", "", note)
    pairs = [pair for pair in zip(table.totaux, table.sommes, strict=True) if pair[0] != pair[1]]
    told = {Decimal(number.replace(",", ".")) for number in re.findall(r"\d+(?:[.,]\d+)?", digits)}
    return [printed_amount(value, table.devise) for pair in pairs for value in pair if value not in told]


def no_total_among_the_lines(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """A line « Total » would be summed twice: the format has ``total`` and ``sous_total`` for it."""
    for index, table in enumerate(source.model.financement):
        for number, line in enumerate(table.lignes):
            if line.sous_total or not re.match(r"(sous )?total\b", plain(line.libelle)):
                continue
            yield warning(
                source,
                ("financement", index, "lignes", number, "libelle"),
                "total_parmi_les_lignes",
                f"la ligne {quoted(line.libelle)} s'ajoute aux autres : elle serait comptée deux fois",
                found=line.libelle,
                expected="« total » après les lignes pour un total, « sous_total: oui » pour un sous-total",
            )


# --- The key figure that says a total cost ---------------------------------------------------------------------------

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
            "cout_different",
            f"le coût total est de {printed_amount(value, devise)} ici, "
            f"de {printed_amount(totals[-1], devise)} dans le tableau",
            found=chiffre.valeur,
            expected="le même montant aux deux endroits, arrondi si besoin",
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
