"""Rules on the links of texts: they lead somewhere, and say where."""

import re
from collections.abc import Iterator

from terrinclus_publish.checks.rule import quoted
from terrinclus_publish.checks.texts import Finding
from terrinclus_publish.faults import Level

LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)")
"""A Markdown link: its words, its target (which may hold one pair of brackets)."""
_TARGET = re.compile(r"https?://[^\s/.]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+")


def links_lead_somewhere(text: str) -> Iterator[Finding]:
    """Dead references: a target that is no web address and no e-mail address."""
    if "](" not in text:
        return
    for words, target in LINK.findall(text):
        if _TARGET.fullmatch(target.strip()):
            continue
        message = f"Le lien {quoted(words)} ne mène nulle part : {quoted(target)} n'est pas une adresse complète"
        yield Finding("dead-link", Level.ERROR, message, target, _target_wanted(words, target.strip()))


def _target_wanted(words: str, target: str) -> str:
    if re.fullmatch(r"(www\.|[\w-]+\.(fr|org|com|net|eu)\b)\S*", target):
        return f"Écrivez https://{target}"
    if re.fullmatch(r"[^\s@:]+@[^\s@]+\.[a-z]+", target):
        return f"Écrivez mailto:{target}"
    return f"Écrivez une adresse qui commence par https:// ou mailto: ou, si elle est perdue, {quoted(words)} seul"


_HOLLOW = re.compile(
    r"\b(?:cliqu(?:ez|er) (?:ici|sur (?:ce|le) lien)|lien (?:suivant|ci-(?:dessous|après|contre))"
    r"|(?:en suivant|via|au|sur) ce lien)\b",
    re.IGNORECASE,
)
_HOLLOW_WORDS = re.compile(r"(?:cliqu\w+ )?(?:ici|là|(?:ce |le )?lien|lire la suite|en savoir plus|https?://.*)", re.I)


def links_say_where(text: str) -> Iterator[Finding]:
    """RGAA 4.1 (6.1) and RAPDF 4.1: the words of a link say where it leads, also read out of their sentence."""
    match = _HOLLOW.search(text) if "lien" in text or "liqu" in text else None
    if match is None and "](" in text:
        match = next((link for link in LINK.finditer(text) if _HOLLOW_WORDS.fullmatch(link[1].strip())), None)
    if match:
        message = f"{quoted(match[0])} ne dit pas où mène le lien"
        yield Finding(
            "vague-link", Level.WARNING, message, match[0], "Faites du titre cité le lien : [titre](https://…)"
        )
