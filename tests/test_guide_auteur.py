"""The authors' guide tells the truth: its examples are read, its wrong examples give the messages that it quotes, its
tables hold the format, the vocabulary and the commands as they are.

Its YAML blocks say what they are: « yaml fiche » and « yaml guide » are whole files; « yaml fragment » is put into the
minimal sheet, « yaml fragment-guide » into the guide's own example; « yaml faux » gives the message under it.
"""

import re
import shlex
import tomllib
from itertools import pairwise
from pathlib import Path

import click
import pytest
from PIL import Image
from pydantic import BaseModel

from terrinclus_publish import models
from terrinclus_publish.checks import Context, check_fiche, check_guide
from terrinclus_publish.cli import main
from terrinclus_publish.cli.report import fault_lines
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import FaultsError, Level
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import read, read_text
from terrinclus_publish.theme import load_theme
from terrinclus_publish.vocabulary import Vocabulary, load_vocabulary
from tests.documents import PAGES

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
TEXT = (ROOT / "docs" / "guide-auteur.md").read_text("utf-8")
MINIMAL = (FIXTURES / "valid" / "minimale.yaml").read_text("utf-8")
SHOWN = "sheets/cantines-voisines.yaml"

FENCED = re.compile(r"^ *```([^\n]*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(block.info, block.text, block.line) for block in PAGES["guide-auteur"].blocks]
TABLES = re.compile(r"^<!-- ([a-z]+)(?:: (\w+))? -->\n\n((?:\|.*\n)+)", re.MULTILINE)
MODELS = {
    name: model
    for name, model in vars(models).items()
    if isinstance(model, type) and issubclass(model, models.Modele) and name not in ("Modele", "Edition")
}
"""The parts of the format that an author writes as fields; an edition is written as one text."""


def blocks(kind):
    found = [pytest.param(text, id=f"line {line}") for info, text, line in BLOCKS if info == kind]
    assert found, kind
    return found


def tables(kind):
    """The tables after a « <!-- kind: subject --> » mark: subject and rows of cells, the header left out."""
    found = []
    for match in TABLES.finditer(TEXT):
        if match[1] == kind:
            rows = match[3].splitlines()[2:]
            found.append((match[2], [[plain(cell) for cell in row.strip("|").split(" | ")] for row in rows]))
    assert found, kind
    return found


def plain(text):
    """A text with ordinary spaces only, on one line."""
    return " ".join(text.split())


def parts(text):
    """A YAML text cut at its top-level fields, by name; what stands before the first one has the name ''."""
    name, cut = "", {}
    for line in text.splitlines(keepends=True):
        key = re.match(r"([a-z]\w*) ?:", line)
        name = key[1] if key else name
        cut[name] = cut.get(name, "") + line
    return cut


def put_into(whole, fragment):
    """The whole text with the fragment's fields in place of its own."""
    return "".join((parts(whole) | parts(fragment)).values())


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    """A collection with the pictures and the sheets that the guide's examples name."""
    root = tmp_path_factory.mktemp("collection")
    (root / "sheets" / "images").mkdir(parents=True)
    for _, text, _ in BLOCKS:
        for name in re.findall(r"\bimages/[\w-]+\.\w+", text):
            Image.new("RGB", (40, 30), "white").save(root / "sheets" / name)
    for name in ("exemple", "cantines-voisines"):
        (root / "sheets" / f"{name}.yaml").write_text(MINIMAL, "utf-8")
    return Collection(root)


@pytest.fixture(scope="module")
def context(collection):
    return Context(collection, load_vocabulary(collection))


def fiche_faults(text, context):
    """Every fault of a sheet, as ``terrinclus check`` would find them."""
    try:
        return check_fiche(read_text(text, SHOWN, Fiche), context)
    except FaultsError as error:
        return error.faults


def guide_faults(text, context):
    try:
        source = read_text(text, "sheets/guide.yaml", Guide)
    except FaultsError as error:
        return error.faults
    fiche = read(context.collection.sheets / "exemple.yaml", context.collection.root, Fiche)
    return [
        fault
        for fault in check_guide(source, dict.fromkeys(source.model.fiches, fiche), context)
        if fault.code != "forgotten-sheet"
    ]


# --- Examples --------------------------------------------------------------------------------------------------------


def test_every_example_says_what_it_is():
    kinds = {info for info, _, _ in BLOCKS if "yaml" in info or "toml" in info}
    yaml = {"yaml fiche", "yaml guide", "yaml fragment", "yaml fragment-guide", "yaml faux"}
    assert kinds == yaml | {"toml theme", "toml vocabulaire"}


@pytest.mark.parametrize("text", blocks("yaml fiche"))
def test_a_whole_sheet_has_no_fault_and_no_warning(text, context):
    assert fiche_faults(text, context) == []


@pytest.mark.parametrize("text", blocks("yaml guide"))
def test_a_whole_guide_has_no_fault_and_no_warning(text, context):
    assert guide_faults(text, context) == []


@pytest.mark.parametrize("text", blocks("yaml fragment"))
def test_a_fragment_brings_no_fault_to_the_minimal_sheet(text, context):
    known = {fault.message for fault in fiche_faults(MINIMAL, context)}
    assert [fault for fault in fiche_faults(put_into(MINIMAL, text), context) if fault.message not in known] == []


@pytest.mark.parametrize("text", blocks("yaml fragment-guide"))
def test_a_fragment_brings_no_fault_to_the_guide(text, context):
    [whole] = [example.values[0] for example in blocks("yaml guide")]
    assert guide_faults(put_into(whole, text), context) == []


@pytest.mark.parametrize(
    ("wrong", "quoted"),
    [
        pytest.param(block[1], following[1] if following[0] == "text" else "", id=f"line {block[2]}")
        for block, following in pairwise(BLOCKS)
        if block[0] == "yaml faux"
    ],
)
def test_a_wrong_example_gives_the_message_under_it(wrong, quoted, context):
    faults = fiche_faults(put_into(MINIMAL, wrong), context)
    forms = [
        plain(form)
        for fault in faults
        for form in (fault.message, f"{fault.message} attendu : {fault.expected}", fault_lines(fault))
    ]
    assert plain(quoted) in forms


def test_the_examples_of_settings_are_settings(collection):
    own = collection.root / "templates"
    own.mkdir()
    [theme] = [text.values[0] for text in blocks("toml theme")]
    [terms] = [text.values[0] for text in blocks("toml vocabulaire")]
    packaged = collection.template("vocabulaire.toml").read_text("utf-8")
    (own / "theme.toml").write_text(theme, "utf-8")
    (own / "vocabulaire.toml").write_text(f"{packaged}\n{terms}", "utf-8")
    wanted = tomllib.loads(theme)["couleurs"]["encre"]["rvb"]
    try:
        assert list(load_theme(collection).couleurs["encre"].rvb) == wanted
        assert set(tomllib.loads(terms)["thematiques"]) <= set(load_vocabulary(collection).thematiques)
    finally:
        for file in own.iterdir():
            file.unlink()
        own.rmdir()


# --- The format and the vocabulary -----------------------------------------------------------------------------------


def test_every_part_of_the_format_has_its_table():
    assert sorted(subject for subject, _ in tables("champs")) == sorted(MODELS)


@pytest.mark.parametrize(("name", "rows"), tables("champs"))
def test_a_table_has_the_fields_of_its_part_in_order(name, rows):
    fields = MODELS[name].model_fields
    assert [row[0].strip("`") for row in rows] == list(fields)
    assert [row[1] for row in rows] == ["oui" if field.is_required() else "non" for field in fields.values()]
    assert all(row[2] for row in rows)


def test_the_number_of_required_fields_is_right():
    required = [name for name, field in Fiche.model_fields.items() if field.is_required()]
    assert len(required) == 5
    assert "Cinq seulement sont obligatoires" in TEXT


def test_every_field_is_in_an_example():
    keys = {key for info, text, _ in BLOCKS if "yaml" in info for key in re.findall(r"^[ -]*([a-z_]+):", text, re.M)}
    everything = {name for model in MODELS.values() for name in model.model_fields}
    assert everything <= keys


@pytest.mark.parametrize("kind", ["thematiques", "axes", "odd"])
def test_the_tables_of_words_are_the_vocabulary(kind, context):
    terms = getattr(context.vocabulary, kind)
    [(_, rows)] = tables(kind)
    assert [(row[0].strip("`"), row[1]) for row in rows] == [(str(key), term.nom) for key, term in terms.items()]


def countries():
    """The codes and the names of the list of countries."""
    listed = TEXT.split("<!-- pays -->")[1].split("\n\n")[1]
    return re.findall(r"`([A-Z]{2})` ([^,.]+)[,.]", listed)


def test_the_list_of_countries_gives_the_names_that_are_printed(context):
    vocabulary: Vocabulary = context.vocabulary
    assert len(countries()) == len(dict(countries())) >= 40
    printed = {code: (vocabulary.country(code, "fr") or "").replace("’", "'") for code, _ in countries()}
    assert dict(countries()) == printed


def test_the_countries_of_the_published_sheets_are_in_the_list():
    used = set()
    for file in Collection(ROOT).sheet_files():
        fiche = read(file, ROOT, Fiche).model
        used |= {code for partner in fiche.partenaires for code in partner.pays or []}
        used |= {place.pays for place in fiche.lieux if place.pays}
    assert used <= set(dict(countries()))


# --- Messages --------------------------------------------------------------------------------------------------------

BRINGS = (
    "thematiques:\n  - sport\n",
    "preconisations:\n  - axe: amitie\n",
    "partenaires:\n  - pays: ZY\n",
    "partenaires:\n",
    "periode:\n",
    "odd:\n  - 4\n  - 4\n",
    f"titre: {'mot ' * 40}\n",
    f"chapeau: {'mot ' * 80}\n",
    "chiffres:\n  - valeur: 90 000\n    legende: Coût total du projet, en euros.\n",
    "financement:\n  - lignes:\n      - libelle: A\n        montant: 10\n    total: 12\n    ecart: Une erreur.\n",
    "financement:\n  - lignes:\n      - libelle: A\n        montant: 10\n    total: 12\n",
    "financement:\n  - lignes:\n      - libelle: A\n        montant: 10,6\n    total: 11\n",
    "financement:\n  - lignes:\n      - libelle: Total\n        montant: 10\n",
    "contacts:\n  - organisme: A\n    personnes:\n      - nom: Awa M.\n        courriel: a@exemple.fr\n"
    "      - nom: Bo N.\n        courriel: a@exemple.fr\n",
    "illustration:\n  fichier: images/absente.jpg\n  alternative: photo\n",
    "illustration:\n  fichier: ../absente.jpg\n  alternative: Une image\n",
    "pourquoi:\n  contenu: |\n    # Titre\n\n    Voir [ici](https://www.exemple.fr) ou [là-bas](exemple).\n",
    'pourquoi:\n  contenu: |\n    Un ** mot ** et "un autre": Etat.\n',
    "auteurs:\n  - '**Awa**'\n",
    "statut: achevÃ©\n",
    "a_classer:\n  - texte: Ceci.\n",
    "absences:\n  - periode\nauteurs:\n  - Prénom Nom\n",
)
"""Sheets' parts whose faults the guide tells of, beside those of the broken sheets."""


@pytest.fixture(scope="module")
def faults(context):
    """Every fault that the broken sheets and BRINGS give."""
    found = []
    for file in sorted((FIXTURES / "broken").glob("*.yaml")):
        with pytest.raises(FaultsError) as raised:
            read(file, FIXTURES, Fiche)
        found += raised.value.faults
    for text in BRINGS:
        found += fiche_faults(put_into(MINIMAL, text), context)
    guide = read_text(next(text for info, text, _ in BLOCKS if info == "yaml guide"), "sheets/guide.yaml", Guide)
    fiche = read(context.collection.sheets / "exemple.yaml", context.collection.root, Fiche)
    return found + check_guide(guide, {"cantines-voisines": fiche, "exemple": fiche}, context)


@pytest.mark.parametrize(
    ("level", "message"),
    [(level, row[0]) for level, rows in tables("messages") for row in rows],
)
def test_a_message_of_the_tables_is_one_that_the_program_gives(level, message, faults):
    pattern = re.escape(plain(message)).replace("…", ".+")
    said = [plain(fault.message) for fault in faults if fault.level is Level(level)]
    assert [text for text in said if re.match(pattern, text)]


def test_the_minimal_sheet_has_no_error(context):
    assert [fault for fault in fiche_faults(MINIMAL, context) if fault.level is Level.ERROR] == []


# --- Commands --------------------------------------------------------------------------------------------------------

SPAN = re.compile(r"`(terrinclus [^`]+|py -m terrinclus_publish [^`]+)`")
LINES = [line.strip() for info, text, _ in BLOCKS if info in ("bat", "") for line in text.splitlines()]
COMMANDS = sorted(
    {
        line.removeprefix("py -m terrinclus_publish").removeprefix("terrinclus").strip()
        for line in [*SPAN.findall(TEXT), *LINES, *re.findall(r"^ +(terrinclus .*)$", TEXT, re.M)]
        if line.startswith(("terrinclus ", "py -m terrinclus_publish "))
    }
)


def options_of(command):
    return {name for parameter in command.params if isinstance(parameter, click.Option) for name in parameter.opts} | {
        "--help"
    }


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_guide_exists_with_its_options(line):
    words = shlex.split(line.replace("\\", "/"))
    command = main if words[0].startswith("--") else main.commands[words[0]]
    given = {word for word in words if word.startswith("--")}
    assert given <= options_of(command)


def test_every_command_and_option_is_told_of():
    assert {line.split()[0] for line in COMMANDS} >= set(main.commands)
    told = set(re.findall(r"--[a-z-]+[a-z]", TEXT))
    known = set().union(*(options_of(command) for command in (main, *main.commands.values())))
    assert known - told <= {"--guide"}
    assert told - known <= {"--proxy", "--upgrade", "--no-index", "--find-links"}


def test_the_formats_of_the_guide_are_those_that_can_be_made():
    given = re.findall(r"--format ([a-z,]+)", TEXT)
    assert given
    for line in given:
        main.commands["render"].make_context("render", ["--format", line])


# --- The text itself -------------------------------------------------------------------------------------------------

HEADINGS = [match[1] for match in re.finditer(r"^#{2,3} (.+)$", FENCED.sub("", TEXT), re.M)]


def anchor(heading):
    """The address of a heading, as GitHub and GitLab make it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_every_link_inside_the_guide_leads_to_a_heading():
    anchors = [anchor(heading) for heading in HEADINGS]
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= set(anchors)


def test_the_contents_name_every_chapter():
    chapters = [heading for heading in HEADINGS if re.match(r"\d+\. ", heading)]
    listed = re.findall(r"^(\d+\. )\[(.+)\]\(#", TEXT, re.M)
    assert ["".join(entry) for entry in listed] == chapters


def test_models_are_all_found():
    assert len(MODELS) >= 30
    assert all(issubclass(model, BaseModel) for model in MODELS.values())
