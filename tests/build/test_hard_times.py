"""What can befall a build: no room, no folder, killed processes. Old files stay whole, and a French message comes."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from wishes import contents, everything, make, wish

from terrinclus_publish.build import Failed, Format, Made, open_session
from terrinclus_publish.build.files import put_whole, sweep, writing_fault


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "le disque est plein"),
        (errno.EROFS, "le dossier est en lecture seule"),
        (errno.ENOENT, "le dossier a disparu"),
        (errno.EFBIG, "il est trop gros"),
        (errno.EACCES, "ouvert dans un autre logiciel"),  # what Windows says of a document that Word holds
    ],
)
def test_why_a_file_cannot_be_written_is_told_in_french(tmp_path, number, said):
    fault = writing_fault(OSError(number, "English"), tmp_path / "x.pdf", "output/x.pdf")
    assert said in fault.message
    assert "English" not in fault.message
    assert "--output" in fault.expected


@pytest.mark.skipif(os.name == "nt", reason="limits of Unix")
def test_when_there_is_no_room_the_old_file_stays_whole(tmp_path):
    """A limit on the size of files stands for a full disk: the write fails half way."""
    code = (
        "import resource, sys; from pathlib import Path; from terrinclus_publish.build.files import write_whole\n"
        "from terrinclus_publish.faults import FaultsError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_whole(Path(sys.argv[1]), b'n' * 5000, 'x.pdf')\n"
        "except FaultsError as error: print(error.faults[0].message)"
    )
    (tmp_path / "x.pdf").write_bytes(b"ancien")
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path / "x.pdf")], capture_output=True, text=True)
    assert "trop gros" in run.stdout, run.stderr
    assert contents(tmp_path) == {"x.pdf": b"ancien"}


def test_a_folder_that_vanishes_during_the_build_is_made_again(example):
    import shutil

    events = open_session(wish(example, fiche_forms=[Format.HTML])).make()
    next(events)
    next(events)
    shutil.rmtree(example.output)
    assert [type(event) for event in events] == [Made]
    assert list(contents(example.output)) == ["fiches/ville-modele.html"]
    make(wish(example, fiche_forms=[Format.HTML]))
    assert len(contents(example.output)) == 2


def test_a_sheet_that_vanishes_during_the_build_stops_no_other(example):
    events = open_session(wish(example, fiche_forms=[Format.HTML])).make()
    next(events)
    (example.sheets / "port-exemple.yaml").unlink()
    failed, made = events
    assert isinstance(failed, Failed)
    assert isinstance(made, Made)


def test_a_sheet_edited_during_the_build_is_made_again_by_the_next_one(example):
    file = example.sheets / "ville-modele.yaml"
    session = open_session(wish(example, fiche_forms=[Format.HTML]))
    file.write_text(file.read_text("utf-8").replace("titre: Une ville", "titre: Une cité", 1), "utf-8")
    list(session.make())
    made = [event.shown for event in make(wish(example, fiche_forms=[Format.HTML])) if isinstance(event, Made)]
    assert made == ["output/fiches/ville-modele.html"]
    assert "Une cité" in (example.output / "fiches" / "ville-modele.html").read_text("utf-8")


def test_what_a_killed_build_left_half_written_goes(tmp_path):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / f".x.pdf.{ended.pid}.tmp").write_bytes(b"la moit")
    (tmp_path / f".y.pdf.{os.getpid()}.tmp").write_bytes(b"en cours")
    (tmp_path / ".autre.tmp").write_bytes(b"pas de nous")
    sweep(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == [".autre.tmp", f".y.pdf.{os.getpid()}.tmp"]


def test_a_name_of_two_hundred_signs_is_written(tmp_path):
    put_whole(tmp_path / f"{'x' * 200}.docx", b"1")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"1"]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds processes by /proc")
def test_a_killed_process_keeps_nothing_from_being_made(example):
    """One of the two processes is killed as soon as it is there."""
    make(everything(example))
    whole = contents(example.output)
    command = [sys.executable, "-m", "terrinclus_publish", "build", "--tout", "--processus", "2"]
    with subprocess.Popen([*command, "--collection", example.root], stdout=-1, stderr=-1) as build:
        victim = None
        while victim is None and build.poll() is None:
            victim = next(iter(_workers_of(build.pid)), None)
        assert victim is not None
        os.kill(victim, 9)
        said, errors = build.communicate(timeout=120)
    assert build.returncode == 0, (said + errors).decode()
    assert contents(example.output) == whole


def _workers_of(parent):
    for folder in list(Path("/proc").glob("[0-9]*")):
        try:
            ancestor = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if ancestor == parent and "resource_tracker" not in (folder / "cmdline").read_text():
                yield int(folder.name)
        except OSError:
            continue
