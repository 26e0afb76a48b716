"""What a single value of a sheet may be: texts, amounts, codes, addresses; and what all parts have in common.

The reader gives every scalar as text. A code editor's YAML parser sees numbers and booleans there, so the JSON Schema
of a text accepts them.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

SCALAR: JsonSchemaValue = {"type": ["string", "number", "boolean"]}
"""In the JSON Schema, what a code editor may see where an author wrote a text."""
_LONGEST_AMOUNT = 40  # signs: the expressions below are slow on a hostile text of a million spaces
_SPACES = "\u0020\u00a0\u202f\u2009"

LineOfText = Annotated[str, Field(min_length=1), WithJsonSchema({**SCALAR, "minLength": 1})]
"""Plain text on one line."""
Ligne = Annotated[str, Field(min_length=1), WithJsonSchema({**SCALAR, "minLength": 1})]
"""Inline Markdown: bold, italic, links, ``[passage]{lang=es}``; no paragraphs."""
Markdown = Annotated[str, Field(min_length=1), WithJsonSchema({**SCALAR, "minLength": 1})]
"""Markdown of several paragraphs, with lists of two levels."""
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A key of the vocabulary or a sheet's name: ``participation-citoyenne``."""


def parse_amount(value: object) -> object:
    """Read an amount as French authors type it: ``21 170 €``, ``73 745,13``, ``1690650``, with any kind of space.

    Raises PydanticCustomError ``montant`` when it is not an amount, ``montant_ambigu`` for ``21.170``.
    """
    if not isinstance(value, str):
        return value
    if len(value) > _LONGEST_AMOUNT:
        raise PydanticCustomError("montant", "not an amount")
    text = re.sub(rf"[{_SPACES}]*(€|euros?|EUR)$", "", value.strip(), flags=re.IGNORECASE)
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+", text):
        raise PydanticCustomError("montant_ambigu", "ambiguous amount")
    grouped = re.fullmatch(rf"([0-9]{{1,3}}([{_SPACES}][0-9]{{3}})+|[0-9]+)([.,][0-9]{{1,2}})?", text)
    if not grouped:
        raise PydanticCustomError("montant", "not an amount")
    return Decimal(re.sub(rf"[{_SPACES}]", "", text).replace(",", "."))


def parse_yes_no(value: object) -> object:
    """Read ``oui`` or ``non`` (and ``true``, ``false``, which an editor may write).

    Raises PydanticCustomError ``oui_non``.
    """
    answers = {"oui": True, "true": True, "non": False, "false": False}
    if not isinstance(value, str):
        return value
    if value.strip().lower() not in answers:
        raise PydanticCustomError("oui_non", "not yes or no")
    return answers[value.strip().lower()]


@dataclass(frozen=True, eq=False)
class _Or:
    """In the JSON Schema, another way to write a value, which a validator turns into the one that the model holds."""

    other: JsonSchemaValue | None = None

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        own = handler(core_schema)
        return {"anyOf": [own["items"] if self.other is None else self.other, own]}


OR_TEXT = _Or(SCALAR)
"""In the JSON Schema: or a text."""
OR_ONE = _Or()
"""In the JSON Schema: or one element, without its list."""


def _listed(value: object) -> object:
    return value if isinstance(value, list) or value is None else [value]


AS_LIST = BeforeValidator(_listed)
"""One value stands for a list of one."""
Montant = Annotated[Decimal, BeforeValidator(parse_amount), WithJsonSchema({"type": ["string", "number"]})]
OuiNon = Annotated[
    bool, BeforeValidator(parse_yes_no), WithJsonSchema({"enum": ["oui", "non", True, False], "default": "non"})
]
Pays = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
"""An ISO 3166-1 code of two letters: ``SN``."""
Langue = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag: ``fr``, ``es``, ``pt-BR``."""
Courriel = Annotated[str, Field(pattern=r"^[^@\s<>()\[\],;:]+@[^@\s<>()\[\],;:]+\.[^@\s<>()\[\],;:.]{2,}$")]
Adresse = Annotated[str, Field(pattern=r"^(https?://|mailto:)[^\s<>\"]+$")]
"""A link's target."""


class Modele(BaseModel):
    """What every part has in common: unknown keys are refused, surrounding spaces dropped, values never change."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True, use_attribute_docstrings=False)
