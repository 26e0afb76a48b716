"""One measured run of ours, in a process of its own: a collection's sheets to the PDF of its guide.

``python -m benchmarks.from_yaml COLLECTION``. The renderer is imported beforehand, as Typst is in its own runs.
"""

import sys
import time
from pathlib import Path

from benchmarks.composing import compose_guide
from benchmarks.names import OURS
from benchmarks.report import say
from terrinclus_publish import pdf
from terrinclus_publish.collection import Collection
from terrinclus_publish.theme import load_theme


def main(folder: Path) -> None:
    """Time the whole way, and within it the way from the tree to the file."""
    collection = Collection(folder)
    start, busy = time.perf_counter(), time.process_time()
    tree, metadata = compose_guide(collection)
    theme = load_theme(collection)
    composed = time.perf_counter()
    (folder / OURS).write_bytes(pdf.render(tree, metadata, theme, collection))
    end = time.perf_counter()
    say(in_process=end - composed, from_yaml=end - start, busy=time.process_time() - busy)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
