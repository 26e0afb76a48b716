"""A file that was read: its model, and where each of its values stands."""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from terrinclus_publish import faults
from terrinclus_publish.reading.files import control_characters, load
from terrinclus_publish.reading.messages import empty_unknown, validation_faults
from terrinclus_publish.reading.nodes import build
from terrinclus_publish.reading.places import Places
from terrinclus_publish.reading.scan import scan
from terrinclus_publish.reading.text import FileText

M = TypeVar("M", bound=BaseModel)
KEPT = 32
"""Contents that a process remembers: a sheet is read for its check, for its own files, and for the guide's."""


@dataclass(frozen=True, slots=True)
class Source(Generic[M]):
    """One sheet, or the guide, as its author wrote it and as the models hold it."""

    name: str
    """The file's name without its ending."""
    file: Path
    shown: str
    """The file's name as messages show it: ``sheets/aude.yaml``."""
    model: M
    places: Places

    def place(self, path: faults.Path) -> faults.Place:
        """Where the value at a path of the model stands, or what holds it."""
        return self.places.place(path)


def read(file: Path, root: Path, model: type[M]) -> Source[M]:
    """Read a file of the collection at ``root``.

    Raises FaultsError with every fault that one run can find: those of the file, else those of YAML, else those of
    the values.
    """
    text = load(file, root)
    return replace(read_text(text.content, text.shown, model), file=file)


def read_text(content: str, shown: str, model: type[M]) -> Source[M]:
    """Read a text as if it were the file that messages call ``shown``. Raises FaultsError as ``read`` does."""
    source: Source[M] = _read_once(content, shown, model)
    return source


@lru_cache(maxsize=KEPT)
def _read_once(content: str, shown: str, model: type[Any]) -> Source[Any]:
    """What ``read_text`` gives: a content never means anything else."""
    text = FileText(content, shown)
    if found := control_characters(text):
        raise faults.FaultsError(found)
    scanned = scan(text)
    if not scanned.buildable:
        raise faults.FaultsError(scanned.faults)
    values, tree = build(text)
    if found := [*scanned.faults, *tree.faults]:
        raise faults.FaultsError(found)
    places = tree.places()
    found = empty_unknown(model, places)
    try:
        valid = model.model_validate(values)
    except ValidationError as problem:
        raise faults.FaultsError([*found, *validation_faults(problem, model, places)]) from problem
    if found:
        raise faults.FaultsError(found)
    return Source(Path(shown).stem, Path(shown), shown, valid, places)
