"""Rules for the signs that have a meaning of their own in YAML: quotes, brackets, stars, ``|``, ``@``, ``%``…"""

import re

import yaml

from terrinclus_publish.faults import french
from terrinclus_publish.reading.snag import Answer, Snag, end_of, start_of
from terrinclus_publish.reading.text import FileText
from terrinclus_publish.reading.wording import Wording, clip, word

_QUOTE = "Mettez le texte entre guillemets droits, ou sous « >- » à la ligne suivante"
_STARTS = {
    "@": "« @ »",
    "`": "« ` » (accent grave)",
    "%": "« % »",
    "&": "« & »",
    "!": "« ! »",
    "?": "« ? » suivi d'une espace",
    ",": "une virgule",
    "]": "un crochet fermant",
    "}": "une accolade fermante",
}


def special_start(snag: Snag) -> Answer | None:
    """``titre: @nom``: a sign that cannot begin a text without quotes."""
    where = snag.since if snag.context.startswith("while scanning a") else snag.index
    sign = snag.text.content[where : where + 1]
    if sign == "*" and "alias" in snag.context:
        return _star(snag, where)
    known = re.search("cannot start any token|mapping keys are not allowed|expected node content", snag.problem)
    if sign not in _STARTS or not (known or re.search("anchor|tag|directive", snag.context)):
        return None
    return word(
        "yaml-special-character", "Un texte ne peut pas commencer par {sign}", _QUOTE, sign=french(_STARTS[sign])
    ), where


def _star(snag: Snag, where: int) -> Answer:
    rest = snag.text.rest(where)
    if rest.startswith("**"):
        wording = word("yaml-star", "Un texte ne peut pas commencer par « ** » (gras) sans guillemets", _QUOTE)
    elif rest.startswith("* "):
        wording = word(
            "yaml-star",
            "Ici, une liste s'écrit avec des tirets, et non avec « * »",
            "Remplacez « * » par « - » suivi d'une espace",
        )
    else:
        wording = word("yaml-star", "Un texte ne peut pas commencer par « * » (italique) sans guillemets", _QUOTE)
    return wording, where


def dash_in_line(snag: Snag) -> Answer | None:
    """``porteurs: - Aude``."""
    if "sequence entries are not allowed" not in snag.problem:
        return None
    return word(
        "yaml-dash",
        "Un tiret suivi d'une espace ouvre une liste, et ne peut pas se mettre là",
        "Pour une liste, mettez chaque tiret sur sa propre ligne ; pour un texte, mettez-le entre guillemets droits",
    ), snag.index


def block_header(snag: Snag) -> Answer | None:
    """``genese: | texte``."""
    if snag.context != "while scanning a block scalar":
        return None
    return word(
        "yaml-block-header",
        "Après « {sign} », le texte commence à la ligne suivante",
        "Passez à la ligne, et décalez le texte de deux espaces ; "
        "un texte qui commence vraiment par ce signe se met entre guillemets droits",
        sign=snag.text.content[snag.since],
    ), snag.since


def quoted(snag: Snag) -> Answer | None:
    """``titre: "Ensemble`` up to the end of the file, or a backslash between double quotes."""
    if not snag.context.endswith("a quoted scalar"):
        return None
    if "escape" in snag.problem or "hexdecimal" in snag.problem:
        return word(
            "yaml-quote",
            "Entre guillemets doubles, « \\ » a un sens particulier",
            "Remplacez les guillemets doubles par des apostrophes droites, ou mettez le texte sous « >- »",
        ), snag.index
    return _unclosed_quote(snag.text, snag.since), snag.since


def _unclosed_quote(text: FileText, index: int) -> Wording:
    return word(
        "yaml-quote",
        "Le guillemet {sign} qui ouvre ce texte n'est pas fermé à la fin du texte",
        "Ajoutez {sign} à la fin du texte, ou enlevez celui du début",
        sign=text.content[index],
    )


def after_quotes(snag: Snag) -> Answer | None:
    """``titre: "Ensemble" pour agir``, or a quote left open that another one, lines below, seems to close."""
    if snag.scalar is None or snag.scalar.style not in ('"', "'"):
        return None
    start, end = start_of(snag.scalar), end_of(snag.scalar)
    if snag.text.place(start).line != snag.text.place(end).line:
        return _unclosed_quote(snag.text, start), start
    if snag.text.place(end).line != snag.text.place(snag.index).line:
        return None
    if snag.scalar.style == "'":
        cure = "Enlevez les apostrophes du début et de la fin, ou mettez le texte sous « >- » à la ligne suivante"
    else:
        cure = "Utilisez des guillemets français, ou mettez tout le texte sous « >- » à la ligne suivante"
    rest = clip(snag.text.rest(end).strip())
    return word("yaml-text-after-quote", "Du texte suit le guillemet fermant : « {rest} »", cure, rest=rest), end


def after_brackets(snag: Snag) -> Answer | None:
    """``titre: [Note] le texte``."""
    if not isinstance(snag.last, yaml.CollectionEndEvent) or snag.closed is None:
        return None
    end = end_of(snag.last)
    if snag.text.content[end - 1 : end] not in ("]", "}") or snag.text.content[end : snag.index].strip():
        return None
    start = start_of(snag.closed)
    if snag.text.place(start).line != snag.text.place(snag.index).line:
        return None
    return word(
        "yaml-bracket",
        "Du texte suit le signe « {closing} » : un texte ne peut pas commencer par « {sign} » sans guillemets",
        _QUOTE,
        closing=snag.text.content[end - 1],
        sign=snag.text.content[start],
    ), start


def unclosed_bracket(snag: Snag) -> Answer | None:
    """``entetes: [un, deux``."""
    start = _open_bracket(snag)
    if start is None:
        return None
    return word(
        "yaml-bracket",
        "Le signe « {sign} » ouvert ici n'est pas fermé, ou ce qu'il contient ne se lit pas",
        "Pour un texte, mettez-le entre guillemets droits ; pour une liste, écrivez un élément par ligne, "
        "chacun après un tiret",
        sign=snag.text.content[start],
    ), start


def _open_bracket(snag: Snag) -> int | None:
    """Where the innermost open bracket stands; the parser may stop before it tells of one that begins the line."""
    for event in reversed(snag.open):
        if event.flow_style:
            return start_of(event)
    start = snag.text.start(snag.index)
    return start if start < snag.index and snag.text.content[start] in "[{" else None
