"""What the cache holds, by its meaning: reviews of sheets and of the guide, digests of outputs, composed trees.

Everything is remembered with the digest of what it follows from, and forgotten when that has another one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from terrinclus_publish.build.cache import Cache
from terrinclus_publish.build.digests import digest, file_digest
from terrinclus_publish.build.orders import GuideFacts, GuideReviewed, Reviewed
from terrinclus_publish.build.verdict import errors_among
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault, Level, Place


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """A sheet's file: its name, its content's digest, its faults, its pictures' digests."""

    name: str
    file: Path
    shown: str
    digest: str
    faults: tuple[Fault, ...]
    pictures: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of a collection under a design (its digest)."""

    cache: Cache
    collection: Collection
    design: str

    def sheet(self, file: Path, shown: str) -> SheetFacts | None:
        """What is known of a sheet as it is now; None where it must be read."""
        entry, now = self.cache.read(f"fiches/{file.stem}.json"), file_digest(file)
        if not now or entry.get("clef") != digest(["fiche", shown, now, self.design]):
            return None
        return self._facts(file, shown, now, entry)

    def _facts(self, file: Path, shown: str, now: str, entry: Mapping[str, Any]) -> SheetFacts | None:
        pictures = self.pictures(entry["images"])
        if pictures != entry["images"]:
            return None
        faults = tuple(fault_of(row) for row in entry["fautes"])
        return SheetFacts(file.stem, file, shown, now, faults, pictures)

    def keep_sheet(self, file: Path, now: str, reviewed: Reviewed) -> SheetFacts:
        """Remember the review of a sheet whose content had that digest before it was read.

        Why a sheet with errors is not remembered: a message may propose what has changed since, like a picture's name.
        """
        pictures = self.pictures(reviewed.pictures)
        if reviewed.is_sound and file_digest(file) == now:
            key = digest(["fiche", reviewed.file, now, self.design])
            rows = [row_of(fault) for fault in reviewed.faults]
            self.cache.write(f"fiches/{file.stem}.json", {"clef": key, "fautes": rows, "images": pictures})
        return SheetFacts(file.stem, file, reviewed.file, now, reviewed.faults, pictures)

    def pictures(self, names: tuple[str, ...] | Mapping[str, str]) -> dict[str, str]:
        """The digests of pictures as they are now, empty for those that are not there."""
        return {name: file_digest(self.collection.sheets / name) for name in names}

    def guide(self, key: str) -> GuideReviewed | None:
        """The review of ``guide.yaml`` that was remembered under a key; None where there is none."""
        entry = self.cache.read("guide.json")
        if entry.get("clef") != key or self.pictures(entry["images"]) != entry["images"]:
            return None
        facts = GuideFacts(entry["programme"], entry["edition"], tuple(entry["liste"]), tuple(entry["images"]))
        return GuideReviewed(facts, tuple(fault_of(row) for row in entry["fautes"]))

    def guide_facts(self, now: str) -> GuideFacts | None:
        """What others need of a ``guide.yaml`` of that digest, whatever its sheets are; None where it must be read."""
        entry = self.cache.read("guide.json")
        if entry.get("contenu") != digest(["guide", now, self.design]):
            return None
        return GuideFacts(entry["programme"], entry["edition"], tuple(entry["liste"]), tuple(entry["images"]))

    def keep_guide(self, now: str, key: str, reviewed: GuideReviewed) -> None:
        """Remember a review of ``guide.yaml`` under a key, empty where it was not checked against its sheets."""
        facts = reviewed.facts
        if facts is None or errors_among(reviewed.faults) or file_digest(self.collection.guide_file) != now:
            return
        entry = {
            "contenu": digest(["guide", now, self.design]),
            "clef": key,
            "programme": facts.programme,
            "edition": facts.edition,
            "liste": facts.fiches,
            "images": self.pictures(facts.pictures),
            "fautes": [row_of(fault) for fault in reviewed.faults],
        }
        self.cache.write("guide.json", entry)

    def outputs(self, name: str) -> dict[str, Any]:
        """For each format of a document, the key that it was last made under, and its content's digest."""
        return self.cache.read(f"sorties/{name}.json")

    def keep_outputs(self, name: str, made: Mapping[str, tuple[str, str]]) -> None:
        """Remember keys and digests of formats that were made; what is known of the others stays."""
        self.cache.write(f"sorties/{name}.json", {**self.outputs(name), **made})

    def tree(self, name: str, key: str) -> bytes | None:
        """A sheet's tree in the guide that was remembered under a key."""
        content = self.cache.read_bytes(f"arbres/{name}.xml")
        head, _, tree = (content or b"").partition(b"\n")
        return tree if head == key.encode("ascii") else None

    def keep_tree(self, name: str, key: str, tree: bytes) -> None:
        """Remember a sheet's tree in the guide."""
        self.cache.write_bytes(f"arbres/{name}.xml", key.encode("ascii") + b"\n" + tree)


def row_of(fault: Fault) -> list[Any]:
    """A fault as JSON holds it."""
    place = fault.place
    return [
        *(fault.code, fault.level.value, place.file, place.line, place.column),
        *(fault.message, list(fault.path), fault.found, fault.expected),
    ]


def fault_of(row: list[Any]) -> Fault:
    """The fault of a row."""
    code, level, file, line, column, message, path, found, expected = row
    return Fault(code, Level(level), Place(file, line, column), message, tuple(path), found, expected)
