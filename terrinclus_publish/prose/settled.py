"""French typography applied once and for all, in signs that a keyboard has.

Which space and which hyphen may end a line is the layout's business, and written plain. So are apostrophes and ellipses
that the typography puts back by itself; those that it would not are kept as they are.
"""

import re
from dataclasses import replace
from functools import lru_cache

from lxml import etree

from terrinclus_publish.prose.spans import BREAK, Span, Spans, tidy
from terrinclus_publish.prose.tree import spans_of
from terrinclus_publish.tree import Element
from terrinclus_publish.typography import typeset

_SPACES = re.compile("[\u00a0\u202f\u2009]")
_HYPHENS = re.compile("\u2011")
_LAYOUT = re.compile("[\u2060\u00ad\u200b\ufeff]")
_SIGNS = {"\u2019": "'", "\u2026": "...", "\u2013": "-"}
_WRITTEN_PLAIN = re.compile("[\u2019\u2026]|(?<=[0-9])\u2013(?=[0-9])")
"""Apostrophes, ellipses, and dashes between two numbers: a dash between words is as easily typed as it is printed."""
_MOST_TRIES = 24
"""A paragraph of the guide needs ten at the most; one of a thousand apostrophes is somebody's joke."""


def settled(spans: Spans, language: str) -> Spans:
    """The spans as printed, in signs that a keyboard has. Settling twice gives the same as settling once."""
    printed = _unbound(_printed(_unbound(spans), language))
    plain = tuple(span if span.language else replace(span, text=_plain(span.text)) for span in printed)
    if plain == printed or _comes_back(plain, printed, language):
        return plain
    return _sign_by_sign(printed, language)


def settled_text(text: str, language: str) -> str:
    """The same for a text without markup."""
    return "".join(span.text for span in settled((Span(text),), language))


def _unbound(spans: Spans) -> Spans:
    """Spaces and hyphens as a keyboard has them; hints to the layout are dropped."""
    return tidy(replace(span, text=_LAYOUT.sub("", _HYPHENS.sub("-", _SPACES.sub(" ", span.text)))) for span in spans)


def _plain(text: str) -> str:
    return _WRITTEN_PLAIN.sub(lambda sign: _SIGNS[sign[0]], text)


def _comes_back(plain: Spans, printed: Spans, language: str) -> bool:
    return tidy(plain) == plain and _unbound(_printed(plain, language)) == printed


def _sign_by_sign(printed: Spans, language: str) -> Spans:
    """Write plain the signs that come back by themselves: all of a stretch, or else of its halves."""
    current = printed
    places = [
        (rank, place)
        for rank, span in enumerate(printed)
        if not span.language
        for place in reversed([match.start() for match in _WRITTEN_PLAIN.finditer(span.text)])
    ]
    waiting = [places]
    for _ in range(_MOST_TRIES):
        if not waiting:
            break
        stretch = waiting.pop()
        tried = _with_plain(current, stretch)
        if _comes_back(tried, printed, language):
            current = tried
        elif len(stretch) > 1:
            half = len(stretch) // 2
            waiting += [stretch[half:], stretch[:half]]
    return current


def _with_plain(spans: Spans, places: list[tuple[int, int]]) -> Spans:
    """The spans with the signs at some places written plain; the last places of a span come first."""
    texts = [span.text for span in spans]
    for rank, place in places:
        text = texts[rank]
        texts[rank] = text[:place] + _SIGNS[text[place]] + text[place + 1 :]
    return tuple(replace(span, text=text) for span, text in zip(spans, texts, strict=True))


@lru_cache(maxsize=4096)
def _printed(spans: Spans, language: str) -> Spans:
    """The spans after French micro-typography; text in another language stays."""
    paragraph = etree.Element("p")
    for span in spans:
        _add(paragraph, span)
    typeset(paragraph, language)
    return spans_of(paragraph)


def _add(paragraph: Element, span: Span) -> None:
    """Add a span to an element, markup around its text."""
    holder = paragraph
    for tag, wanted in (("span", span.language), ("a", span.link), ("strong", span.bold), ("em", span.italic)):
        if wanted:
            holder = etree.SubElement(holder, tag)
            if tag in ("span", "a"):
                holder.set("lang" if tag == "span" else "href", span.language if tag == "span" else span.link)
    lines = span.text.split(BREAK)
    _append(holder, lines[0])
    for line in lines[1:]:
        etree.SubElement(holder, "br")
        _append(holder, line)


def _append(holder: Element, text: str) -> None:
    if len(holder):
        holder[-1].tail = (holder[-1].tail or "") + text
    else:
        holder.text = (holder.text or "") + text
