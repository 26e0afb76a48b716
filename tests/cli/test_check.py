import json
import re

import pytest


def test_a_sound_collection_is_told_so(run):
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout == "3 fichiers\u00a0: aucune erreur, aucun avertissement.\n"


def test_a_fault_says_where_it_stands_what_is_wrong_and_what_to_write(run, spoil):
    spoil("port-exemple.yaml", "montant: 250 000", "montant: 25 l70")
    result = run("check")
    assert result.exit_code == 1
    first, second, *_ = result.stdout.splitlines()
    assert re.match(r"sheets/port-exemple\.yaml:\d+:\d+ · financement › 2 › lignes › 2 › montant\u00a0: ", first)
    assert "25 l70" in first
    assert second.startswith("    attendu\u00a0: ")
    assert result.stdout.endswith("3 fichiers\u00a0: 1 erreur, aucun avertissement.\n")


def test_every_fault_of_every_file_comes_in_one_run(run, spoil):
    spoil("port-exemple.yaml", "montant: 250 000", "montant: 25 l70")
    spoil("port-exemple.yaml", "- jeunesse", "- jeunes")
    spoil("ville-modele.yaml", "titre: Une ville", "titr: Une ville")
    spoil("guide.yaml", "edition: mars 2023", "edition: un jour")
    output = run("check").stdout
    assert all(f"sheets/{name}.yaml:" in output for name in ("port-exemple", "ville-modele", "guide"))


def test_a_warning_is_told_apart_by_a_word_and_stops_nothing(run, spoil):
    spoil("ville-modele.yaml", "periode: depuis 2021\n", "")
    result = run("check")
    assert result.exit_code == 0
    assert " · avertissement · periode\u00a0: " in result.stdout


def test_under_strict_a_warning_stops(run, spoil):
    spoil("ville-modele.yaml", "periode: depuis 2021\n", "")
    assert run("check", "--strict").exit_code == 1


def test_strict_passes_a_collection_without_warnings(run):
    assert run("check", "--strict").exit_code == 0


@pytest.mark.parametrize("name", ["ville-modele", "ville-modele.yaml", "sheets/ville-modele.yaml"])
def test_a_sheet_is_named_or_its_file(run, spoil, name):
    spoil("port-exemple.yaml", "- jeunesse", "- jeunes")
    result = run("check", name)
    assert result.exit_code == 0
    assert result.stdout.startswith("1 fichier")


def test_json_is_a_list_of_faults_with_all_that_is_known(run, spoil):
    spoil("port-exemple.yaml", "montant: 250 000", "montant: 25 l70")
    result = run("check", "--format", "json")
    assert result.exit_code == 1
    (fault,) = json.loads(result.stdout)
    assert set(fault) == {"file", "line", "column", "field", "level", "code", "message", "found", "expected"}
    assert fault["file"] == "sheets/port-exemple.yaml"
    assert fault["field"] == "financement.1.lignes.1.montant"
    assert fault["level"] == "erreur"
    assert fault["found"] == "25 l70"
    assert fault["line"] > 100


def test_json_of_a_sound_collection_is_an_empty_list(run):
    assert json.loads(run("check", "--format", "json").stdout) == []


def test_the_collection_is_found_from_a_folder_inside_it(run, example, monkeypatch):
    monkeypatch.chdir(example.sheets / "images")
    assert run("check").exit_code == 0


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_collection_can_be_named(run, example, monkeypatch, tmp_path, place):
    monkeypatch.chdir(tmp_path)
    option = ["--collection", str(example.root)]
    words = [*option, "check"] if place == "before" else ["check", *option]
    assert run(*words).exit_code == 0


def test_the_collection_is_found_from_the_file_that_is_named(run, example, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert run("check", str(example.sheets / "ville-modele.yaml")).exit_code == 0


def test_a_sheet_that_is_no_yaml_at_all_is_a_fault(run, example):
    (example.sheets / "photo.yaml").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    result = run("check")
    assert result.exit_code == 1
    assert "sheets/photo.yaml" in result.stdout


def test_the_packaged_vocabulary_can_be_replaced_and_a_broken_one_is_told(run, example):
    (example.root / "templates").mkdir()
    (example.root / "templates" / "vocabulaire.toml").write_text("[thematiques\n")
    result = run("check")
    assert result.exit_code == 1
    assert "templates/vocabulaire.toml" in result.stdout
