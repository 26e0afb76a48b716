"""What a rule is: a name, its source, and the edits that it asks for in a line of text."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

NO_BREAK = "\u00a0"
"""The no-break space, as wide as a word space."""
THIN = "\u202f"
"""The narrow no-break space, « espace fine insécable »."""
EN_DASH = "\u2013"
APOSTROPHE = "\u2019"
ELLIPSIS = "\u2026"
LINE_BREAK = "\u2028"
"""Stands for ``<br>`` in a line. No rule takes it for a space."""
OBJECT = "\ufffc"
"""Stands for a picture in a line: neither a space nor a letter."""
NEUTRAL = "\u02ac"
"""Stands for each sign of a masked passage: a letter to every rule, and changed by none."""

BLANK = " \\t\u00a0\u202f\u2009"
"""For a character class: the spaces within a line of text."""
SPACE = f"[{BLANK}\\r\\n]"
"""Any space. A single line feed is one, since HTML shows it so."""
SPACES = (" ", NO_BREAK, THIN, "\t", "\n", "\r", "\u2009")
DIGITS = tuple("0123456789")
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|décembre"
"""For a pattern."""


class Edit(NamedTuple):
    """Replace ``text[start:end]`` (never empty, so that the new signs have an owner) with ``new``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of French typography."""

    name: str
    source: str
    needs: tuple[str, ...]
    """A text without any of these cannot be concerned: most blocks cost next to nothing."""
    find: Callable[[str], Iterable[Edit]]
    """The edits from left to right, without overlap; edits that change nothing are allowed."""

    def edits(self, text: str) -> list[Edit]:
        """The edits that change ``text``."""
        for need in self.needs:
            if need in text:
                return [edit for edit in self.find(text) if text[edit.start : edit.end] != edit.new]
        return []


def row(name: str, source: str, needs: Sequence[str], pattern: str, new: str) -> Rule:
    """A rule that puts ``new`` in place of the pattern's only group, or of the whole match when it has no group."""
    compiled = re.compile(pattern)
    group = min(compiled.groups, 1)

    def find(text: str) -> list[Edit]:
        return [Edit(*match.span(group), new) for match in compiled.finditer(text)]

    return Rule(name, source, tuple(needs), find)


def apply(rules: Iterable[Rule], text: str, cuts: list[int]) -> tuple[str, list[int]]:
    """The text after the rules, one after the other, and where its ``cuts`` (offsets, ascending) have moved to.

    New signs belong to the piece that the edit starts in; what an edit takes away beyond a cut goes from its own piece.
    """
    for rule in rules:
        edits = rule.edits(text)
        if edits:
            if cuts:
                cuts = _move(cuts, edits)
            text = replace(text, edits)
    return text, cuts


def replace(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made."""
    parts: list[str] = []
    position = 0
    for edit in edits:
        parts += (text[position : edit.start], edit.new)
        position = edit.end
    parts.append(text[position:])
    return "".join(parts)


def _move(cuts: list[int], edits: list[Edit]) -> list[int]:
    moved = list(cuts)
    shift = 0
    for edit, following in zip(edits, [*edits[1:], None], strict=True):
        inside = bisect_right(cuts, edit.start)
        after = bisect_left(cuts, edit.end)
        moved[inside:after] = [edit.start + shift + len(edit.new)] * (after - inside)
        shift += len(edit.new) - (edit.end - edit.start)
        last = len(cuts) if following is None else bisect_right(cuts, following.start)
        moved[after:last] = [cut + shift for cut in cuts[after:last]]
    return moved
