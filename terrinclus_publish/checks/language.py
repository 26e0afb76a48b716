"""Rules on the language of texts: signs that cannot be printed, French typography; and the table of all text rules."""

import re
import unicodedata
from collections.abc import Iterator

from terrinclus_publish import typography
from terrinclus_publish.checks.links import links_lead_somewhere, links_say_where
from terrinclus_publish.checks.markup import (
    no_markup,
    no_stray_asterisks,
    one_paragraph,
    only_the_formats_markup,
    two_levels_of_lists,
)
from terrinclus_publish.checks.rule import AnySource, Context, quoted
from terrinclus_publish.checks.texts import Finding, Kind, TextRule, as_fault, words_of
from terrinclus_publish.faults import Fault, Level, Path, french
from terrinclus_publish.models import Fiche

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffd-\uffff]"
)
"""Controls, line separators, signs that turn the direction of reading, halves of signs, and signs that are none."""


def printable_signs(text: str) -> Iterator[Finding]:
    """No control characters: XML 1.0 (2.2) refuses most, so no Word file could hold them; nor signs lost on the way."""
    for sign in dict.fromkeys(UNPRINTABLE.findall(text)):
        name = unicodedata.name(sign, "caractère de contrôle")
        near = " ".join(UNPRINTABLE.sub("□", text[max(text.index(sign) - 15, 0) :]).split())
        message = f"Il y a un caractère invisible ou perdu (U+{ord(sign):04X}, {name}) : {quoted(near)}"
        expected = "Effacez ce passage et retapez-le au clavier"
        yield Finding("unprintable-character", Level.ERROR, message, f"U+{ord(sign):04X}", expected)


_BROKEN_ACCENTS = re.compile("[ÂÃ][\u0080-\u00bf]|â€[\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u2122]")
"""UTF-8 read as Windows-1252, as a text that went through an old program."""


def accents_are_whole(text: str) -> Iterator[Finding]:
    """No accents broken on the way: « Ã© » for « é »."""
    for broken in list(dict.fromkeys(match[0] for match in _BROKEN_ACCENTS.finditer(text)))[:1]:
        whole = broken.encode("cp1252", "ignore").decode("utf-8", "ignore") or "le bon signe"
        message = f"Un accent est cassé : {quoted(broken)}"
        yield Finding("broken-accent", Level.WARNING, message, broken, f"Retapez le passage, avec {quoted(whole)}")


TEXT_RULES: dict[Kind, tuple[TextRule, ...]] = {
    Kind.PROSE: (
        printable_signs,
        accents_are_whole,
        only_the_formats_markup,
        no_stray_asterisks,
        two_levels_of_lists,
        links_lead_somewhere,
        links_say_where,
    ),
    Kind.LINE: (
        printable_signs,
        accents_are_whole,
        only_the_formats_markup,
        no_stray_asterisks,
        one_paragraph,
        links_lead_somewhere,
        links_say_where,
    ),
    Kind.PLAIN: (printable_signs, accents_are_whole, one_paragraph, no_markup),
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

REMARKS = {
    "missing-space": "Il manque une espace",
    "double-space": "Deux espaces se suivent",
    "straight-quotes": "Les guillemets sont droits",
    "unopened-guillemet": "Un guillemet fermant n'a pas d'ouvrant",
    "unclosed-guillemet": "Un guillemet ouvrant n'a pas de fermant",
    "nested-guillemets": "Des guillemets sont dans d'autres",
    "unaccented-capital": "Il manque l'accent d'une capitale",
    "goal-number": "Le numéro de l'ODD est collé",
    "ordinal": "Ce nombre s'abrège autrement en français",
    "date": "Le jour s'écrit autrement en français",
}
"""What is said of each code of ``typography.review``."""


def french_typography(source: AnySource, context: Context) -> Iterator[Fault]:
    """The format's rule on glued signs, straight quotes, double spaces, ``ODD4`` and unaccented capitals."""
    if source.model.langue.split("-")[0] != "fr":
        return
    foreign = _foreign_names(source)
    for path, kind, text in words_of(source):
        if kind is not Kind.CODE and path[0] != "a_classer" and path not in foreign:
            for remark in typography.review(text):
                yield _as_warning(source, path, remark)


def _as_warning(source: AnySource, path: Path, remark: typography.Remark) -> Fault:
    """A remark as a warning.

    Why: it is about spaces, so that its words stay as they are, and only the sentence around them is set in French.
    """
    before, after = french(f"{REMARKS.get(remark.code, 'La typographie est à revoir')} : « | »").split("|")
    message = before + remark.found + after
    sure = french(" ; c'est déjà corrigé dans les documents produits") if remark.certain else ""
    expected = f"{french('Écrivez « ')}{remark.expected}{french(' »')}{sure}"
    return Fault(remark.code, Level.WARNING, source.place(path), message, path, remark.found, expected)


def _foreign_names(source: AnySource) -> set[Path]:
    if not isinstance(source.model, Fiche):
        return set()
    partners = enumerate(source.model.partenaires)
    return {("partenaires", index, "nom") for index, partner in partners if partner.langue is not None}
