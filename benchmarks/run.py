"""``python -m benchmarks.run``: measures all in one run, prints the tables, and writes them in docs/performance.md."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.copies import SETTINGS
from benchmarks.machine import describe_machine
from benchmarks.measure import ROOT, Case, Result, run_interleaved
from benchmarks.names import MEMORY, OURS, TYPSTS
from benchmarks.sameness import same_bytes
from benchmarks.table import GOAL, Findings, write_tables

PAGE = ROOT / "docs" / "performance.md"
START, END = "<!-- bench -->", "<!-- /bench -->"
SHEETS = (1, 12, 120, 1200)
LARGE = 1000
"""Sheets from which a run takes minutes, and is made fewer times."""
EDITED = "aude"


def main() -> None:
    """Prepare, measure, and show."""
    options = _options()
    load = os.getloadavg()[0]
    with TemporaryDirectory(prefix="bench-") as name:
        work = Path(name)
        _tell("preparing…")
        _child("prepare", ROOT, work, *options.sheets)
        results = run_interleaved(cases(work, options), _tell)
        findings = _findings(work, results, options.sheets)
    text = f"{describe_machine(load)}. Medians of {options.runs} runs (least–most).\n\n{write_tables(findings)}"
    print(text)
    _write(text)


def cases(work: Path, options: argparse.Namespace) -> dict[Case, int]:
    """What is run, and how many times; ours and Typst's of each kind stand side by side."""
    numbers = count(1)
    found = {
        Case(
            "edited: render",
            _terrinclus("render", EDITED, work / "edited"),
            lambda: edit_sheet(work / "edited" / "sheets" / f"{EDITED}.yaml", next(numbers)),
        ): options.runs
    }
    for setting in SETTINGS:
        folder = work / setting
        found[_measured(f"{setting}: tree", "from_tree", folder)] = options.runs
        found[_measured(f"{setting}: typst", "with_typst", folder)] = options.runs
        command = _terrinclus("guide", "--format=pdf", folder)
        found[Case(f"{setting}: yaml", command, partial(_forget, folder))] = options.runs
    for sheets in options.sheets:
        times = options.large_runs if sheets >= LARGE else options.runs
        found[_measured(f"{sheets}: yaml", "from_yaml", work / str(sheets))] = times
        found[_measured(f"{sheets}: typst", "with_typst", work / str(sheets))] = times
    return found


def edit_sheet(file: Path, number: int) -> None:
    """Write a sentence into a sheet, another one each time."""
    text = file.read_text("utf-8")
    edited = text.replace("genese: |\n    ", f"genese: |\n    Relecture numéro {number}. ", 1)
    if edited == text:
        raise ValueError(f"{file.name}: no field to edit")
    file.write_text(edited, "utf-8")


def _forget(folder: Path) -> None:
    """Leave nothing of the last run: neither what it made nor what it remembered."""
    for name in (MEMORY, "output"):
        shutil.rmtree(folder / name, ignore_errors=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="runs of each kind (7)")
    parser.add_argument("--large-runs", type=int, default=3, help=f"runs of {LARGE} sheets and more (3)")
    parser.add_argument("--sheets", type=int, nargs="*", default=SHEETS, help="how many sheets (1 12 120 1200)")
    return parser.parse_args()


def _measured(name: str, child: str, folder: Path) -> Case:
    return Case(name, (sys.executable, "-m", f"benchmarks.{child}", folder))


def _terrinclus(command: str, what: str, folder: Path) -> tuple[str | Path, ...]:
    program = (sys.executable, "-m", "terrinclus_publish", command, what)
    return (*program, "--collection", folder, "--output", folder / "output")


def _findings(work: Path, results: dict[str, Result], sheets: tuple[int, ...]) -> Findings:
    from benchmarks.sizes import size_without_pictures

    _tell("bytes…")
    ours, typsts = (size_without_pictures(work / "ragged" / name) for name in (OURS, TYPSTS))
    documents, differing = same_bytes(work / "ragged", work)
    slow = [name for name in SETTINGS if _ratio(results, name) > GOAL]
    profiles = {name: json.loads(_child("profile_of", work / name)) for name in slow}
    return Findings(results, sheets, ours, typsts, documents, differing, profiles)


def _ratio(results: dict[str, Result], setting: str) -> float:
    ours, typst = (results[f"{setting}: {maker}"].median("in_process") for maker in ("tree", "typst"))
    return ours / typst


def _child(module: str, *words: object) -> str:
    """Run a module of ours in a process of its own; what it prints."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *(str(word) for word in words)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT).stdout


def _write(text: str) -> None:
    """Put the figures between the marks of the page."""
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{START}\n{text}\n{END}{after}", "utf-8")


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
