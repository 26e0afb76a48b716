"""The words that templates and checks use: themes, axes, ODD and countries (``vocabulaire.toml``), and the labels of a
language (``libelles/<language>.toml``).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, ConfigDict, ValidationError

from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault, FaultsError, Level, Place

_PLACE = Place("templates/vocabulaire.toml")


class Term(BaseModel):
    """A theme, an axis or an ODD: its printed name and its icon (Font Awesome, « solid » series)."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    nom: str
    icone: str
    rvb: tuple[int, int, int] | None = None


class Vocabulary(BaseModel):
    """Themes and axes by their slug, ODD by their number, countries that are printed otherwise than CLDR has them."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    thematiques: dict[str, Term]
    axes: dict[str, Term]
    odd: dict[int, Term]
    pays: dict[str, str] = {}

    def country(self, code: str, language: str) -> str | None:
        """The printed name of a country (ISO 3166-1 alpha-2), or None when there is no such code."""
        if code in self.pays:
            return self.pays[code]
        territories = locale(language).territories
        return territories.get(code) if len(code) == 2 else None


def locale(language: str) -> Locale:
    """The CLDR locale of a BCP 47 tag, French where it is unknown."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("fr")


class LabelError(LookupError):
    """A label that the file of the language lacks, or that asks for a value which the template does not give."""

    def __init__(self, name: str) -> None:
        super().__init__(f"le libellé «\u00a0{name}\u00a0» manque, ou contient une accolade de trop")


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one language, by group and name."""

    groups: Mapping[str, Mapping[str, str | Mapping[str, str]]]

    def text(self, name: str, count: int | None = None, **values: object) -> str:
        """The label ``group.name`` with its ``{places}`` filled in; ``count`` chooses between one and several.

        A label with ``_sans_programme`` takes the place of its twin when ``programme`` is given and empty.
        Raises LabelError.
        """
        group, _, key = name.partition(".")
        try:
            if "programme" in values and not values["programme"] and f"{key}_sans_programme" in self.groups[group]:
                key += "_sans_programme"
            label = self.groups[group][key]
            if not isinstance(label, str):
                label = label["plusieurs" if count is not None and count > 1 else "un"]
            return label.format(**values)
        except (LookupError, ValueError) as error:
            raise LabelError(name) from error


def load_vocabulary(collection: Collection) -> Vocabulary:
    """The collection's vocabulary. Raises FaultsError on a broken file."""
    file = collection.template("vocabulaire.toml")
    try:
        return Vocabulary.model_validate(tomllib.loads(file.read_text("utf-8")))
    except ValidationError as error:
        path, message = error.errors()[0]["loc"], "Ce terme du vocabulaire est incomplet, ou a une clé de trop"
        expected = "Donnez-lui «\u00a0nom\u00a0» et «\u00a0icone\u00a0»"
        raise FaultsError([Fault("vocabulaire", Level.ERROR, _PLACE, message, path, expected=expected)]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"Ce fichier n'est pas du TOML bien formé ({error})"
        raise FaultsError([Fault("vocabulary", Level.ERROR, _PLACE, message)]) from error


def load_labels(collection: Collection, language: str) -> Labels:
    """The labels of a language (``en`` for ``en-GB``); French ones where that language has no file.

    Raises FaultsError on a broken file.
    """
    for name in (language, language.partition("-")[0], "fr"):
        try:
            file = collection.template(f"libelles/{name}.toml")
        except FileNotFoundError:
            continue
        break
    try:
        return Labels(tomllib.loads(file.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"ce fichier n'est pas du TOML bien formé ({error})"
        raise FaultsError(
            [Fault("libelles", Level.ERROR, Place(f"templates/libelles/{file.name}"), message)]
        ) from error
