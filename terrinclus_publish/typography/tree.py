"""French micro-typography over an HTML tree: a block's text is one line to the rules, whatever its inline markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from terrinclus_publish.typography.masks import mask, unmask
from terrinclus_publish.typography.rule import LINE_BREAK, NEUTRAL, OBJECT, apply
from terrinclus_publish.typography.text import RULES, typeset_text

_EMPHASIS = ("a", "abbr", "b", "cite", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small", "strong", "u")
_INLINE = frozenset([*_EMPHASIS, "bdi", "bdo", "label", "span", "sub", "sup", "time", "var"])
_DROPPED = frozenset(["script", "style", "wbr"])
_LITERAL = frozenset(["code", "kbd", "samp", "tt"])
_PICTURES = frozenset(["img", "svg", "math", "picture", "object"])
_UNTOUCHED = frozenset(["pre", "template", "textarea"])
_FLAT = frozenset(["sub", "sup", "title", "option"])
"""Elements whose text holds no superscript of its own."""
_ATTRIBUTES = frozenset(["alt", "title", "aria-label", "data-repere"])
NO_BREAK_HYPHEN = "\u2011"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_SUPERSCRIPT = re.compile(r"(?<![\w@/.,])(?:[1I]((?:er|re)s?)|(?:\d{1,4}|[VX]|[IVX]{2,})(es?)|2(ndes?|nds?))(?!\w|-\d)")
"""Ordinals: 1er, 1re, 2e, 2nd, XXe; « Le » and « Ce » are no Roman numbers. Lexique, ordinaux."""


@dataclass(slots=True)
class _Piece:
    """A stretch of a block's text and where it comes from; without ``owner``, the sign that stands for something."""

    text: str
    owner: etree._Element | None = None
    is_tail: bool = False
    may_raise: bool = False

    def write(self, text: str) -> None:
        if self.owner is None or text == self.text:
            return
        if self.is_tail:
            self.owner.tail = text
        else:
            self.owner.text = text


_Line = list[_Piece]


@dataclass(slots=True)
class _Lines:
    """Gathers the lines of a tree; ``current`` is the one that grows."""

    all: list[_Line] = field(default_factory=list)
    current: _Line = field(default_factory=list)

    def end(self) -> None:
        if self.current:
            self.all.append(self.current)
            self.current = []


def typeset(tree: etree._Element, language: str = "fr") -> None:
    """Set the French text of the tree, and the attributes that a reader sees or hears, in place.

    ``language`` (BCP 47) is that of the tree's root, unless it has ``lang``. Left alone, a word to their neighbours:
    passages in another language, code, elements with ``data-litteral``.
    """
    _replace_undrawable(tree)
    lines = _Lines()
    _gather_block(tree, _is_french(language), lines)
    for line in lines.all:
        _set_line(line)


def _replace_undrawable(tree: etree._Element) -> None:
    """The no-break hyphen, which no font of the theme has, becomes a hyphen in whatever language."""
    if not any(NO_BREAK_HYPHEN in text for text in tree.itertext()):
        return
    for element in tree.iter(etree.Element):
        element.text = element.text and element.text.replace(NO_BREAK_HYPHEN, "-")
        element.tail = element.tail and element.tail.replace(NO_BREAK_HYPHEN, "-")


def _is_french(language: str) -> bool:
    return language.lower().split("-")[0] == "fr"


def _speaks_french(element: etree._Element, inherited: bool) -> bool:
    language = element.get("lang") or element.get(_XML_LANG)
    return _is_french(language) if language else inherited


def _gather_block(element: etree._Element, inherited: bool, lines: _Lines) -> None:
    """The lines of an element that starts and ends one."""
    outer, lines.current = lines.current, []
    french = _speaks_french(element, inherited)
    _gather_content(element, french, element.tag not in _FLAT, lines)
    lines.end()
    lines.current = outer


def _gather_content(element: etree._Element, french: bool, may_raise: bool, lines: _Lines) -> None:
    if french:
        _set_attributes(element)
        if element.text:
            lines.current.append(_Piece(element.text, element, may_raise=may_raise))
    for child in element:
        _gather_child(child, french, may_raise, lines)
        if french and child.tail:
            lines.current.append(_Piece(child.tail, child, is_tail=True, may_raise=may_raise))


def _gather_child(child: etree._Element, french: bool, may_raise: bool, lines: _Lines) -> None:
    tag = child.tag
    if not isinstance(tag, str) or tag in _DROPPED:
        return
    if tag == "br":
        lines.current.append(_Piece(LINE_BREAK))
    elif tag in _LITERAL or (tag in _INLINE and "data-litteral" in child.attrib):
        lines.current.append(_Piece(NEUTRAL))
    elif tag in _PICTURES:
        lines.current.append(_Piece(OBJECT))
        if _speaks_french(child, french):
            _set_attributes(child)
    elif tag in _INLINE and _speaks_french(child, french) == french:
        _gather_content(child, french, may_raise and tag not in _FLAT, lines)
    elif tag in _INLINE:
        lines.current.append(_Piece(NEUTRAL))
        _gather_block(child, french, lines)
    else:
        lines.end()
        if tag not in _UNTOUCHED and "data-litteral" not in child.attrib:
            _gather_block(child, french, lines)


def _set_attributes(element: etree._Element) -> None:
    for key in element.attrib:
        name = str(key)
        if name in _ATTRIBUTES or name.startswith("data-courant"):
            element.set(name, typeset_text(element.get(name, "")))


def _set_line(line: _Line) -> None:
    whole = "".join(piece.text for piece in line)
    if not whole or whole.isspace():
        return
    starts = [0]
    for piece in line:
        starts.append(starts[-1] + len(piece.text))
    masked, hidden = mask(whole)
    masked, inner = apply(RULES, masked, starts[1:-1])
    cuts = [0, *inner, len(masked)]
    text = unmask(masked, hidden)
    raised = list(_superscripts(masked))
    for piece, (start, end) in zip(line, pairwise(cuts), strict=True):
        piece.write(text[start:end])
        inside = [(first - start, last - start) for first, last in raised if start <= first and last <= end]
        if inside and piece.may_raise:
            _raise(piece, text[start:end], inside)


def _superscripts(text: str) -> Iterator[tuple[int, int]]:
    return (match.span(match.lastindex or 0) for match in _SUPERSCRIPT.finditer(text))


def _raise(piece: _Piece, text: str, spans: list[tuple[int, int]]) -> None:
    """Wrap these stretches of a piece in ``<sup>``, from the last to the first, so that the places before stay true."""
    owner = piece.owner
    parent = owner.getparent() if owner is not None and piece.is_tail else owner
    if owner is None or parent is None:
        return
    place = parent.index(owner) + 1 if piece.is_tail else 0
    for start, end in reversed(spans):
        superscript = parent.makeelement("sup")
        superscript.text, superscript.tail = text[start:end], text[end:] or None
        parent.insert(place, superscript)
        text = text[:start]
    piece.write(text)
