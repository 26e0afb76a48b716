"""Which documents are made from a review: a job is one document, a sheet or the guide, in one or several formats.

A job holds all that making it needs, so that jobs may one day run in processes of their own.
"""

import datetime
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from terrinclus_publish.build.review import Review
from terrinclus_publish.compose import Composer, Entry
from terrinclus_publish.markdown import plain_text
from terrinclus_publish.models import Edition, Fiche, Guide
from terrinclus_publish.reading import Source
from terrinclus_publish.tree import Element, Metadata
from terrinclus_publish.typography import typeset_text


class Format(StrEnum):
    """What can be made of a tree; the value is the file's ending."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class FicheJob:
    """A sheet alone. The guide, if any, names the programme."""

    entry: Entry
    guide: Guide | None
    targets: Mapping[Format, Path]

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.entry.nom

    def compose(self, composer: Composer) -> Element:
        """The sheet's tree. Raises FaultsError when a template is at fault."""
        return composer.fiche(self.entry, self.guide)

    def metadata(self) -> Metadata:
        """What the sheet's files say of themselves."""
        fiche = self.entry.model
        return Metadata(
            title=_title(fiche.titre, fiche.langue),
            author=", ".join(fiche.auteurs or fiche.porteurs),
            language=fiche.langue,
            subject=self.guide.programme.nom if self.guide else "",
            date=document_date(self.guide.edition if self.guide else None),
        )


@dataclass(frozen=True, slots=True)
class GuideJob:
    """The guide with its sheets."""

    guide: Guide
    entries: tuple[Entry, ...]
    targets: Mapping[Format, Path]

    @property
    def name(self) -> str:
        """The guide's name among the documents."""
        return "guide"

    def compose(self, composer: Composer) -> Element:
        """The guide's tree. Raises FaultsError when a template is at fault."""
        return composer.guide(self.guide, self.entries)

    def metadata(self) -> Metadata:
        """What the guide's files say of themselves."""
        return Metadata(
            title=_title(self.guide.titre, self.guide.langue),
            author=self.guide.editeur.nom,
            language=self.guide.langue,
            subject=self.guide.programme.nom,
            date=document_date(self.guide.edition),
        )


Job = FicheJob | GuideJob


def plan_fiches(review: Review, formats: Sequence[Format], output: Path) -> list[Job]:
    """A job for each sheet without errors; its files stand in ``output/fiches``. None while the guide is broken."""
    if review.guide_is_broken:
        return []
    guide = review.guide.model if review.guide else None
    ranks = _ranks(review, guide)
    return [
        FicheJob(
            Entry(source.name, source.model, ranks[source.name]),
            guide,
            {form: output / "fiches" / f"{source.name}.{form}" for form in formats},
        )
        for source in review.sound_fiches
    ]


def plan_guide(review: Review, formats: Sequence[Format], output: Path) -> list[Job]:
    """The job of the guide; none while ``guide.yaml`` or one of its sheets has an error."""
    if review.guide is None or review.errors:
        return []
    guide = review.guide.model
    entries = tuple(Entry(name, _sheet(review, name).model, rank, rank + 1) for rank, name in enumerate(guide.fiches))
    return [GuideJob(guide, entries, {form: output / f"guide.{form}" for form in formats})]


def document_date(edition: Edition | None) -> datetime.date | None:
    """The date that a file carries: the edition's first day, else ``SOURCE_DATE_EPOCH`` (reproducible-builds.org).

    Never the clock's: same input, same bytes.
    """
    if edition is not None:
        return datetime.date(edition.annee, edition.mois, 1)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date() if epoch.isdigit() else None


def _ranks(review: Review, guide: Guide | None) -> dict[str, int]:
    """Each sheet's rank on the shade card: that of the guide, then the others in the order of their names."""
    listed = list(guide.fiches) if guide else []
    others = {file.stem for file in review.collection.sheet_files()} | set(review.fiches)
    return {name: rank for rank, name in enumerate([*listed, *sorted(others - set(listed))])}


def _sheet(review: Review, name: str) -> Source[Fiche]:
    """A sheet of the guide; ``check_guide`` has made sure that it exists."""
    return review.fiches[name]


def _title(title: str, language: str) -> str:
    plain = plain_text(title)
    return typeset_text(plain) if language.startswith("fr") else plain
