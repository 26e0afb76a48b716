"""What a blank form asks: the prompt of each field, and the words that guide whoever fills it in.

They stand in ``formulaire.toml``. Who writes forms shows them; who reads them back knows by the same words what is no
answer.
"""

import tomllib
from functools import cached_property

from pydantic import BaseModel, ConfigDict, ValidationError

from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault, FaultsError, Level, Place
from terrinclus_publish.wording import fold

_FILE = "formulaire.toml"


class Prompt(BaseModel):
    """A field of the form: its name, which is read aloud, and the text that stands there until it is filled in."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    nom: str
    invite: str


class Prompts(BaseModel):
    """All the words of the form, by the name of the instruction, of the row that may be added, of the field."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    titre: str
    courant: str
    consignes: dict[str, str]
    rangees: dict[str, str]
    champs: dict[str, Prompt]

    @cached_property
    def asked(self) -> frozenset[str]:
        """The prompts of the fields, folded."""
        return frozenset(fold(prompt.invite) for prompt in self.champs.values())

    @cached_property
    def said(self) -> frozenset[str]:
        """The form's other words, folded."""
        return frozenset(map(fold, (*self.consignes.values(), self.titre, self.courant)))


def load_prompts(collection: Collection) -> Prompts:
    """The collection's prompts. Raises FaultsError on a broken file."""
    try:
        return Prompts.model_validate(tomllib.loads(collection.template(_FILE).read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as error:
        message = f"ce fichier n'a pas la forme attendue ({error})"
        expected = "Repartez du fichier fourni avec terrinclus, et n'y changez que les phrases"
        place = Place(f"templates/{_FILE}")
        raise FaultsError([Fault("formulaire", Level.ERROR, place, message, expected=expected)]) from error
