"""Files of settings (TOML) that a designer writes: read, or refused in French with the place and what to write instead.

Knows nothing of what the settings mean: ``theme`` and ``vocabulary`` say that with models.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from terrinclus_publish.faults import Fault, FaultsError, Level, Place

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_LONGEST = 60  # signs of a line that a message shows


def read_settings(file: Path, shown: str, code: str) -> dict[str, Any]:
    """The tables of a file; ``shown`` is its name in messages, ``code`` that of its faults. Raises FaultsError."""
    try:
        text = file.read_text("utf-8-sig")  # Windows' Notepad may write a mark at the start
    except UnicodeDecodeError as error:
        message = "ce fichier n'est pas enregistré en UTF-8"
        expected = "dans l'éditeur, « Enregistrer sous », encodage « UTF-8 »"
        raise FaultsError(
            [Fault(code, Level.ERROR, Place(shown), _spaced(message), expected=_spaced(expected))]
        ) from error
    try:
        return tomllib.loads(f"{text}\n")  # so that the last line has a place as well
    except tomllib.TOMLDecodeError as error:
        raise FaultsError([_syntax(text, str(error), shown, code)]) from error


def _syntax(text: str, said: str, shown: str, code: str) -> Fault:
    """Only the place is taken from what the parser says, which is English."""
    match = _PLACE.search(said)
    if match is None:
        message = "ce fichier s'arrête trop tôt : un guillemet, un crochet ou une accolade n'est pas fermé"
        return Fault(code, Level.ERROR, Place(shown), _spaced(message), expected="le signe qui le ferme")
    line, column = int(match[1]), int(match[2])
    message = f"cette ligne ne se lit pas : « {text.splitlines()[line - 1].strip()[:_LONGEST]} »"
    expected = (
        "« nom = valeur » : un texte entre guillemets droits, une liste entre crochets, une virgule entre deux valeurs,"
        " et chaque nom une seule fois dans sa section"
    )
    return Fault(code, Level.ERROR, Place(shown, line, column), _spaced(message), expected=_spaced(expected))


def value_faults(error: ValidationError, values: Mapping[str, Any], shown: str, code: str) -> list[Fault]:
    """A fault for each setting that is missing, unknown, or not of its form; ``values`` is what was validated."""
    return [_value_fault(details, values, shown, code) for details in error.errors()]


def _value_fault(details: ErrorDetails, values: Mapping[str, Any], shown: str, code: str) -> Fault:
    path = details["loc"]
    found = ""
    if details["type"] == "missing":
        message, expected = "ce réglage manque", _missing(values, path)
    elif details["type"] == "extra_forbidden":
        message, expected = "ce réglage n'existe pas", _near(str(path[-1]), _siblings(values, path))
    else:
        message = "cette valeur ne convient pas"
        found = _as_written(details["input"])
        expected = _FORMS.get(details["type"], _other_form)(details.get("ctx", {}))
    return Fault(code, Level.ERROR, Place(shown), message, path, found, _spaced(expected))


def _siblings(values: Mapping[str, Any], path: tuple[str | int, ...]) -> list[str]:
    """The names beside the last one of a path."""
    here: Any = values
    for step in path[:-1]:
        here = here[step]
    return [str(name) for name in here if name != path[-1]] if isinstance(here, dict) else []


def _missing(values: Mapping[str, Any], path: tuple[str | int, ...]) -> str:
    """A table that lacks a setting is often one whose own name is misspelt."""
    section = str(path[-2]) if len(path) > 1 else ""
    close = get_close_matches(section, _siblings(values, path[:-1]), n=1) if section else []
    if close:
        return f"un nom et sa valeur ; ou bien « {close[0]} » était-il voulu, au lieu de « {section} » ?"
    return "un nom et sa valeur, comme dans le fichier d'origine"


def _near(name: str, others: list[str]) -> str:
    close = get_close_matches(name, others, n=1)
    return f"peut-être « {close[0]} »" if close else "un nom du fichier d'origine"


def _as_written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return f"{{ {', '.join(value)} }}"
    return str(value)[:_LONGEST]


def _choice(context: Mapping[str, Any]) -> str:
    words = re.findall(r"'([^']+)'", str(context.get("expected", "")))
    return " ou ".join(f'"{word}"' for word in words)


def _count(context: Mapping[str, Any]) -> str:
    number = context.get("max_length", context.get("min_length", 1))
    return f"une liste de {number} valeurs entre crochets"


def _other_form(_: Mapping[str, Any]) -> str:
    return "une valeur de la même forme que dans le fichier d'origine"


_NUMBER = "un nombre, avec un point et non une virgule : 10.5"
_LIST = "une liste entre crochets : [18, 48, 63]"
_FORMS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), lambda _: "un nombre entier, sans guillemets"),
    **dict.fromkeys(("float_type", "float_parsing"), lambda _: _NUMBER),
    **dict.fromkeys(("list_type", "tuple_type"), lambda _: _LIST),
    **dict.fromkeys(("too_long", "too_short"), _count),
    **dict.fromkeys(("model_type", "dict_type"), lambda _: "des réglages, chacun avec son nom : { nom = valeur }"),
    "string_type": lambda _: "un texte entre guillemets droits",
    "string_pattern_mismatch": lambda _: 'des 1 et des 0 seulement : "1100"',
    "literal_error": _choice,
    "less_than_equal": lambda context: f"{context['le']} au plus",
    "greater_than_equal": lambda context: f"{context['ge']} au moins",
    "mesure": lambda context: "un nombre " + ("plus grand que zéro" if context["positive"] else "de zéro ou plus"),
    "greater_than": lambda context: f"plus de {context['gt']}",
}
"""What is expected, by the type of Pydantic's error, never by its sentence."""


def _spaced(text: str) -> str:
    """No-break spaces where French sets them."""
    return re.sub(r" (?=[:;?»])|(?<=«) ", "\u00a0", text)
