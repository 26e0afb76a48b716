"""What is asked of a build."""

from dataclasses import dataclass
from pathlib import Path

from terrinclus_publish.build.formats import Format
from terrinclus_publish.build.numbering import Pagination
from terrinclus_publish.collection import Collection


@dataclass(frozen=True, slots=True)
class Wish:
    """What to make, and how. ``fiche_forms`` and ``guide_forms`` are empty where none are wanted."""

    collection: Collection
    sheets: tuple[Path, ...]
    """The files of the sheets to make, or, where none are made, to look at."""
    fiche_forms: tuple[Format, ...]
    guide_forms: tuple[Format, ...]
    output: Path
    everything: bool = False
    """Whether also what is up to date is made anew."""
    processes: int | None = None
    """How many processes; None for as many as are worth it."""
    cluster: str | None = None
    """The address of a Dask cluster's scheduler, which makes the documents."""
    pagination: Pagination = Pagination.OWN
    """What gives the guide in Word its page numbers."""
