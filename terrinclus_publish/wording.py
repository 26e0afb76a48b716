"""Texts compared as a reader does, capitals, accents and spaces aside; and labels of a language as patterns to find."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from terrinclus_publish.vocabulary import Labels

_ANY = "\0"


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """A text without what does not count in a comparison: ``GENÈSE  et contexte :`` gives ``genese et contexte``."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(rf"[a-z0-9{_ANY}]+|[€%]", plain.replace("\u2019", "'")))


def variants(labels: Labels, name: str) -> list[str]:
    """All the forms of a label: its singular and plural, with and without the programme's name; none without it."""
    group, _, key = name.partition(".")
    forms: list[str] = []
    for full in (key, f"{key}_sans_programme"):
        label = labels.groups.get(group, {}).get(full)
        if label is not None:
            forms += label.values() if isinstance(label, Mapping) else [label]
    return forms


def head_of(labels: Labels, name: str) -> str:
    """The words of a label before its first ``{place}``, without the sign that ends them; nothing without a label."""
    return next(iter(variants(labels, name)), "").split("{")[0].strip(" :?\u00a0\u202f")


@lru_cache(maxsize=1024)
def _pattern(form: str) -> re.Pattern[str]:
    """A label as an expression over folded texts; each ``{place}`` stands for any words."""
    folded = fold(re.sub(r"\{\w*\}", f" {_ANY} ", form))
    words = [r"\S+(?: \S+){0,6}?" if word == _ANY else re.escape(word) for word in folded.split()]
    return re.compile(" ".join(words) + r"(?!\S)")


def is_label(text: str, forms: Iterator[str] | list[str]) -> bool:
    """Whether a text is one of the forms, and nothing else."""
    folded = fold(text)
    return any(_pattern(form).fullmatch(folded) for form in forms)


def starts_with(text: str, forms: Iterator[str] | list[str]) -> bool:
    """Whether a text begins with the words of one of the forms."""
    folded = fold(text)
    return any(_pattern(form).match(folded) for form in forms)
