"""Rules on the language of texts: signs that cannot be printed, French typography; and the table of all text rules."""

import re
import unicodedata
from collections.abc import Iterator

from terrinclus_publish import typography
from terrinclus_publish.checks.markup import (
    links_lead_somewhere,
    links_say_where,
    no_markup,
    no_stray_asterisks,
    one_paragraph,
    only_the_formats_markup,
    two_levels_of_lists,
)
from terrinclus_publish.checks.rule import AnySource, Context, quoted, warning
from terrinclus_publish.checks.texts import Finding, Kind, TextRule, as_fault, words_of
from terrinclus_publish.faults import Fault, Level, Path
from terrinclus_publish.models import Fiche

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]"
)
"""Controls, line separators, signs that turn the direction of reading, halves of signs, and signs that are none."""


def printable_signs(text: str) -> Iterator[Finding]:
    """No control characters: XML 1.0 (2.2) refuses most, so no Word file could hold them; nor signs lost on the way."""
    for sign in dict.fromkeys(_UNPRINTABLE.findall(text)):
        name = unicodedata.name(sign, "caractère de contrôle")
        near = " ".join(_UNPRINTABLE.sub("□", text[max(text.index(sign) - 15, 0) :]).split())
        message = f"un caractère invisible ou perdu (U+{ord(sign):04X}, {name}) : {quoted(near)}"
        expected = "le même texte, retapé au clavier à cet endroit"
        yield Finding("caractere_interdit", Level.ERROR, message, f"U+{ord(sign):04X}", expected)


TEXT_RULES: dict[Kind, tuple[TextRule, ...]] = {
    Kind.PROSE: (
        printable_signs,
        only_the_formats_markup,
        no_stray_asterisks,
        two_levels_of_lists,
        links_lead_somewhere,
        links_say_where,
    ),
    Kind.LINE: (
        printable_signs,
        only_the_formats_markup,
        no_stray_asterisks,
        one_paragraph,
        links_lead_somewhere,
        links_say_where,
    ),
    Kind.PLAIN: (printable_signs, one_paragraph, no_markup),
    Kind.CODE: (printable_signs,),
}
"""The rules that read one text, by its kind."""


def every_text(source: AnySource, context: Context) -> Iterator[Fault]:
    """The rules of TEXT_RULES over all texts; of passages left to place, only what cannot be printed."""
    for path, kind, text in words_of(source):
        for rule in TEXT_RULES[Kind.CODE if path[0] == "a_classer" else kind]:
            for finding in rule(text):
                yield as_fault(source, path, finding)


# --- French typography -----------------------------------------------------------------------------------------------

_NOT_FRENCH = re.compile(
    r"\[[^\[\]]*\]\{lang=[^}]*\}"
    r"|\]\([^)\s]*\)"
    r"|(?:https?://|www\.|mailto:)[^\s<>]*[^\s<>.,;:!?»)]"
    r"|[^\s<>()@]+@[^\s<>()@]+\.\w+"
)
"""A passage in another language, a link's target, a web address, an e-mail address."""


def french_typography(source: AnySource, context: Context) -> Iterator[Fault]:
    """The format's rule on glued signs, straight quotes, double spaces, ``ODD4`` and unaccented capitals."""
    if source.model.langue.split("-")[0] != "fr":
        return
    foreign = _foreign_names(source)
    for path, kind, text in words_of(source):
        if kind is not Kind.CODE and path[0] != "a_classer" and path not in foreign:
            for remark in typography.review(_french_only(text)):
                sure = " (corrigé dans les documents produits)" if remark.certain else ""
                message = f"typographie : {quoted(remark.found)}"
                yield warning(source, path, remark.code, message, found=remark.found, expected=remark.expected + sure)


def _foreign_names(source: AnySource) -> set[Path]:
    if not isinstance(source.model, Fiche):
        return set()
    partners = enumerate(source.model.partenaires)
    return {("partenaires", index, "nom") for index, partner in partners if partner.langue is not None}


def _french_only(text: str) -> str:
    """The text without addresses, foreign passages, and the spaces that lay lines out."""
    text = _NOT_FRENCH.sub(lambda match: "]" if match[0].startswith("](") else "x", text)
    return re.sub(r"[ \t]*\n[ \t]*", "\n", text)
