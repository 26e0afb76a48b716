"""The page numbers of the guide in Word: what gives them, how safe they are."""

from dataclasses import dataclass
from enum import StrEnum


class Pagination(StrEnum):
    """What lays the guide out to number its pages."""

    OWN = "interne"
    """A layout of our own, which needs nothing installed."""
    LIBREOFFICE = "libreoffice"


@dataclass(frozen=True, slots=True)
class Safety:
    """How safe the number after a sheet is: by what shares its length may shrink or grow and the number stay right."""

    fiche: str
    """The sheet's name; empty for the pages before the first one."""
    shrinks: float
    grows: float

    @property
    def least(self) -> float:
        """The smaller of both."""
        return min(self.shrinks, self.grows)
