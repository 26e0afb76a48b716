"""What YAML allows and a sheet does not, found in the parser's events before anything is built from them: anchors,
tags, depth, several documents, text that YAML would drop or join without a word.
"""

import re
from dataclasses import dataclass, field

import yaml

from terrinclus_publish.faults import Fault
from terrinclus_publish.reading.snag import Snag, end_of, start_of
from terrinclus_publish.reading.syntax import diagnose
from terrinclus_publish.reading.text import FileText
from terrinclus_publish.reading.wording import Wording, error, word

DEEPEST = 32
"""Levels of nesting. The format itself needs about fifteen."""
_COMMENT = re.compile(r"[ \t]+(?P<lost>#)")
_GLUED = re.compile(r"[ \t]+(?P<lost>#)\S")


@dataclass
class Scan:
    """What the events of one text tell. Only the first fault of a line is kept: the others follow from it."""

    text: FileText
    open: list[yaml.CollectionStartEvent] = field(default_factory=list)
    """The collections that are not closed yet, the outermost first."""
    last: yaml.Event | None = None
    closed: yaml.CollectionStartEvent | None = None
    """The collection closed last."""
    documents: int = 0
    buildable: bool = True
    """Whether the text can be composed to nodes, to look for more faults."""
    anchors: set[str] = field(default_factory=set)
    _faults: dict[int, Fault] = field(default_factory=dict)

    @property
    def faults(self) -> list[Fault]:
        """What was found, from top to bottom."""
        return list(self._faults.values())

    def add(self, wording: Wording, index: int) -> None:
        """Keep a fault of what follows an index, unless its line has one."""
        place = self.text.place(index)
        if place.line not in self._faults:
            self._faults[place.line] = error(wording, place, self.text.rest(index))

    def stop(self, wording: Wording, index: int) -> None:
        """Keep a fault after which there is nothing to build."""
        self.add(wording, index)
        self.buildable = False


def scan(text: FileText) -> Scan:
    """Read the events of a text up to its end, to its first YAML error or to 32 levels. Never raises."""
    result = Scan(text)
    try:
        for event in yaml.parse(text.content, Loader=yaml.CBaseLoader):
            _take(result, event)
            if len(result.open) > DEEPEST or result.documents > 1:
                break
    except yaml.MarkedYAMLError as problem:
        result.buildable = False
        if not _is_cut(result):
            wording, index = diagnose(Snag.of(problem, text, result.last, result.open, result.closed))
            result.add(wording, index)
    return result


def _take(result: Scan, event: yaml.Event) -> None:
    """Note one event, and the faults that it alone shows."""
    if isinstance(event, yaml.DocumentStartEvent):
        _document(result, event)
    elif isinstance(event, yaml.CollectionStartEvent):
        result.open.append(event)
        if len(result.open) > DEEPEST:
            result.stop(_TOO_DEEP, start_of(event))
    elif isinstance(event, yaml.CollectionEndEvent):
        result.closed = result.open.pop()
    elif isinstance(event, yaml.ScalarEvent) and not event.style:
        _plain(result, event)
    if isinstance(event, yaml.NodeEvent):
        _reference(result, event)
    result.last = event


def _document(result: Scan, event: yaml.DocumentStartEvent) -> None:
    result.documents += 1
    if result.documents > 1:
        result.stop(_DOCUMENTS, start_of(event))


def _reference(result: Scan, event: yaml.NodeEvent) -> None:
    """Anchors, aliases and tags: shorthand for programmers, and the stuff that YAML bombs are made of."""
    start = start_of(event)
    if isinstance(event, yaml.AliasEvent):
        result.add(_ALIAS, start)
        result.buildable &= event.anchor in result.anchors
    elif event.anchor is not None:
        result.add(_ANCHOR, start)
        result.buildable &= event.anchor not in result.anchors
        result.anchors.add(event.anchor)
    elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
        result.add(_TAG, start)


def _plain(result: Scan, event: yaml.ScalarEvent) -> None:
    """Text without quotes of which YAML drops the end, or that it makes of several list items."""
    if cut := _comment(result.text, event):
        result.add(_CUT, cut.start("lost"))
        return
    start = start_of(event)
    if re.match(r"-[^\W\d]", event.value) and result.text.begins_line(start):
        result.add(_DASH, start)
        return
    if joined := re.search(r"[\r\n][ \t]*(?P<dash>-[ \t])", result.text.content[start : end_of(event)]):
        result.add(_JOINED, start + joined.start("dash"))


def _comment(text: FileText, event: yaml.ScalarEvent) -> re.Match[str] | None:
    """The comment that follows text without quotes on its line: YAML leaves it out, an author meant it to be read.

    Decided: every comment there is refused, even after a number, since nothing tells a remark from a text; so is a sign
    glued to ``#`` where there is no value (``titre: #1``). A comment on a line of its own, after a quoted text, after
    ``|`` or after a key that is left empty stays allowed.
    """
    comment = _GLUED if event.value == "" else _COMMENT
    return comment.match(text.content, end_of(event))


def _is_cut(result: Scan) -> bool:
    """Whether the last event is a text cut by a comment: what follows on the next line is then no fault of its own."""
    return (
        isinstance(result.last, yaml.ScalarEvent) and not result.last.style and bool(_comment(result.text, result.last))
    )


_CUT = word(
    "yaml-hash",
    "Le texte est coupé : après une espace, « # » ouvre un commentaire, et la suite n'est pas lue",
    "Mettez tout le texte entre guillemets droits, ou sous « >- » à la ligne suivante ; "
    "un commentaire, lui, se met sur sa propre ligne, « # » suivi d'une espace",
)
_DASH = word(
    "yaml-dash-space",
    "Il manque une espace après le tiret de la liste",
    "Écrivez « - » puis une espace puis le texte, à chaque ligne de la liste",
)
_JOINED = word(
    "yaml-indentation",
    "Cette ligne est trop décalée vers la droite : elle serait collée au texte de la ligne précédente",
    "Alignez ce tiret sur celui de la ligne précédente ; si c'est un tiret de texte, mettez le texte sous « >- »",
)
_ANCHOR = word(
    "yaml-anchor",
    "Un texte ne peut pas commencer par « & » : pour YAML, ce signe a un autre sens (une « ancre »)",
    "Mettez le texte entre guillemets droits, ou sous « >- » à la ligne suivante ; les ancres ne sont pas admises",
)
_ALIAS = word(
    "yaml-alias",
    "Un texte ne peut pas commencer par « * » : pour YAML, ce signe a un autre sens (un « alias »)",
    "Mettez le texte entre guillemets droits, ou sous « >- » à la ligne suivante ; les alias ne sont pas admis : "
    "recopiez le texte",
)
_TAG = word(
    "yaml-tag",
    "Un texte ne peut pas commencer par « ! » : pour YAML, ce signe a un autre sens (une « étiquette »)",
    "Mettez le texte entre guillemets droits, ou sous « >- » à la ligne suivante ; les étiquettes ne sont pas admises",
)
_TOO_DEEP = word(
    "too-deep",
    "Les niveaux s'emboîtent sur plus de 32 rangs : le fichier n'est pas lu",
    "Une fiche n'en demande qu'une quinzaine ; cherchez un crochet « [ » ou une accolade « {{ » de trop",
)
_DOCUMENTS = word(
    "yaml-documents",
    "Une ligne « --- » ouvre un second document : un fichier ne contient qu'une fiche",
    "Effacez cette ligne, ou mettez la suite dans un autre fichier",
)
