"""Spans: stretches of a line that are set alike. The same line always gives the same spans, however it was cut."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

BREAK = "\n"
"""A line break inside a paragraph."""
_BREAKS = frozenset("\n\v\f\x85\u2028\u2029")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""Signs that neither XML nor YAML can hold, or that say nothing (XML 1.0 2.2, YAML 1.1 5.1)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text. ``link`` is an address, ``language`` a BCP 47 tag where it is not the text's own."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    language: str = ""

    @property
    def manner(self) -> tuple[bool, bool, str, str]:
        """How it is set: all but its text."""
        return self.bold, self.italic, self.link, self.language


Spans = tuple[Span, ...]


def flat_text(spans: Iterable[Span]) -> str:
    """The text of a line, without how it is set."""
    return "".join(span.text for span in spans)


def tidy(spans: Iterable[Span]) -> Spans:
    """The spans with their white space in order, cut only where the manner changes.

    One space between words, none at the ends and around a line break. A space is set as both its neighbours are: nobody
    sees a bold space.
    """
    signs = [(sign, span) for span in spans for sign in clean(span.text)]
    kept = _spaced_once(signs)
    shown = [(sign, _manner_of(kept, place)) for place, (sign, _) in enumerate(kept)]
    return tuple(
        Span("".join(sign for sign, _ in group), *manner) for manner, group in groupby(shown, key=lambda pair: pair[1])
    )


def clean(text: str) -> str:
    """A text in composed letters, as the reader of sheets composes them, without what cannot be written."""
    return text if text.isascii() and text.isprintable() else unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def _spaced_once(signs: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    kept: list[tuple[str, Span]] = []
    for sign, span in signs:
        sign = " " if sign in "\t\r" else BREAK if sign in _BREAKS else sign
        before = kept[-1][0] if kept else BREAK
        if sign == " " and before in (" ", BREAK):
            continue
        while sign == BREAK and kept and kept[-1][0] == " ":
            kept.pop()
        if sign == BREAK and (not kept or kept[-1][0] == BREAK):
            continue
        kept.append((sign, span))
    while kept and kept[-1][0] in (" ", BREAK):
        kept.pop()
    return kept


def _manner_of(signs: list[tuple[str, Span]], place: int) -> tuple[bool, bool, str, str]:
    sign, span = signs[place]
    if not sign.isspace():
        return span.manner
    before, after = _next_word(signs, place, -1), _next_word(signs, place, 1)
    if before is None or after is None:
        return replace(span, bold=False, italic=False, link="", language="").manner
    return (
        before.bold and after.bold,
        before.italic and after.italic,
        before.link if before.link == after.link else "",
        before.language if before.language == after.language else "",
    )


def _next_word(signs: list[tuple[str, Span]], place: int, step: int) -> Span | None:
    """The span of the nearest sign that is seen."""
    place += step
    while 0 <= place < len(signs):
        if not signs[place][0].isspace():
            return signs[place][1]
        place += step
    return None
