"""What is asked of a process, and what comes back: plain values, which travel to any process of any machine.

Light: whoever sends an order needs none of what carries it out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from terrinclus_publish.build.formats import Format
from terrinclus_publish.faults import Fault, Level


@dataclass(frozen=True, slots=True)
class ReviewOrder:
    """Read and check sheets, each looked at alone. ``files`` are paths in the collection."""

    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What came of reading and checking one file. ``pictures`` are paths in ``sheets/``."""

    file: str
    faults: tuple[Fault, ...]
    pictures: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing stops it from being made."""
        return not any(fault.level is Level.ERROR for fault in self.faults)


@dataclass(frozen=True, slots=True)
class GuideOrder:
    """Read ``guide.yaml``, and check it against its sheets if ``against_sheets``."""

    against_sheets: bool


@dataclass(frozen=True, slots=True)
class GuideFacts:
    """What others need to know of ``guide.yaml``. ``edition`` is empty where it has none; ``programme`` is all that
    sheets say of the programme.
    """

    programme: str
    edition: str
    fiches: tuple[str, ...]
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GuideReviewed:
    """What came of reading ``guide.yaml``: no facts where it is missing or broken."""

    facts: GuideFacts | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class FicheMaking:
    """Make a sheet alone."""

    name: str
    file: str
    rank: int
    forms: tuple[Format, ...]
    epoch: str


@dataclass(frozen=True, slots=True)
class GuideMaking:
    """Make the guide. ``files`` are its sheets' paths in its order; ``trees`` those sheets' that are known.

    The trees of the others come back with it.
    """

    files: tuple[str, ...]
    trees: Mapping[str, bytes]
    forms: tuple[Format, ...]
    epoch: str


@dataclass(frozen=True, slots=True)
class Product:
    """What came of making a document: its files and how many seconds each took, or faults."""

    name: str
    files: Mapping[Format, bytes] = field(default_factory=dict)
    seconds: Mapping[Format, float] = field(default_factory=dict)
    faults: Mapping[Format, tuple[Fault, ...]] = field(default_factory=dict)
    trees: Mapping[str, bytes] = field(default_factory=dict)


Order = ReviewOrder | GuideOrder | FicheMaking | GuideMaking
Answer = tuple[Reviewed, ...] | GuideReviewed | Product
