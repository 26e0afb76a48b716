"""Signs that Word writes as elements of their own: the hyphen that does not break, the hyphen that may; and words that
stay together.
"""

import copy
import re

from terrinclus_publish.hyphens import BREAKABLE_HYPHEN
from terrinclus_publish.tree import Element, text_of
from terrinclus_publish.word.ooxml import text_element, w

_WORD_JOINER = "\u2060"
NO_BREAK_SPACE = "\u00a0"
_SPECIAL = re.compile("(-\u2060|\u2011|\u00ad)")
_FREE_HYPHEN = re.compile("-(?!\u2060)")
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*")


def run_content(text: str) -> list[Element]:
    """The children of a run for a text.

    A hyphen bound by a word joiner, or that of a name, is Word's own non-breaking hyphen; other joiners go, since
    fonts do not have them.
    """
    content = []
    for piece in _SPECIAL.split(_names_bound(text)):
        if piece in (f"-{_WORD_JOINER}", "\u2011"):
            content.append(w("noBreakHyphen"))
        elif piece == "\u00ad":
            content.append(w("softHyphen"))
        elif plain := piece.replace(_WORD_JOINER, ""):
            content.append(text_element(plain))
    return content


def _names_bound(text: str) -> str:
    """The text with a word joiner after hyphens in names; addresses, which are copied, keep plain hyphens."""
    if "-" not in text:
        return text
    kept = [match.span() for match in _ADDRESS.finditer(text)]
    breakable = {match.start() for match in BREAKABLE_HYPHEN.finditer(text)}

    def bound_where_due(match: re.Match[str]) -> str:
        is_kept = match.end() in breakable or any(start <= match.start() < end for start, end in kept)
        return "-" if is_kept else f"-{_WORD_JOINER}"

    return _FREE_HYPHEN.sub(bound_where_due, text)


def bound(element: Element, longest: int) -> Element:
    """A heading whose two last words are bound by a no-break space, where both together have fewer signs."""
    words = text_of(element).split(" ")
    if len(words) < 3 or len(words[-2]) + len(words[-1]) + 1 >= longest or element.find(".//br") is not None:
        return element
    heading = copy.deepcopy(element)
    heading.tail = None
    for place, name in reversed(_slots(heading)):
        before, space, after = (getattr(place, name) or "").rpartition(" ")
        if space:
            setattr(place, name, f"{before}{NO_BREAK_SPACE}{after}")
            break
    return heading


def _slots(element: Element) -> list[tuple[Element, str]]:
    """The places of a heading's text in reading order: an element and ``text`` or ``tail``."""
    slots = [(element, "text")]
    for child in element:
        slots += [*_slots(child), (child, "tail")]
    return slots
