"""``python -m benchmarks.collections``: builds of whole collections, cold, up to date, after an edit, on processes.

Prints the table, and writes it in docs/performance.md.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.copies import repeat_sheets
from benchmarks.measure import ROOT, Case, Result, run_interleaved
from benchmarks.names import MEMORY
from benchmarks.run import EDITED, PAGE, edit_sheet

START, END = "<!-- collections -->", "<!-- /collections -->"
FEW, MANY = 120, 1200
USER = "user"
"""The folder that stands for the user's own, where templates as code and drawings are kept."""
COLD_BAR, NOTHING_BAR, EDIT_BAR, GROWTH_BAR, MEMORY_BAR, CLUSTER_BAR = 0.65, 0.3, 0.35, 10.5, 1.3, 1.3


def main() -> None:
    """Prepare, measure, and show."""
    options = _options()
    load = os.getloadavg()[0]
    with TemporaryDirectory(prefix="bench-") as name:
        work = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(work / USER)
        shutil.copytree(ROOT / "sheets", work / "guide" / "sheets")
        results = run_interleaved(_guide_cases(work / "guide", options.runs), _tell)
        results |= _of_many(work, options)
    text = write_table(results, load, options)
    print(text)
    _write(text)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="runs of each kind on the guide (5)")
    parser.add_argument("--sheets", type=int, nargs=2, default=(FEW, MANY), help="sheets of the large collections")
    return parser.parse_args()


def _guide_cases(folder: Path, runs: int) -> dict[Case, int]:
    """The twelve sheets and their guide: cold, with nothing changed, with one sheet edited."""
    numbers = count(1)
    sheet = folder / "sheets" / f"{EDITED}.yaml"

    def cold(processes: int) -> Case:
        return Case(f"cold, {processes}", build(folder, "--processus", processes), partial(forget, folder))

    def edited(name: str, *words: object) -> Case:
        return Case(name, build(folder, *words), lambda: edit_sheet(sheet, next(numbers)))

    cases = [
        Case("click", (sys.executable, "-c", "import click")),
        cold(1),
        edited("edited, 1", "--processus", 1),
        cold(2),
        Case("nothing", build(folder)),
        edited("edited", *()),
    ]
    return dict.fromkeys(cases, runs)


def _of_many(work: Path, options: argparse.Namespace) -> dict[str, Result]:
    """Sheets alone, without a guide of them all: with joblib's processes, then on a cluster."""
    cases = {}
    for sheets in options.sheets:
        folder = work / str(sheets)
        repeat_sheets(ROOT, folder, sheets)
        case = Case(f"{sheets}", build(folder, "--processus", 2, command="render"), partial(forget, folder))
        cases[case] = 1
    with _cluster() as address:
        folder = work / str(max(options.sheets))
        words = build(folder, "--processus", 2, "--dask", address, command="render")
        cases[Case("cluster", words, partial(forget, folder))] = 1
        return run_interleaved(cases, _tell)


def build(folder: Path, *words: object, command: str = "build") -> tuple[str | Path, ...]:
    """The command line of a measured build."""
    program = (sys.executable, "-m", "benchmarks.building", command)
    return (*program, *map(str, words), "--collection", folder)


def forget(folder: Path) -> None:
    """Leave nothing of the last build: neither files, nor memory, nor what the user's folder keeps."""
    for place in (folder / MEMORY, folder / "output", folder.parent / USER):
        shutil.rmtree(place, ignore_errors=True)


@contextmanager
def _cluster() -> Iterator[str]:
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.cluster"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None or process.stdin is None:
            raise RuntimeError(command)
        yield process.stdout.readline().strip()
        process.stdin.close()


def write_table(results: Mapping[str, Result], load: float, options: argparse.Namespace) -> str:
    """Each figure, its bar, and whether it is met."""
    few, many = options.sheets

    def wall(name: str) -> float:
        return results[name].median("whole")

    nothing = wall("nothing") - wall("click")
    growth = wall(str(many)) / wall(str(few))
    memory = results[str(many)].median("own_memory") / results[str(few)].median("own_memory")
    rows = [
        _row("everything, cold, 2 processes / 1", wall("cold, 2") / wall("cold, 1"), COLD_BAR),
        f"| everything, cold, 2 processes (1) | {wall('cold, 2'):.2f} s ({wall('cold, 1'):.2f} s) | aim: 3 s | |",
        _row("nothing changed, seconds over the bare start of Python with click", nothing, NOTHING_BAR),
        _row("one sheet edited / cold, as built unless told", wall("edited") / wall("cold, 2"), EDIT_BAR),
        _row("one sheet edited / cold, both in 1 process", wall("edited, 1") / wall("cold, 1"), EDIT_BAR),
        _row(f"{many} sheets / {few}, time ({wall(str(many)):.0f} s)", growth, GROWTH_BAR * many / few / 10),
        _row(f"{many} sheets / {few}, peak memory of the main process", memory, MEMORY_BAR),
        _row(f"{many} sheets, Dask with 2 workers / joblib with 2", wall("cluster") / wall(str(many)), CLUSTER_BAR),
    ]
    head = f"Medians of {options.runs} runs, one for large collections; load {load:.1f} before the first run.\n\n"
    return head + "\n".join(["| figure | measured | bar | |", "| --- | --- | --- | --- |", *rows])


def _row(name: str, value: float, bar: float) -> str:
    return f"| {name} | {value:.2f} | ≤ {bar:g} | {'met' if value <= bar else '**not met**'} |"


def _write(text: str) -> None:
    """Put the table between its marks in the page."""
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{START}\n{text}\n{END}{after}", "utf-8")


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
