"""Tables of money: who pays, or what is paid."""

import re
from decimal import Decimal
from functools import lru_cache

from pydantic_core import PydanticCustomError

from terrinclus_publish.fields import Data
from terrinclus_publish.models import Financement, parse_amount
from terrinclus_publish.normal import Standard, cents, without_computed_total
from terrinclus_publish.prose import Span
from terrinclus_publish.reading.document import Cell, Line, Table
from terrinclus_publish.stylenames import PRECISION, Part, role_of
from terrinclus_publish.vocabulary import locale
from terrinclus_publish.wording import fold, head_of

TO_EXPLAIN, UNNAMED = "à expliquer", "À nommer"
"""What stands where the document says nothing of a line or a column."""
ROUNDING = Decimal(1)
"""A difference up to this is a rounding, as in ``checks.money``."""
_SHARE = re.compile(r"[<≈~]?[\s\u00a0\u202f]*\d+(?:[.,]\d+)?[\s\u00a0\u202f]*%|[–—-]")
MOST_COLUMNS = 6
"""A name, four amounts, a share."""
_AMOUNT = re.compile(r"^(?P<amount>\d[\d\s\u00a0\u202f\u2009.,]*)(?P<rest>.*)$", re.DOTALL)


def is_money(table: Table, standard: Standard) -> str:
    """``financement`` or ``cout`` where the first row is the uniform one of such a table; else nothing."""
    heads = [cell.text for cell in table.rows[0]] if table.rows else []
    for nature in ("financement", "cout"):
        named = standard.is_label(heads[0], f"{nature}.libelle") if heads else False
        if len(heads) > 1 and (named or standard.is_label(heads[1], f"{nature}.montant")):
            return nature
    return ""


def money_table(table: Table, nature: str, title: str, standard: Standard) -> tuple[Data, list[str]]:
    """The fields of a table of money, and its words that none of them holds; ``title`` is the heading above it."""
    rows = [list(row) for row in table.rows if any(cell.text for cell in row)]
    heads = [cell.text for cell in rows[0]]
    rows, heads, others = _without_shares(rows, heads, nature, standard)
    columns = [standard.text([Span(head)]) for head in heads[1:]]
    if len(columns) > 1:
        columns = [column or UNNAMED for column in columns]
    if len(columns) == 1 and _says_nothing_new(columns[0], nature, standard):
        columns = []
    width = max(len(columns), 1)
    found: Data = {} if nature == "financement" else {"nature": nature}
    if title:
        found["titre"] = title
    currency = _currency(rows, standard)
    if currency != "EUR":
        found["devise"] = currency
    if columns:
        found["colonnes"] = columns
    lines, total = [], None
    for rank, row in enumerate(rows[1:], 1):
        values, words = _amounts(row[1:], width, standard.language)
        if _is_total(row[0], rank == len(rows) - 1, nature, standard) and all(v is not None for v in values):
            if total is not None:
                others += [f"{rows[rank][0].text} : {' ; '.join(cell.text for cell in row[1:])}"]
            total = total or values
            others += words
        else:
            lines.append(_line(row, values, words, rank < len(rows) - 1, standard))
    found["lignes"] = lines or [{"libelle": TO_EXPLAIN}]
    if total is not None:
        found["total"] = total
    return _with_gap(without_computed_total(found)), others


def _says_nothing_new(column: str, nature: str, standard: Standard) -> bool:
    """Whether the title of an only column of amounts is the uniform one, or a word of the heading above."""
    heading = fold(head_of(standard.labels, f"{nature}.titre")).split()
    return standard.is_label(column, f"{nature}.montant") or set(fold(column).split()) <= set(heading)


def _without_shares(
    rows: list[list[Cell]], heads: list[str], nature: str, standard: Standard
) -> tuple[list[list[Cell]], list[str], list[str]]:
    """The table without its column of shares, which is computed; and what else somebody wrote in that column."""
    if len(heads) <= 2 or not standard.is_label(heads[-1], f"{nature}.part"):
        return rows, heads, []
    width = sum(cell.span for cell in rows[0])
    shares = [row[-1].text.strip() for row in rows[1:] if sum(cell.span for cell in row) == width]
    rows = [row[:-1] if sum(cell.span for cell in row) == width else row for row in rows]
    return rows, heads[:-1], [text for text in shares if text and not _SHARE.fullmatch(text)]


def _currency(rows: list[list[Cell]], standard: Standard) -> str:
    """The code of the currency of the first amount that names one, by its sign in the sheet's language."""
    for row in rows[1:]:
        for cell in row[1:]:
            _, sign, _ = _taken_apart(cell.text, standard.language)
            if sign in _signs(standard.language):
                return _signs(standard.language)[sign]
    return "EUR"


@lru_cache(maxsize=8)
def _signs(language: str) -> dict[str, str]:
    """The code of each currency by its sign and by itself."""
    own = locale(language).currency_symbols
    codes = dict.fromkeys([*locale(language).currencies, *own])
    signs = {_spaced(own.get(code, code)): code for code in reversed(list(codes))}
    return {**{code: code for code in codes}, **signs, "€": "EUR", "euros": "EUR", "euro": "EUR"}


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _taken_apart(text: str, language: str) -> tuple[str, str, str]:
    """The number, the currency's sign and the words after them; no number where the text does not begin with one."""
    text = _spaced(text)
    head = re.match(r"^(?P<sign>[^\d\s-]{1,5}) ?(?=\d)", text)
    if head and _spaced(head["sign"]) in _signs(language):
        number, sign, rest = _AMOUNT.match(text[head.end() :]), head["sign"], ""
    else:
        number, sign, rest = _AMOUNT.match(text), "", ""
    if not number:
        return "", "", text
    rest = number["rest"].strip()
    if not sign:
        for length in (2, 1):
            words = rest.split(" ")
            if " ".join(words[:length]) in _signs(language):
                sign, rest = " ".join(words[:length]), " ".join(words[length:])
                break
    return number["amount"].strip().rstrip(".,"), sign, rest


def read_amount(text: str, language: str) -> tuple[Decimal | None, str]:
    """The amount that a cell begins with, and the words after it: ``20 000 € sur 24 mois``."""
    number, _, rest = _taken_apart(text, language)
    if not language.startswith("fr"):
        number = number.replace(",", "")
    try:
        amount = parse_amount(number)
    except PydanticCustomError:
        return None, _spaced(text)
    return (cents(amount), rest) if isinstance(amount, Decimal) else (None, _spaced(text))


def _amounts(cells: list[Cell], width: int, language: str) -> tuple[list[Decimal | None], list[str]]:
    """The amounts of a row, one a column, and the words that stand there beside or instead."""
    values: list[Decimal | None] = []
    words: list[str] = []
    for cell in cells:
        value, rest = read_amount(cell.text, language) if len(values) < width else (None, cell.text)
        values += [value, *[None] * (cell.span - 1)]
        words += [rest] if rest else []
    return [*values, *[None] * (width - len(values))][:width], words


def _is_total(label: Cell, last: bool, nature: str, standard: Standard) -> bool:
    folded = fold(label.text)
    return standard.is_label(label.text, f"{nature}.total") or (last and folded.startswith("total "))


def _line(row: list[Cell], values: list[Decimal | None], words: list[str], inner: bool, standard: Standard) -> Data:
    name, precision = _label(row[0])
    line: Data = {"libelle": standard.text([Span(name)]) or TO_EXPLAIN}
    told = any(value is not None for value in values)
    if told:
        line.update({"montant": values[0]} if len(values) == 1 else {"montants": values})
        precision = " ; ".join([*([precision] if precision else []), *words])
    if precision:
        line["precision"] = standard.text([Span(precision)])
    if words and not told:
        line["mention"] = standard.text([Span(" ; ".join(words))])
    styles = [role_of(item.style) for item in row[0].items if isinstance(item, Line)]
    is_total = any(role is not None and role.part is Part.TOTAL for role in styles)
    if (is_total or fold(name).startswith("sous total")) and told and inner:
        line["sous_total"] = True
    return line


def _label(cell: Cell) -> tuple[str, str]:
    """The name of a line, and what its page sets after it in brackets; a letter that the bar goes by is computed."""
    name, precision = "", ""
    for line in cell.lines:
        for run in line.runs:
            if fold(run.style) == fold(PRECISION):
                precision += run.text
            elif fold(run.style) not in _LETTERS or len(run.text.strip()) > 1:
                name += run.text
        name += " "
    precision = precision.strip()
    return name, precision[1:-1] if precision.startswith("(") and precision.endswith(")") else precision


_LETTERS = frozenset({"lettre", "numero"})
"""Character styles, folded, of the letter that stands before a funder's name."""


def _with_gap(table: Data) -> Data:
    """A total that is not the sum of its lines asks for a word of explanation."""
    if "total" not in table:
        return table
    sums = Financement.model_validate({**table, "total": None}).sommes
    differs = any(abs(given - total) > ROUNDING for given, total in zip(table["total"], sums, strict=True))
    return {**table, "ecart": TO_EXPLAIN} if differs else table
