"""The documents themselves: a sheet alone, or the guide with its sheets. Each is composed once, for all its formats."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from terrinclus_publish.compose import Composer, Entry
from terrinclus_publish.markdown import plain_text
from terrinclus_publish.models import Edition, Fiche, Guide
from terrinclus_publish.tree import Element, Metadata
from terrinclus_publish.typography import typeset_text


@dataclass(frozen=True, slots=True)
class FicheDocument:
    """A sheet alone. The guide, if any, names the programme."""

    entry: Entry
    guide: Guide | None

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.entry.nom

    def compose(self, composer: Composer) -> Element:
        """The sheet's tree. Raises FaultsError when a template is at fault."""
        return composer.fiche(self.entry, self.guide)

    def metadata(self, epoch: str = "") -> Metadata:
        """What the sheet's files say of themselves; ``epoch`` is ``SOURCE_DATE_EPOCH``, for want of an edition."""
        fiche = self.entry.model
        return Metadata(
            title=_title(fiche.titre, fiche.langue),
            author=", ".join(fiche.auteurs or fiche.porteurs),
            language=fiche.langue,
            subject=self.guide.programme.nom if self.guide else "",
            date=document_date(self.guide.edition if self.guide else None, epoch),
        )


@dataclass(frozen=True, slots=True)
class GuideDocument:
    """The guide with its sheets."""

    guide: Guide
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        """The guide's name among the documents."""
        return "guide"

    def compose(self, composer: Composer) -> Element:
        """The guide's tree. Raises FaultsError when a template is at fault."""
        return composer.guide(self.guide, self.entries)

    def metadata(self, epoch: str = "") -> Metadata:
        """What the guide's files say of themselves; ``epoch`` is ``SOURCE_DATE_EPOCH``, for want of an edition."""
        return Metadata(
            title=_title(self.guide.titre, self.guide.langue),
            author=self.guide.editeur.nom,
            language=self.guide.langue,
            subject=self.guide.programme.nom,
            date=document_date(self.guide.edition, epoch),
        )


Document = FicheDocument | GuideDocument


def guide_document(guide: Guide, fiches: Mapping[str, Fiche]) -> GuideDocument:
    """The guide with its sheets, numbered in its order; ``fiches`` holds them by name."""
    entries = (Entry(name, fiches[name], rank, rank + 1) for rank, name in enumerate(guide.fiches))
    return GuideDocument(guide, tuple(entries))


def document_date(edition: Edition | None, epoch: str) -> datetime.date | None:
    """The date that a file carries: the edition's first day, else ``SOURCE_DATE_EPOCH`` (reproducible-builds.org).

    Never the clock's: same input, same bytes.
    """
    if edition is not None:
        return datetime.date(edition.annee, edition.mois, 1)
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date() if epoch.isdigit() else None


def _title(title: str, language: str) -> str:
    plain = plain_text(title)
    return typeset_text(plain) if language.startswith("fr") else plain
