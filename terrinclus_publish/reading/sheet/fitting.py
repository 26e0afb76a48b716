"""Fields as they were read, made to fit the format: what a field cannot hold is taken out, and given back as words.

Why: a document may say anything (a key figure of forty signs, an address without a name), and a sheet is written all
the same.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from terrinclus_publish.faults import Path
from terrinclus_publish.fields import Data
from terrinclus_publish.models import Fiche

_SILENT = frozenset({"langue", "colonnes", "devise", "nature"})
"""Fields that say nothing on a page."""


def fitted(data: Data, to_complete: Data) -> tuple[Fiche, list[tuple[str, str]]]:
    """The sheet, and what did not fit: the field that it was meant for, and its words.

    ``to_complete`` has a value for each required field.
    """
    left: list[tuple[str, str]] = []
    while errors := _errors(data):
        path, removed, data = _smaller(data, errors, to_complete)
        if words := _words(removed):
            left.append((" › ".join(str(step + 1) if isinstance(step, int) else step for step in path), words))
    return Fiche.model_validate(data), left


def _errors(data: Data) -> list[ErrorDetails]:
    try:
        Fiche.model_validate(data)
    except ValidationError as error:
        return error.errors()
    return []


def _smaller(data: Data, errors: list[ErrorDetails], to_complete: Data) -> tuple[Path, object, Data]:
    """The data without the smallest part around the first error that can go, its path, and the part."""
    error = errors[0]
    path = _existing(data, error["loc"])
    value = _at(data, path)
    if error["type"] == "too_long" and isinstance(value, list):
        most = error["ctx"]["max_length"]
        return path, value[most:], _replaced(data, path, value[:most])
    for place in _around(path):
        if len(place) == 1 and place[0] in to_complete:
            changed = {**data, str(place[0]): to_complete[str(place[0])]}
        else:
            changed = _removed(data, place)
        if len(place) == 1 or len(_errors(changed)) < len(errors):
            return place, _at(data, place), changed
    return (), None, {**to_complete, "a_classer": data.get("a_classer", [])}


def _around(path: Path) -> Iterator[Path]:
    """A path, and those of the parts that it stands in, the smallest first."""
    for length in range(len(path), 0, -1):
        yield path[:length]


def _existing(data: Data, place: tuple[Any, ...]) -> Path:
    """The steps of an error's place that lead to something; those that name a type of Pydantic lead nowhere."""
    path: list[str | int] = []
    value: Any = data
    for step in place:
        if (isinstance(value, dict) and step in value) or (
            isinstance(value, list) and isinstance(step, int) and step < len(value)
        ):
            value = value[step]
            path.append(step)
    return tuple(path)


def _at(value: Any, path: Path) -> Any:  # noqa: ANN401  a sheet in the making holds anything
    for step in path:
        value = value[step]
    return value


def _replaced(value: Any, path: Path, new: object) -> Any:  # noqa: ANN401
    """A copy with another part at a path."""
    if not path:
        return new
    inner = _replaced(value[path[0]], path[1:], new)
    if isinstance(value, dict):
        return {**value, path[0]: inner}
    return [inner if rank == path[0] else item for rank, item in enumerate(value)]


def _removed(data: Data, path: Path) -> Data:
    """A copy without the part at a path."""
    parent = _at(data, path[:-1])
    if isinstance(parent, dict):
        smaller: object = {name: value for name, value in parent.items() if name != path[-1]}
    else:
        smaller = [item for rank, item in enumerate(parent) if rank != path[-1]]
    changed: Data = _replaced(data, path[:-1], smaller)
    return changed


def _words(value: object) -> str:
    """What a part says, its texts one after the other."""
    if isinstance(value, dict):
        return " – ".join(filter(None, (_words(part) for name, part in value.items() if name not in _SILENT)))
    if isinstance(value, list):
        return " – ".join(filter(None, map(_words, value)))
    return "" if value is None or isinstance(value, bool) else str(value)
