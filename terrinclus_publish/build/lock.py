"""One build at a time in a collection: a second one waits. A lock of a process that died holds nobody up.

The system keeps the lock on the file as it is open, and takes it back from a process that ends, however it ends.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from terrinclus_publish.build.cache import FOLDER
from terrinclus_publish.collection import Collection

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK = "verrou"


class BuildLock:
    """The lock of a collection's builds.

    Where no lock can be had (a read-only collection, a network drive without locks), builds go side by side: files are
    still written whole.
    """

    def __init__(self, collection: Collection) -> None:
        from filelock import FileLock

        self._folder = collection.root / FOLDER
        self._lock: BaseFileLock = FileLock(self._folder / LOCK)

    def is_free(self) -> bool:
        """Take the lock at once, if no other build has it."""
        from filelock import Timeout

        try:
            self._folder.mkdir(exist_ok=True)
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        except (OSError, NotImplementedError):
            return True
        return True

    def wait(self) -> None:
        """Take the lock when the other build has ended."""
        with suppress(OSError, NotImplementedError):
            self._lock.acquire()

    def release(self) -> None:
        """Let others build."""
        with suppress(OSError):
            self._lock.release()


@contextmanager
def released(lock: BuildLock) -> Iterator[None]:
    """Release a lock in the end, whatever happens."""
    try:
        yield
    finally:
        lock.release()
