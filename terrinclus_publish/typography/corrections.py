"""Rules on signs and letters: what is surely meant, written as French prints it. Spaces are chosen later (``spacing``).

« Lexique » is the *Lexique des règles typographiques en usage à l'Imprimerie nationale*. The order of RULES counts: no
rule leaves work to one before it, so that a second pass finds nothing to do.
"""

import re
from collections.abc import Iterator

from terrinclus_publish.typography.rule import (
    APOSTROPHE,
    BLANK,
    ELLIPSIS,
    EN_DASH,
    LINE_BREAK,
    NO_BREAK,
    OBJECT,
    SPACE,
    SPACES,
    THIN,
    Edit,
    Rule,
    row,
)
from terrinclus_publish.typography.words import is_surely_french, ligatures, unaccented

_SEVERAL_SPACES = re.compile(rf"(?<![{BLANK}])[{BLANK}]{{2,}}(?=\S)")
_SINGLE_QUOTED = re.compile(r"'(?<!\w')[^'\n]+'(?!\w)")
_APOSTROPHE = re.compile(r"'(?:(?<=[^\W\d_]')|(?<=\d')(?=[^\W\d_]))|´(?<=[^\W\d_]´)(?=[^\W\d_])")
_QUOTE = re.compile('"')
_BEFORE_OPENING = f" \t\r\n{NO_BREAK}{THIN}{LINE_BREAK}{OBJECT}([«“’'–—-/*"
_RANGE = re.compile(r"(?<![\w.,/°-])([1-9]\d{0,3})(-)([1-9]\d{0,3})(?![\w/-]|[.,]\d)")
_NUMBERED = re.compile(
    r"(?:\b(?:n[°ºo]s?|lois?|décrets?|ordonnances?|articles?|art\.|arrêtés?|circulaires?|délibérations?|[LRD]\.?)"
    rf"|[°º]){SPACE}*$",
    re.IGNORECASE,
)
_REACH = 20


def _doubled_spaces(text: str) -> Iterator[Edit]:
    for match in _SEVERAL_SPACES.finditer(text):
        if not text[match.start() - 1].isspace() and match.start():
            kept = next((sign for sign in match[0] if sign in (NO_BREAK, THIN)), " ")
            yield Edit(*match.span(), kept)


def _apostrophes(text: str) -> Iterator[Edit]:
    quoted = {match.end() - 1 for match in _SINGLE_QUOTED.finditer(text)}
    for match in _APOSTROPHE.finditer(text):
        if match.start() not in quoted:
            yield Edit(*match.span(), APOSTROPHE)


def quoted_passages(text: str) -> list[tuple[int, int]]:
    """Where straight double quotes open and close, or nothing unless each of them is clearly one or the other."""
    places = [match.start() for match in _QUOTE.finditer(text)]
    pairs = list(zip(places[::2], places[1::2], strict=False))
    return pairs if len(places) % 2 == 0 and all(_is_clear_pair(text, *pair) for pair in pairs) else []


def _is_clear_pair(text: str, opening: int, closing: int) -> bool:
    before, first = text[opening - 1 : opening], text[opening + 1]
    last, after = text[closing - 1], text[closing + 1 : closing + 2]
    free_before = not before or before in _BEFORE_OPENING
    free_after = not after or not (after.isalnum() or after == '"')
    return free_before and free_after and closing > opening + 1 and not first.isspace() and not last.isspace()


def _straight_quotes(text: str) -> Iterator[Edit]:
    for opening, closing in quoted_passages(text):
        yield Edit(opening, opening + 1, "«")
        yield Edit(closing, closing + 1, "»")


def _ranges(text: str) -> Iterator[Edit]:
    """Only what must be a range: it rises, over at most one more digit, and numbers no law (« loi n° 82-213 »)."""
    for match in _RANGE.finditer(text):
        low, high = match[1], match[3]
        rises = int(low) < int(high) and len(high) - len(low) <= 1
        if rises and not _NUMBERED.search(text[max(0, match.start() - _REACH) : match.start()]):
            yield Edit(*match.span(2), EN_DASH)


def _capitals(text: str) -> Iterator[Edit]:
    return (edit for edit in unaccented(text) if is_surely_french(text, edit))


_WORD_START = r"(?<![\w.@/])"

DOUBLED_SPACES = Rule("one space between words", "Lexique, espacement", (" ", NO_BREAK, THIN, "\t"), _doubled_spaces)
STRAIGHT_QUOTES = Rule("guillemets for straight quotes", "Lexique, guillemets", ('"',), _straight_quotes)
CAPITALS = Rule("accents on capitals", "Lexique, accentuation des capitales", tuple("AEIRDPSMTHCGFQV"), _capitals)
GOAL_NUMBER = row(
    "space in ODD4", "as the UN prints: ODD 4", ("ODD",), r"(?<![\w#@/])OD(D)(?=\d{1,2}(?!\w|:\d))", f"D{NO_BREAK}"
)
NUMBER_SIGN = row("space in n°5", "Lexique, numéro", ("°", "º"), r"(?<!\w)[nN]([°º])(?=\d)", f"°{NO_BREAK}")
ORDINALS = row(
    "2e, not 2ème",
    "Lexique, ordinaux",
    ("ème", "eme", "éme"),
    rf"{_WORD_START}(?!1\D|I[eèé])(?:\d+|[IVX]+)(i?[èeé]me)(?=s?(?!\w))",
    "e",
)
FIRST = row("1re, not 1ère", "Lexique, ordinaux", ("1", "I"), rf"{_WORD_START}[1I]([èeé]re)(?=s?(?!\w))", "re")
SECOND = row("2e, not 2è", "Lexique, ordinaux", ("è",), rf"{_WORD_START}(?!1\D)\d+(è)(?!\w)", "e")
TIGHT_OPENING = row("space in «mot", "Lexique, guillemets", ("«",), rf"«(?=[^{BLANK}\r\n»])", f"«{NO_BREAK}")
TIGHT_CLOSING = row("space in mot»", "Lexique, guillemets", ("»",), rf"(?<=[^{BLANK}\r\n«])»", f"{NO_BREAK}»")

RULES = (
    row("hyphen for a no-break one", "no font of the theme has U+2011", ("\u2011",), "\u2011", "-"),
    DOUBLED_SPACES,
    row(
        "no space after (",
        "Lexique, ponctuation",
        tuple(f"({space}" for space in SPACES),
        rf"(?<=\()({SPACE}+)(?=\S)",
        "",
    ),
    row(
        "no space before )",
        "Lexique, ponctuation",
        tuple(f"{space})" for space in SPACES),
        rf"(?<=\S)({SPACE}+)(?=\))",
        "",
    ),
    row(
        "no space before , and .",
        "Lexique, ponctuation",
        tuple(space + sign for space in SPACES for sign in ",."),
        rf"(?<=\S)({SPACE}+)(?=,|\.(?:[\s»\"]|$))",
        "",
    ),
    STRAIGHT_QUOTES,
    TIGHT_OPENING,
    TIGHT_CLOSING,
    row("etc. without …", "Lexique, etc.", ("etc",), rf"(?<!\w)etc((?:[.{ELLIPSIS}]{{2,}}|{ELLIPSIS}))", "."),
    row("… for ...", "Lexique, points de suspension", ("...",), r"(?<!\.)\.{3}(?!\.)", ELLIPSIS),
    Rule("curly apostrophe", "Lexique, apostrophe", ("'", "´"), _apostrophes),
    row(
        "en dash for a spaced hyphen",
        "Lexique, tiret",
        tuple(f"{space}-" for space in SPACES),
        rf"(?<=[^\s«–—-][{BLANK}])--?(?={SPACE}+\S)",
        EN_DASH,
    ),
    Rule("en dash in ranges", "house style of the guide: 2010–2011", ("-",), _ranges),
    ORDINALS,
    FIRST,
    SECOND,
    Rule("œ in known words", "Lexique, ligatures", ("oe", "Oe", "OE", "oE"), ligatures),
    CAPITALS,
    GOAL_NUMBER,
    NUMBER_SIGN,
)
