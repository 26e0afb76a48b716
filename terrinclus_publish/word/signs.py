"""Signs that Word writes as elements of their own: the hyphen that does not break, the hyphen that may."""

import re

from terrinclus_publish.tree import Element
from terrinclus_publish.word.ooxml import text_element, w

_SPECIAL = re.compile("(-\u2060|\u2011|\u00ad)")
_WORD_JOINER = "\u2060"


def run_content(text: str) -> list[Element]:
    """The children of a run for a text.

    A hyphen bound by a word joiner is Word's own non-breaking hyphen; other joiners go, since fonts do not have them.
    """
    content = []
    for piece in _SPECIAL.split(text):
        if piece in ("-\u2060", "\u2011"):
            content.append(w("noBreakHyphen"))
        elif piece == "\u00ad":
            content.append(w("softHyphen"))
        elif plain := piece.replace(_WORD_JOINER, ""):
            content.append(text_element(plain))
    return content
