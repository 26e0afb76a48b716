"""Words that are often typed without a capital's accent or without œ. An editor may add to these tables."""

import re
import unicodedata
from collections.abc import Iterator

from terrinclus_publish.typography.rule import SPACE, Edit

_INITIALS = """
âgé âgée échange échanger école écolier écologie écologique économie économique écoquartier écosystème écotourisme
écoute écouter écriture éducateur éducatif éducative éducatrice égalité église élaborer électricité élève élu élue
énergie énergétique épargne épicerie équateur équilibre équipe équipement équité établir établissement étape état
étranger étrangère étude étudiant étudiante évaluer événement évoluer éveil égypte érythrée éthiopie île
"""
"""Words whose first letter takes an accent, and which no other language writes without it."""

_ENGLISH_TOO = """
édition éducation élaboration élection émergence émission évaluation évolution
"""
"""Words that are English without their accent: the French words around them must show the language."""

_CAPITALS = """
activité citoyenneté collectivité décentralisée démarche département développement financée genèse handicapée
handicapé médiathèque méthode métropole mobilité municipalité pauvreté précarité préconisation préfecture qualité
réseau réciprocité république santé sécurité société solidarité thématique vulnérabilité
"""
"""Words that lose their accents only when they are set in capitals throughout."""


_AMBIGUOUS = {"age", "ages", "eleve", "eleves"}
"""Capitals that are two words: ÂGE and ÂGÉ, ÉLÈVE and ÉLEVÉ."""


def _bare(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _with_plurals(words: str) -> list[str]:
    return [*words.split(), *("réseaux" if word == "réseau" else f"{word}s" for word in words.split())]


def _by_initial(words: str) -> dict[str, str]:
    return {_bare(word[0]) + word[1:]: word for word in _with_plurals(words)}


_ENGLISH = _by_initial(_ENGLISH_TOO)
_TITLE_CASE = _by_initial(_INITIALS) | _ENGLISH
_UPPER_CASE = {
    key: word
    for word in _with_plurals(_INITIALS + _ENGLISH_TOO + _CAPITALS)
    for key in (_bare(word), _bare(word[0]) + word[1:])
}
_CANDIDATE = re.compile(r"(?<![\w@/#])(?:[AEI][^\W\d_]{2,}|[A-Z][A-ZÀ-Ý]{4,})(?!\w)")
_FRENCH_BEFORE = re.compile(
    rf"(?:\b[dlDL]['’]|\b(?:une|la|les|des|en|à|et|ou|leurs?|cette|notre|votre|nos|vos){SPACE}+)$"
)
_FRENCH_AFTER = re.compile(
    rf"{SPACE}+(?:(?:de|du|des|à|au|aux|et|en|pour|par|sur|dans|entre|populaire|inclusive|nationale)(?!\w)|[dl]['’])"
)
_REACH = 12


def accent(word: str) -> str | None:
    """The word with its accents, or None where it is no word of the tables.

    Short words in capitals are taken for acronyms: ELU.
    """
    key = word.lower()
    if word.isupper():
        known = _UPPER_CASE.get(key) if len(word) > 3 and key not in _AMBIGUOUS else None
        return known and known.upper()
    known = _TITLE_CASE.get(key)
    return known[0].upper() + known[1:] if known and word[1:].islower() else None


def is_surely_french(text: str, edit: Edit) -> bool:
    """Whether the word that the edit changes cannot be English: « Education » alone can, « l'Education » cannot."""
    if text[edit.start : edit.end].lower() not in _ENGLISH:
        return True
    before = text[max(0, edit.start - _REACH) : edit.start]
    return bool(_FRENCH_BEFORE.search(before) or _FRENCH_AFTER.match(text, edit.end))


def unaccented(text: str) -> Iterator[Edit]:
    """The words of the tables that lack an accent, with what they should be, certain or not."""
    for match in _CANDIDATE.finditer(text):
        known = accent(match[0])
        if known and known != match[0]:
            yield Edit(*match.span(), known)


_LIGATURE = re.compile(
    r"""(?<!\w)(?:
        (?:man|dés)?(?=oeuvr)                            # œuvre, manœuvre, désœuvré; main-d'œuvre
      | (?=oe(?:il(?!\w)|ill|ufs?(?!\w)|cum|dèm|dip|nolog|sophag|strog))
      | (?:c|ch|éc|ranc|s|cons)(?=oeur)                  # cœur, chœur, écœurer, rancœur, sœur, consœur
      | n(?=oeud) | v(?=oeux?(?!\w)) | b(?=oeufs?(?!\w)) | m(?=oeurs(?!\w)) | f(?=oet(?:us|al|aux))
    )(oe)""",
    re.VERBOSE | re.IGNORECASE,
)


def ligatures(text: str) -> Iterator[Edit]:
    """Where known words are typed with « oe »: coexister, moelle and Goethe stay as they are."""
    for match in _LIGATURE.finditer(text):
        yield Edit(*match.span(1), "œ" if match[1][0] == "o" else "Œ")
