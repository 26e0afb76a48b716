"""Making what is out of date, one event after the other, so that whoever asked can show what goes on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path

from terrinclus_publish.build.crew import Alone, Cluster, Crew, Errand, crew_for
from terrinclus_publish.build.digests import content_digest, file_digest
from terrinclus_publish.build.events import Event, Failed, Made, Numbered, Planned, Waiting
from terrinclus_publish.build.files import sweep, write_whole
from terrinclus_publish.build.formats import NUMBERED, Format
from terrinclus_publish.build.inputs import own_files
from terrinclus_publish.build.lock import BuildLock, released
from terrinclus_publish.build.orders import FicheMaking, GuideMaking, Product
from terrinclus_publish.build.parcel import Folder, Place, pack
from terrinclus_publish.build.plan import GUIDE, Plan, Target
from terrinclus_publish.faults import Fault, FaultsError

SECONDS = {Format.PDF: 0.06, Format.DOCX: 0.07, Format.HTML: 0.01, Format.ODT: 2.0}
"""What a sheet takes in each format, roughly; in the guide, as much for each of its sheets."""


def make(plan: Plan) -> Iterator[Event]:
    """Make the files that are out of date; one that fails stops no other.

    Raises FaultsError on a broken theme, and where LibreOffice is needed and missing; ClusterError where the cluster
    cannot be reached.
    """
    total = sum(1 for _ in plan.targets())
    stale = plan.stale()
    if not stale:
        yield Planned(0, total)
        return
    if plan.wish.cluster is None and any(target.form is Format.ODT for target in stale):
        from terrinclus_publish import libreoffice

        libreoffice.find()  # said once, before anything is made
    lock = BuildLock(plan.wish.collection)
    with released(lock):
        if not lock.is_free():
            yield Waiting()
            lock.wait()
            stale = plan.stale()
        yield Planned(len(stale), total - len(stale))
        for folder in (plan.wish.output, plan.wish.output / "fiches"):
            sweep(folder)
        yield from _Making(plan, stale).run()


@dataclass(frozen=True)
class _Making:
    """The making of files that are out of date."""

    plan: Plan
    stale: Sequence[Target]
    _kept: set[str] = field(default_factory=set)
    """The sheets whose trees came back already: both of the guide's orders may bring them."""
    _told: set[tuple[str, tuple[Fault, ...]]] = field(default_factory=set)
    """The documents with their faults that were told: what a template has at fault comes back with each order."""

    def run(self) -> Iterator[Event]:
        """The guide, which takes longest, beside its sheets; in one process, after them."""
        targets = {name: list(group) for name, group in groupby(self.stale, key=lambda target: target.name)}
        crew = self._crew(targets.get(GUIDE, ()))
        errands = (self._errand(name, share) for name, share in self._shares(targets, crew))
        try:
            for answer in crew.answers(errands):
                if isinstance(answer, Product):
                    yield from self._taken(answer, {target.form: target for target in targets[answer.name]})
        finally:
            crew.dismiss()

    def _crew(self, guide: Sequence[Target]) -> Crew:
        """Who makes the files."""
        wish, pages = self.plan.wish, len(self.plan.numbers)
        seconds = sum(SECONDS[target.form] for target in self.stale if target.name != GUIDE)
        seconds += sum(SECONDS[target.form] * pages for target in guide)
        return Cluster(wish.cluster) if wish.cluster else crew_for(seconds, wish.processes)

    def _shares(self, targets: Mapping[str, Sequence[Target]], crew: Crew) -> Iterator[tuple[str, Sequence[Target]]]:
        """What is made in one go, the longest first where others work meanwhile."""
        sheets = ((name, group) for name, group in targets.items() if name != GUIDE)
        if isinstance(crew, Alone):
            yield from sheets
        if GUIDE in targets:
            yield from ((GUIDE, part) for part in self._guide_parts(targets[GUIDE], crew))
        yield from sheets

    def _guide_parts(self, guide: Sequence[Target], crew: Crew) -> list[Sequence[Target]]:
        """The guide in one go, or its Word file apart where little is left to compose: both parts would."""
        if isinstance(crew, Alone) or len(self._trees) * 2 < len(self.plan.numbers):
            return [guide]
        in_word = [target for target in guide if target.form in NUMBERED]
        others = [target for target in guide if target.form not in NUMBERED]
        return [part for part in (in_word, others) if part]

    @cached_property
    def _trees(self) -> dict[str, bytes]:
        """The trees of the guide's sheets that are remembered, by name."""
        items = (self.plan.survey.fiches[name] for name in self.plan.numbers)
        known = {item.name: self.plan.memory.tree(item.name, self.plan.tree_key(item)) for item in items}
        return {name: tree for name, tree in known.items() if tree is not None}

    # --- errands -----------------------------------------------------------------------------------------------------

    def _errand(self, name: str, targets: Sequence[Target]) -> Errand:
        forms = tuple(target.form for target in targets)
        if name == GUIDE:
            return self._guide_errand(forms)
        facts = self.plan.survey.fiches[name]
        order = FicheMaking(name, facts.shown, self.plan.ranks[name], forms, self.plan.epoch)
        return order, self._place([facts.file], facts.pictures)

    def _guide_errand(self, forms: tuple[Format, ...]) -> Errand:
        facts = [self.plan.survey.fiches[name] for name in self.plan.numbers]
        guide = self.plan.survey.guide
        pictures = [picture for item in facts for picture in item.pictures] + list(guide.pictures if guide else ())
        place = self._place([item.file for item in facts], pictures)
        files = tuple(item.shown for item in facts)
        return GuideMaking(files, self._trees, forms, self.plan.epoch, self.plan.wish.pagination), place

    def _place(self, sheets: Iterable[Path], pictures: Iterable[str]) -> Place:
        """Where the work finds its files: here, or, for a cluster, in a parcel."""
        collection = self.plan.wish.collection
        if self.plan.wish.cluster is None:
            return Folder(collection.root)
        files = [*sheets, collection.guide_file, *(collection.sheets / picture for picture in pictures)]
        return pack(collection, self.plan.design.whole, [*files, *own_files(collection)])

    # --- what comes back ---------------------------------------------------------------------------------------------

    def _taken(self, product: Product, targets: Mapping[Format, Target]) -> Iterator[Event]:
        """Write a product's files, and remember them unless what they were made of has changed meanwhile."""
        written = {}
        for form, content in product.files.items():
            target = targets[form]
            shown = self._shown(target.file)
            try:
                write_whole(target.file, content, shown)
            except FaultsError as error:
                yield Failed(shown, tuple(error.faults))
                continue
            written[str(form)] = (target.key, content_digest(content))
            yield Made(shown, target.file, product.seconds[form], len(content))
            if form in NUMBERED and product.safeties:
                yield Numbered(shown, product.safeties)
        for form, faults in product.faults.items():
            if (product.name, faults) not in self._told:
                self._told.add((product.name, faults))
                yield Failed(self._shown(targets[form].file), faults)
        if self._is_as_it_was(product.name):
            if written:
                self.plan.memory.keep_outputs(product.name, written)
            for name in product.trees.keys() - self._kept:
                self.plan.memory.keep_tree(name, self.plan.tree_key(self.plan.survey.fiches[name]), product.trees[name])
            self._kept.update(product.trees)

    def _is_as_it_was(self, name: str) -> bool:
        """Whether a document's files are still those that its keys were made of."""
        fiches = self.plan.survey.fiches
        for facts in [fiches[item] for item in self.plan.numbers] if name == GUIDE else [fiches[name]]:
            if file_digest(facts.file) != facts.digest or self.plan.memory.pictures(facts.pictures) != facts.pictures:
                return False
        return True

    def _shown(self, file: Path) -> str:
        """A file's name as messages show it: from the collection's folder where it stands inside."""
        root = self.plan.wish.collection.root
        return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
