"""Rules on spaces: which one stands where the author typed one. A space that is missing is the author's to add.

« Lexique » is the *Lexique des règles typographiques en usage à l'Imprimerie nationale*. A rule sees every kind of
space as the same, so that a second pass makes the same choices. The choice made here: a narrow no-break space before
; ! ? % € and in numbers, a wide one elsewhere.
"""

import re
from collections.abc import Iterator

from terrinclus_publish.typography.rule import (
    BLANK,
    DIGITS,
    ELLIPSIS,
    LINE_BREAK,
    MONTHS,
    NO_BREAK,
    SPACE,
    THIN,
    Edit,
    Rule,
    row,
)

_DASH = re.compile(
    rf"(?:(?<!{SPACE})(?P<before>{SPACE}+))?(?P<dash>[–—])(?:(?P<after>{SPACE}+)(?=\S)|(?=[,;:.!?)»{ELLIPSIS}]))"
    rf"|(?:(?<=\w{{3}})\.|[!?{ELLIPSIS}])(?={SPACE})|{LINE_BREAK}"
)
_NAMES = re.compile(rf"[A-ZÀ-Þ][\w'’-]+(?:{SPACE}+[–—]{SPACE}+[A-ZÀ-Þ][\w'’-]+){{2,}}")
"""A name of several words with dashes between: « Immigration – Solidarité – Développement »."""
_NUMBER = re.compile(rf"(?<![\d.,])(?<!\d{SPACE})[1-9]\d{{0,2}}(?:{SPACE}\d{{3}})+(?!{SPACE}?\d)")
_SPACE = re.compile(SPACE)

_REFERENCES = (
    r"pages?|pp?\.?|ODD|articles?|art\.?|fiches?|lois?|chapitres?|chap\.?|annexes?|tomes?|volumes?|vol\.?|figures?|fig\.?|"
    "tableaux?|étapes?|axes?|phases?|parties?|volets?|lots?|paragraphes?|objectifs?|agenda|numéros?|§"
)
_UNITS = (
    "[cdmk]?m[²³23]?|ha|[kmc]?g|t|[mcdh]?l|L|[kMGT]?Wh?|[kM]?o|h|min|s|mn|°C?|ans?|mois|jours?|"
    "millions?|milliards?|euros?|EUR|XOF|XAF|FCFA|CFA|USD|CHF|GBP|MAD|TND"
)


def _dashes(text: str) -> Iterator[Edit]:
    """In a sentence the first dash opens and the second closes; between two numbers a dash is held on both sides; in a
    name of several words it holds to the word before.
    """
    opens = True
    names = [match.span() for match in _NAMES.finditer(text)]
    margin = len(text) - len(text.lstrip())
    for match in _DASH.finditer(text):
        if not match["dash"]:
            opens = True
        elif match["after"] and _joins_numbers(text, match):
            yield from _around(match, NO_BREAK, NO_BREAK)
        elif any(start < match.start("dash") < end for start, end in names):
            yield from _around(match, NO_BREAK, " ")
        elif match["before"] or (match["after"] and match.start() <= margin):
            yield from _around(match, " ", NO_BREAK) if opens and match["after"] else _around(match, NO_BREAK, " ")
            opens = not opens


def _joins_numbers(text: str, match: re.Match[str]) -> bool:
    return text[max(0, match.start() - 1) : match.start()].isdigit() and text[match.end() : match.end() + 1].isdigit()


def _around(match: re.Match[str], before: str, after: str) -> Iterator[Edit]:
    if match["before"] and match.start():
        yield Edit(*match.span("before"), before)
    if match["after"]:
        yield Edit(*match.span("after"), after)


def _thousands(text: str) -> Iterator[Edit]:
    for match in _NUMBER.finditer(text):
        for space in _SPACE.finditer(text, *match.span()):
            yield Edit(*space.span(), THIN)


_NOT_FIRST = r"(?<=[^\s«])"

RULES = (
    Rule("dashes hold to what they set apart", "Lexique, tiret", ("–", "—"), _dashes),
    row("after «", "Lexique, guillemets", ("«",), rf"(?<=«)({SPACE}+)(?=[^»])", NO_BREAK),
    row("before »", "Lexique, guillemets", ("»",), rf"{_NOT_FIRST}({SPACE}+)(?=»)", NO_BREAK),
    row(
        "before ; ! ?", "Lexique, ponctuation: espace fine", (";", "!", "?"), rf"{_NOT_FIRST}({SPACE}+)(?=[;!?])", THIN
    ),
    row("before :", "Lexique, ponctuation: espace mots", (":",), rf"{_NOT_FIRST}({SPACE}+)(?=:)", NO_BREAK),
    Rule("thousands", "Lexique, nombres", DIGITS, _thousands),
    row(
        "before % and €",
        "Lexique, nombres; the narrow space is a choice",
        ("%", "‰", "€", "$", "£"),
        rf"\d({SPACE}+)(?=[%‰]|[kM]?[€$£])",
        THIN,
    ),
    row(
        "before a unit",
        "Lexique, unités de mesure",
        DIGITS,
        rf"\d({SPACE}+)(?=(?:{_UNITS})(?![\w'’-]))",
        NO_BREAK,
    ),
    row("in 14 h 30", "Lexique, heures", DIGITS, rf"\d{SPACE}*h({SPACE}+)(?=\d\d(?!\d))", NO_BREAK),
    row("after n°", "Lexique, numéro", ("°", "º"), rf"(?<!\w)[nN][°º]({SPACE}+)(?=\w)", NO_BREAK),
    row(
        "after a title",
        "Lexique, titres de civilité",
        ("M", "Dr", "Pr"),
        rf"(?<!\w)(?:MM?\.|M(?:me|lle|gr)s?|[DP]r)({SPACE}+)(?=[A-ZÀ-Þ]|d[eu’'])",
        NO_BREAK,
    ),
    row(
        "before a reference's number",
        "Lexique, division des mots: ne pas séparer",
        DIGITS,
        rf"(?<!\w)(?:(?i:{_REFERENCES}))({SPACE}+)(?=\d)",
        NO_BREAK,
    ),
    row(
        "before /",
        "a choice: a line may end with it, not start",
        ("/",),
        rf"{_NOT_FIRST}({SPACE}+)(?=/{SPACE})",
        NO_BREAK,
    ),
    row(
        "before a name's number",
        "Lexique, division des mots: ne pas séparer",
        DIGITS,
        rf"(?<=[\w,][{BLANK}])[A-ZÀ-Þ][a-zà-ÿ]+({SPACE}+)(?=\d{{1,4}}(?![\w%]))",
        NO_BREAK,
    ),
    row(
        "between day and month",
        "Lexique, dates",
        DIGITS,
        rf"(?<!\d)(?:\d{{1,2}}|1er)({SPACE}+)(?=(?i:{MONTHS})(?!\w))",
        NO_BREAK,
    ),
)
