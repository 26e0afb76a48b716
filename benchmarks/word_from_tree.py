"""One measured run of ours, in a process of its own: composed sheets and their guide to Word files.

``python -m benchmarks.word_from_tree COLLECTION``; ``benchmarks.word_files`` has left the trees in the collection.
"""

import pickle
import sys
import time
from pathlib import Path

from lxml import etree

from benchmarks.names import METADATA
from benchmarks.report import say
from terrinclus_publish import word
from terrinclus_publish.collection import Collection
from terrinclus_publish.theme import load_theme


def main(folder: Path) -> None:
    """Time the way from the trees to the files."""
    collection = Collection(folder)
    theme = load_theme(collection)
    metadata = pickle.loads((folder / METADATA).read_bytes())
    parser = etree.XMLParser(huge_tree=True)
    trees = {name: etree.parse(folder / f"{name}.xml", parser).getroot() for name in metadata}
    start = time.process_time()
    for name, tree in trees.items():
        (folder / f"{name}.docx").write_bytes(word.render(tree, metadata[name], theme, collection))
    say(in_process=time.process_time() - start)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
