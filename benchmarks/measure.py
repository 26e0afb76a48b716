"""Fresh processes, measured from outside: wall time, processor time and peak memory, beside what they say themselves.

The modules of the parent use the standard library alone: a child's peak counts the memory of the parent that forks it.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ``ru_maxrss`` (getrusage(2))."""


class RunFailedError(Exception):
    """A measured process ended badly; holds what it said."""


ROOT = Path(__file__).resolve().parents[1]
"""Where ``python -m`` finds the package and this one."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is run each time: a command, and what must be done before it, which is not measured."""

    name: str
    command: Sequence[str | Path]
    before: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Result:
    """The runs of a case: seconds and bytes by name (``whole``, ``processor``, ``memory``, and what children say)."""

    runs: tuple[Mapping[str, float], ...]

    def median(self, figure: str) -> float:
        """The middle one of the runs."""
        return median(run[figure] for run in self.runs)

    def spread(self, figure: str) -> tuple[float, float]:
        """The least and the most."""
        values = [run[figure] for run in self.runs]
        return min(values), max(values)


def run_interleaved(cases: Mapping[Case, int], tell: Callable[[str], None]) -> dict[str, Result]:
    """Run every case as many times as it says, in rounds of one run each, so that a slow minute slows them all."""
    runs: dict[str, list[Mapping[str, float]]] = {case.name: [] for case in cases}
    rounds = max(cases.values())
    for number in range(rounds):
        for case, times in cases.items():
            if number < times:
                runs[case.name].append(run(case))
        tell(f"{number + 1}/{rounds}")
    return {name: Result(tuple(done)) for name, done in runs.items()}


def run(case: Case) -> Mapping[str, float]:
    """One run in a fresh process. Raises RunFailedError."""
    case.before()
    with TemporaryFile() as said, TemporaryFile() as failed:
        start = time.perf_counter()
        command = [str(word) for word in case.command]
        process = subprocess.Popen(command, cwd=ROOT, env=_surroundings(), stdout=said, stderr=failed)
        _, status, usage = os.wait4(process.pid, 0)
        whole = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        failed.seek(0)
        if process.returncode != 0:
            raise RunFailedError(f"{case.name}\n{failed.read().decode()}")
        return {
            "whole": whole,
            "processor": usage.ru_utime + usage.ru_stime,
            "memory": usage.ru_maxrss * PEAK_UNIT,
            **_own_figures(said.read()),
        }


def _surroundings() -> dict[str, str]:
    """The variables of a child: an installed program has its modules compiled, whatever this machine's habit."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _own_figures(said: bytes) -> dict[str, float]:
    """What a child of ours says; other commands talk to people."""
    return dict(json.loads(said)) if said.startswith(b"{") else {}
