"""What every rule is made of: the context it reads, and the fault values it gives. No rule stands here."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault, Level, Path, french
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import Source
from terrinclus_publish.reading.wording import clip
from terrinclus_publish.vocabulary import Vocabulary

AnySource = Source[Fiche] | Source[Guide]
"""What the rules on texts and pictures read: a sheet or the guide."""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a sheet: its collection, for pictures and other sheets, and the vocabulary."""

    collection: Collection
    vocabulary: Vocabulary


def error(source: AnySource, path: Path, code: str, message: str, *, found: str = "", expected: str = "") -> Fault:
    """A fault that stops the build, at the place of ``path``."""
    return Fault(code, Level.ERROR, source.place(path), french(message), path, clip(found), french(expected))


def warning(source: AnySource, path: Path, code: str, message: str, *, found: str = "", expected: str = "") -> Fault:
    """A fault that is shown, and stops the build under ``--strict`` only, at the place of ``path``."""
    return Fault(code, Level.WARNING, source.place(path), french(message), path, clip(found), french(expected))


def quoted(text: str) -> str:
    """The text between guillemets on one line, cut after 60 signs."""
    return f"« {clip(text)} »"


def listed(words: Iterable[str]) -> str:
    """Words between guillemets, joined by commas."""
    return ", ".join(quoted(word) for word in words)


def plain(text: str) -> str:
    """A text as people compare it: without accents, case, hyphens, or doubled spaces."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("-", " "))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def nearest(word: str, among: Iterable[str]) -> list[str]:
    """Up to three words that look most like ``word``, the likeliest first; accents and case do not count."""
    by_plain = {plain(candidate): candidate for candidate in among}
    return [by_plain[match] for match in get_close_matches(plain(word), by_plain, n=3, cutoff=0.6)]
