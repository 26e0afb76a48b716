"""The skeletons say everything that the format can say."""

import datetime
import re
from typing import get_args

import pytest
import yaml
from pydantic import BaseModel

from terrinclus_publish.models import Bloc, Edition, Fiche, Guide
from terrinclus_publish.scaffold import AlreadyThereError, new_collection, new_sheet, quoted

DAY = datetime.date(2024, 5, 1)


def models_in(annotation: object) -> set[type[BaseModel]]:
    """The models that a type is made of, lists and unions opened."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return {model for part in get_args(annotation) for model in models_in(part)}


def fields(model: type[BaseModel], known: set[type[BaseModel]]) -> set[str]:
    """The names of a model's fields, and of its parts'."""
    known.add(model)
    names = set(model.model_fields)
    for field in model.model_fields.values():
        for part in models_in(field.annotation) - known:
            names |= fields(part, known)
    return names


@pytest.fixture
def collection(tmp_path):
    return new_collection(tmp_path / "neuve", "Programme", "Titre", "Éditeur", DAY)


@pytest.mark.parametrize(("name", "model", "elsewhere"), [("exemple", Fiche, set()), ("guide", Guide, {Bloc, Edition})])
def test_every_field_of_the_format_stands_in_the_skeleton(collection, name, model, elsewhere):
    text = (collection.sheets / f"{name}.yaml").read_text("utf-8")
    written = set(re.findall(r"^[ #]*(?:- )*([a-z_]+):", text, re.MULTILINE)) | set(
        re.findall(r"« (\w+)(?:: \w+)? »", text)
    )
    assert fields(model, elsewhere) - written == set()


@pytest.mark.parametrize("name", ["exemple", "guide"])
def test_a_comment_stands_above_each_field_of_the_first_level_and_says_how_long_or_what_for(collection, name):
    lines = (collection.sheets / f"{name}.yaml").read_text("utf-8").splitlines()
    tops = [number for number, line in enumerate(lines) if re.match(r"[a-z_]+:", line)]
    assert len(tops) >= 10
    for number in tops:
        assert lines[number - 1].startswith("# ") or lines[number - 1].startswith("#   "), lines[number]


@pytest.mark.parametrize("name", ["exemple", "guide"])
def test_no_line_is_longer_than_an_editor_shows(collection, name):
    lines = (collection.sheets / f"{name}.yaml").read_text("utf-8").splitlines()
    assert max(map(len, lines)) <= 120


@pytest.mark.parametrize("name", ["exemple", "guide"])
def test_no_place_is_left_to_fill_in(collection, name):
    text = (collection.sheets / f"{name}.yaml").read_text("utf-8")
    assert set(re.findall(r"\$\w+", text)) == {"$schema"}


def test_a_skeleton_shows_what_the_collection_s_own_vocabulary_allows(collection):
    (collection.root / "templates").mkdir()
    packaged = collection.template("vocabulaire.toml").read_text("utf-8")
    own = packaged.replace(
        "[thematiques.jeunesse]", '[thematiques.eau]\nnom = "Eau"\nicone = "tree"\n[thematiques.jeunesse]'
    )
    (collection.root / "templates" / "vocabulaire.toml").write_text(own, "utf-8")
    text = new_sheet(collection, "neuve").read_text("utf-8")
    assert "#   eau : Eau\n" in text
    assert yaml.safe_load(text)["thematiques"] == ["eau"]


def test_a_collection_may_have_its_own_skeleton(collection):
    (collection.root / "templates" / "squelettes").mkdir(parents=True)
    (collection.root / "templates" / "squelettes" / "fiche.yaml").write_text("titre: $nom\n", "utf-8")
    assert new_sheet(collection, "neuve").read_text("utf-8") == "titre: neuve\n"


def test_nothing_is_written_where_a_guide_stands(tmp_path):
    (tmp_path / "sheets").mkdir()
    (tmp_path / "sheets" / "guide.yaml").write_text("à moi", "utf-8")
    with pytest.raises(AlreadyThereError):
        new_collection(tmp_path, "P", "T", "É", DAY)
    assert [file.name for file in tmp_path.rglob("*")] == ["sheets", "guide.yaml"]


@pytest.mark.parametrize(
    "text",
    [
        "Villes",
        "oui",
        "a: b",
        "a #b",
        "- a",
        "[a]",
        "'a",
        "# a",
        "12",
        "@a",
        "é « à »",
        'dit "a"',
        "a\\b",
        "!x",
        "*x",
        "{x",
        "a:",
        "~",
    ],
)
def test_a_name_comes_back_from_the_file_as_it_was_typed(text):
    assert yaml.load(f"nom: {quoted(text)}\n", Loader=yaml.CBaseLoader) == {"nom": text}
