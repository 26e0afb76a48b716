import subprocess
import sys

import pytest
from wishes import everything, make, wish

from terrinclus_publish.build import Format, Made, Planned, Waiting, open_session
from terrinclus_publish.build.lock import BuildLock

HOLD = """
import sys
from pathlib import Path
from terrinclus_publish.build.lock import BuildLock
from terrinclus_publish.collection import Collection
lock = BuildLock(Collection(Path(sys.argv[1])))
assert lock.is_free()
print("held", flush=True)
sys.stdin.read()
lock.release()
"""


@pytest.fixture
def other_build(example):
    """Another process that holds the collection's lock until its input is closed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(example.root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_build_says_that_it_waits_and_then_ends_well(example, other_build):
    events = open_session(wish(example, fiche_forms=[Format.HTML])).make()
    assert next(events) == Waiting()
    assert not example.output.exists()
    other_build.stdin.close()
    assert [type(event) for event in events] == [Planned, Made, Made]


def test_the_lock_of_a_process_that_was_killed_holds_nobody_up(example, other_build):
    other_build.kill()
    other_build.wait()
    assert make(wish(example, fiche_forms=[Format.HTML]))[0] == Planned(2, 0)


def test_nobody_waits_for_a_build_that_has_nothing_to_do(example, tmp_path):
    make(everything(example))
    lock = BuildLock(example)
    assert lock.is_free()
    try:
        assert make(everything(example)) == [Planned(0, 8)]
    finally:
        lock.release()


def test_what_the_other_build_made_is_not_made_again(example, other_build):
    events = open_session(wish(example, fiche_forms=[Format.HTML])).make()
    assert next(events) == Waiting()
    code = (
        "import sys; sys.path.insert(0, sys.argv[2]); from pathlib import Path; from wishes import wish\n"
        "from terrinclus_publish.build import Format, open_session\n"
        "from terrinclus_publish.build.making import _Making\n"
        "from terrinclus_publish.collection import Collection\n"
        "plan = open_session(wish(Collection(Path(sys.argv[1])), fiche_forms=[Format.HTML])).plan\n"
        "list(_Making(plan, plan.stale()).run())"
    )
    tests = __file__.rpartition("build")[0]
    subprocess.run([sys.executable, "-c", code, str(example.root), tests], check=True)
    other_build.stdin.close()
    assert list(events) == [Planned(0, 2)]
