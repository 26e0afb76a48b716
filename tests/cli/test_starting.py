import json

import pytest
from word.form.answers import fill_in
from word.form.example import ANSWERS

from terrinclus_publish.cli.exits import ExitCode


def test_a_new_sheet_lacks_only_its_author_s_words_and_can_be_made(run, example):
    assert run("new", "val-neuf").exit_code == 0
    result = run("check", "val-neuf", "--format", "json")
    assert result.exit_code == 0
    assert {fault["code"] for fault in json.loads(result.stdout)} == {"skeleton-text"}
    assert run("render", "val-neuf").exit_code == 0
    assert (example.output / "fiches" / "val-neuf.docx").is_file()


def test_new_says_what_to_do_next(run):
    output = run("new", "val-neuf").stdout
    assert "terrinclus check val-neuf" in output
    assert "terrinclus render val-neuf" in output
    assert "- val-neuf" in output


def test_new_never_replaces_a_sheet(run, example):
    before = (example.sheets / "ville-modele.yaml").read_bytes()
    result = run("new", "ville-modele")
    assert result.exit_code == 2
    assert "existe déjà" in result.stderr
    assert (example.sheets / "ville-modele.yaml").read_bytes() == before


def test_new_never_stands_beside_a_sheet_of_the_same_name(run, example):
    (example.sheets / "ville-modele.yaml").rename(example.sheets / "ville-modele.yml")
    assert run("new", "ville-modele").exit_code == 2


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [("Été à Dakar", "ete-a-dakar"), ("guide", "fiche-guide"), ("../ailleurs", "ailleurs"), ("NUL", "fiche-nul")],
)
def test_a_name_that_cannot_be_is_refused_with_one_that_can(run, example, typed, proposed):
    before = sorted(example.root.rglob("*"))
    result = run("new", typed)
    assert result.exit_code == 2
    assert f"terrinclus new {proposed}" in result.stderr
    assert sorted(example.root.rglob("*")) == before


def test_the_ending_may_be_typed(run, example):
    run("new", "val-neuf.yaml")
    assert (example.sheets / "val-neuf.yaml").is_file()


def test_a_new_collection_is_sound_and_makes_its_guide(run, tmp_path, monkeypatch):
    assert run("init", str(tmp_path / "ma collection")).exit_code == 0
    monkeypatch.chdir(tmp_path / "ma collection")
    assert run("check").exit_code == 0
    assert run("render").exit_code == 0
    assert run("guide").exit_code == 0
    assert (tmp_path / "ma collection" / "output" / "guide.docx").is_file()


def test_a_new_collection_carries_the_names_that_are_given(run, tmp_path):
    names = ["--programme", "Villes : sœurs # 1", "--titre", "L'« autre » guide", "--editeur", "- Ville"]
    run("init", str(tmp_path / "neuf"), *names)
    from terrinclus_publish.models import Guide
    from terrinclus_publish.reading import read

    guide = read(tmp_path / "neuf" / "sheets" / "guide.yaml", tmp_path / "neuf", Guide).model
    assert (guide.programme.nom, guide.titre, guide.editeur.nom) == (
        "Villes : sœurs # 1",
        "L'« autre » guide",
        "- Ville",
    )


def test_a_collection_is_not_started_where_one_stands(run, example):
    before = {file: file.read_bytes() for file in example.sheets.glob("*.yaml")}
    result = run("init", str(example.root))
    assert result.exit_code == ExitCode.MISUSE
    assert {file: file.read_bytes() for file in example.sheets.glob("*.yaml")} == before


def test_a_file_in_the_place_of_the_folder_is_told(run, tmp_path):
    (tmp_path / "fichier").write_text("")
    result = run("init", str(tmp_path / "fichier"))
    assert result.exit_code == 2
    assert "ne peut pas être créé" in result.stderr


def test_editors_find_the_schema_that_a_sheet_names(run, tmp_path):
    run("init", str(tmp_path / "neuf"))
    sheet = tmp_path / "neuf" / "sheets" / "exemple.yaml"
    named = sheet.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
    schema = json.loads((sheet.parent / named).read_text("utf-8"))
    assert schema["title"] == "Fiche de capitalisation"


def test_the_schema_is_printed_as_its_file_holds_it(run, project):
    for option, name in ((), "fiche"), (("--guide",), "guide"):
        printed = run("schema", *option).stdout
        assert printed == (project.root / "schemas" / f"{name}.schema.json").read_text("utf-8")


def test_a_new_form_is_a_word_file_beside_the_sheets(run, example):
    result = run("new", "val-neuf", "--format", "docx")
    assert result.exit_code == 0
    assert "terrinclus import sheets/val-neuf.docx" in result.stdout
    assert (example.sheets / "val-neuf.docx").read_bytes().startswith(b"PK")
    assert not (example.sheets / "val-neuf.yaml").exists()


def test_a_form_that_is_left_blank_says_kindly_what_is_missing(run, example):
    run("new", "val-neuf", "--format", "docx")
    result = run("import", str(example.sheets / "val-neuf.docx"))
    assert result.exit_code == ExitCode.FAULTS
    assert "n'est pas encore rempli" in result.stderr
    assert "le titre, le chapeau, le porteur" in result.stderr
    assert not (example.sheets / "val-neuf.yaml").exists()


def test_a_filled_form_becomes_a_sound_sheet(run, example, composer):
    run("new", "val-neuf", "--format", "docx")
    form = example.sheets / "val-neuf.docx"
    form.write_bytes(fill_in(form.read_bytes(), ANSWERS, composer.vocabulary))
    assert run("import", str(form)).exit_code == 0
    result = run("check", "val-neuf")
    assert "aucune erreur" in result.stdout, result.stdout + result.stderr
    assert run("render", "val-neuf").exit_code == 0


def test_a_half_filled_form_is_imported_and_tells_what_is_missing(run, example, composer):
    run("new", "val-neuf", "--format", "docx")
    form = example.sheets / "val-neuf.docx"
    answers = {"titre": "Un titre", "porteurs": ["Ville de Port-Exemple"], "projet": {"genese": "Un début."}}
    form.write_bytes(fill_in(form.read_bytes(), answers, composer.vocabulary))
    result = run("import", str(form))
    assert result.exit_code == 0
    assert "chapeau, projet.objectifs, projet.acteurs, focus.titre, focus.parties" in result.stdout
    assert "Un début." in (example.sheets / "val-neuf.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["ville-modele", "val-neuf"])
def test_a_form_replaces_neither_a_sheet_nor_a_form(name, run, example):
    run("new", "val-neuf", "--format", "docx")
    result = run("new", name, "--format", "docx")
    assert result.exit_code == 2
    assert "existe déjà" in result.stderr


def test_a_form_that_is_neither_yaml_nor_word_is_refused(run):
    result = run("new", "val-neuf", "--format", "pdf")
    assert result.exit_code == 2
    assert "au choix\u00a0: yaml, docx" in result.stderr


def test_a_folder_without_a_guide_has_forms_too(run, example):
    example.guide_file.unlink()
    assert run("new", "val-neuf", "--format", "docx").exit_code == 0
