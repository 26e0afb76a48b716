"""Other words of the same letters: texts as long, as wide and as hard to set, that no cache of words has seen."""

import random
import re
import zlib
from functools import lru_cache

VOWELS = frozenset("aeiouyàâäéèêëîïôöùûüœæ")
LETTERS = re.compile(r"[^\W\d_]+")
LITERAL = re.compile(r"\S*(?:@|://|www\.)\S*")
"""Addresses, which stay as they are."""
WHOLLY_MIXED = 5
"""Up to this many letters, vowels and consonants change places: there are too few arrangements otherwise."""


def vary(text: str, variant: int) -> str:
    """The text in its other words of that number; the variant 0 is the text itself."""
    if variant == 0:
        return text
    pieces, end = [], 0
    for literal in LITERAL.finditer(text):
        pieces += [_vary_words(text[end : literal.start()], variant), literal.group()]
        end = literal.end()
    return "".join([*pieces, _vary_words(text[end:], variant)])


def _vary_words(text: str, variant: int) -> str:
    return LETTERS.sub(lambda match: vary_word(match.group(), variant), text)


@lru_cache(maxsize=200_000)
def vary_word(word: str, variant: int) -> str:
    """The word's letters in another order, capitals where they were.

    Vowels stand where vowels stood, so that hyphenation has as much to do; the order depends on the word and on the
    variant alone, so that a word said twice in a sheet is said twice in its copy.
    """
    letters = word.lower()
    if len(letters) != len(word):
        return word
    source = random.Random(zlib.crc32(f"{variant} {letters}".encode()))
    mixed = list(letters)
    for places in _places(letters):
        moved = [letters[place] for place in places]
        source.shuffle(moved)
        for place, letter in zip(places, moved, strict=True):
            mixed[place] = letter
    return "".join(new.upper() if old.isupper() else new for old, new in zip(word, mixed, strict=True))


def _places(letters: str) -> list[list[int]]:
    """The places whose letters change among themselves."""
    if len(letters) <= WHOLLY_MIXED:
        return [list(range(len(letters)))]
    vowels = [place for place, letter in enumerate(letters) if letter in VOWELS]
    return [vowels, [place for place in range(len(letters)) if place not in vowels]]
