"""New collections, new sheets and blank forms, from the skeletons and prompts of ``templates``. No existing file is
replaced.
"""

import datetime
import json
import string
from collections.abc import Mapping
from pathlib import Path

import yaml

from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import FaultsError
from terrinclus_publish.models import Guide
from terrinclus_publish.reading import read
from terrinclus_publish.schema import Schema, fiche_schema, guide_schema
from terrinclus_publish.vocabulary import Term, load_labels, load_vocabulary

EXAMPLE = "exemple"
"""The name of the sheet that a new collection holds."""


class AlreadyThereError(Exception):
    """A file of that name exists; it is left as it is."""

    def __init__(self, file: Path) -> None:
        self.file = file
        super().__init__(str(file))


def new_sheet(collection: Collection, name: str) -> Path:
    """Write the skeleton of a sheet, and the schema that editors read, where it is missing.

    Raises AlreadyThereError.
    """
    for file in (collection.sheets / f"{name}.yml", collection.sheets / f"{name}.yaml"):
        if file.exists():
            raise AlreadyThereError(file)
    _write_new(file, _filled(collection, "fiche.yaml", _sheet_values(collection, name)))
    _write_schemas(collection)
    return file


def new_form(collection: Collection, name: str) -> Path:
    """Write the blank Word form of a sheet, beside the sheets. Raises AlreadyThereError and FaultsError."""
    # Why here: what Word needs is slow to load, and a skeleton or a schema need none of it.
    from terrinclus_publish.prompts import load_prompts
    from terrinclus_publish.theme import load_theme
    from terrinclus_publish.tree import Metadata
    from terrinclus_publish.typography import typeset_text
    from terrinclus_publish.word.form import Words, render_form

    file = collection.sheets / f"{name}.docx"
    for other in (collection.sheets / f"{name}.yml", collection.sheets / f"{name}.yaml", file):
        if other.exists():
            raise AlreadyThereError(other)
    prompts = load_prompts(collection)
    labels, vocabulary = load_labels(collection, "fr"), load_vocabulary(collection)
    words = Words(prompts, labels, vocabulary, _programme(collection), typeset_text)
    content = render_form(words, Metadata(prompts.titre, "", "fr"), load_theme(collection), collection)
    try:
        with file.open("xb") as stream:
            stream.write(content)
    except FileExistsError as error:
        raise AlreadyThereError(file) from error
    return file


def _programme(collection: Collection) -> str:
    """The programme's name; nothing where no guide tells it."""
    try:
        return read(collection.guide_file, collection.root, Guide).model.programme.nom
    except FaultsError:
        return ""


def new_collection(root: Path, programme: str, title: str, publisher: str, edition: datetime.date) -> Collection:
    """Make a folder with a sheet, a guide that lists it, a folder for pictures, and the schemas for editors.

    Raises AlreadyThereError, before anything is written, where the folder has a guide or that sheet.
    """
    collection = Collection(root.resolve())
    for file in (collection.guide_file, collection.sheets / f"{EXAMPLE}.yaml"):
        if file.exists():
            raise AlreadyThereError(file)
    (collection.sheets / "images").mkdir(parents=True, exist_ok=True)
    values = {
        "programme": quoted(programme),
        "titre": quoted(title),
        "editeur": quoted(publisher),
        "edition": f"{edition:%Y-%m}",
        "fiche": EXAMPLE,
    }
    _write_new(collection.guide_file, _filled(collection, "guide.yaml", values))
    new_sheet(collection, EXAMPLE)
    return collection


def schema_text(schema: Schema) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def quoted(text: str) -> str:
    """A text as a YAML value on one line: as it is where YAML reads it so, else between quotes."""
    line = " ".join(text.split())
    try:
        as_is = yaml.load(f"cle: {line}", Loader=yaml.CBaseLoader) == {"cle": line} and " #" not in line
    except yaml.YAMLError:
        as_is = False
    return line if as_is else json.dumps(line, ensure_ascii=False)


def _filled(collection: Collection, skeleton: str, values: Mapping[str, str]) -> str:
    """A skeleton with its ``$names`` replaced; ``$schema``, which editors read, stays."""
    text = collection.template(f"squelettes/{skeleton}").read_text("utf-8")
    return string.Template(text).safe_substitute(values)


def _sheet_values(collection: Collection, name: str) -> dict[str, str]:
    """What the vocabulary allows, as comments, and the first of each as an example."""
    vocabulary = load_vocabulary(collection)
    return {
        "nom": name,
        "thematique": next(iter(vocabulary.thematiques), "theme"),
        "axe": next(iter(vocabulary.axes), "axe"),
        "thematiques": _as_comments(vocabulary.thematiques),
        "axes": _as_comments(vocabulary.axes),
        "odd": _as_comments({str(number): goal for number, goal in vocabulary.odd.items()}),
    }


def _as_comments(terms: Mapping[str, Term]) -> str:
    return "\n".join(f"#   {key} : {term.nom}" for key, term in terms.items())


def _write_schemas(collection: Collection) -> None:
    """The schemas that the first line of sheets and guide names; those that are there stay."""
    folder = collection.root / "schemas"
    folder.mkdir(exist_ok=True)
    for name, schema in (("fiche", fiche_schema()), ("guide", guide_schema())):
        file = folder / f"{name}.schema.json"
        if not file.exists():
            file.write_text(schema_text(schema), "utf-8", newline="\n")


def _write_new(file: Path, text: str) -> None:
    """Write a file that does not exist yet. Raises AlreadyThereError."""
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise AlreadyThereError(file) from error
