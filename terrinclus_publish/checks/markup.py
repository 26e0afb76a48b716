"""Rules on the Markdown of texts: what the format has no place for.

The format knows paragraphs, bold, italic, links, lists of two levels and passages in another language; whatever else
Markdown or HTML has would be printed as typed.
"""

import re
from collections.abc import Iterator

from terrinclus_publish.checks.rule import quoted
from terrinclus_publish.checks.texts import Finding
from terrinclus_publish.faults import Level
from terrinclus_publish.markdown import plain_text

_UNUSUAL = re.compile(r"[<>#`|•·▪◦●&~=]|!\[|\]\{|---|___|\*\*\*")
"""Signs without which no text holds a foreign construct; most texts have none, and are read once."""

FOREIGN = (
    (r"</?p\b[^<>]*>", "html", "une balise HTML", "une ligne vide entre deux paragraphes"),
    (r"<br\b[^<>]*>", "html", "une balise HTML", "une ligne vide entre deux paragraphes"),
    (r"</?(?:b|strong)\b[^<>]*>", "html", "une balise HTML", "**gras**"),
    (r"</?(?:i|em)\b[^<>]*>", "html", "une balise HTML", "*italique*"),
    (r"</?(?:ul|ol|li)\b[^<>]*>", "html", "une balise HTML", "une liste, dont chaque point commence par « - »"),
    (r"</?a\b[^<>]*>", "html", "une balise HTML", "[le titre cité](https://…)"),
    (r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<!--", "html", "une balise HTML", "le texte seul, sans balise"),
    (r"&(?:[a-z]+\d*|#\w+);", "html", "un code HTML", "le signe lui-même"),
    (r"^ *#{1,6} +\S.*", "markdown-heading", "un titre Markdown", "un paragraphe en gras, ou le champ « titre »"),
    (r"^ *(?:={3,}|-{3,}|_{3,}|\*{3,}) *$", "markdown-rule", "un trait", "une ligne vide"),
    (r"!\[[^\[\]]*\]\([^()\n]*\)", "markdown-image", "une image", "un bloc « illustration » (fichier, alternative)"),
    (r"^ *(?:```|~~~).*|`[^`\n]+`", "markdown-code", "du code", "le texte seul, sans accents graves"),
    (r"^ *\|.*\| *$", "markdown-table", "un tableau", "un bloc « tableau » (legende, entetes, lignes)"),
    (r"^ *>.*", "markdown-quote", "une citation Markdown", "un bloc « paroles » ou « encadre »"),
    (r"^ *[•·▪◦●].*", "bullet-sign", "une puce", "une liste, dont chaque point commence par « - »"),
    (r"~~[^~\n]+~~", "markdown-strike", "un texte barré", "le texte seul, ou rien"),
    (
        r"\]\{(?!lang=[\"']?[A-Za-z]{2,3}(?:-\w+)*[\"']?\})[^}\n]*",
        "unknown-attribute",
        "un attribut inconnu",
        "[passage]{lang=es}",
    ),
)
"""A construct outside the format: how it looks, its code, its French name, and what to write instead."""

_PATTERNS = tuple(re.compile(row[0], re.MULTILINE) for row in FOREIGN)


def only_the_formats_markup(text: str) -> Iterator[Finding]:
    """The format's rule on ``texte`` and ``ligne``: one finding a construct."""
    if not _UNUSUAL.search(text):
        return
    codes: set[str] = set()
    for pattern, (_, code, name, expected) in zip(_PATTERNS, FOREIGN, strict=True):
        if code not in codes and (match := pattern.search(text)):
            codes.add(code)
            message = f"{quoted(match[0])} serait imprimé ainsi : le format n'a pas de place pour {name}"
            yield Finding(code, Level.WARNING, message, match[0].strip(), f"Écrivez {expected}")


def no_stray_asterisks(text: str) -> Iterator[Finding]:
    """Bold that Markdown does not understand would print its asterisks (CommonMark 6.2)."""
    if "**" not in text:
        return
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)", text):
        printed = plain_text(paragraph.strip()) if "**" in paragraph else ""
        if "**" in printed:
            yield Finding(
                "stray-asterisks",
                Level.WARNING,
                f"Des astérisques seraient imprimés : {quoted(printed[max(printed.index('**') - 20, 0) :])}",
                "**",
                "Écrivez **mots en gras**, sans espace à l'intérieur des astérisques ; sinon, retirez-les",
            )


_LIST_ITEM = re.compile(r"^( *)(?:[-*+]|\d+[.)]) ", re.MULTILINE)


def two_levels_of_lists(text: str) -> Iterator[Finding]:
    """The format's « lists of two levels »."""
    if "\n    " not in text:
        return
    indents: list[int] = []
    for item in _LIST_ITEM.finditer(text):
        indent = len(item[1])
        while indents and indents[-1] > indent - 2:
            indents.pop()
        indents.append(indent)
        if len(indents) > 2:
            found = text[item.start() :].split("\n", 1)[0].strip()
            message = f"Cette liste a plus de deux niveaux : {quoted(found)}"
            yield Finding("deep-list", Level.WARNING, message, found, "Ramenez-la à deux niveaux au plus")
            return


def one_paragraph(text: str) -> Iterator[Finding]:
    """The format's ``ligne`` and plain texts hold no paragraphs and no lists."""
    if "\n" in text and re.search(r"\n\s*\n|\n\s*[-*+] ", text):
        message = "Ce champ tient en un seul paragraphe, sans ligne vide ni liste"
        yield Finding("several-paragraphs", Level.WARNING, message, text, "Réunissez le texte en un seul paragraphe")


_MARKUP = re.compile(r"\*\*[^*\n]+\*\*|\[[^\[\]\n]+\]\([^()\n]*\)|</?[A-Za-z][^<>\n]*>")


def no_markup(text: str) -> Iterator[Finding]:
    """The format's plain texts: markup would be printed as typed."""
    if match := _MARKUP.search(text):
        message = f"Ce champ n'accepte pas de mise en forme : {quoted(match[0])} serait imprimé tel quel"
        yield Finding("markup-in-plain-text", Level.WARNING, message, match[0], "Écrivez le texte seul")
