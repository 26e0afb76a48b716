"""What the reading of one part of a Word file shares: the file, its styles, its lists, the part's own relations."""

from dataclasses import dataclass, field

from terrinclus_publish.reading.document import Comment, Document, Picture
from terrinclus_publish.reading.languages import short_tag
from terrinclus_publish.reading.package import Package
from terrinclus_publish.reading.word.numbering import Numbering
from terrinclus_publish.reading.word.styles import Styles

_PICTURES = frozenset({"png", "jpeg", "jpg", "gif", "bmp", "tif", "tiff", "emf", "wmf", "svg", "webp"})


@dataclass
class Source:
    """One part that is being read, and what is gathered on the way."""

    package: Package
    name: str
    styles: Styles
    numbering: Numbering
    document: Document
    relations: dict[str, tuple[str, str, bool]] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    """By their number in the file."""
    about: dict[str, list[str]] = field(default_factory=dict)
    """The words under each comment that is open or closed, by its number."""
    open_comments: list[str] = field(default_factory=list)
    outside: int = 0
    """Pictures that stand outside the file, and are not fetched."""
    objects: int = 0
    """Files of other programs inside this one, which show as pictures."""

    def __post_init__(self) -> None:
        self.relations = self.package.relations(self.name)

    def target(self, identifier: str | None) -> str | None:
        """The name of the part that a relation leads to; None where it leads out of the file, or nowhere."""
        _, target, outside = self.relations.get(identifier or "", ("", "", True))
        return None if outside else target

    def address(self, identifier: str | None) -> str:
        """The address that a relation leads to outside the file; only those that a link may have."""
        _, target, outside = self.relations.get(identifier or "", ("", "", False))
        return allowed_address(target) if outside else ""

    def picture(self, identifier: str | None, alternative: str) -> Picture | None:
        """The picture that a relation leads to, as it stands in the file."""
        target = self.target(identifier)
        content = self.package.bytes(target) if target else None
        ending = (target or "").rpartition(".")[2].lower()
        if content is None or ending not in _PICTURES:
            return None
        return Picture(content, {"jpeg": "jpg"}.get(ending, ending), alternative)

    def language(self, tag: str | None) -> str:
        """A run's language where it is not the document's own."""
        short = short_tag(tag or "")
        return "" if short == self.document.language else short


def allowed_address(address: str) -> str:
    """A link's target if a sheet may hold it, else nothing."""
    return address if address.startswith(("http://", "https://", "mailto:")) and " " not in address else ""
