"""What is being made, shown as it goes: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from terrinclus_publish.build import Event, Failed, Made, Planned, Waiting
from terrinclus_publish.cli.console import say, tell
from terrinclus_publish.cli.report import counted, fault_lines
from terrinclus_publish.faults import Fault

WAITING = "Une autre fabrication est en cours dans cette collection\u00a0: celle-ci attend qu'elle finisse"

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Display(Protocol):
    """Where work is shown while it goes on."""

    def planned(self, to_make: int) -> None:
        """That many files are to be made."""

    def made(self, line: str) -> None:
        """One is made: a line that stays."""

    def failed(self) -> None:
        """One could not be made."""


class _Lines:
    """Elsewhere than on a terminal: the lines of what was made are enough."""

    def planned(self, to_make: int) -> None:
        pass

    def made(self, line: str) -> None:
        say(line)

    def failed(self) -> None:
        pass


class _Bar:
    """On a terminal: a bar under the lines, with the time left."""

    def __init__(self, progress: "Progress", task: "TaskID") -> None:
        self._progress, self._task, self._failed = progress, task, 0

    def planned(self, to_make: int) -> None:
        self._progress.update(self._task, total=to_make, refresh=True)

    def made(self, line: str) -> None:
        self._progress.update(self._task, advance=1, refresh=True)
        if sys.stdout.isatty():
            self._progress.console.print(line, markup=False, highlight=False)
        else:
            say(line)

    def failed(self) -> None:
        self._failed += 1
        self._progress.update(self._task, advance=1, description=f"{self._failed} en échec", refresh=True)


@contextmanager
def _display() -> Iterator[Display]:
    """A progress bar when standard error is a terminal.

    Why it is drawn at events alone: by itself, it would need a thread, beside which no process can start as a copy.
    """
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    left = TimeRemainingColumn(compact=True, elapsed_when_finished=False)
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("reste"), left, TextColumn("{task.description}"))
    console = Console(stderr=True)
    progress = Progress(
        *columns, console=console, transient=True, auto_refresh=False, redirect_stdout=False, redirect_stderr=False
    )
    with progress:
        yield _Bar(progress, progress.add_task("", total=None))


@dataclass
class _Count:
    """How many files were made, were up to date, and could not be made."""

    made: int = 0
    up_to_date: int = 0
    failed: int = 0


def show(events: Iterator[Event], start: float) -> bool:
    """Show events to their end: each file with its size and time, then a count. True when none failed.

    ``start`` is when the command began (``time.perf_counter``).
    """
    count, faults = _Count(), list[Fault]()
    with _display() as display:
        for event in events:
            match event:
                case Waiting():
                    tell(f"{WAITING}.")
                case Planned():
                    count.up_to_date = event.up_to_date
                    display.planned(event.to_make)
                case Made():
                    count.made += 1
                    display.made(f"{event.shown} ({_size(event.size)}, {_seconds(event.seconds)})")
                case Failed():
                    count.failed += 1
                    faults.extend(event.faults)
                    display.failed()
    for fault in faults:
        tell(fault_lines(fault))
    say(f"{_summary(count)}{',' if count.failed else ''} en {_seconds(time.perf_counter() - start)}.")
    return not count.failed


def _summary(count: _Count) -> str:
    """``3 documents fabriqués, 35 à jour``; ``Tout est à jour (38 documents),`` where there was nothing to do."""
    if not count.made and not count.failed and count.up_to_date:
        return f"Tout est à jour ({counted(count.up_to_date, 'document')}), vérifié"
    parts = [f"{counted(count.made, 'document')} {'fabriqués' if count.made > 1 else 'fabriqué'}"]
    if count.up_to_date:
        parts.append(f"{count.up_to_date} à jour")
    if count.failed:
        parts.append(f"{count.failed} en échec")
    told = ", ".join(parts)
    return f"{told[:1].upper()}{told[1:]}"


def _seconds(seconds: float) -> str:
    """A duration as French writes it: ``85 ms``, ``1,4 s``."""
    if seconds < 1:
        return f"{seconds * 1000:.0f}\u00a0ms"
    return f"{seconds:.1f}".replace(".", ",") + "\u00a0s"


def _size(size: int) -> str:
    return f"{max(size // 1024, 1)}\u00a0Ko" if size < 2**20 else f"{size / 2**20:.1f}".replace(".", ",") + "\u00a0Mo"
