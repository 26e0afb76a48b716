"""What is known of a collection's sheets and guide: by what is remembered, and by looking at what has changed.

Light: where nothing has changed, no sheet is read and no library is loaded to tell so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from terrinclus_publish.build.crew import crew_for
from terrinclus_publish.build.digests import digest, file_digest
from terrinclus_publish.build.memory import Memory, SheetFacts
from terrinclus_publish.build.names import name_fault
from terrinclus_publish.build.orders import GuideFacts, GuideOrder, GuideReviewed, Order, ReviewOrder
from terrinclus_publish.build.parcel import Folder
from terrinclus_publish.build.verdict import errors_among, files_of, in_order, no_guide
from terrinclus_publish.collection import Collection, shown_name
from terrinclus_publish.faults import Fault

LEAST, MOST = 4, 32
"""Sheets that are reviewed at once: they share the reading of the theme and of the guide."""
SECONDS_A_SHEET = 0.15
"""What reading, checking and making a sheet takes, roughly."""


@dataclass(frozen=True)
class Survey:
    """What is known. Paths of files as messages name them."""

    collection: Collection
    guide: GuideFacts | None
    fiches: Mapping[str, SheetFacts]
    """The sheets that were looked at, by name, in the order in which they were asked for."""
    name_faults: tuple[Fault, ...]
    guide_faults: tuple[Fault, ...]

    @cached_property
    def fiche_faults(self) -> tuple[Fault, ...]:
        """What is wrong in sheets, each looked at alone."""
        return in_order([*self.name_faults, *(fault for facts in self.fiches.values() for fault in facts.faults)])

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """All faults, file by file, from top to bottom."""
        return in_order([*self.fiche_faults, *self.guide_faults])

    @cached_property
    def errors(self) -> tuple[Fault, ...]:
        """The faults that stop a document."""
        return errors_among(self.faults)

    @cached_property
    def guide_errors(self) -> tuple[Fault, ...]:
        """The errors of ``guide.yaml``, and those between sheets."""
        return errors_among(self.guide_faults)

    @cached_property
    def faulty_files(self) -> frozenset[str]:
        """The files with errors."""
        return files_of(self.errors)

    @property
    def guide_is_broken(self) -> bool:
        """Whether ``guide.yaml`` cannot be read: nothing is made then, since every heading names its programme."""
        return self.guide is None and self.collection.guide_file.is_file()

    @cached_property
    def sound(self) -> tuple[SheetFacts, ...]:
        """The sheets without errors; none while the guide is broken."""
        if self.guide_is_broken:
            return ()
        return tuple(facts for facts in self.fiches.values() if facts.shown not in self.faulty_files)

    def ranks(self) -> dict[str, int]:
        """Each sheet's rank on the shade card: that of the guide, then the others in the order of their names."""
        listed = list(self.guide.fiches) if self.guide else []
        others = {file.stem for file in self.collection.sheet_files()} | set(self.fiches)
        return {name: rank for rank, name in enumerate([*listed, *sorted(others - set(listed))])}


@dataclass
class Surveyor:
    """A survey under way."""

    collection: Collection
    memory: Memory
    processes: int | None
    _facts: dict[str, SheetFacts] = field(default_factory=dict)
    _unknown: dict[str, tuple[Path, str]] = field(default_factory=dict)
    """The files that must be read, with their digests, by the names that messages give them."""
    _name_faults: list[Fault] = field(default_factory=list)

    def look(self, files: Iterable[Path]) -> None:
        """Sort sheets into those that are known and those that must be read."""
        seen: dict[str, str] = {}
        for file in files:
            shown = shown_name(file, self.collection.root)
            if fault := name_fault(file, shown, seen):
                self._name_faults.append(fault)
                continue
            seen[file.stem] = file.name
            facts = self.memory.sheet(file, shown)
            if facts is None:
                self._unknown[shown] = (file, file_digest(file))
            else:
                self._facts[file.stem] = facts

    def read_unknown(self, guide_order: GuideOrder | None) -> GuideReviewed | None:
        """Have the unknown sheets reviewed, and the guide if it is wanted. Raises FaultsError."""
        names = list(self._unknown)
        size = min(max(len(names) // 16, LEAST), MOST)
        chunks = (tuple(names[start : start + size]) for start in range(0, len(names), size))
        orders: list[Order] = [*([guide_order] if guide_order else []), *(ReviewOrder(chunk) for chunk in chunks)]
        guide: GuideReviewed | None = None
        place = Folder(self.collection.root)
        crew = crew_for(len(names) * SECONDS_A_SHEET, self.processes)
        for answer in crew.answers((order, place) for order in orders):
            if isinstance(answer, GuideReviewed):
                guide = answer
            elif isinstance(answer, tuple):
                for reviewed in answer:
                    file, now = self._unknown[reviewed.file]
                    self._facts[file.stem] = self.memory.keep_sheet(file, now, reviewed)
        self._unknown.clear()
        return guide

    def survey(self, files: Sequence[Path], of_guide: bool) -> Survey:
        """Look at sheets; at the guide, and with it at those that it lists, where it is wanted. Raises FaultsError."""
        self.look(files)
        reviewed = self._guide(of_guide)
        facts = reviewed.facts if reviewed else None
        order = {file.stem: number for number, file in enumerate(files)}
        fiches = dict(sorted(self._facts.items(), key=lambda item: order.get(item[0], len(order))))
        guide_faults = reviewed.faults if reviewed else ((no_guide(),) if of_guide else ())
        return Survey(self.collection, facts, fiches, tuple(self._name_faults), guide_faults)

    def _guide(self, wanted: bool) -> GuideReviewed | None:
        """What is known of the guide once everything unknown has been read; None where there is none."""
        file = self.collection.guide_file
        now = file_digest(file) if file.is_file() else ""
        if not now:
            self.read_unknown(None)
            return None
        facts = self.memory.guide_facts(now)
        if facts is None:
            reviewed = self.read_unknown(GuideOrder(against_sheets=wanted))
            self.look(self._listed(reviewed.facts) if wanted and reviewed else [])
            self.read_unknown(None)
        else:
            self.look(self._listed(facts) if wanted else [])
            key = self._key(now, facts) if wanted else ""
            reviewed = self.memory.guide(key) if wanted else GuideReviewed(facts, ())
            if reviewed is None:
                reviewed = self.read_unknown(GuideOrder(against_sheets=True))
            else:
                self.read_unknown(None)
        if reviewed and reviewed.facts and reviewed.facts is not facts:
            self.memory.keep_guide(now, self._key(now, reviewed.facts) if wanted else "", reviewed)
        return reviewed

    def _listed(self, facts: GuideFacts | None) -> list[Path]:
        """The files of the guide's sheets that were not looked at yet."""
        names = (
            set(facts.fiches) - set(self._facts) - {file.stem for file, _ in self._unknown.values()} if facts else ()
        )
        return [file for file in self.collection.sheet_files() if file.stem in names]

    def _key(self, now: str, facts: GuideFacts) -> str:
        """The digest of all that the guide's faults follow from: itself, its sheets, which others there are."""
        files = self.collection.sheet_files()
        listed = [part for file in files if file.stem in facts.fiches for part in (file.name, file_digest(file))]
        return digest(["contre", now, self.memory.design, *(file.name for file in files), "", *listed])
