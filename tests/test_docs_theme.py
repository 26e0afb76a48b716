"""The page for designers tells the truth: its tables are the tokens, its examples are sound, its messages given."""

import re
import tomllib
from itertools import pairwise

import pytest
from pydantic import BaseModel

from terrinclus_publish import theme, tokens
from terrinclus_publish.build.design import sound_theme
from terrinclus_publish.cli.report import fault_lines
from terrinclus_publish.collection import Collection
from terrinclus_publish.contrast import LEAST, PAIRS
from terrinclus_publish.faults import FaultsError
from terrinclus_publish.vocabulary import load_labels, load_vocabulary
from tests.documents import PAGES, ROOT, plain

PAGE = PAGES["theme"]
GROUPS = {name: value for module in (tokens, theme) for name, value in vars(module).items() if isinstance(value, type)}
TABLES = PAGE.tables("reglages")
NAME = re.compile(r"`(\w+)`")


def blocks(info):
    found = [pytest.param(block.text, id=f"line {block.line}") for block in PAGE.blocks if block.info == info]
    assert found, info
    return found


@pytest.fixture
def themed(tmp_path):
    """A collection with this file among its templates."""
    (tmp_path / "sheets").mkdir()

    def collection(text, name="theme.toml"):
        file = tmp_path / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return Collection(tmp_path)

    return collection


def inner(annotation):
    """The group of tokens that a token is, if it is one."""
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


# --- The index of tokens ---------------------------------------------------------------------------------------------


def test_every_group_of_tokens_has_its_table():
    top = [field.annotation for field in theme.Theme.model_fields.values()]
    groups = {*re.findall(r"\.([A-Z]\w+)", " ".join(map(str, top))), *(group.__name__ for group in top if inner(group))}
    assert {name for name, _ in TABLES} == groups - {"Colour", "Any"}


@pytest.mark.parametrize(("group", "rows"), TABLES)
def test_a_table_has_every_token_of_its_group_in_order(group, rows):
    assert [row[0].strip("`") for row in rows] == list(GROUPS[group].model_fields)
    assert all(len(row) == 3 and row[1] and row[2] for row in rows)


@pytest.mark.parametrize(("group", "rows"), TABLES)
def test_a_row_names_every_token_inside_its_own(group, rows):
    for row in rows:
        nested = inner(GROUPS[group].model_fields[row[0].strip("`")].annotation)
        if nested is not None:
            assert set(NAME.findall(row[2])) == set(nested.model_fields), row[0]


@pytest.mark.parametrize(("group", "rows"), TABLES)
def test_what_ends_in_pt_is_said_to_be_in_points(group, rows):
    for row in rows:
        if row[0].strip("`").endswith("_pt") or (group == "Style" and row[0] == "`taille`"):
            assert row[1] == "points"


def test_the_binding_shifts_are_those_of_the_theme(project_theme):
    row = next(row for _, rows in TABLES for row in rows if row[0] == "`decalage`")
    assert set(re.findall(r"`([\w-]+)`", row[2])) == set(project_theme.impression.decalage)


def test_the_colours_are_those_of_the_theme(project_theme):
    [(_, rows)] = PAGE.tables("couleurs")
    assert [row[0].strip("`") for row in rows] == list(project_theme.couleurs)
    assert all(f"`{name}`" in PAGE.text for name in project_theme.melanges)


def test_the_styles_are_those_of_the_theme(project_theme):
    [(_, rows)] = PAGE.tables("styles")
    assert sorted(row[0].strip("`") for row in rows) == sorted(project_theme.styles)


def code_of(renderer):
    code = "".join(file.read_text("utf-8") for file in (ROOT / "terrinclus_publish" / renderer).rglob("*.py"))
    return code + (ROOT / "templates" / "fiche.css").read_text("utf-8") * (renderer == "web")


def test_a_style_is_used_where_the_page_says():
    code = {"P": code_of("pdf"), "W": code_of("word"), "H": code_of("web")}
    [(_, rows)] = PAGE.tables("styles")
    for row in rows:
        name = row[0].strip("`")
        found = [letter for letter, text in code.items() if f'"{name}"' in text or f"var(--{name})" in text]
        assert set(row[2].split()) <= set(found), name


def test_the_measured_pairs_are_told():
    told = PAGE.text[PAGE.text.index("Les couples mesurés") :].partition("\n\n")[0]
    names = set(NAME.findall(told)) | {"accent"}
    assert {name for pair in PAIRS for name in pair} == names
    assert f"{LEAST}:1".replace(".", ",") in PAGE.text


def test_the_files_that_a_collection_replaces_are_the_packaged_ones():
    folder = ROOT / "templates"
    packaged = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    section = PAGE.text[PAGE.text.index("## Ce qu'une collection peut remplacer") :].partition("\n## ")[0]
    named = set(re.findall(r"`([\w/]+\.(?:toml|css|html\.j2))`", section))
    assert named == {name for name in packaged if not name.startswith("squelettes/")}


# --- Examples --------------------------------------------------------------------------------------------------------


def test_every_example_says_what_it_is():
    kinds = {block.info for block in PAGE.blocks if "toml" in block.info}
    assert kinds == {"toml", "toml theme", "toml theme faux", "toml libelles", "toml vocabulaire"}


@pytest.mark.parametrize("text", blocks("toml theme"))
def test_an_example_is_a_sound_theme_for_the_screen_and_for_paper(themed, text):
    found = sound_theme(themed(text))
    assert found.for_press(3) and found.for_economy()


def test_the_worked_example_is_ten_lines_and_takes_effect(themed, project_theme):
    text = blocks("toml theme")[0].values[0]
    assert len([line for line in text.splitlines() if line]) <= 10
    found = sound_theme(themed(text))
    assert [dye.nom for dye in found.nuancier] == ["bleu du fleuve"]
    assert found.couleurs["encre"] != project_theme.couleurs["encre"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param(one.text, other.text, id=f"line {one.line}")
        for one, other in pairwise(PAGE.blocks)
        if one.info == "toml theme faux"
    ],
)
def test_a_wrong_theme_gives_the_message_under_it(themed, text, quoted):
    with pytest.raises(FaultsError) as caught:
        sound_theme(themed(text))
    assert plain(quoted) in [plain(fault_lines(fault)) for fault in caught.value.faults]


def test_the_example_of_fonts_asks_for_the_files_that_the_page_names(themed):
    [text] = [param.values[0] for param in blocks("toml")]
    with pytest.raises(FaultsError) as caught:
        sound_theme(themed(text))
    asked = set(re.findall(r"Marianne-(\w+)\.ttf", " ".join(fault.message for fault in caught.value.faults)))
    told = PAGE.text[PAGE.text.index("**Il faut au moins**") :].partition("\n- ")[0]
    assert {"Regular", *theme.EMPHASIS} == asked
    assert all(f"`{name}`" in told for name in asked)


def test_the_example_of_labels_changes_a_label(themed):
    [text] = [param.values[0] for param in blocks("toml libelles")]
    [(group, labels)] = tomllib.loads(text).items()
    packaged = (ROOT / "templates" / "libelles" / "fr.toml").read_text("utf-8")
    for name, value in labels.items():
        packaged, count = re.subn(rf'^{name} = ".*"$', f'{name} = "{value}"', packaged, flags=re.M)
        assert count == 1
    found = load_labels(themed(packaged, "libelles/fr.toml"), "fr")
    assert {name: found.text(f"{group}.{name}") for name in labels} == labels


def test_the_example_of_the_vocabulary_adds_a_term(themed):
    [text] = [param.values[0] for param in blocks("toml vocabulaire")]
    packaged = (ROOT / "templates" / "vocabulaire.toml").read_text("utf-8")
    found = load_vocabulary(themed(f"{packaged}\n{text}", "vocabulaire.toml"))
    assert set(tomllib.loads(text)["thematiques"]) <= set(found.thematiques)
