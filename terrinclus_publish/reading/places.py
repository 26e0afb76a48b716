"""Where each value of a sheet stands. Paths are those of the models, which accept shorter writings than they hold."""

from collections.abc import Mapping
from dataclasses import dataclass

from terrinclus_publish.faults import Path, Place


@dataclass(frozen=True, slots=True)
class Places:
    """The places of the values and of the keys of one file, by their path in the file."""

    values: Mapping[Path, Place]
    keys: Mapping[Path, Place]
    empty: frozenset[Path]
    """The fields left empty, which count as absent."""

    def place(self, path: Path) -> Place:
        """The place of the value at a model's path, or of its nearest ancestor that has one.

        Why: ``genese: |`` is the model's ``genese.0.texte``, and ``pays: SN`` its ``pays.0``. An index 0 that the file
        does not have means the value itself, and so does a key that it does not have.
        """
        return self.values[self._known(path)]

    def key(self, path: Path) -> Place:
        """The place of the key at a path, or that of the value where there is no such key."""
        parent = self._known(path[:-1])
        return self.keys.get((*parent, *path[-1:])) or self.place(path)

    def left_empty(self, path: Path) -> bool:
        """Whether the field at a path is there, with nothing behind its colon."""
        return (*self._known(path[:-1]), *path[-1:]) in self.empty

    def _known(self, path: Path) -> Path:
        """The path in the file of the value that a model's path means."""
        known: Path = ()
        for part in path:
            if (*known, part) in self.values:
                known = (*known, part)
            elif part != 0:
                break
        return known
