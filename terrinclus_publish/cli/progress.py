"""What is being made, shown as it goes: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from terrinclus_publish.build import Event, Failed, Made, Started
from terrinclus_publish.cli.console import say, tell
from terrinclus_publish.cli.report import counted, fault_lines
from terrinclus_publish.faults import Fault

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Display(Protocol):
    """Where work is shown while it goes on."""

    def start(self, shown: str) -> None:
        """A file is being made."""

    def made(self, line: str) -> None:
        """It is made: a line that stays."""

    def failed(self) -> None:
        """It could not be made."""


class _Lines:
    """Elsewhere than on a terminal: the lines of what was made are enough."""

    def start(self, shown: str) -> None:
        pass

    def made(self, line: str) -> None:
        say(line)

    def failed(self) -> None:
        pass


class _Bar:
    """On a terminal: a bar under the lines."""

    def __init__(self, progress: "Progress", task: "TaskID") -> None:
        self._progress, self._task = progress, task

    def start(self, shown: str) -> None:
        self._progress.update(self._task, description=shown)

    def made(self, line: str) -> None:
        self._progress.advance(self._task)
        if sys.stdout.isatty():
            self._progress.console.print(line, markup=False, highlight=False)
        else:
            say(line)

    def failed(self) -> None:
        self._progress.advance(self._task)


@contextmanager
def _display(total: int) -> Iterator[Display]:
    """A progress bar when standard error is a terminal."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as progress:
        yield _Bar(progress, progress.add_task("", total=total))


def show(events: Iterator[Event], total: int, start: float) -> bool:
    """Show events to their end: each file with its size and time, then a count. True when none failed.

    ``total`` is how many files there will be; ``start`` is when the command began (``time.perf_counter``).
    """
    count, faults = 0, list[Fault]()
    with _display(total) as display:
        for event in events:
            match event:
                case Started():
                    display.start(event.shown)
                case Made():
                    count += 1
                    display.made(f"{event.shown} ({_size(event.size)}, {_seconds(event.seconds)})")
                case Failed():
                    faults.extend(event.faults)
                    display.failed()
    for fault in faults:
        tell(fault_lines(fault))
    say(f"{_made(count)} en {_seconds(time.perf_counter() - start)}.")
    return not faults


def _made(count: int) -> str:
    return f"{counted(count, 'document')} {'fabriqués' if count > 1 else 'fabriqué'}"


def _seconds(seconds: float) -> str:
    """A duration as French writes it: ``85 ms``, ``1,4 s``."""
    if seconds < 1:
        return f"{seconds * 1000:.0f}\u00a0ms"
    return f"{seconds:.1f}".replace(".", ",") + "\u00a0s"


def _size(size: int) -> str:
    return f"{max(size // 1024, 1)}\u00a0Ko" if size < 2**20 else f"{size / 2**20:.1f}".replace(".", ",") + "\u00a0Mo"
