"""Which files must be made: those that are not there, that were changed, or that follow from something that changed."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from terrinclus_publish.build.digests import digest, file_digest
from terrinclus_publish.build.formats import NUMBERED, Format
from terrinclus_publish.build.inputs import Design
from terrinclus_publish.build.memory import Memory, SheetFacts
from terrinclus_publish.build.survey import Survey
from terrinclus_publish.build.wish import Wish

GUIDE = "guide"
"""The guide's name among the documents: no sheet may bear it."""


@dataclass(frozen=True, slots=True)
class Target:
    """A file to make: of which document, in which format, and the digest of all that it follows from."""

    name: str
    form: Format
    file: Path
    key: str


@dataclass(frozen=True)
class Plan:
    """What a wish comes to, for a collection as it was surveyed."""

    wish: Wish
    survey: Survey
    design: Design
    memory: Memory
    epoch: str = field(default_factory=lambda: os.environ.get("SOURCE_DATE_EPOCH", ""))
    """What dates documents for want of an edition (reproducible-builds.org)."""

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Each sheet's rank on the shade card."""
        return self.survey.ranks()

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Each sheet's number in the guide."""
        return {name: number for number, name in enumerate(self.survey.guide.fiches, 1)} if self.survey.guide else {}

    def targets(self) -> Iterator[Target]:
        """All files that the wish asks for: those of each sound sheet, then the guide's, unless something is amiss."""
        wanted = set(self.wish.sheets)
        for facts in [facts for facts in self.survey.sound if facts.file in wanted]:
            for form in self.wish.fiche_forms:
                file = self.wish.output / "fiches" / f"{facts.name}.{form}"
                yield Target(facts.name, form, file, self._fiche_key(facts, form))
        if self.guide_can_be_made:
            for form in self.wish.guide_forms:
                key = self._guide_key
                if form in NUMBERED:
                    key = digest([key, self.wish.pagination])
                yield Target(GUIDE, form, self.wish.output / f"{GUIDE}.{form}", key)

    @cached_property
    def guide_can_be_made(self) -> bool:
        """Whether the guide and all of its sheets are sound."""
        guide = self.survey.guide
        if guide is None or not self.wish.guide_forms or self.survey.guide_errors:
            return False
        sound = {facts.name for facts in self.survey.sound}
        return sound.issuperset(guide.fiches)

    def stale(self) -> list[Target]:
        """The files that must be made."""
        remembered: dict[str, Mapping[str, object]] = {}
        stale = []
        for target in self.targets():
            if target.name not in remembered:
                remembered[target.name] = {} if self.wish.everything else self.memory.outputs(target.name)
            known = remembered[target.name].get(target.form)
            if known != [target.key, file_digest(target.file)]:
                stale.append(target)
        return stale

    def tree_key(self, facts: SheetFacts) -> str:
        """The digest of what a sheet's tree in the guide follows from."""
        guide = self.survey.guide
        programme, number = guide.programme if guide else "", self.numbers.get(facts.name, 0)
        design = self.design.of_sheets(Format.PDF)
        return digest(["arbre", facts.name, facts.digest, design, programme, str(self.ranks[facts.name]), str(number)])

    def _fiche_key(self, facts: SheetFacts, form: Format) -> str:
        guide = self.survey.guide
        about = [guide.programme, guide.edition] if guide else ["", self.epoch]
        pictures = (part for item in facts.pictures.items() for part in item)
        rank, design = str(self.ranks[facts.name]), self.design.of_sheets(form)
        return digest(["fiche", facts.name, facts.digest, form, design, rank, *about, *pictures])

    @cached_property
    def _guide_key(self) -> str:
        """What each format adds to it, if anything, is said where it is used: formats are remembered apart."""
        guide = self.survey.guide
        names = guide.fiches if guide else ()
        pictures = dict(self.memory.pictures(guide.pictures)) if guide else {}
        parts = [GUIDE, file_digest(self.wish.collection.guide_file), self.design.of_guide, self.epoch]
        for name in names:
            facts = self.survey.fiches[name]
            parts += [name, facts.digest]
            pictures |= facts.pictures
        return digest([*parts, *(part for item in pictures.items() for part in item)])
