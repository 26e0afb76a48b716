"""Real processes, since encodings and terminals cannot be seen from inside one."""

import os
import subprocess
import sys

import pytest


def run(folder, *words, encoding="utf-8", **environment):
    """The command in a process of its own; its two streams as bytes."""
    variables = {**os.environ, "PYTHONIOENCODING": encoding, **environment}
    command = [sys.executable, "-m", "terrinclus_publish", *words]
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, check=False, timeout=120)


@pytest.mark.parametrize("encoding", ["cp850", "cp1252", "ascii", "cp437"])
def test_no_console_is_too_poor_for_a_message(example, encoding):
    file = example.sheets / "port-exemple.yaml"
    file.write_text(file.read_text("utf-8").replace("montant: 250 000", "montant: 25 œ70…", 1), "utf-8")
    result = run(example.root, "check", encoding=encoding)
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    assert "financement > 2 > lignes" in result.stdout.decode(encoding if encoding != "ascii" else "utf-8").replace(
        "›", ">"
    )


def test_signs_that_a_windows_console_lacks_become_the_nearest_it_has(example):
    result = run(example.root, "check", "--help", encoding="cp850")
    assert "FICHES\u00a0: noms de fiches" in result.stdout.decode("cp850")
    assert "Utilisation\u00a0: terrinclus check [OPTIONS] [FICHES]..." in result.stdout.decode("cp850")


def test_json_survives_any_console(example):
    import json

    file = example.sheets / "port-exemple.yaml"
    file.write_text(file.read_text("utf-8").replace("montant: 250 000", "montant: 25 œ70", 1), "utf-8")
    result = run(example.root, "check", "--format", "json", encoding="cp850")
    assert json.loads(result.stdout.decode("cp850"))[0]["found"] == "25 œ70"


def test_elsewhere_than_on_a_terminal_no_escape_sequence_comes_out(example):
    result = run(example.root, "render", "ville-modele", "--format", "html")
    assert result.returncode == 0
    assert b"\x1b" not in result.stdout + result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_on_a_terminal_what_is_being_made_is_shown(example):
    import pty

    master, slave = pty.openpty()
    command = [sys.executable, "-m", "terrinclus_publish", "render", "--format", "html"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(command, cwd=example.root, stdout=slave, stderr=slave, env=environment) as process:
        os.close(slave)
        shown = b""
        while True:
            try:
                piece = os.read(master, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece
    os.close(master)
    assert process.returncode == 0
    assert b"\x1b[" in shown
    assert b"output/fiches/ville-modele.html (" in shown


@pytest.mark.parametrize(
    ("words", "unused"),
    [
        (["--help"], ["pydantic", "lxml", "jinja2", "reportlab", "docx", "PIL", "yaml", "rich"]),
        (["schema"], ["lxml", "jinja2", "reportlab", "docx", "PIL", "rich"]),
        (["check"], ["reportlab", "docx", "rich", "terrinclus_publish.web"]),
        (["render", "ville-modele", "--format", "html"], ["reportlab", "docx", "rich"]),
    ],
)
def test_a_command_imports_nothing_that_it_does_not_use(example, words, unused):
    program = (
        "import sys\nfrom terrinclus_publish.cli import main\n"
        f"try:\n    main({words!r})\nexcept SystemExit:\n    pass\n"
        f"sys.exit(' '.join(name for name in {unused!r} if name in sys.modules) or 0)"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=example.root, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
