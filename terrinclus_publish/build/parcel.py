"""Where a process finds a collection: in its folder or, on another machine, in a parcel that brought what it needs."""

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Protocol

from terrinclus_publish.build.files import put_whole
from terrinclus_publish.collection import Collection


class Place(Protocol):
    """Where a collection, or as much of it as one order needs, can be found."""

    def open(self) -> Collection:
        """The collection, on this machine."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The collection's own folder, on the machine that builds."""

    root: Path

    def open(self) -> Collection:
        """The collection itself."""
        return Collection(self.root)


@dataclass(frozen=True, slots=True)
class Parcel:
    """The files that one order needs, by their path in the collection. ``design`` is the digest of the templates."""

    design: str
    files: Mapping[str, bytes]

    def open(self) -> Collection:
        """The files unpacked in a folder of this process.

        Why folders are numbered: renderers remember fonts and pictures by their path, so a path never changes content.
        """
        for number in count():
            root = Path(_unpacking_folder().name) / f"{self.design}-{number}"
            if all(_is_or_becomes(root / name, content) for name, content in self.files.items()):
                (root / "sheets").mkdir(parents=True, exist_ok=True)
                return Collection(root)
        raise AssertionError("count never ends")


def pack(collection: Collection, design: str, files: Iterable[Path]) -> Parcel:
    """A parcel of files of a collection; those that cannot be read are left out, and will be missed."""
    content = {}
    for file in files:
        try:
            content[file.relative_to(collection.root).as_posix()] = file.read_bytes()
        except (OSError, ValueError):
            continue
    return Parcel(design, content)


def _is_or_becomes(file: Path, content: bytes) -> bool:
    """Whether a file holds a content; one that is not there yet is written. Raises OSError."""
    if file.is_file():
        return file.read_bytes() == content
    put_whole(file, content)
    return True


@lru_cache(maxsize=1)
def _unpacking_folder() -> "tempfile.TemporaryDirectory[str]":
    """Goes away with the process."""
    return tempfile.TemporaryDirectory(prefix="terrinclus-", ignore_cleanup_errors=True)
