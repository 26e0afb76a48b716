"""Whatever is typed, French comes out, and no traceback."""

import re
import shlex

import pytest

from terrinclus_publish.cli import main

ENGLISH = re.compile(
    r"\b(usage|error|options?:|missing|argument|no such|try|invalid|value|requires|got|unexpected|show this|default"
    r"|command|did you mean|does not|exit|extra)\b",
    re.IGNORECASE,
)
COMMANDS = tuple(main.commands)


def plain(text: str) -> str:
    """A message with plain spaces, on one line."""
    return " ".join(text.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_in_french_with_an_example(run, command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Utilisation\u00a0: terrinclus " + command)
    assert "Exemple" in result.stdout
    assert f"  terrinclus {command}" in result.stdout.partition("Exemple")[2]
    assert not ENGLISH.search(result.stdout.replace("Options", ""))


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_of_a_command_are_commands_that_it_understands(command):
    for line in (main.commands[command].epilog or "").splitlines():
        words = shlex.split(line.partition(" > ")[0])
        assert words[:2] == ["terrinclus", command]
        main.commands[command].make_context(command, words[2:])


def test_the_command_alone_shows_the_list_of_commands(run):
    result = run()
    assert result.exit_code == 2
    assert all(f"\n  {command} " in result.stderr for command in COMMANDS)


def test_the_version_is_the_package_s(run):
    from terrinclus_publish import __version__

    assert run("--version").stdout == f"terrinclus {__version__}\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["chek"], "la commande « chek » n'existe pas ; vouliez-vous dire « check » ?"),
        (["xyz"], "au choix : init, new"),
        (["check", "--strit"], "l'option « --strit » n'existe pas ; vouliez-vous dire « --strict » ?"),
        (["check", "--qqq"], "l'option « --qqq » n'existe pas"),
        (["new"], "il manque « NOM »"),
        (["init"], "il manque « DOSSIER »"),
        (["check", "--format"], "l'option « --format » attend une valeur"),
        (["check", "--strict=oui"], "l'option « --strict » ne prend pas de valeur"),
        (["check", "--help=oui"], "l'option « --help » ne prend pas de valeur"),
        (["new", "a", "b"], "il y a un mot de trop : « b »"),
        (["guide", "aude"], "il y a un mot de trop : « aude »"),
        (["check", "--format", "xml"], "l'option « --format » : « xml » n'en est pas ; au choix : text, json"),
        (["render", "--format", "pdf,dox"], "« dox » n'en est pas (peut-être « docx ») ; au choix : pdf, docx, html"),
        (["render", "--format", ","], "au moins un parmi : pdf, docx, html"),
        (["guide", "--format", "html"], "« html » n'en est pas ; au choix : pdf, docx"),
        (["check", "port-exempl"], "la fiche « port-exempl » est introuvable ; peut-être « port-exemple »"),
        (["check", "zzz"], "la fiche « zzz » est introuvable ; au choix : guide, port-exemple, ville-modele"),
        (["check", "sheets"], "la fiche « sheets » est introuvable"),
        (["check", "--collection", "absent"], "le dossier « absent » ne contient pas de dossier « sheets »"),
    ],
)
def test_a_misuse_is_told_in_french_with_what_to_do(run, words, message):
    result = run(*words)
    assert result.exit_code == 2
    assert message in plain(result.stderr)
    assert not ENGLISH.search(plain(result.stderr).replace(message, ""))
    assert result.stdout == ""


def test_outside_of_a_collection_the_command_says_how_to_start_one(run, tmp_path, monkeypatch):
    (tmp_path / "vide").mkdir()
    monkeypatch.chdir(tmp_path / "vide")
    result = run("check")
    assert result.exit_code == 2
    assert "terrinclus init DOSSIER" in plain(result.stderr)
