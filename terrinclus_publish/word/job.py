"""What is shared while a document is written: the job, and the place at which it is."""

from dataclasses import dataclass, field, replace
from itertools import count

from docx.opc.part import Part

from terrinclus_publish.collection import Collection
from terrinclus_publish.theme import Dye, Theme
from terrinclus_publish.tree import Element
from terrinclus_publish.word.bookmarks import Bookmarks
from terrinclus_publish.word.numbering import Numbering
from terrinclus_publish.word.package import Package
from terrinclus_publish.word.palette import Palette
from terrinclus_publish.word.stylesheet import Stylesheet


@dataclass(frozen=True)
class Job:
    """What all the stories of a document share."""

    theme: Theme
    collection: Collection
    package: Package
    styles: Stylesheet
    numbering: Numbering
    language: str
    """BCP 47."""
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    pictures: "count[int]" = field(default_factory=lambda: count(1))


@dataclass(frozen=True)
class Place:
    """The part that is written, and the sheet that is told there: its dye, its language (BCP 47)."""

    job: Job
    part: Part
    palette: Palette
    dye: Dye
    language: str

    def dyed(self, rank: int) -> "Place":
        """The same place, in the dye of the sheet of that rank."""
        dye = self.job.theme.dye(rank)
        return replace(self, palette=Palette.of(self.job.theme, dye.rvb), dye=dye)

    def told_by(self, element: Element) -> "Place":
        """The place of a sheet, or of an entry about one: its dye, its language."""
        dyed = self.dyed(int(element.get("data-teinte", "0")))
        return replace(dyed, language=element.get("lang") or self.language)

    def shifted(self, steps: int) -> "Place":
        """The same place, with the borders' colours moved by that many steps."""
        return replace(self, palette=replace(self.palette, shift=steps))
