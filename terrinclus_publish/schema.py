"""The format as JSON Schema 2020-12, for code editors: they complete field names and underline what is wrong.

Why it differs a little from the models: an editor reads YAML 1.2, with its numbers and its empty values; our reader
reads texts, and takes an optional field left empty as absent.
"""

from typing import Any

from pydantic import BaseModel

from terrinclus_publish.models import Fiche, Guide

Schema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ANNOTATIONS = ("title", "description", "default")
_NULL: Schema = {"type": "null"}


def fiche_schema() -> Schema:
    """The JSON Schema of a sheet."""
    return _schema(Fiche, "Fiche de capitalisation")


def guide_schema() -> Schema:
    """The JSON Schema of ``guide.yaml``."""
    return _schema(Guide, "Guide")


def _schema(model: type[BaseModel], title: str) -> Schema:
    """The schema of a model, with every optional field allowed to be empty."""
    schema = model.model_json_schema()
    for part in (schema, *schema["$defs"].values()):
        required = part.get("required", ())
        part["properties"] = {
            name: field if name in required else _or_empty(field) for name, field in part["properties"].items()
        }
    return {"$schema": _DIALECT, **schema, "title": title}


def _or_empty(field: Schema) -> Schema:
    """The schema of a field that may be left empty.

    Why not always ``anyOf``: inside one, editors underline the whole field instead of the word that is wrong.
    """
    annotations = {key: value for key, value in field.items() if key in _ANNOTATIONS and value is not None}
    rule = {key: value for key, value in field.items() if key not in _ANNOTATIONS}
    choices = [choice for choice in rule.get("anyOf", [rule]) if choice != _NULL]
    if len(choices) > 1 or "$ref" in choices[0]:
        return {**annotations, "anyOf": [*choices, _NULL]}
    only = dict(choices[0])
    if "type" in only:
        only["type"] = [*([only["type"]] if isinstance(only["type"], str) else only["type"]), "null"]
    if "enum" in only:
        only["enum"] = [*only["enum"], None]
    return {**annotations, **only}
