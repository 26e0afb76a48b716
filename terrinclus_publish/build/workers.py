"""How processes beside this one begin and end: on Linux as copies of it, elsewhere anew; none outlives it."""

import gc
import os
import signal
import sys
import threading
import time
import warnings
from contextlib import AbstractContextManager
from typing import Any

from terrinclus_publish.collector import collector_paused

IDLE = 10
"""Seconds after which an idle process ends."""
GLANCE = 0.25
"""Seconds between two looks at whether the process that gives the orders still lives."""


def workers(count: int) -> AbstractContextManager[Any]:
    """Joblib's processes, so many at once; they stay for the next errands until ``dismiss``."""
    from joblib import parallel_config

    _choose_start()
    options = {"idle_worker_timeout": IDLE, "initializer": end_with, "initargs": (os.getpid(),)}
    backend: AbstractContextManager[Any] = parallel_config("loky", n_jobs=count, **options)
    return backend


def dismiss() -> None:
    """End the processes at once. Whatever they made has come back; what they remember is of no more use."""
    from joblib.externals.loky import get_reusable_executor

    get_reusable_executor(reuse=True).shutdown(wait=True, kill_workers=True)


def can_copy() -> bool:
    """Whether new processes can start as copies of this one: on Linux, as long as it has no other thread.

    Why: starting Python and loading libraries takes a process longer than a sheet does. macOS' own libraries do not
    bear it, Windows does not know it, and a copy of another thread's lock would never be opened.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def end_with(parent: int) -> None:
    """In a process beside, at its start: end it soon after the one that gives the orders, however that one ended.

    Why not by its pipes, as joblib does, and as Windows leaves it: copies hold both ends, and would wait for ever.
    """
    if sys.platform != "win32":
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(GLANCE)
    os.kill(os.getpid(), signal.SIGKILL)


def _choose_start() -> None:
    """Say how the next processes start; those that are there already stay as they are."""
    from joblib.externals.loky.backend import context

    if not can_copy():
        context.set_start_method("loky", force=True)
        return
    with collector_paused():
        from terrinclus_publish import pdf, web, word  # noqa: F401
        from terrinclus_publish.build import work  # noqa: F401

    gc.freeze()  # what all copies share is looked at for garbage by none of them (gc.freeze in Python's library)
    # That copies are not safe beside threads, which ``can_copy`` sees to.
    warnings.filterwarnings("ignore", "`fork` start method", UserWarning)
    context.set_start_method("fork", force=True)
