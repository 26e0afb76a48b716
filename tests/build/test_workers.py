"""No process outlives the build that started it, however that one ends, and whichever way they were started."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from wishes import contents, everything, make

from terrinclus_publish.build.workers import can_copy

pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds processes by /proc")
COPIES = "import sys; from terrinclus_publish.cli import main; main(sys.argv[1:])"
ANEW = (
    "import sys, threading; from terrinclus_publish.cli import main\n"
    "if __name__ == '__main__':\n"
    "    threading.Thread(target=threading.Event().wait, daemon=True).start(); main(sys.argv[1:])"
)
"""Beside a thread, no copy is made."""
SOON = 15
"""Seconds: a look is taken four times in one of them, and the machine may have other work."""


def build(example, code):
    """A build in two processes, in a session of its own, whose number is that of its first process."""
    command = [sys.executable, "-c", code, "build", "--tout", "--processus", "2", "--collection", str(example.root)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def session(number):
    """The processes of a session that still run."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, _, its_session = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(its_session) == number and state != "Z":
            found.append(int(folder.name))
    return found


def wait_until(condition):
    end = time.monotonic() + SOON
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.parametrize("code", [COPIES, ANEW], ids=["copies", "anew"])
@pytest.mark.parametrize("pause", [0, 0.5])
def test_a_killed_build_leaves_no_process_and_no_lock(example, code, pause):
    with build(example, code) as process:
        wait_until(lambda: len(session(process.pid)) >= 3)
        time.sleep(pause)
        process.kill()
    wait_until(lambda: not session(process.pid))
    assert make(everything(example))


@pytest.mark.parametrize("code", [COPIES, ANEW], ids=["copies", "anew"])
def test_a_build_that_ends_leaves_no_process(example, code):
    with build(example, code) as process:
        assert process.wait(timeout=120) == 0
    wait_until(lambda: not session(process.pid))


def test_copies_and_new_processes_make_the_same_files(example):
    made = []
    for code in (COPIES, ANEW):
        with build(example, code) as process:
            assert process.wait(timeout=120) == 0
        made.append(contents(example.output))
    assert len(made[0]) == 8
    assert made[0] == made[1]


@pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux alone")
def test_no_copy_is_made_of_a_process_with_threads():
    import threading

    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    assert not can_copy()
    done.set()
    thread.join()
    assert can_copy() == (threading.active_count() == 1)


@pytest.mark.skipif(os.name == "nt", reason="sends SIGINT")
def test_ctrl_c_leaves_no_process(example):
    import signal

    with build(example, COPIES) as process:
        wait_until(lambda: len(session(process.pid)) >= 3)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
    wait_until(lambda: not session(process.pid))
