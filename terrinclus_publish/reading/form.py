"""A form without what nobody answered: prompts that stand where they stood, and the words that guide.

Word marks a prompt; other applications drop the mark. So a prompt is known by its words too: where it fills a run, or a
line, of a document that is a form.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from terrinclus_publish.prompts import Prompts
from terrinclus_publish.reading.document import UNANSWERED, Cell, Document, Item, Line, Run, lines_of
from terrinclus_publish.stylenames import is_prompt
from terrinclus_publish.wording import fold

_FORM = 3
"""Prompts and instructions that make a document a form: fewer may be the author's own words."""
_JOINTS = " \u00a0\u202f,;"
"""What joins two fields; a colon ends a label, which stays."""
_BETWEEN_FIELDS = re.compile("(, |[ \u00a0\u202f]: ?)")


def without_prompts(document: Document, prompts: Prompts) -> Document:
    """The document as if its prompts were not there; their words count as passed over."""
    told = [line for line in lines_of(document.items) if fold(line.text) in prompts.said]
    asked = [run for line in lines_of(document.items) for run in _unanswered(line, prompts)]
    marked = any(run.style == UNANSWERED or is_prompt(run.style) for run in asked)
    if len(told) + len(asked) < _FORM and not marked:
        return document
    passed = [line.text for line in told] + [run.text for run in asked]
    items = [cleaned for item in document.items if (cleaned := _item(item, prompts)) is not None]
    return replace(document, items=items, passed_over=[*document.passed_over, *passed])


def _unanswered(line: Line, prompts: Prompts) -> list[Run]:
    """The prompts of a line: a run, or all that stands between two breaks or tabs."""
    return [run for row in _rows(line) for run in _prompts_of(row, prompts)]


def _item(item: Item, prompts: Prompts) -> Item | None:
    """A paragraph or table without prompts; a paragraph that only guides goes altogether."""
    if isinstance(item, Line):
        return None if fold(item.text) in prompts.said else _line(item, prompts)
    rows = tuple(tuple(_cell(cell, prompts) for cell in row) for row in item.rows)
    return replace(item, rows=rows)


def _cell(cell: Cell, prompts: Prompts) -> Cell:
    return replace(cell, items=tuple(kept for item in cell.items if (kept := _item(item, prompts)) is not None))


def _line(line: Line, prompts: Prompts) -> Line:
    """A line whose prompts are gone, with the signs that joined them to others."""
    if not _unanswered(line, prompts):
        return line
    runs: list[Run] = []
    for row in _rows(line):
        asked = _prompts_of(row, prompts)
        if not asked:
            runs += row
            continue
        answers = [run for run in row if not any(run is other for other in asked)]
        runs += _unjoined(answers)
    return replace(line, runs=tuple(runs))


def _rows(line: Line) -> Iterator[list[Run]]:
    """The runs between breaks and tabs; each break or tab is a row of its own."""
    row: list[Run] = []
    for run in line.runs:
        pieces = run.text.replace("\t", "\0\t\0").replace("\n", "\0\n\0").split("\0")
        for piece in pieces:
            if piece in ("\t", "\n"):
                yield row
                yield [replace(run, text=piece)]
                row = []
            else:
                row += [replace(run, text=part) for part in _BETWEEN_FIELDS.split(piece) if part]
    yield row


def _prompts_of(row: list[Run], prompts: Prompts) -> list[Run]:
    """The runs of a row that are prompts: all of them together, those that are set alike, or one by one."""
    if _is_asked(row, prompts):
        return row
    asked: list[Run] = []
    for stretch in _stretches(row):
        asked += stretch if _is_asked(stretch, prompts) else [run for run in stretch if _is_asked([run], prompts)]
    return asked


def _is_asked(runs: list[Run], prompts: Prompts) -> bool:
    marked = bool(runs) and all(run.style == UNANSWERED for run in runs)
    return marked or fold("".join(run.text for run in runs)) in prompts.asked


def _stretches(row: list[Run]) -> Iterator[list[Run]]:
    """Runs that are set alike: a word processor may cut one into several."""
    stretch: list[Run] = []
    for run in row:
        if stretch and replace(run, text="") != replace(stretch[-1], text=""):
            yield stretch
            stretch = []
        stretch.append(run)
    if stretch:
        yield stretch


def _unjoined(runs: list[Run]) -> list[Run]:
    """The answers of a row without the commas that stood between them and a prompt."""
    kept = [run for run in runs if run.text]
    while kept and not kept[0].text.strip(_JOINTS):
        kept = kept[1:]
    while kept and not kept[-1].text.strip(_JOINTS):
        kept = kept[:-1]
    return kept
