"""Faults as values: what is wrong, where, and what to write instead. Nothing here prints or exits.

A fault's texts are French (an author reads them); its ``code`` is a stable English word (programs and tests read it).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Path = tuple[str | int, ...]
"""A field's path as Pydantic gives it, zero-based: ``("financement", 0, "lignes", 2, "montant")``."""


class Level(StrEnum):
    """Errors stop a build; warnings are shown, and stop it under ``--strict``."""

    ERROR = "erreur"
    WARNING = "avertissement"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in a file. Lines and columns count from 1; 0 means that the file as a whole is meant."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one file."""

    code: str
    level: Level
    place: Place
    message: str
    """What is wrong, in French, without a final stop."""
    path: Path = ()
    found: str = ""
    """What stands in the file, as written there."""
    expected: str = ""
    """What to write instead, in French."""

    @property
    def field(self) -> str:
        """The field's path as the whole system writes it, zero-based: ``financement.0.lignes.2.montant``."""
        return ".".join(str(part) for part in self.path)

    @property
    def readable_field(self) -> str:
        """The field's path as a person counts, from 1: ``financement › 1 › lignes › 3 › montant``."""
        return " › ".join(str(part + 1) if isinstance(part, int) else part for part in self.path)

    def sort_key(self) -> tuple[str, int, int, str]:
        """Faults are shown file by file, from top to bottom."""
        return (self.place.file, self.place.line, self.place.column, self.code)


class FaultsError(Exception):
    """Carries all the faults of a step, raised together, once; the command line formats them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(faults, key=Fault.sort_key)
        super().__init__("; ".join(f"{fault.place} {fault.message}" for fault in self.faults))

    def __reduce__(self) -> tuple[type["FaultsError"], tuple[list[Fault]]]:
        """How it travels between processes: by its faults, not by its text."""
        return FaultsError, (self.faults,)


def french(sentence: str) -> str:
    """No-break spaces where French wants them, in a sentence of ours (Lexique de l'Imprimerie nationale).

    Why not the typography of the pages: it works on a tree, later. What an author wrote never passes here.
    """
    sentence = re.sub(r"« ", "«\u00a0", sentence)
    sentence = re.sub(r" ([»:])", "\u00a0\\1", sentence)
    return re.sub(r" ([;?!])(?=\s|$)", "\u202f\\1", sentence)
