"""The wheel, installed in an environment of its own, in an empty folder, without make or git."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pypdfium2
import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT], check=True, capture_output=True
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def terrinclus(wheel, tmp_path_factory):
    """Runs the installed command in a folder; nothing of the source checkout is in reach."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    binaries = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [binaries / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel]
    subprocess.run(pip, check=True, capture_output=True)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def run(*words: str, cwd: Path) -> str:
        done = subprocess.run(
            [binaries / "terrinclus", *words],
            cwd=cwd,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def test_the_wheel_holds_the_templates_and_no_test(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    wanted = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*") if path.is_file()}
    assert {f"terrinclus_publish/{name}" for name in wanted} <= set(names)
    assert not [name for name in names if name.startswith(("tests/", "sheets/", "output/", "benchmarks/", "tools/"))]


def test_a_collection_is_begun_written_checked_and_made(terrinclus, tmp_path):
    names = ["--programme", "PASSERELLES", "--titre", "Ce que nous avons appris", "--editeur", "Ville de Modèle"]
    terrinclus("init", "collection", *names, cwd=tmp_path)
    collection = tmp_path / "collection"
    terrinclus("new", "un-pont", cwd=collection)
    guide = collection / "sheets" / "guide.yaml"
    text = guide.read_text("utf-8")
    last = [line for line in text.splitlines() if line.strip().startswith("- ") and "exemple" in line][-1]
    guide.write_text(text.replace(last, f"{last}\n{last.replace('exemple', 'un-pont')}"), "utf-8")
    terrinclus("check", cwd=collection)
    terrinclus("render", cwd=collection)
    terrinclus("guide", cwd=collection)
    made = {file.relative_to(collection / "output").as_posix() for file in (collection / "output").rglob("*.*")}
    sheets = {f"fiches/{name}.{form}" for name in ("exemple", "un-pont") for form in ("pdf", "docx", "html")}
    assert {"guide.pdf", "guide.docx", *sheets} <= made
    document = pypdfium2.PdfDocument(collection / "output" / "guide.pdf")
    cover = document[0].get_textpage().get_text_range()
    assert "PASSERELLES" in cover
    assert "Ville de Modèle" in cover
    assert "TERRINCLUS" not in "".join(document[page].get_textpage().get_text_range() for page in range(len(document)))
