"""A document to a sheet, and what its author should know of how it was read."""

from dataclasses import dataclass, field

from terrinclus_publish.fields import data_of
from terrinclus_publish.models import Fiche
from terrinclus_publish.normal import Standard
from terrinclus_publish.reading.document import Comment, Document, lines_of
from terrinclus_publish.reading.sheet.joining import with_continued
from terrinclus_publish.reading.sheet.making import REQUIRED
from terrinclus_publish.reading.sheet.pictures import Pictures
from terrinclus_publish.reading.sheet.walk import SHARED, Walk
from terrinclus_publish.stylenames import role_of

_HOLDERS = frozenset(name.partition(".")[0] for name in REQUIRED)


@dataclass
class Imported:
    """A sheet that was read."""

    fiche: Fiche
    pictures: dict[str, bytes]
    """Content of each new picture by its name, from the folder of the sheets."""
    comments: list[Comment]
    notices: list[str]
    headings: list[str] = field(default_factory=list)
    """Uniform headings and labels as the document words them: they are the layout's, and no field holds them."""
    missing: list[str] = field(default_factory=list)
    """Required fields that the document lacks."""

    @property
    def is_blank(self) -> bool:
        """Whether the document fills no field at all."""
        return not self.pictures and set(self.missing) >= REQUIRED and set(data_of(self.fiche)) <= _HOLDERS


def read_sheet(document: Document, standard: Standard, pictures: Pictures) -> Imported:
    """The sheet that a document holds. Nothing is dropped: what has no place in a field stands in ``a_classer``."""
    walk = Walk(standard, pictures, has_our_styles(document))
    for item in with_continued(document.items):
        walk.item(item)
    data, missing = walk.finish(document.language)
    fiche = Fiche.model_validate(data)
    headings = walk.making.headings
    return Imported(fiche, pictures.new, document.comments, document.notices, headings, missing)


def has_our_styles(document: Document) -> bool:
    """Whether a document has styles that only our files have."""
    roles = (role_of(line.style) for line in lines_of(document.items))
    return any(role is not None and role.part not in SHARED for role in roles)
