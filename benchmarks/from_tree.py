"""One measured run of ours, in a process of its own: a composed guide to its PDF.

``python -m benchmarks.from_tree COLLECTION``; ``prepare`` has left the tree in the collection.
"""

import pickle
import sys
import time
from pathlib import Path

from lxml import etree

from benchmarks.names import METADATA, OURS, TREE
from benchmarks.report import say
from terrinclus_publish import pdf
from terrinclus_publish.collection import Collection
from terrinclus_publish.theme import load_theme


def main(folder: Path) -> None:
    """Time the way from the tree to the file."""
    collection = Collection(folder)
    theme = load_theme(collection)
    metadata = pickle.loads((folder / METADATA).read_bytes())
    tree = etree.fromstring((folder / TREE).read_bytes(), etree.XMLParser(huge_tree=True))
    start = time.perf_counter()
    (folder / OURS).write_bytes(pdf.render(tree, metadata, theme, collection))
    say(in_process=time.perf_counter() - start)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
