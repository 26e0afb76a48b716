"""Python's garbage collector, at rest while a document is made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Python's garbage collector at rest.

    Why: a document makes hundreds of thousands of small objects and lets none go before its end; looking for cycles
    among them takes a tenth of a guide's time, and two fifths of that of a thousand sheets.
    """
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()
