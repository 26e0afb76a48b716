"""Where words may be cut with a hyphen, by the dictionary of a language (pyphen holds LibreOffice's patterns).

Names, acronyms, addresses and headings are never cut: ``fonts.Measured`` asks for lower-case words only, and headings
are set without a cutter.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import pyphen

LEFT, RIGHT = 2, 3
"""Letters that stay before and go after a cut, at least (Lexique des règles typographiques)."""
_NO_DIGITS = str.maketrans("", "", "0123456789")
_COMMENT = re.compile(r"[%#]|[A-Z]+\b")
"""Lines of a dictionary that are no pattern (hunspell(5)): remarks and directives."""


class Patterns:
    """The patterns of a language: between letters, how good a cut is (odd) or how bad (even); the highest one counts.

    After F. M. Liang, « Word Hy-phen-a-tion by Com-put-er » (1983). Why not pyphen's own reading: it takes every
    pattern apart, and a text asks for few.
    """

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            encoding = opened.readline().decode("ascii").strip().lower()
        _, *lines = file.read_text({"microsoft-cp1251": "cp1251"}.get(encoding, encoding)).split("\n")
        written = [line.partition("/")[0].strip() for line in lines if not _COMMENT.match(line)]
        if any("^^" in pattern for pattern in written):
            written = [re.sub(r"\^\^([0-9a-f]{2})", _sign, pattern) for pattern in written]
        self._written = {pattern.translate(_NO_DIGITS): pattern for pattern in written}
        self._longest = max(map(len, self._written))
        self._levels: dict[str, Sequence[tuple[int, int]]] = {}

    def places(self, word: str) -> list[int]:
        """Between which letters of a lower-case word it may be cut."""
        pointed = f".{word}."
        highest = [0] * (len(pointed) + 1)
        for start in range(len(pointed) - 1):
            for end in range(start + 1, min(start + self._longest, len(pointed)) + 1):
                letters = pointed[start:end]
                if letters in self._written:
                    for place, level in self._levels_of(letters):
                        highest[start + place] = max(level, highest[start + place])
        return [place - 1 for place, level in enumerate(highest) if level % 2]

    def _levels_of(self, letters: str) -> Sequence[tuple[int, int]]:
        """What a pattern says: before which of its letters, how good or bad a cut is."""
        found = self._levels.get(letters)
        if found is None:
            place, levels = 0, list[tuple[int, int]]()
            for sign in self._written[letters]:
                if sign.isdigit():
                    levels.append((place, int(sign)))
                else:
                    place += 1
            found = self._levels[letters] = levels
        return found


def _sign(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


@lru_cache(maxsize=8)
def cutter(language: str) -> Callable[[str], Sequence[str]] | None:
    """A function that gives a word's pieces; None for a language without a dictionary (a BCP 47 tag is given)."""
    name = pyphen.language_fallback(language.replace("-", "_"))
    if name is None:
        return None
    patterns = Patterns(Path(str(pyphen.LANGUAGES[name])))

    def pieces(word: str) -> Sequence[str]:
        places = [place for place in patterns.places(word) if LEFT <= place <= len(word) - RIGHT]
        return [word[start:end] for start, end in zip([0, *places], [*places, len(word)], strict=True)]

    return pieces
