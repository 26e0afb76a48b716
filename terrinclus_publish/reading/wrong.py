"""One value that a model refused, as the messages look at it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from terrinclus_publish.faults import Path
from terrinclus_publish.reading.fields import Field, Model, field_at, model_at
from terrinclus_publish.reading.places import Places
from terrinclus_publish.reading.wording import clip


@dataclass(frozen=True, slots=True)
class Wrong:
    """What Pydantic says of one value; of its words, only ``type`` and the numbers are used."""

    kind: str
    path: Path
    value: Any
    """What stands there: a text, a list or a mapping."""
    context: Mapping[str, Any]
    model: Model
    """The model of the whole file."""
    left_empty: bool
    """Whether the field is there, with nothing behind its colon."""
    is_short: bool
    """Whether the path is longer than in the file, where a text may stand for a list of one block."""

    @classmethod
    def of(cls, error: ErrorDetails, model: Model, places: Places) -> "Wrong":
        """One item of ``ValidationError.errors()``."""
        path = tuple(error["loc"])
        left_empty, is_short = places.left_empty(path), path not in places.values
        return cls(error["type"], path, error["input"], error.get("ctx", {}), model, left_empty, is_short)

    @property
    def name(self) -> str:
        """The name of the field that is meant, or that holds the item that is meant."""
        return next((part for part in reversed(self.path) if isinstance(part, str)), "")

    @property
    def written(self) -> Path:
        """The path as an author writes it: ``genese: |`` is the model's ``genese.0.texte``."""
        return self.path[:-2] if self.path[-2:] == (0, "texte") and self.is_short else self.path

    @property
    def as_written(self) -> str:
        """The name of the field that an author wrote."""
        return next((part for part in reversed(self.written) if isinstance(part, str)), "")

    @property
    def needed(self) -> bool:
        """Whether what is meant is a field that no sheet goes without."""
        field = self.written[-1:] and self.written[-1]
        owner = model_at(self.model, self.written[:-1])
        return isinstance(field, str) and owner is not None and owner.model_fields[field].is_required()

    @property
    def field(self) -> Field:
        """The field that is meant, or that holds the item that is meant."""
        return field_at(self.model, self.path) or Field(self.name, self.name, "", None)

    @property
    def found(self) -> str:
        """What stands in the file, short; the keys of a mapping stand for it."""
        if isinstance(self.value, dict):
            return clip(", ".join(f"{key}: …" for key in self.value))
        if isinstance(self.value, list):
            return clip(", ".join(str(item) if isinstance(item, str) else "…" for item in self.value))
        return clip(self.value)

    @property
    def nature(self) -> str:
        """What stands there, in one or two French words."""
        if isinstance(self.value, dict):
            return "un groupe de champs"
        return "une liste" if isinstance(self.value, list) else "un texte"

    @property
    def glued(self) -> str:
        """The key of ``titre:Bilan`` read as a text, or nothing."""
        match = re.match(r"([^\W\d][\w-]*):[^\s/]", self.value) if isinstance(self.value, str) else None
        return match[1] if match else ""
