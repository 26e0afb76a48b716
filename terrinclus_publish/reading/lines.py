"""Rules for lines that do not fit together: tabs, alignment, a colon too many or too few, text of no field."""

import re

from terrinclus_publish.reading.snag import Answer, Snag, end_of, start_of
from terrinclus_publish.reading.text import FileText
from terrinclus_publish.reading.wording import clip, plural, word

_KEY = r"[^\W\d][\w-]*"


def tab(snag: Snag) -> Answer | None:
    """A tab among the spaces that begin the line."""
    margin = snag.line[: len(snag.line) - len(snag.line.lstrip())]
    if "\t" not in margin:
        return None
    return word(
        "yaml-tab",
        "La ligne est décalée par une tabulation : YAML n'admet que des espaces",
        "Remplacez la tabulation par des espaces, deux par niveau",
    ), snag.index - (snag.text.place(snag.index).column - 1) + margin.index("\t")


def comment_in_text(snag: Snag) -> Answer | None:
    """A comment on a line of its own, between two lines of a text without quotes."""
    if snag.scalar is None or snag.scalar.style:
        return None
    between = snag.text.content[end_of(snag.scalar) : snag.index]
    if not (comment := re.fullmatch(r"\s*?[\r\n]\s*(?P<sign>#)[^\r\n]*\s*", between)):
        return None
    return word(
        "yaml-hash",
        "Un commentaire ne peut pas couper un texte en deux : la suite ne serait pas lue",
        "Mettez le commentaire avant le champ, ou le texte sous « >- » s'il contient vraiment « # »",
    ), end_of(snag.scalar) + comment.start("sign")


def colon(snag: Snag) -> Answer | None:
    """``titre: Bilan : suite``; or a field that is too far right, and so continues the text of the line before."""
    if "mapping values are not allowed" not in snag.problem:
        return None
    if snag.scalar is not None and snag.text.place(start_of(snag.scalar)).line != snag.text.place(snag.index).line:
        start = start_of(snag.scalar)
        if glued := _glued_colon(snag.text, start):
            return glued
        if not snag.open:
            return _stray_text(snag.text, start)
        if re.fullmatch(rf"\s*(- )?{_KEY}\s*", snag.line[: snag.text.place(snag.index).column - 1]):
            return _shifted(snag)
    return word(
        "yaml-colon",
        "Le texte contient « : », que YAML prend ici pour le début d'un autre champ",
        "Mettez tout le texte entre guillemets droits, ou sous « >- » à la ligne suivante",
    ), snag.index


def _glued_colon(text: FileText, index: int) -> Answer | None:
    """``titre:Bilan``, also with a no-break space after the colon."""
    start = text.start(index)
    line = text.line(start).strip(" \t")
    if not (match := re.match(rf"(- )?(?P<key>{_KEY})[\u00a0\u202f]?:(?P<next>[^ \t/])", line)):
        return None
    if match["next"] in "\u00a0\u202f":
        return word(
            "yaml-colon-space",
            "Après « {key}: », l'espace est insécable : YAML ne la reconnaît pas",
            "Remplacez-la par une espace ordinaire : effacez-la, et tapez la barre d'espace",
            key=match["key"],
        ), start
    return word(
        "yaml-colon-space",
        "Il manque une espace après « {key}: »",
        "Écrivez « {key}: » puis une espace puis le texte",
        key=match["key"],
    ), start


def stray(snag: Snag) -> Answer | None:
    """A line without a field: ``titre:Bilan``, ``-un``, or a text that stands too far left."""
    if "could not find expected ':'" not in snag.problem:
        return None
    if glued := _glued_colon(snag.text, snag.since):
        return glued
    start = snag.text.start(snag.since)
    if re.match(r"-[^\W\d]", snag.text.rest(start)):
        return word(
            "yaml-dash-space",
            "Il manque une espace après le tiret de la liste",
            "Écrivez « - » puis une espace puis le texte, à chaque ligne de la liste",
        ), start
    return _stray_text(snag.text, start)


def _stray_text(text: FileText, start: int) -> Answer:
    return word(
        "yaml-stray-text",
        "Cette ligne n'appartient à aucun champ : « {line} »",
        "Si c'est la suite du texte qui précède, décalez-la comme lui vers la droite ; "
        "sinon, écrivez devant elle le nom de son champ et deux-points",
        line=clip(text.rest(start)),
    ), start


def document_start(snag: Snag) -> Answer | None:
    """Text after ``...``, or a whole sheet that hangs on a first line too far right."""
    if "<document start>" not in snag.problem:
        return None
    before = snag.text.content[: snag.index]
    if re.search(r"^\.\.\.", before, re.MULTILINE):
        return word(
            "yaml-documents",
            "Une ligne « ... » termine le fichier : ce qui la suit n'est pas lu",
            "Effacez cette ligne",
        ), snag.index
    if directive := re.search(r"^%", before, re.MULTILINE):
        return word(
            "yaml-special-character", "Une ligne ne peut pas commencer par « % »", "Effacez cette ligne"
        ), directive.start()
    if snag.closed is None:
        return None
    return word(
        "yaml-indentation",
        "La première ligne est décalée : les lignes suivantes ne s'alignent plus sur elle",
        "Commencez-la tout à gauche, sans espace devant",
    ), start_of(snag.closed)


def _shifted(snag: Snag) -> Answer:
    """A line that stands between two levels."""
    start = snag.text.start(snag.index)
    here = snag.text.place(start).column - 1
    levels = {
        snag.text.place(start_of(event)).column - 1 for event in (*snag.open, *([snag.closed] if snag.closed else []))
    }
    less, more = sorted(level for level in levels if level < here), sorted(level for level in levels if level > here)
    near = (less[-1:] + more[:1]) or [0]
    return word(
        "yaml-indentation",
        "Cette ligne est mal alignée : elle commence par {here}, ce qui ne correspond à aucun niveau",
        "Commencez-la par {wanted}, comme les autres lignes de son niveau",
        here=plural(here, "espace", "espaces"),
        wanted=" ou ".join([*map(str, near[:-1]), plural(near[-1], "espace", "espaces")]),
    ), start


def misaligned(snag: Snag) -> Answer | None:
    """A line to the left of its own level, and to the right of the one above."""
    if not re.search(r"did not find expected (key|'-' indicator)", snag.problem):
        return None
    start = snag.text.start(snag.index)
    rest = snag.text.rest(start)
    same_level = (
        bool(snag.open) and snag.text.place(start).column - 1 == snag.text.place(start_of(snag.open[-1])).column - 1
    )
    if same_level and rest.startswith("-"):
        return word(
            "yaml-indentation",
            "Un tiret de liste ne peut pas suivre des champs sur le même alignement",
            "Écrivez d'abord le nom de la liste et deux-points, puis les tirets à la ligne ; "
            "ou alignez ce tiret sur ceux de sa liste",
        ), start
    if same_level and re.match(rf"{_KEY} *:", rest):
        return word(
            "yaml-indentation",
            "Dans une liste, chaque élément commence par un tiret : il manque ici, ou la ligne est mal alignée",
            "Ajoutez « - » puis une espace, ou alignez la ligne sur les champs dont elle fait partie",
        ), start
    if not re.match(rf"-( |$)|{_KEY} *:", rest):
        return _stray_text(snag.text, start)
    return _shifted(snag)
