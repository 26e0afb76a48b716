import os
import re
import signal
import subprocess
import sys
import threading
import time

import pytest


@pytest.fixture
def watching(example):
    """``terrinclus watch`` in the invented collection, once it has begun to watch; its lines as they come."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "terrinclus_publish", "watch", "--collection", str(example.root)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", env=environment
    ) as process:
        lines: list[str] = []
        reader = threading.Thread(target=lambda: lines.extend(iter(process.stdout.readline, "")), daemon=True)
        reader.start()
        wait_for(lines, "À l'affût")
        yield process, lines
        process.kill()
        reader.join()


def wait_for(lines, text, seconds=60):
    end = time.monotonic() + seconds
    while not any(text in line for line in lines):
        assert time.monotonic() < end, "".join(lines)
        time.sleep(0.05)


def edit(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_change_is_told_and_made_and_errors_end_nothing(example, watching):
    _, lines = watching
    time.sleep(1)
    sheet = example.sheets / "ville-modele.yaml"
    edit(sheet, "titre: Une ville", "titr: Une ville")
    wait_for(lines, "Changement\u00a0: sheets/ville-modele.yaml")
    wait_for(lines, "sheets/ville-modele.yaml:")
    wait_for(lines, "à jour")
    del lines[:]
    edit(sheet, "titr: Une ville", "titre: Une cité")
    wait_for(lines, "5 documents fabriqués, 3 à jour")
    assert "Une cité" in (example.output / "fiches" / "ville-modele.html").read_text("utf-8")
    assert not re.search("Traceback", "".join(lines))


def test_templates_that_appear_are_watched_and_a_broken_one_ends_nothing(example, watching):
    process, lines = watching
    (example.root / "templates").mkdir()
    (example.root / "templates" / "fiche.css").write_text("main { margin: 9px; }")
    wait_for(lines, "Changement\u00a0: templates/fiche.css")
    wait_for(lines, "documents fabriqués, 6 à jour")
    del lines[:]
    (example.root / "templates" / "fiche.html.j2").write_text("{% if")
    wait_for(lines, "Changement\u00a0: templates/fiche.html.j2")
    wait_for(lines, "le modèle de mise en page est fautif")
    wait_for(lines, "en échec")
    assert process.poll() is None


def test_sheets_that_come_and_go_are_told(example, watching):
    _, lines = watching
    time.sleep(1)
    new = example.sheets / "cite-neuve.yaml"
    new.write_bytes((example.sheets / "ville-modele.yaml").read_bytes())
    wait_for(lines, "output/fiches/cite-neuve.html")
    del lines[:]
    new.unlink()
    wait_for(lines, "Changement\u00a0: sheets/cite-neuve.yaml")
    wait_for(lines, "Tout est à jour")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent otherwise")
def test_ctrl_c_ends_it_with_a_french_line(watching):
    process, lines = watching
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0
    wait_for(lines, "Fin de la surveillance.")
    assert "Traceback" not in "".join(lines)
