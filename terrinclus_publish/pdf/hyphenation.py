"""Where words may be cut with a hyphen, by the dictionary of a language (pyphen holds LibreOffice's patterns).

Names, acronyms, addresses and headings are never cut: ``fonts.Measured`` asks for lower-case words only, and headings
are set without a cutter.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

import pyphen

LEFT, RIGHT = 2, 3
"""Letters that stay before and go after a cut, at least (Lexique des règles typographiques)."""


@lru_cache(maxsize=8)
def cutter(language: str) -> Callable[[str], Sequence[str]] | None:
    """A function that gives a word's pieces; None for a language without a dictionary (a BCP 47 tag is given)."""
    name = pyphen.language_fallback(language.replace("-", "_"))
    if name is None:
        return None
    dictionary = pyphen.Pyphen(lang=name, left=LEFT, right=RIGHT)

    def pieces(word: str) -> Sequence[str]:
        places = dictionary.positions(word)
        return [word[start:end] for start, end in zip([0, *places], [*places, len(word)], strict=True)]

    return pieces
