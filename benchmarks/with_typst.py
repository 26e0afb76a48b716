"""One measured run of Typst, in a process of its own: the source that ``prepare`` made to its PDF.

``python -m benchmarks.with_typst COLLECTION``. As strict as ours: PDF/UA-1, PDF/A-2a, the theme's font files alone.
"""

import sys
import time
from pathlib import Path

import typst

from benchmarks.names import FONTS, SOURCE, TYPSTS
from benchmarks.report import say


def main(folder: Path) -> None:
    """Time the call of ``typst.compile``."""
    start, busy = time.perf_counter(), time.process_time()
    typst.compile(
        folder / SOURCE,
        output=folder / TYPSTS,
        root=folder,
        font_paths=[folder / FONTS],
        ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-2a"],
    )
    say(in_process=time.perf_counter() - start, busy=time.process_time() - busy)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
