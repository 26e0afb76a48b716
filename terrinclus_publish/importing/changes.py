"""What differs between two sheets, field by field: items added to a list or taken from it do not shift the others."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher

from terrinclus_publish.faults import Path
from terrinclus_publish.fields import Data


@dataclass(frozen=True, slots=True)
class Change:
    """A field that differs; ``None`` where one of the two sheets does not have it."""

    path: Path
    before: str | None
    after: str | None

    @property
    def readable_field(self) -> str:
        """The field's path as a person counts, from 1."""
        return " › ".join(str(part + 1) if isinstance(part, int) else part for part in self.path)


def changes(before: object, after: object, path: Path = ()) -> Iterator[Change]:
    """The differences between two values as ``fields.data_of`` gives them, in the order of the format."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in dict.fromkeys([*before, *after]):
            yield from _field(before, after, name, path)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _items(before, after, path)
    elif before != after:
        yield Change(path, _shown(before), _shown(after))


def _field(before: Data, after: Data, name: str, path: Path) -> Iterator[Change]:
    here = (*path, name)
    if name not in before:
        yield Change(here, None, _shown(after[name]))
    elif name not in after:
        yield Change(here, _shown(before[name]), None)
    else:
        yield from changes(before[name], after[name], here)


def _items(before: list[object], after: list[object], path: Path) -> Iterator[Change]:
    old, new = ([json.dumps(item, sort_keys=True, default=str) for item in items] for items in (before, after))
    for kind, first, last, other, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        pairs = min(last - first, end - other)
        for step in range(pairs):
            yield from changes(before[first + step], after[other + step], (*path, other + step))
        for step in range(first + pairs, last):
            yield Change((*path, step), _shown(before[step]), None)
        for step in range(other + pairs, end):
            yield Change((*path, step), None, _shown(after[step]))


def _shown(value: object) -> str:
    """A value on one line, without the names of its fields."""
    if isinstance(value, dict):
        return " · ".join(_shown(part) for part in value.values())
    if isinstance(value, list):
        return " · ".join(_shown(part) for part in value)
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return " ".join(str(value).split())
