"""Markdown, or an element of the HTML tree, to spans and paragraphs.

Lists become a flat row of paragraphs, each with its mark: two levels, as the format has them; deeper items stand at the
second, as in every printed form.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

from terrinclus_publish.markdown import render_blocks, render_inline
from terrinclus_publish.prose.spans import BREAK, Span, Spans, tidy
from terrinclus_publish.tree import Element

DEEPEST = 1
"""The second level of lists, counted from 0."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a list puts before a paragraph; ``continued`` is a further paragraph of the item above."""

    kind: Literal["bullet", "number", "continued"]
    level: int = 0
    number: int = 0
    """The number shown, of ``number`` marks."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, perhaps of a list."""

    spans: Spans
    mark: Mark | None = None


def read_line(text: str) -> Spans:
    """A line of Markdown as spans."""
    return spans_of(etree.fromstring(f"<p>{render_inline(text)}</p>"))


def read_blocks(text: str) -> list[Paragraph]:
    """A text of several paragraphs; those without words are left out."""
    tree = etree.fromstring(f"<div>{render_blocks(text, '')}</div>")
    return [paragraph for paragraph in _paragraphs(tree, None) if paragraph.spans]


def spans_of(element: Element) -> Spans:
    """What an element of phrasing says."""
    return tidy(_spans(element, Span("")))


def _spans(element: Element, manner: Span) -> Iterator[Span]:
    if element.tag == "br":
        yield replace(manner, text=BREAK)
    if element.text:
        yield replace(manner, text=element.text.replace("\n", " "))
    for child in element:
        yield from _spans(child, _within(child, manner))
        if child.tail:
            yield replace(manner, text=child.tail.replace("\n", " "))


def _within(child: Element, manner: Span) -> Span:
    inner = replace(manner, language=child.get("lang") or manner.language)
    match child.tag:
        case "strong":
            return replace(inner, bold=True)
        case "em":
            return replace(inner, italic=not inner.italic)
        case "a":
            return replace(inner, link=child.get("href", "") if not child.get("href", "").startswith("#") else "")
    return inner


def _paragraphs(element: Element, mark: Mark | None) -> Iterator[Paragraph]:
    for child in element:
        if child.tag in ("ul", "ol"):
            yield from _items(child, 0 if mark is None else min(mark.level + 1, DEEPEST))
        else:
            yield Paragraph(spans_of(child), mark)
            mark = mark and Mark("continued", mark.level)


def _items(element: Element, level: int) -> Iterator[Paragraph]:
    number = int(element.get("start", "1"))
    for rank, item in enumerate(element):
        mark = Mark("number", level, number + rank) if element.tag == "ol" else Mark("bullet", level)
        yield from _paragraphs(item, mark)
