"""Rules on the Markdown of texts: what the format has no place for, and links that lead nowhere.

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
    (r"</?p\b[^<>]*>", "balise_html", "une balise HTML", "une ligne vide entre deux paragraphes"),
    (r"<br\b[^<>]*>", "balise_html", "une balise HTML", "une ligne vide entre deux paragraphes"),
    (r"</?(?:b|strong)\b[^<>]*>", "balise_html", "une balise HTML", "**gras**"),
    (r"</?(?:i|em)\b[^<>]*>", "balise_html", "une balise HTML", "*italique*"),
    (r"</?(?:ul|ol|li)\b[^<>]*>", "balise_html", "une balise HTML", "une liste, dont chaque point commence par « - »"),
    (r"</?a\b[^<>]*>", "balise_html", "une balise HTML", "[le titre cité](https://…)"),
    (r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<!--", "balise_html", "une balise HTML", "le texte seul, sans balise"),
    (r"&(?:[a-z]+\d*|#\w+);", "balise_html", "un code HTML", "le signe lui-même"),
    (r"^ *#{1,6} +\S.*", "titre_markdown", "un titre Markdown", "un paragraphe en gras, ou le champ « titre »"),
    (r"^ *(?:={3,}|-{3,}|_{3,}|\*{3,}) *$", "trait_markdown", "un trait", "une ligne vide"),
    (r"!\[[^\]]*\]\([^)]*\)", "image_markdown", "une image", "un bloc « illustration » (fichier, alternative)"),
    (r"^ *(?:```|~~~).*|`[^`\n]+`", "code_markdown", "du code", "le texte seul, sans accents graves"),
    (r"^ *\|.*\| *$", "tableau_markdown", "un tableau", "un bloc « tableau » (legende, entetes, lignes)"),
    (r"^ *>.*", "citation_markdown", "une citation Markdown", "un bloc « paroles » ou « encadre »"),
    (r"^ *[•·▪◦●].*", "puce", "une puce", "une liste, dont chaque point commence par « - »"),
    (r"~~[^~\n]+~~", "barre_markdown", "un texte barré", "le texte seul, ou rien"),
    (
        r"\]\{(?!lang=[\"']?[A-Za-z]{2,3}(?:-\w+)*[\"']?\})[^}\n]*",
        "attribut",
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
            yield Finding(code, Level.WARNING, message, match[0].strip(), expected)


def no_stray_asterisks(text: str) -> Iterator[Finding]:
    """Bold that Markdown does not understand would print its asterisks (CommonMark 6.2)."""
    if "**" not in text:
        return
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)", text):
        printed = plain_text(paragraph.strip()) if "**" in paragraph else ""
        if "**" in printed:
            yield Finding(
                "asterisques",
                Level.WARNING,
                f"des astérisques seraient imprimés : {quoted(printed[max(printed.index('**') - 20, 0) :])}",
                "**",
                "**mots en gras**, sans espace à l'intérieur des astérisques ; sinon, retirez-les",
            )


_LIST_ITEM = re.compile(r"^( *)(?:[-*+]|\d+[.)]) ", re.MULTILINE)


def two_levels_of_lists(text: str) -> Iterator[Finding]:
    """The format's « lists of two levels »."""
    indents: list[int] = []
    for item in _LIST_ITEM.finditer(text):
        indent = len(item[1])
        while indents and indents[-1] > indent - 2:
            indents.pop()
        indents.append(indent)
        if len(indents) > 2:
            found = text[item.start() :].split("\n", 1)[0].strip()
            message = f"cette liste a plus de deux niveaux : {quoted(found)}"
            yield Finding("liste_profonde", Level.WARNING, message, found, "deux niveaux au plus")
            return


def one_paragraph(text: str) -> Iterator[Finding]:
    """The format's ``ligne`` and plain texts hold no paragraphs and no lists."""
    if "\n" in text and re.search(r"\n\s*\n|\n\s*[-*+] ", text):
        message = "ce champ tient en un seul paragraphe, sans ligne vide ni liste"
        yield Finding("plusieurs_paragraphes", Level.WARNING, message, quoted(text), "un seul paragraphe")


_MARKUP = re.compile(r"\*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\n]*\)|</?[A-Za-z][^<>\n]*>")


def no_markup(text: str) -> Iterator[Finding]:
    """The format's plain texts: markup would be printed as typed."""
    if match := _MARKUP.search(text):
        message = f"ce champ n'accepte pas de mise en forme : {quoted(match[0])} serait imprimé tel quel"
        yield Finding("mise_en_forme", Level.WARNING, message, match[0], "le texte seul")


# --- Links -----------------------------------------------------------------------------------------------------------

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
        message = f"le lien {quoted(words)} ne mène nulle part : {quoted(target)} n'est pas une adresse complète"
        yield Finding("lien_mort", Level.ERROR, message, target, _target_wanted(words, target.strip()))


def _target_wanted(words: str, target: str) -> str:
    if re.fullmatch(r"(www\.|[\w-]+\.(fr|org|com|net|eu)\b)\S*", target):
        return f"https://{target}"
    if re.fullmatch(r"[^\s@:]+@[^\s@]+\.[a-z]+", target):
        return f"mailto:{target}"
    return f"une adresse qui commence par https:// ou mailto: ; si elle est perdue, le titre seul : {quoted(words)}"


_HOLLOW = re.compile(
    r"\b(?:cliqu(?:ez|er) (?:ici|sur (?:ce|le) lien)|lien (?:suivant|ci-(?:dessous|après|contre))"
    r"|(?:en suivant|via|au|sur) ce lien)\b",
    re.IGNORECASE,
)
_HOLLOW_WORDS = re.compile(r"(?:cliqu\w+ )?(?:ici|là|(?:ce |le )?lien|lire la suite|en savoir plus|https?://.*)", re.I)


def links_say_where(text: str) -> Iterator[Finding]:
    """RGAA 4.1 (6.1) and RAPDF 4.1: the words of a link say where it leads, also read out of their sentence."""
    if (match := _HOLLOW.search(text)) is None and "](" in text:
        match = next((link for link in LINK.finditer(text) if _HOLLOW_WORDS.fullmatch(link[1].strip())), None)
    if match:
        message = f"{quoted(match[0])} ne dit pas où mène le lien"
        yield Finding(
            "lien_muet", Level.WARNING, message, match[0], "faites du titre cité le lien : [titre](https://…)"
        )
