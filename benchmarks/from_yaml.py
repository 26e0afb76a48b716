"""One measured run of ours, in a process of its own: a collection's sheets to the PDF of its guide.

``python -m benchmarks.from_yaml COLLECTION``. The renderer is imported beforehand, as Typst is in its own runs.
"""

import sys
import time
from pathlib import Path

import terrinclus_publish.pdf  # noqa: F401
from benchmarks.report import say
from terrinclus_publish.build import Format, Made, make, plan_guide, review_guide
from terrinclus_publish.collection import Collection


def main(folder: Path) -> None:
    """Time the whole way, and within it the way from the tree to the file."""
    collection = Collection(folder)
    start, busy = time.perf_counter(), time.process_time()
    *_, made = make(collection, plan_guide(review_guide(collection), [Format.PDF], collection.output))
    if not isinstance(made, Made):
        raise RuntimeError(made)
    whole = time.perf_counter() - start
    say(in_process=made.seconds, from_yaml=whole, busy=time.process_time() - busy)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
