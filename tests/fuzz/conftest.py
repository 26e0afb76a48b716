"""Bounds of the fuzzers: a sheet has its time, and all of them together their memory."""

import signal
import sys

import pytest

MOST_MEMORY = 1_500 * 2**20
"""Bytes of this process after all spoiled sheets; one sheet of the project takes a tenth of it."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A collection of one sheet, to be written again and again."""
    root = tmp_path_factory.mktemp("fuzz")
    (root / "sheets").mkdir()
    return root


@pytest.fixture(autouse=True)
def time_is_bounded():
    """A sheet that takes far too long fails its test instead of keeping everybody waiting."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="session", autouse=True)
def memory_is_bounded():
    """Whatever was read, the process has not grown beyond all measure."""
    yield
    try:
        import resource
    except ImportError:
        return
    unit = 1 if sys.platform == "darwin" else 1024
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit < MOST_MEMORY
