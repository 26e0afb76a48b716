"""What a build tells while it goes on."""

from dataclasses import dataclass
from pathlib import Path

from terrinclus_publish.build.numbering import Safety
from terrinclus_publish.faults import Fault


@dataclass(frozen=True, slots=True)
class Waiting:
    """Another build of the same collection is under way: this one goes on when that one has ended."""


@dataclass(frozen=True, slots=True)
class Planned:
    """How many files are to be made, and how many are up to date. The first event, or the one after the waiting."""

    to_make: int
    up_to_date: int


@dataclass(frozen=True, slots=True)
class Made:
    """A file stands, whole."""

    shown: str
    file: Path
    seconds: float
    """From the tree to the file."""
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A file could not be made; the old one, if any, is untouched. A fault may be told of its first format only."""

    shown: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """The guide in Word has its page numbers, of which this tells how safe they are."""

    shown: str
    safeties: tuple[Safety, ...]


Event = Waiting | Planned | Made | Failed | Numbered
