"""Spans to a line of Markdown, in one way only. What is written is read again: a line that Markdown would understand
otherwise is written with more care, down to plain words.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from terrinclus_publish.prose.spans import BREAK, Span, Spans, tidy
from terrinclus_publish.prose.tree import read_line

_ALL_SIGNS = re.compile(r"([\\*_\[\]`{}()<>!#+-])")
_COMMON_SIGNS = re.compile(r"(\\(?=[!-/:-@\[-`{-~])|[*\[\]])")
_EDGES = re.compile(r"^([^\w\s]*)(.*?)([^\w\s]*)$", re.DOTALL)
Escape = Callable[[str], str]


def write_line(spans: Sequence[Span]) -> str:
    """A line of Markdown that reads as these spans; where Markdown cannot say them, the nearest that it can."""
    wanted = tidy(spans)
    for line, meant in _ways(wanted):
        if _understood(line) == meant:
            return line
    return _heavy("".join(span.text for span in wanted))


def _understood(line: str) -> Spans:
    return read_line(line)


def _ways(spans: Spans) -> Iterator[tuple[str, Spans]]:
    """Ways to write a line, the simplest first, each with what it should be read as."""
    for meant in (spans, _narrowed(spans), _without_emphasis(spans)):
        for italic in ("*", "_"):
            for escape in (_light, _middling, _heavy):
                yield _nested(meant, (), escape, italic), meant


def _light(text: str) -> str:
    return text.replace(BREAK, "\\\n")


def _middling(text: str) -> str:
    return _COMMON_SIGNS.sub(r"\\\1", text).replace(BREAK, "\\\n")


def _heavy(text: str) -> str:
    return _ALL_SIGNS.sub(r"\\\1", text).replace(BREAK, "\\\n")


def _nested(spans: Spans, within: tuple[str, ...], escape: Escape, italic: str) -> str:
    """Markup goes around the longest stretch that it can; what is in ``within`` is said already."""
    pieces: list[str] = []
    place = 0
    while place < len(spans):
        reaches = {name: _reach(spans, place, name) for name in ("language", "link", "bold", "italic")}
        name = max((name for name in reaches if name not in within), key=lambda name: reaches[name], default="")
        if not name or not reaches[name]:
            pieces.append(escape(spans[place].text))
            place += 1
            continue
        end = place + reaches[name]
        inner = _nested(spans[place:end], (*within, name), escape, italic)
        pieces.append(_wrapped(name, spans[place], inner, italic))
        place = end
    return "".join(pieces)


def _reach(spans: Spans, place: int, name: str) -> int:
    """How many spans from a place on share a quality that is set there."""
    value = getattr(spans[place], name)
    length = 0
    while value and place + length < len(spans) and getattr(spans[place + length], name) == value:
        length += 1
    return length


def _wrapped(name: str, span: Span, inner: str, italic: str) -> str:
    match name:
        case "bold":
            return f"**{inner}**"
        case "italic":
            return f"{italic}{inner}{italic}"
        case "link":
            return f"[{inner}]({_address(span.link)})"
    return f"[{inner}]{{lang={span.language}}}"


def _address(address: str) -> str:
    return f"<{address}>" if re.search(r"[()\s]", address) else address


def _narrowed(spans: Spans) -> Spans:
    """Emphasis without the punctuation at its ends, which keeps Markdown from seeing it (CommonMark 6.2)."""
    pieces: list[Span] = []
    for span in spans:
        if not (span.bold or span.italic):
            pieces.append(span)
            continue
        match = _EDGES.match(span.text)
        before, inner, after = match.groups() if match else ("", span.text, "")
        bare = replace(span, bold=False, italic=False)
        pieces += [replace(bare, text=before), replace(span, text=inner), replace(bare, text=after)]
    return tidy(pieces)


def _without_emphasis(spans: Spans) -> Spans:
    return tidy(replace(span, bold=False, italic=False) for span in spans)
