"""A sheet as the YAML that a careful person would write: fields in the order of the format, long texts under ``|``,
nothing that a reader of the file could do without.
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal

import yaml
from pydantic import BaseModel

from terrinclus_publish.fields import Data, said
from terrinclus_publish.models import AClasser, Bloc, Cellule, Fiche, Financement

WIDTH = 118
"""Signs on a line."""
_SCHEMA = "# yaml-language-server: $schema=../schemas/fiche.schema.json"
_ONE_OR_MORE = frozenset({"pays", "total", "regard"})
"""Fields where one value stands for a list of one."""
_NO_BREAK_BEFORE = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?:\s|$)|[»;:!?–]")
"""What would start an item of a list at the head of a line, or does not stand there in French."""
_ITEM = re.compile(r"( *(?:[-+*]|\d{1,9}[.)]) +| *)")


def write_fiche(fiche: Fiche) -> str:
    """The text of a sheet's file. Read again, it gives the same sheet; lines of prose are broken at spaces."""
    return "\n".join([_SCHEMA, *_mapping(_written(fiche), 0), ""])


class _Prose(str):
    """Markdown of several paragraphs, which stands under ``|``."""


def _written(model: BaseModel) -> Data:
    """The fields of a model as they are written: the shorter of two ways to say the same."""
    written = {name: _value(name, value) for name, value in said(model)}
    return _in_euros(written) if isinstance(model, Financement) and model.devise == "EUR" else written


def _in_euros(table: Data) -> Data:
    """A table of money with the sign of the euro after its amounts, as people type them."""
    lines = [{name: _euros(value) if name in ("montant", "montants") else value for name, value in line.items()}
             for line in table["lignes"]]  # fmt: skip
    return {**table, "lignes": lines, **({"total": _euros(table["total"])} if "total" in table else {})}


def _euros(value: object) -> object:
    if isinstance(value, list):
        return [_euros(item) for item in value]
    return f"{value} €" if isinstance(value, str) else value


def _value(name: str, value: object) -> object:
    match value:
        case Cellule(colonnes=1):
            return value.texte
        case Bloc(texte=str() as text) | AClasser(texte=text):
            return {**_written(value), "texte": _Prose(text)}
        case BaseModel():
            return _written(value)
        case Decimal():
            return amount(value)
        case [Bloc(texte=str() as text)]:
            return _Prose(text)
        case [only] if name in _ONE_OR_MORE:
            return _value("", only)
        case [*items]:
            return [_value("", item) for item in items]
    return value


def _mapping(data: Data, indent: int) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(key, value, indent)


def _entry(key: str, value: object, indent: int) -> Iterator[str]:
    """A field and its value."""
    margin = " " * indent
    if isinstance(value, str):
        yield from _text(f"{margin}{key}:", value, indent + 2)
    elif isinstance(value, dict):
        yield f"{margin}{key}:"
        yield from _mapping(value, indent + 2)
    elif isinstance(value, list):
        yield f"{margin}{key}:"
        yield from _sequence(value, indent + 2)
    else:
        yield f"{margin}{key}: {_scalar(value)}"


def _sequence(values: list[object], indent: int) -> Iterator[str]:
    """The items of a list, each after its dash."""
    margin = " " * indent
    for value in values:
        if isinstance(value, str):
            yield from _text(f"{margin}-", value, indent + 2)
        elif isinstance(value, dict):
            yield from _dashed(list(_mapping(value, indent + 2)), margin)
        elif isinstance(value, list):
            yield from _dashed(list(_sequence(value, indent + 2)), margin)
        else:
            yield f"{margin}- {_scalar(value)}".rstrip()


def _dashed(lines: list[str], margin: str) -> Iterator[str]:
    yield f"{margin}- {lines[0].lstrip(' ')}"
    yield from lines[1:]


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    return "''" if value is None else f"{value}"


def amount(value: Decimal) -> str:
    """An amount as people type it: ``21 170``, ``73 745,13``."""
    number = f"{value:,.2f}" if value % 1 else f"{value:,.0f}"
    return number.replace(",", " ").replace(".", ",")


# --- texts -----------------------------------------------------------------------------------------------------------


def _text(head: str, text: str, indent: int) -> Iterator[str]:
    """A text after ``key:`` or ``-``: on the line, folded under ``>-``, or as it stands under ``|``."""
    margin = " " * indent
    if isinstance(text, _Prose) or "\n" in text:
        yield f"{head} {'|' if isinstance(text, _Prose) else '|-'}"
        yield from (f"{margin}{line}".rstrip(" ") for line in wrapped(text, WIDTH - indent))
    elif len(head) + 1 + len(short := quoted(text)) <= WIDTH and not (short != text and "\\" in short):
        yield f"{head} {short}"
    else:
        yield f"{head} >-"
        yield from (f"{margin}{line}" for line in folded(text, WIDTH - indent))


def quoted(text: str) -> str:
    """A text on one line: as it is where every YAML reader takes it for that text, else between double quotes."""
    if text and text == text.strip() and _is_plain(text):
        return text
    return json.dumps(text, ensure_ascii=False) if text else "''"


def _is_plain(text: str) -> bool:
    if " #" in text or "\u00a0" in text[:1] or re.match(r"[\d+.-][\d_.:,]*$|0[xob]", text):
        return bool(re.fullmatch(r"\d+(?:,\d+|(?: \d{3})+)", text))
    try:
        return bool(yaml.load(f"cle: {text}", Loader=yaml.CSafeLoader) == {"cle": text})
    except (yaml.YAMLError, ValueError):
        return False


def wrapped(markdown: str, width: int) -> Iterator[str]:
    """Markdown with its long lines broken at spaces, where Markdown sees the same; items keep their indentation."""
    for line in markdown.split("\n"):
        head = _ITEM.match(line)
        margin = head[0] if head else ""
        body = line[len(margin) :]
        for rank, piece in enumerate(folded(body, max(width - len(margin), 20))):
            yield (margin if rank == 0 else " " * len(margin)) + piece


def folded(text: str, width: int) -> list[str]:
    """A line cut at single spaces; no piece starts as an item of a list would, or ends with a backslash."""
    pieces: list[str] = []
    start = 0
    while len(text) - start > width:
        cut = _cut(text, start, width)
        if cut < 0:
            break
        pieces.append(text[start:cut])
        start = cut + 1
    return [*pieces, text[start:]]


def _cut(text: str, start: int, width: int) -> int:
    """Where to cut a line that starts there: the last good space within the width, else the first after it."""
    within = [place for place in range(start + 1, start + width + 1) if _may_cut(text, place)]
    if within:
        return within[-1]
    beyond = text.find(" ", start + width + 1)
    while beyond >= 0 and not _may_cut(text, beyond):
        beyond = text.find(" ", beyond + 1)
    return beyond


def _may_cut(text: str, place: int) -> bool:
    if text[place : place + 1] != " " or text[place - 1] in " \\«" or text[place + 1 : place + 2] in ("", " "):
        return False
    return not _NO_BREAK_BEFORE.match(text, place + 1)
