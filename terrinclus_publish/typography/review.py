"""What an author should mend in a text, as values: what stands there, what to write instead, and where."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from terrinclus_publish.typography import corrections
from terrinclus_publish.typography.masks import cover, mask, unmask
from terrinclus_publish.typography.rule import MONTHS, NEUTRAL, NO_BREAK, SPACE, THIN, Edit, Rule, replace
from terrinclus_publish.typography.words import is_surely_french, unaccented

_EXTRACT = 40
"""Signs of an extract at most; half of it before the place and half after it, cut at words where one is near."""
_MARKDOWN = re.compile(r"(?<=\])\((?:[^()\s]|\([^()\s]*\))*\)|\[[^\[\]]*\]\{lang=[^{}]*\}|<[^<>\s]+>")
_NEXT_BLOCK = re.compile(r"\n[ \t]*(?=\n)|\n(?=[ \t]*(?:[-*+•·]|\d+[.)])[ \t])")
_GLUED = re.compile(
    r"(?<=[^\s;:!?([{«*_])[*_]*(?P<sign>[;:!?])(?=[\s)\]»”\"*_;:!?]|$)"
    r"|(?<=[^\W\d_])(?P<inner>[;:!?])(?=[^\W\d_])"
    r"|(?<=\d)(?P<amount>[%‰]|[kM]?€)"
)
_BARE_A = re.compile(
    rf"(?:^|[.!?…:«]{SPACE}*|\*\*|\n)(A{SPACE}+(?:[lL]['’]|(?:partir|travers|présent|cet(?:te)?|ces?|la|son|sa|leurs?|"
    r"terme|noter|court|long|moyen|défaut|moins|quoi|qui|quel|chaque|titre|savoir|plusieurs|notre|votre|ceci|cela|"
    r"[A-ZÀ-Þ][a-zà-ÿ]{2,})\b))"
)
_DAY = re.compile(rf"(?<![\w.,/-])(0\d|1)({SPACE}+(?:{MONTHS}))\b")
_PARAGRAPH_START = re.compile(r"(?:^|\n)[ \t>*_-]*$")
_GUILLEMET = re.compile(r"[«»]")
_WORD_END, _WORD_START = re.compile(r"\S*$"), re.compile(r"\S*")
_BOUNDS = f"«{NO_BREAK}…{NO_BREAK}»"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to mend."""

    code: str
    """``missing-space``, ``straight-quotes``, ``double-space``, ``goal-number``, ``ordinal``, ``unaccented-capital``,
    ``date``, ``nested-guillemets``, ``unclosed-guillemet`` or ``unopened-guillemet``."""
    found: str
    """The word as it stands, or some signs around it."""
    expected: str
    """The same, as it should be."""
    certain: bool
    """Whether ``typeset`` corrects it in the output; if not, only the author can."""
    position: int
    """Offset of the place in the text, from 0."""


class _Finding(NamedTuple):
    """A remark in the making: the edits that would mend it, or what to ``expect`` where no edit can tell."""

    code: str
    certain: bool
    edits: list[Edit]
    expect: str = ""


def review(text: str) -> list[Remark]:
    """The remarks on a text (plain or Markdown, of one or several paragraphs), in the order of the text.

    Addresses, times, ratios, paths, code, link targets and passages marked as another language are passed over.
    """
    masked, _ = cover(text, [match.span() for match in _MARKDOWN.finditer(text)])
    masked, _ = mask(masked)
    findings = list(_guillemets(masked))
    for start, block in _blocks(masked):
        for check in _CHECKS:
            findings += [
                finding._replace(edits=[Edit(edit.start + start, edit.end + start, edit.new) for edit in finding.edits])
                for finding in check(block)
            ]
    findings.sort(key=lambda finding: (finding.edits[0].start, finding.code))
    return [_remark(finding, masked, text) for finding in findings]


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs and list items of a Markdown text, with their offsets: a rule never sees beyond one."""
    start = 0
    for match in _NEXT_BLOCK.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def _remark(finding: _Finding, masked: str, text: str) -> Remark:
    first, last = finding.edits[0].start, finding.edits[-1].end
    start, end = _word_bounds(masked, first, last)
    if finding.expect:
        return Remark(finding.code, _shorten(text[first : first + _EXTRACT]), finding.expect, finding.certain, first)
    edits = [Edit(edit.start - start, edit.end - start, edit.new) for edit in finding.edits]
    hidden = "".join(
        sign for sign, cover_sign in zip(text[start:end], masked[start:end], strict=True) if cover_sign == NEUTRAL
    )
    expected = unmask(replace(masked[start:end], edits), hidden)
    return Remark(finding.code, _shorten(text[start:end]), _shorten(expected), finding.certain, first)


def _word_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    before = _WORD_END.search(text, max(0, start - _EXTRACT // 2), start)
    after = _WORD_START.match(text, end, end + _EXTRACT // 2)
    return before.start() if before else start, after.end() if after else end


def _shorten(extract: str) -> str:
    """A long passage keeps its two ends."""
    half = _EXTRACT // 2
    return extract if len(extract) <= _EXTRACT else f"{extract[:half].rstrip()} … {extract[-half:].lstrip()}"


# --- Checks: what is found in one paragraph --------------------------------------------------------------------------


def _corrected(code: str, *rules: Rule) -> Callable[[str], Iterator[_Finding]]:
    """What ``typeset`` corrects by these rules; the edits of one word make one remark."""

    def check(text: str) -> Iterator[_Finding]:
        word: list[Edit] = []
        for edit in sorted(edit for rule in rules for edit in rule.edits(text)):
            if word and re.search(r"\s", text[word[-1].end : edit.start]):
                yield _Finding(code, True, word)
                word = []
            word = [*word, edit]
        if word:
            yield _Finding(code, True, word)

    return check


def _glued_signs(text: str) -> Iterator[_Finding]:
    """``PCPA:``, ``);``, ``)?``, ``50%``: a space is missing, and only the author knows that it is no code or name."""
    for match in _GLUED.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        space = NO_BREAK if match[match.lastgroup or 0] == ":" else THIN
        yield _Finding("missing-space", False, [Edit(start, end, space + text[start:end])])


def _straight_quotes(text: str) -> Iterator[_Finding]:
    pairs = corrections.quoted_passages(text)
    for opening, closing in pairs:
        edits = [Edit(opening, opening + 1, f"«{NO_BREAK}"), Edit(closing, closing + 1, f"{NO_BREAK}»")]
        yield _Finding("straight-quotes", True, edits)
    place = text.find('"')
    if place >= 0 and not pairs:
        yield _Finding("straight-quotes", False, [Edit(place, place + 1, "«")], _BOUNDS)


def _capitals(text: str) -> Iterator[_Finding]:
    for edit in unaccented(text):
        yield _Finding("unaccented-capital", is_surely_french(text, edit), [edit])
    for match in _BARE_A.finditer(text):
        yield _Finding("unaccented-capital", False, [Edit(*match.span(1), "À" + match[1][1:])])


def _dates(text: str) -> Iterator[_Finding]:
    for match in _DAY.finditer(text):
        day = match[1].lstrip("0")
        if day:
            yield _Finding("date", False, [Edit(*match.span(), ("1er" if day == "1" else day) + match[2])])


def _guillemets(text: str) -> Iterator[_Finding]:
    """Over the whole text, since a quotation may run over paragraphs, each of which may start with « again."""
    opened: list[int] = []
    for match in _GUILLEMET.finditer(text):
        place = match.start()
        if match[0] == "»":
            if opened:
                opened.pop()
            else:
                yield _Finding("unopened-guillemet", False, [Edit(place, place + 1, "»")], _BOUNDS)
        elif not opened or not _starts_paragraph(text, place):
            if opened:
                yield _Finding("nested-guillemets", False, [Edit(place, place + 1, "“")], f"“…” dans {_BOUNDS}")
            opened.append(place)
    for place in opened:
        yield _Finding("unclosed-guillemet", False, [Edit(place, place + 1, "«")], _BOUNDS)


def _starts_paragraph(text: str, place: int) -> bool:
    return bool(_PARAGRAPH_START.search(text, max(0, place - _EXTRACT), place))


_CHECKS: tuple[Callable[[str], Iterator[_Finding]], ...] = (
    _glued_signs,
    _straight_quotes,
    _capitals,
    _dates,
    _corrected("double-space", corrections.DOUBLED_SPACES),
    _corrected("goal-number", corrections.GOAL_NUMBER),
    _corrected("missing-space", corrections.NUMBER_SIGN, corrections.TIGHT_OPENING, corrections.TIGHT_CLOSING),
    _corrected("ordinal", corrections.ORDINALS, corrections.FIRST, corrections.SECOND),
)
