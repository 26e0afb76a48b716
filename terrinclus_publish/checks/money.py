"""Rules on the tables of money: totals, sub-totals, and the note that explains a published total."""

import re
from collections.abc import Iterator
from decimal import Decimal

from babel.numbers import format_currency

from terrinclus_publish.checks.rule import Context, error, plain, quoted, warning
from terrinclus_publish.faults import Fault, Path
from terrinclus_publish.models import Fiche, Financement
from terrinclus_publish.reading import Source
from terrinclus_publish.vocabulary import locale

ROUNDING = Decimal(1)
"""In units of the table's currency: a difference up to this is a rounding (the format's rule)."""

_TO_EXPLAIN = "a expliquer"


def printed_amount(value: Decimal, currency: str) -> str:
    """An amount in French, ``67 159 €``: U+202F between thousands, U+00A0 before the currency, cents if there are."""
    cents = "" if value == value.to_integral_value() else ".00"
    return format_currency(value, currency, f"#,##0{cents}\u00a0¤", locale=locale("fr"), currency_digits=False)


def totals_add_up(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rule « total given, sum of the amounts differs, no écart », column by column."""
    for index, table in enumerate(source.model.financement):
        if table.total is None or table.ecart is not None:
            continue
        for column, (given, total) in enumerate(zip(table.total, table.sommes, strict=True)):
            path: Path = ("financement", index, "total")
            words = "Le total" + _of_column(table, column)
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
                    words = f"Le sous-total {quoted(line.libelle)}{_of_column(table, column)}"
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
        expected = f"Écrivez {wanted}, si ce n'est pas un arrondi voulu"
        yield warning(source, path, "rounded-total", message, found=found, expected=expected)
        return
    expected = f"Corrigez une ligne, ou écrivez {wanted} ; si {found} est le montant publié, dites-le dans « ecart »"
    yield error(source, path, "wrong-total", message, found=found, expected=expected)


def the_note_explains_a_gap(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rules on « ecart »: to be explained, without a gap to explain, or silent on the two sums."""
    for index, table in enumerate(source.model.financement):
        if table.ecart is None:
            continue
        path = ("financement", index, "ecart")
        if table.total is None or tuple(table.total) == table.sommes:
            message = "Une note explique un écart, mais le total est bien la somme des lignes"
            yield warning(
                source, path, "gap-note-without-gap", message, found=table.ecart, expected="Retirez « ecart »"
            )
        elif plain(table.ecart).startswith(_TO_EXPLAIN):
            expected = "Écrivez une phrase qui donne les deux sommes et en dit ce que l'on sait"
            message = "L'écart entre le total et la somme des lignes reste à expliquer"
            yield warning(source, path, "gap-to-explain", message, found=table.ecart, expected=expected)
        elif missing := _amounts_missing(table, table.ecart):
            expected = "Écrivez une note qui donne les deux sommes, pour que le lecteur puisse les comparer"
            message = f"La note sur l'écart ne dit pas {' ni '.join(missing)}"
            yield warning(source, path, "gap-note-without-sums", message, found=table.ecart, expected=expected)


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
                "total-among-lines",
                f"La ligne {quoted(line.libelle)} s'ajoute aux autres : elle serait comptée deux fois",
                found=line.libelle,
                expected="Écrivez « total » après les lignes pour un total, « sous_total: oui » pour un sous-total",
            )
