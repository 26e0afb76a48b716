"""The semantic HTML tree that templates make and renderers walk: the closed list of its elements and classes.

A template that uses anything else is refused, so that a renderer never meets what it does not know.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

Element = etree._Element

PHRASING = frozenset({"a", "br", "em", "span", "strong", "sup", "img"})
"""Elements that stand inside a line of text."""

VOCABULARY: dict[str, frozenset[str]] = {
    element: frozenset(classes.split())
    for element, classes in {
        # sectioning
        "article": "fiche",
        "div": "guide editeur",
        "section": "couverture liminaire fiches index rubrique quatrieme pourquoi projet financement focus ressources "
        "contacts a-classer financeurs",
        "header": "bandeau",
        "nav": "sommaire",
        "aside": "paroles regard encadre",
        "h1": "",
        "h2": "titre-encart",
        "h3": "axe partie titre-encart",
        "h4": "titre-encart",
        "h5": "titre-encart",
        # blocks
        "p": "surtitre chapeau etiquette signature source note membres personne coordonnees sous-titre edition "
        "texte-quatrieme adresse",
        "blockquote": "",
        "ul": "tuiles thematiques preconisations odd references logos renvois lieux-carte",
        "ol": "",
        "li": "",
        "dl": "identite rangees credits",
        "dt": "",
        "dd": "",
        "figure": "ouverture illustration barre carte",
        "figcaption": "",
        # tables
        "table": "chiffres montants donnees demarches matrice",
        "caption": "",
        "thead": "",
        "tbody": "",
        "tfoot": "",
        "tr": "total sous-total groupes",
        "th": "montant numero part thematique axe odd",
        "td": "montant numero etendue part thematique axe odd",
        # phrasing
        "a": "",
        "br": "",
        "em": "",
        "strong": "",
        "sup": "",
        "span": "etiquette numero page porteur titre precision credit lettre lieux",
        "img": "logo",
    }.items()
}


class UnknownElementError(Exception):
    """A template made an element or a class outside the closed list."""

    def __init__(self, element: str, unknown_class: str | None) -> None:
        self.element, self.unknown_class = element, unknown_class
        super().__init__(element if unknown_class is None else f"{element}.{unknown_class}")


def classes(element: Element) -> list[str]:
    """The element's classes, in the order in which they are written."""
    return (element.get("class") or "").split()


def text_of(element: Element) -> str:
    """The element's whole text; a line break counts as a space."""
    pieces: list[str] = []
    _collect(element, pieces)
    return "".join(pieces)


def _collect(element: Element, pieces: list[str]) -> None:
    pieces.append(" " if element.tag == "br" else element.text or "")
    for child in element:
        _collect(child, pieces)
        pieces.append(child.tail or "")


def check_vocabulary(tree: Element) -> None:
    """Raises UnknownElementError on the first element or class that no renderer knows."""
    for element in tree.iter():
        allowed = VOCABULARY.get(str(element.tag))
        if allowed is None:
            raise UnknownElementError(str(element.tag), None)
        for name in classes(element):
            if name not in allowed:
                raise UnknownElementError(str(element.tag), name)


def tidy_spaces(tree: Element) -> None:
    """Drop the white space that only lays out the templates; inside a text, runs of it become one space.

    A block's text starts and ends without space, and no space follows a line break.
    """
    for block in _text_blocks(tree):
        _tidy_block(block)


def _text_blocks(element: Element) -> Iterator[Element]:
    """The elements that hold text directly; elsewhere, white space between blocks is dropped."""
    inline = [child.tag in PHRASING and element.tag != "figure" for child in element]
    if all(inline):
        yield element
        return
    if element.text and not element.text.strip():
        element.text = None
    run_starts_here = element.text is not None or inline[0]
    if run_starts_here or any(inline) or any(child.tail and child.tail.strip() for child in element):
        raise UnknownElementError(str(element.tag), "texte mêlé à des blocs")
    for child in element:
        child.tail = None
        yield from _text_blocks(child)


def _tidy_block(block: Element) -> None:
    """Collapse white space over the whole block, seeing through its inline elements."""
    slots = list(_slots(block))
    after_space = True
    last: tuple[Element, str] | None = None
    for element, name in slots:
        if name == "break":
            after_space = True
            if last is not None:
                setattr(*last, (getattr(*last) or "").rstrip(" "))
            last = None
            continue
        if name == "text" and element.get("data-renvoi"):  # a page number will stand here
            after_space, last = False, None
            continue
        text = getattr(element, name)
        if not text:
            continue
        words = " ".join(text.replace("\n", " ").replace("\t", " ").split(" "))
        while "  " in words:
            words = words.replace("  ", " ")
        if after_space:
            words = words.lstrip(" ")
        setattr(element, name, words)
        if words:
            after_space = words.endswith(" ")
            last = (element, name)
    if last is not None and after_space:
        setattr(*last, getattr(*last).rstrip(" "))


def _slots(element: Element) -> Iterator[tuple[Element, str]]:
    """The places of an element's text in reading order: ``(element, "text" | "tail" | "break")``."""
    if element.tag == "br":
        yield element, "break"
    else:
        yield element, "text"
    for child in element:
        yield from _slots(child)
        yield child, "tail"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself: the same in PDF, Word and HTML."""

    title: str
    author: str
    language: str
    """BCP 47."""
    subject: str = ""
    date: datetime.date | None = None
    """The edition's date; never the clock's."""
