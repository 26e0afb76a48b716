"""The words that templates and checks use: themes, axes, ODD and countries (``vocabulaire.toml``), and the labels of a
language (``libelles/<language>.toml``).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, ConfigDict, ValidationError

from terrinclus_publish.collection import Collection
from terrinclus_publish.drawing.iconfiles import icon_file
from terrinclus_publish.faults import Fault, FaultsError, Level, Place
from terrinclus_publish.settings import read_settings, value_faults


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
    shown = "templates/vocabulaire.toml"
    values = read_settings(collection.template("vocabulaire.toml"), shown, "vocabulary")
    try:
        vocabulary = Vocabulary.model_validate(values)
    except ValidationError as error:
        raise FaultsError(value_faults(error, values, shown, "vocabulary")) from error
    if faults := list(_unknown_icons(vocabulary, shown)):
        raise FaultsError(faults)
    return vocabulary


def _unknown_icons(vocabulary: Vocabulary, shown: str) -> Iterator[Fault]:
    """Terms whose icon the collection of icons does not have; goals are set as numbers, without theirs."""
    groups: dict[str, dict[str, Term]] = {"thematiques": vocabulary.thematiques, "axes": vocabulary.axes}
    for group, terms in groups.items():
        for key, term in terms.items():
            if not (file := icon_file(term.icone)).is_file():
                close = get_close_matches(
                    term.icone, [other.stem for other in file.parent.glob("*.svg")], n=3, cutoff=0.5
                )
                yield Fault(
                    "vocabulary",
                    Level.ERROR,
                    Place(shown),
                    f"il n'y a pas d'icône «\u00a0{term.icone}\u00a0»",
                    (group, key, "icone"),
                    expected=_icon_names(close),
                )


def _icon_names(close: list[str]) -> str:
    known = "le nom anglais d'une icône gratuite de Font Awesome, série «\u00a0solid\u00a0»"
    return f"{known}, peut-être {', '.join(close)}" if close else known


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
    return Labels(read_settings(file, f"templates/libelles/{file.name}", "libelles"))
