"""A build that is killed at any moment leaves whole files, and the next one makes everything right."""

import io
import random
import subprocess
import sys
import time
import zipfile

import pikepdf
import pytest
from fuzz_lengths import runs
from wishes import contents

MOMENTS = runs(4, 50)


def command(example, *more):
    return [sys.executable, "-m", "terrinclus_publish", "build", "--collection", str(example.root), *more]


def is_whole(name, content):
    """Whether a document can be read to its end."""
    if name.endswith(".pdf"):
        with pikepdf.open(io.BytesIO(content)) as document:
            return content.endswith(b"%%EOF\n") and len(document.pages) > 0
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return package.testzip() is None
    return content.endswith(b"</html>\n")


@pytest.mark.parametrize("processes", ["1", "2"])
def test_every_file_is_whole_and_the_next_build_is_right(example, processes):
    start = time.monotonic()
    subprocess.run(command(example, "--processus", processes), check=True, capture_output=True)
    seconds = time.monotonic() - start
    right, source = contents(example.output), random.Random(int(processes))
    for _ in range(MOMENTS // 2):
        with subprocess.Popen(
            command(example, "--tout", "--processus", processes), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as build:
            time.sleep(source.uniform(0, seconds))
            build.kill()
        documents = {name: content for name, content in contents(example.output).items() if not name.endswith(".tmp")}
        assert [name for name, content in documents.items() if not is_whole(name, content)] == []
        for name in source.sample(sorted(documents), 2):
            (example.output / name).unlink()
        subprocess.run(command(example, "--processus", processes), check=True, capture_output=True)
        assert contents(example.output) == right
