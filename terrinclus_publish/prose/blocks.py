"""Paragraphs and lists to Markdown, in one way only: a blank line between paragraphs, lists close together unless their
items hold several paragraphs.
"""

import re
from collections.abc import Sequence

from terrinclus_publish.prose.inline import write_line
from terrinclus_publish.prose.tree import Mark, Paragraph

_LIST_SIGN = re.compile(r"^(?:([-+*])(?=\s|$)|(\d{1,9})([.)])(?=\s|$))")


def write_blocks(paragraphs: Sequence[Paragraph]) -> str:
    """The Markdown of paragraphs and lists, without a final line feed."""
    lines: list[str] = []
    run: list[Paragraph] = []
    for paragraph in [*paragraphs, None]:
        if paragraph is not None and paragraph.mark is not None:
            run.append(paragraph)
            continue
        if run:
            lines += [*([""] if lines else []), *_list(_well_formed(run))]
            run = []
        if paragraph is not None:
            lines += [*([""] if lines else []), *_guarded(write_line(paragraph.spans)).split("\n")]
    return "\n".join(lines)


def _guarded(line: str) -> str:
    """A line that Markdown does not take for the item of a list, nor its continuations."""
    return "\n".join(_LIST_SIGN.sub(_escaped, piece) for piece in line.split("\n"))


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}"


def _well_formed(run: Sequence[Paragraph]) -> list[Paragraph]:
    """A run of a list whose first item stands at the first level; nothing is continued before it has begun."""
    settled: list[Paragraph] = []
    for paragraph in run:
        mark = paragraph.mark
        assert mark is not None
        level = min(mark.level, _deepest_open(settled))
        kind = mark.kind if settled or mark.kind != "continued" else "bullet"
        settled.append(Paragraph(paragraph.spans, Mark(kind, level, mark.number)))
    return settled


def _deepest_open(settled: Sequence[Paragraph]) -> int:
    last = settled[-1].mark if settled else None
    return 0 if last is None else last.level + 1


def _list(run: Sequence[Paragraph]) -> list[str]:
    """The lines of a list of two levels."""
    loose = any(paragraph.mark and paragraph.mark.kind == "continued" for paragraph in run)
    lines: list[str] = []
    counters: dict[int, tuple[int, str]] = {}
    indents = [0, 2]
    for paragraph in run:
        mark = paragraph.mark
        assert mark is not None
        sign = _sign(mark, counters)
        if mark.kind == "continued":
            margin, first = indents[mark.level + 1] if mark.level + 1 < len(indents) else indents[-1], ""
        else:
            margin, first = indents[mark.level], sign
            indents[mark.level + 1 :] = [margin + len(sign)]
        pieces = _guarded(write_line(paragraph.spans)).split("\n")
        body = " " * (margin + len(first))
        lines += [*([""] if lines and loose else []), " " * margin + first + pieces[0]]
        lines += [body + piece for piece in pieces[1:]]
    return lines


def _sign(mark: Mark, counters: dict[int, tuple[int, str]]) -> str:
    """``- `` or ``3. ``; a list that starts anew beside another takes ``)``, which Markdown counts apart."""
    if mark.kind == "continued":
        return ""
    for deeper in [level for level in counters if level > mark.level]:
        del counters[deeper]
    if mark.kind == "bullet":
        counters.pop(mark.level, None)
        return "- "
    last, end = counters.get(mark.level, (None, ")"))
    if last is None or mark.number != last + 1:
        end = "." if end == ")" else ")"
    counters[mark.level] = (mark.number, end)
    return f"{mark.number}{end} "
