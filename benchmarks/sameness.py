"""Same input, same bytes: every document made twice, and from a collection that stands elsewhere."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.measure import ROOT
from benchmarks.names import MEMORY


def same_bytes(collection: Path, work: Path) -> tuple[int, list[str]]:
    """How many documents there are, and which of them differ between two runs or two folders."""
    elsewhere = work / "un dossier" / "plus loin"
    shutil.copytree(collection, elsewhere)
    made = [
        _documents(folder, work / f"made {number}") for number, folder in enumerate((collection, collection, elsewhere))
    ]
    names = sorted(set().union(*made))
    return len(names), [name for name in names if len({documents.get(name) for documents in made}) > 1]


def _documents(collection: Path, output: Path) -> dict[str, str]:
    """Make everything; the digest of each document by name. Each run has its own seed of hashes, as Python does."""
    shutil.rmtree(collection / MEMORY, ignore_errors=True)
    for command in ("render", "guide"):
        subprocess.run(
            [sys.executable, "-m", "terrinclus_publish", command, "--collection", collection, "--output", output],
            check=True,
            capture_output=True,
            cwd=ROOT,
        )
    return {
        file.relative_to(output).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in output.rglob("*")
        if file.is_file()
    }
