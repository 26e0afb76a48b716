"""``python -m benchmarks.word_files``: Word files of all sheets and of their guide, beside pandoc's of the guide.

The processor time of fresh processes, in turns; the table goes into docs/performance.md. Pandoc (PyPI
``pypandoc_binary``) reads the guide's tree as HTML, and writes a contents; it numbers no page and draws no picture.
"""

import argparse
import pickle
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pypandoc
from lxml import etree

from benchmarks.composing import compose_documents
from benchmarks.machine import describe_machine
from benchmarks.measure import ROOT, Case, Result, run_interleaved
from benchmarks.names import METADATA
from terrinclus_publish.collection import Collection
from terrinclus_publish.tree import Element

PAGE = ROOT / "docs" / "performance.md"
START, END = "<!-- bench word -->", "<!-- /bench word -->"
SOURCE = "guide.html"
BAR = 1.0


def main() -> None:
    """Prepare, measure, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with TemporaryDirectory(prefix="bench-") as name:
        work = Path(name)
        prepare(ROOT, work)
        results = run_interleaved(dict.fromkeys(cases(work), runs), lambda line: print(line, file=sys.stderr))
    text = f"{describe_machine(0)}. Medians of {runs} runs (least–most).\n\n{table(results)}"
    print(text)
    _write(text)


def prepare(root: Path, work: Path) -> None:
    """Compose every document of a collection, and leave the trees where the measured processes find them."""
    shutil.copytree(root / "sheets", work / "sheets")
    documents = compose_documents(Collection(root))
    for name, (tree, _) in documents.items():
        (work / f"{name}.xml").write_bytes(etree.tostring(tree, encoding="utf-8"))
    (work / METADATA).write_bytes(pickle.dumps({name: metadata for name, (_, metadata) in documents.items()}))
    (work / SOURCE).write_bytes(page(documents["guide"][0]))


def page(tree: Element) -> bytes:
    """A tree as a web page that pandoc reads."""
    body = etree.tostring(tree, encoding="utf-8", method="html")
    return b'<!doctype html><html lang="fr"><head><title>Guide</title></head><body>' + body + b"</body></html>"


def cases(work: Path) -> list[Case]:
    """Ours and pandoc's."""
    pandoc = (pypandoc.get_pandoc_path(), "--from=html", "--to=docx", "--toc", f"--resource-path={work / 'sheets'}")
    return [
        Case("ours", (sys.executable, "-m", "benchmarks.word_from_tree", work)),
        Case("pandoc", (*pandoc, f"--output={work / 'pandoc.docx'}", work / SOURCE)),
    ]


def table(results: dict[str, Result]) -> str:
    """Processor time of both, their ratio, and whether the bar is met."""
    ours, pandoc = results["ours"], results["pandoc"]
    ratio = ours.median("processor") / pandoc.median("processor")
    met = "met" if ratio <= BAR else "**not met**"
    rows = [
        "| figure | ours | pandoc | ours / pandoc | bar |  |",
        "| --- | --- | --- | --- | --- | --- |",
        f"| all sheets and the guide; pandoc: the guide, processor time | {_seconds(ours, 'processor')} | "
        f"{_seconds(pandoc, 'processor')} | {ratio:.2f} | ≤ {BAR} | {met} |",
        f"| of it, from trees to files, once Python has started | {_seconds(ours, 'in_process')} | | | | |",
    ]
    return "\n".join(rows)


def _seconds(result: Result, figure: str) -> str:
    least, most = result.spread(figure)
    return f"{result.median(figure):.2f} s ({least:.2f}–{most:.2f})"


def _write(text: str) -> None:
    page = PAGE.read_text("utf-8")
    head, _, rest = page.partition(START)
    _, _, tail = rest.partition(END)
    PAGE.write_text(f"{head}{START}\n{text}\n{END}{tail}", "utf-8")


if __name__ == "__main__":
    main()
