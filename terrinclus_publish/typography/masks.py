"""What no rule touches: addresses, times, ratios, telephone numbers, paths, code. Masked before, shown after."""

import re
from collections.abc import Iterable

from terrinclus_publish.typography.rule import NEUTRAL

_URL_SIGN = r"(?:[^\s<>«»\"“”`()]|\([^\s()]*\))"
_DOMAINS = "fr|org|com|net|eu|int|info|asso|sn|ma|tn|tg|ml|es|it|be|ch"
_FILES = "pdf|docx|doc|xlsx|xls|odt|yaml|yml|jpg|jpeg|png|svg|html|csv|zip"
_ENDINGS = tuple(f".{ending}" for ending in f"{_DOMAINS}|{_FILES}".split("|"))
_PHONE_SPACE = r"[ .\-\u00a0\u202f]"

# Repetitions are bounded where they could start at every sign: a sheet can be anybody's.
_MASKS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    # What it is, what a text must hold to have one, how it looks.
    (
        "URL",
        ("://", "www.", "mailto:"),
        rf"(?:\b[a-z]+://|\bwww\.|\bmailto:){_URL_SIGN}+(?<=[\w/#=&%~+)-])",
    ),
    ("e-mail address", ("@",), r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*"),
    (
        "domain or file name",
        _ENDINGS,
        rf"(?<!\w)(?:[\w-]{{1,60}}[./]){{0,9}}[\w-]{{1,60}}\.(?:{_DOMAINS}|{_FILES})(?![\w-])(?:/{_URL_SIGN}*(?<=[\w/]))?",
    ),
    ("time or ratio: 14:30, 3:1", (":",), r"(?<!\w)\d+(?::\d+)+(?!\w)"),
    (
        "telephone number: 01 45 49 60 20, +221 33 839 12 34",
        ("+", "0"),
        rf"(?<![\w+])(?:0\d(?:{_PHONE_SPACE}?\d\d){{4}}|(?:\+|00)\d(?:{_PHONE_SPACE}?(?:\(0\)|\d)){{7,20}})(?!\w)",
    ),
    ("Windows path: C:\\Fiches", (":\\", ":/", "\\\\"), r"(?:(?<!\w)[A-Za-z]:[\\/]|\\\\)[^\s«»\"<>]*"),
    ("path: ./sheets/aude", ("/",), r"(?<![\w/])(?:~|\.{1,2})?/(?:[\w.-]+/)+[\w.-]*"),
    ("code between back ticks", ("`",), r"`[^`]+`"),
    ("the sign that masks", (NEUTRAL,), NEUTRAL),
)
_COMPILED = tuple((needs, re.compile(pattern)) for _, needs, pattern in _MASKS)


def mask(text: str) -> tuple[str, str]:
    """The text with NEUTRAL in place of each masked sign (the length stays), and the masked signs in their order."""
    return cover(text, _spans(text))


def _spans(text: str) -> list[tuple[int, int]]:
    return [
        match.span()
        for needs, pattern in _COMPILED
        if any(need in text for need in needs)
        for match in pattern.finditer(text)
    ]


def cover(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, str]:
    """Mask these passages; they may overlap."""
    masked: list[str] = []
    hidden: list[str] = []
    position = 0
    for start, end in sorted(spans):
        start = max(start, position)
        if start < end:
            masked += (text[position:start], NEUTRAL * (end - start))
            hidden.append(text[start:end])
            position = end
    masked.append(text[position:])
    return "".join(masked), "".join(hidden)


def unmask(text: str, hidden: str) -> str:
    """Show the masked signs again: no rule adds, drops or moves a NEUTRAL, so that their order is enough."""
    signs = iter(hidden)
    return re.sub(NEUTRAL, lambda _: next(signs), text) if hidden else text
