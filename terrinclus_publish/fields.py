"""A model as mappings, lists and values, in the order of the format; what is left to its default is left out."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

Data = dict[str, Any]
"""What a model is made from: mappings, lists, texts, numbers."""


def said(model: BaseModel) -> Iterator[tuple[str, object]]:
    """The fields of a model that say something, with their values."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if value is not None and (field.is_required() or value != field.default):
            yield name, value


def data_of(model: BaseModel) -> Data:
    """The fields of a model that say something; ``type(model).model_validate`` gives the same model again."""
    return {name: _value(value) for name, value in said(model)}


def _value(value: object) -> object:
    if isinstance(value, BaseModel):
        return data_of(value)
    if isinstance(value, list | tuple):
        return [_value(item) for item in value]
    return value
