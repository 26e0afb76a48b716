"""Plain text or Markdown to a document: blocks between blank lines, lists, tables with tabs or bars.

What a paragraph's lines mean (one sentence that was wrapped, or a name and a function) is not decided here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from terrinclus_publish.faults import Fault, FaultsError, Level, Place
from terrinclus_publish.prose import Mark, Span, read_line
from terrinclus_publish.prose.spans import clean
from terrinclus_publish.reading.document import Cell, Document, Item, Line, Run, Table

LARGEST = 5 * 1024 * 1024
"""Bytes; the guide of eighty pages has 180 000."""
_ITEM = re.compile(r"^(?P<margin>\s*)(?:(?P<bullet>[-*+•·▪●◦–])|(?P<number>\d{1,3})[.)])\s+(?=\S)")
_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_TAG = re.compile(r"</?(?:p|div|span|strong|em|b|i|br)\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
_RULE_ROW = re.compile(r"^\s*\|?[\s:|-]+\|[\s:|-]*$")


def read_plain(content: bytes, shown: str) -> Document:
    """The document of a text's bytes (UTF-8, or else Windows-1252). Raises FaultsError."""
    if len(content) > LARGEST or b"\0" in content:
        message = "Ce fichier dépasse 5 Mio, ou n'est pas un texte\u00a0: il n'est pas lu"
        raise FaultsError([Fault("import-unreadable", Level.ERROR, Place(shown), message)])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    text = clean(_BREAK.sub("\n", text.replace("\f", "\n\n")))
    return Document(list(_items(text)))


def _items(text: str) -> Iterator[Item]:
    for blank, group in groupby(text.split("\n"), key=lambda line: not line.strip(" \u00a0\u202f")):
        if not blank:
            yield from _block(list(group))


def _block(lines: Sequence[str]) -> Iterator[Item]:
    """The paragraphs, items and tables of lines without a blank one between them."""
    for kind, group in groupby(lines, key=_kind):
        rows = list(group)
        if kind == "tabs":
            yield _table([row.rstrip("\n").split("\t") for row in rows])
        elif kind == "bars":
            yield _table([_barred(row) for row in rows if not _RULE_ROW.match(row)])
        else:
            yield from _paragraphs(rows)


def _kind(line: str) -> str:
    if "\t" in line.strip(" "):
        return "tabs"
    return "bars" if line.strip().startswith("|") and line.strip().endswith("|") else "text"


def _barred(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _table(rows: Sequence[Sequence[str]]) -> Table:
    made = (tuple(Cell((Line(_runs(cell)),)) for cell in row) for row in rows)
    return Table(tuple(made))


def _paragraphs(lines: Sequence[str]) -> Iterator[Line]:
    """Items and headings start a paragraph; what follows them goes on."""
    gathered: list[str] = []
    mark: Mark | None = None
    for line in lines:
        item, heading = _ITEM.match(line), _HEADING.match(line)
        if (item or heading) and gathered:
            yield Line(_runs("\n".join(gathered)), mark=mark)
            gathered, mark = [], None
        if heading:
            yield Line(_runs(heading[2]), outline=len(heading[1]) - 1)
        elif item:
            level = min(len(item["margin"].expandtabs(4)) // 2, 1)
            mark = Mark("bullet", level) if item["bullet"] else Mark("number", level, int(item["number"]))
            gathered = [line[item.end() :]]
        else:
            gathered.append(line.strip())
    if gathered:
        yield Line(_runs("\n".join(gathered)), mark=mark)


def _runs(text: str) -> tuple[Run, ...]:
    """The runs of a text with Markdown's inline markup; stray asterisks and HTML tags are no words."""
    runs: list[Run] = []
    for rank, line in enumerate(_TAG.sub("", text).split("\n")):
        if rank:
            runs.append(Run("\n"))
        runs += [_run(replace(span, text=span.text.replace("**", ""))) for span in read_line(line)]
    return tuple(run for run in runs if run.text)


def _run(span: Span) -> Run:
    return Run(span.text, span.bold, span.italic, span.link, span.language)
