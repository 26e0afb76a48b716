"""Signs that Word writes as elements of their own: the hyphen that does not break, the hyphen that may; and words that
stay together.
"""

import copy
import re

from terrinclus_publish.tree import Element, text_of
from terrinclus_publish.word.ooxml import text_element, w

_WORD_JOINER = "\u2060"
NO_BREAK_SPACE = "\u00a0"
_SPECIAL = re.compile("(-\u2060|\u2011|\u00ad)")
_HYPHEN = re.compile(r"(?<![a-zà-ÿ]{3})-(?!\u2060)|-(?![a-zà-ÿ]{3}|\u2060)")
"""A hyphen that is not between two lower-case words of three letters or more: a name's is not cut after it (Code
typographique)."""
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
    bound_hyphen = f"-{_WORD_JOINER}"
    return _HYPHEN.sub(
        lambda match: "-" if any(start <= match.start() < end for start, end in kept) else bound_hyphen, text
    )


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
