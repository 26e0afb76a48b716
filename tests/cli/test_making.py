import os
import subprocess
import sys

import pytest


def made(folder):
    """The files under a folder, by their path in it."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def test_each_sheet_comes_in_three_formats(run, example):
    result = run("render")
    assert result.exit_code == 0
    assert made(example.output) == [
        f"fiches/{name}.{form}" for name in ("port-exemple", "ville-modele") for form in ("docx", "html", "pdf")
    ]
    assert "output/fiches/ville-modele.docx (" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("6 documents fabriqués en ")


def test_only_what_is_asked_for_is_made(run, example):
    assert run("render", "ville-modele", "--format", "html").exit_code == 0
    assert made(example.output) == ["fiches/ville-modele.html"]


def test_another_folder_can_be_named(run, example, tmp_path):
    assert run("render", "ville-modele", "--format", "html", "--output", str(tmp_path / "ailleurs")).exit_code == 0
    assert made(tmp_path / "ailleurs") == ["fiches/ville-modele.html"]
    assert not example.output.exists()


def test_a_sheet_with_an_error_is_left_out_and_the_others_are_made(run, example, spoil):
    spoil("port-exemple.yaml", "- jeunesse", "- jeunes")
    result = run("render", "--format", "html")
    assert result.exit_code == 1
    assert made(example.output) == ["fiches/ville-modele.html"]
    assert "1 fiche n'est pas fabriquée" in result.stderr
    assert "sheets/port-exemple.yaml:" in result.stderr


def test_an_error_leaves_the_old_document_whole(run, example, spoil):
    run("render", "--format", "html")
    before = (example.output / "fiches" / "port-exemple.html").read_bytes()
    spoil("port-exemple.yaml", "- jeunesse", "- jeunes")
    run("render", "--format", "html")
    assert (example.output / "fiches" / "port-exemple.html").read_bytes() == before


def test_warnings_are_shown_and_stop_nothing(run, example, spoil):
    spoil("ville-modele.yaml", "periode: depuis 2021\n", "")
    result = run("render", "--format", "html")
    assert result.exit_code == 0
    assert "avertissement · periode" in result.stderr
    assert len(made(example.output)) == 2


def test_under_strict_warnings_stop(run, example, spoil):
    spoil("ville-modele.yaml", "periode: depuis 2021\n", "")
    assert run("render", "--strict", "--format", "html").exit_code == 1
    assert run("guide", "--strict", "--format", "pdf").exit_code == 1
    assert not example.output.exists()


def test_without_a_guide_sheets_are_made_without_a_programme(run, example):
    example.guide_file.unlink()
    assert run("render", "--format", "html").exit_code == 0
    page = (example.output / "fiches" / "ville-modele.html").read_text("utf-8")
    assert "QUAIS" not in page
    assert "Fiche de capitalisation" in page


def test_while_the_guide_is_broken_no_sheet_is_made(run, example, spoil):
    spoil("guide.yaml", "programme:", "program:")
    result = run("render", "--format", "html")
    assert result.exit_code == 1
    assert "guide.yaml" in result.stderr
    assert not example.output.exists()


def test_the_guide_is_made(run, example):
    result = run("guide")
    assert result.exit_code == 0
    assert made(example.output) == ["guide.docx", "guide.pdf"]


def test_the_guide_is_not_made_while_a_sheet_has_an_error_and_it_says_which(run, example, spoil):
    spoil("ville-modele.yaml", "- participation-citoyenne", "- participation")
    result = run("guide", "--format", "pdf")
    assert result.exit_code == 1
    assert "Le guide n'est pas fabriqué\u00a0: il y a des erreurs dans sheets/ville-modele.yaml" in result.stderr
    assert not example.output.exists()


def test_a_sheet_outside_the_guide_may_have_errors(run, example):
    (example.sheets / "brouillon.yaml").write_text("titre: seul\n", "utf-8")
    assert run("guide", "--format", "pdf").exit_code == 0


def test_without_guide_yaml_the_guide_says_how_to_make_one(run, example):
    example.guide_file.unlink()
    result = run("guide")
    assert result.exit_code == 1
    assert "terrinclus init" in result.stderr


def test_the_guide_counts_the_warnings_of_its_sheets(run, spoil):
    spoil("ville-modele.yaml", "periode: depuis 2021\n", "")
    result = run("guide", "--format", "pdf")
    assert "1 avertissement dans les fiches" in result.stderr
    assert "periode" not in result.stderr


def test_a_document_in_the_way_is_told_and_the_others_are_made(run, example):
    (example.output / "fiches" / "port-exemple.html").mkdir(parents=True)
    result = run("render", "--format", "html")
    assert result.exit_code == 1
    assert "output/fiches/port-exemple.html\u00a0: Un dossier porte le nom" in result.stderr
    assert (example.output / "fiches" / "ville-modele.html").is_file()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes everywhere")
def test_a_protected_folder_is_told(run, example):
    (example.output / "fiches").mkdir(parents=True)
    (example.output / "fiches").chmod(0o500)
    result = run("render", "--format", "html")
    assert result.exit_code == 1
    assert "ouvert dans un autre logiciel, ou protégé" in result.stderr


def test_a_collection_without_sheets_says_how_to_write_one(run, example):
    for file in example.sheet_files():
        file.unlink()
    result = run("render")
    assert result.exit_code == 2
    assert "terrinclus new NOM" in result.stderr


def test_a_template_of_the_collection_replaces_the_packaged_one(run, example):
    (example.root / "templates").mkdir()
    (example.root / "templates" / "fiche.css").write_text("main { margin: 9px; }", "utf-8")
    run("render", "ville-modele", "--format", "html")
    assert "margin: 9px" in (example.output / "fiches" / "ville-modele.html").read_text("utf-8")


def test_a_broken_theme_is_told_and_no_traceback_comes(run, example):
    (example.root / "templates").mkdir()
    (example.root / "templates" / "theme.toml").write_text("[couleurs]\nencre = 3\n", "utf-8")
    result = run("render", "--format", "html")
    assert result.exit_code == 1
    assert "templates/theme.toml" in result.stderr


def test_the_guide_is_no_sheet(run):
    result = run("render", "guide")
    assert result.exit_code == 2
    assert "terrinclus guide" in result.stderr


@pytest.fixture
def broken_libreoffice(tmp_path, monkeypatch):
    """A program of LibreOffice's name that converts nothing."""
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 'Error: source file could not be loaded'\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_what_libreoffice_does_not_convert_stops_no_other_format(run, example, broken_libreoffice):
    result = run("build", "--format", "odt,html", "--processus", "1")
    assert result.exit_code == 1
    assert made(example.output) == ["fiches/port-exemple.html", "fiches/ville-modele.html"]
    assert "LibreOffice n'a pas converti le document" in result.stderr


def test_a_build_makes_the_formats_that_are_asked_for(run, example):
    assert run("build", "--format", "docx", "--processus", "1").exit_code == 0
    assert made(example.output) == ["fiches/port-exemple.docx", "fiches/ville-modele.docx", "guide.docx"]


@pytest.mark.skipif(os.name == "nt", reason="limits of Unix")
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_full_disk_is_told_and_the_old_documents_stay_whole(run, example, processes):
    """No file may grow beyond 2 Ko: every document fails half way through its writing, whoever made it."""
    assert run("build").exit_code == 0
    documents = {file: file.read_bytes() for file in example.output.rglob("*.*") if file.is_file()}
    code = (
        "import resource, signal, sys; from terrinclus_publish.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "main(sys.argv[1:])"
    )
    command = [sys.executable, "-c", code, "build", "--tout", "--processus", processes, "--collection", example.root]
    # To pipes: a file of the test's own would be too large as well.
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1, done.stderr
    assert "ne peut pas être écrit" in done.stderr
    assert "Traceback" not in done.stderr
    assert {file: file.read_bytes() for file in example.output.rglob("*.*") if file.is_file()} == documents


@pytest.mark.skipif(os.name == "nt", reason="folders of Linux")
def test_a_folder_that_nobody_may_write_in_is_told(run, example):
    result = run("render", "--output", "/proc/terrinclus")
    assert result.exit_code == 1
    assert "ne peut pas être écrit" in result.stderr
    assert "Traceback" not in result.stderr
