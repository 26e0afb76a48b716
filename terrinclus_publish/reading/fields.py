"""What the models say of a path: the field that stands there, the part that holds it. Reads no sheet."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel

from terrinclus_publish.faults import Path

Model = type[BaseModel]


@dataclass(frozen=True, slots=True)
class Field:
    """One field, as an author knows it."""

    name: str
    title: str
    description: str
    annotation: object
    """Its type, a list's type for a list."""

    @property
    def item(self) -> object:
        """The type of a list's items, or None."""
        bare = _bare(self.annotation)
        return _bare(get_args(bare)[0]) if get_origin(bare) is list else None


def own_fields(model: Model) -> dict[str, Field]:
    """The fields of a part by their name, in the order of the format."""
    return {
        name: Field(name, info.title or name, _in_a_sentence(info.description or ""), info.annotation)
        for name, info in model.model_fields.items()
    }


def _in_a_sentence(description: str) -> str:
    """A description without its capital (but for ``EUR``) and its final stop, to stand after a colon."""
    capital = description[:1] if description[1:2].isupper() else description[:1].lower()
    return (capital + description[1:]).removesuffix(".")


def model_at(model: Model, path: Path) -> Model | None:
    """The part that stands at a path, or None where there is a scalar, a list, or nothing.

    A list of one may be written without its dash, so ``regard.titre`` leads where ``regard.0.titre`` does.
    """
    annotation: object = model
    for part in path:
        if get_origin(annotation) is list:
            annotation = _bare(get_args(annotation)[0])
        if isinstance(part, str):
            if not _is_model(annotation) or part not in annotation.model_fields:
                return None
            annotation = _bare(annotation.model_fields[part].annotation)
    return annotation if _is_model(annotation) else None


def field_at(model: Model, path: Path) -> Field | None:
    """The field whose value, or an item of whose value, stands at a path."""
    names = [index for index, part in enumerate(path) if isinstance(part, str)]
    if not names:
        return None
    owner = model_at(model, path[: names[-1]])
    return own_fields(owner).get(str(path[names[-1]])) if owner else None


def homes(model: Model, name: str) -> Iterator[str]:
    """The fields, as dotted names from the top, under which a field of that name may be written."""
    seen: set[Model] = set()
    waiting: list[tuple[Model, tuple[str, ...]]] = [(model, ())]
    while waiting:
        owner, above = waiting.pop(0)
        if owner in seen:
            continue
        seen.add(owner)
        fields = own_fields(owner)
        if name in fields:
            yield " › ".join(above)
        for key, field in fields.items():
            inner = field.item or _bare(field.annotation)
            if _is_model(inner):
                waiting.append((inner, (*above, key)))


def _is_model(annotation: object) -> TypeGuard[Model]:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _bare(annotation: object) -> object:
    """A type without its constraints, and without « or nothing »."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return _bare(next(part for part in get_args(annotation) if part is not type(None)))
    return annotation
