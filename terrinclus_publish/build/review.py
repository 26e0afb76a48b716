"""Files of a collection, read and checked: what is sound enough to be made, and every fault of every file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from terrinclus_publish.build.design import sound_theme
from terrinclus_publish.build.names import name_fault
from terrinclus_publish.build.verdict import no_guide
from terrinclus_publish.checks import Context, check_fiche, check_guide
from terrinclus_publish.collection import Collection, shown_name
from terrinclus_publish.faults import Fault, FaultsError, Level
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import Source, read
from terrinclus_publish.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Review:
    """What came of reading and checking."""

    collection: Collection
    files: tuple[Path, ...]
    """The files that were asked for, ``guide.yaml`` among them or not."""
    guide: Source[Guide] | None
    """The guide, also where only sheets were asked for: it names the programme and gives each sheet its dye."""
    fiches: Mapping[str, Source[Fiche]]
    """The sheets that could be read, by name."""
    fiche_faults: tuple[Fault, ...]
    """What is wrong in the sheets that were asked for, each looked at alone."""
    guide_faults: tuple[Fault, ...]
    """What is wrong in ``guide.yaml``, and between sheets."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All faults, file by file, from top to bottom."""
        return tuple(sorted(dict.fromkeys((*self.fiche_faults, *self.guide_faults)), key=Fault.sort_key))

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults that stop a build."""
        return tuple(fault for fault in self.faults if fault.level is Level.ERROR)

    @property
    def faulty_files(self) -> frozenset[str]:
        """The files with errors, as messages name them."""
        return frozenset(fault.place.file for fault in self.errors)

    @property
    def guide_is_broken(self) -> bool:
        """Whether ``guide.yaml`` cannot be read: nothing is made then, since every heading names its programme."""
        return self.guide is None and self.collection.guide_file.is_file()

    @property
    def sound_fiches(self) -> tuple[Source[Fiche], ...]:
        """The sheets without errors, in the order in which they were asked for."""
        return tuple(source for source in self.fiches.values() if source.shown not in self.faulty_files)


def review_fiches(collection: Collection, files: Iterable[Path]) -> Review:
    """Read and check sheets, and ``guide.yaml`` where it is among the files.

    Raises FaultsError on a broken vocabulary or theme.
    """
    sound_theme(collection)
    work = _Work(collection, tuple(files))
    work.read_guide()
    work.read_fiches(file for file in work.files if file != collection.guide_file)
    if collection.guide_file in work.files:
        work.check_guide()
    return work.review()


def review_guide(collection: Collection) -> Review:
    """Read and check ``guide.yaml`` and the sheets that it lists. Raises FaultsError on a broken vocabulary."""
    work = _Work(collection, (collection.guide_file,))
    work.read_guide()
    listed = work.guide.model.fiches if work.guide else []
    by_name = {file.stem: file for file in collection.sheet_files()}
    work.read_fiches(by_name[name] for name in dict.fromkeys(listed) if name in by_name)
    work.check_guide()
    return work.review()


@dataclass(slots=True)
class _Work:
    """A review under way."""

    collection: Collection
    files: tuple[Path, ...]
    guide: Source[Guide] | None = None
    fiches: dict[str, Source[Fiche]] = field(default_factory=dict)
    fiche_faults: list[Fault] = field(default_factory=list)
    guide_faults: list[Fault] = field(default_factory=list)

    @property
    def context(self) -> Context:
        """What rules read beside a sheet. Raises FaultsError on a broken vocabulary."""
        return Context(self.collection, load_vocabulary(self.collection))

    def read_guide(self) -> None:
        """Read ``guide.yaml`` if there is one; its faults count even when only sheets were asked for."""
        if not self.collection.guide_file.is_file():
            return
        try:
            self.guide = read(self.collection.guide_file, self.collection.root, Guide)
        except FaultsError as error:
            self.guide_faults.extend(error.faults)

    def read_fiches(self, files: Iterable[Path]) -> None:
        """Read and check each sheet; the faults of one never keep another from being read."""
        context, seen = self.context, dict[str, str]()
        for file in files:
            shown = shown_name(file, self.collection.root)
            if fault := name_fault(file, shown, seen):
                self.fiche_faults.append(fault)
                continue
            seen[file.stem] = file.name
            try:
                source = read(file, self.collection.root, Fiche)
            except FaultsError as error:
                self.fiche_faults.extend(error.faults)
                continue
            self.fiches[source.name] = source
            self.fiche_faults.extend(check_fiche(source, context))

    def check_guide(self) -> None:
        """Check the guide against its sheets, also those that were not asked for."""
        if self.guide is None:
            if not self.collection.guide_file.is_file():
                self.guide_faults.append(no_guide())
            return
        others = {name: source for name, source in self._listed(self.guide.model).items() if name not in self.fiches}
        self.guide_faults.extend(check_guide(self.guide, {**self.fiches, **others}, self.context))

    def _listed(self, guide: Guide) -> dict[str, Source[Fiche]]:
        """The sheets of the guide that can be read."""
        found = {}
        for file in self.collection.sheet_files():
            if file.stem in guide.fiches and file.stem not in self.fiches:
                try:
                    found[file.stem] = read(file, self.collection.root, Fiche)
                except FaultsError:
                    continue  # its faults are told where it is asked for
        return found

    def review(self) -> Review:
        faults = tuple(self.fiche_faults), tuple(self.guide_faults)
        return Review(self.collection, self.files, self.guide, self.fiches, *faults)
