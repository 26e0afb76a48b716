"""What is measured, made beforehand in a process of its own: collections, their composed guides, their Typst sources.

``python -m benchmarks.prepare ROOT FOLDER COUNT…`` makes ``FOLDER/ragged``, ``FOLDER/justified``, ``FOLDER/edited``
(the guide once more, for ``terrinclus render``), and ``FOLDER/COUNT`` for each count of sheets.
"""

import pickle
import shutil
import sys
from pathlib import Path

from lxml import etree

from benchmarks.composing import compose_guide
from benchmarks.copies import SETTINGS, copy_guide, repeat_sheets
from benchmarks.names import FONTS, METADATA, SOURCE, TREE
from benchmarks.typst_source import to_typst
from benchmarks.typst_style import font_files
from terrinclus_publish.collection import Collection
from terrinclus_publish.theme import load_theme


def main(root: Path, folder: Path, counts: list[int]) -> None:
    """Make every collection that the runs need."""
    for setting in SETTINGS:
        copy_guide(root, folder / setting, setting)
        leave_sources(folder / setting)
    copy_guide(root, folder / "edited", "ragged")
    for count in counts:
        repeat_sheets(root, folder / str(count), count)
        leave_sources(folder / str(count))


def leave_sources(folder: Path) -> None:
    """Compose a collection's guide, and leave it there for ``from_tree`` and ``with_typst``."""
    collection = Collection(folder)
    tree, metadata = compose_guide(collection)
    theme = load_theme(collection)
    (folder / TREE).write_bytes(etree.tostring(tree, encoding="utf-8"))
    (folder / METADATA).write_bytes(pickle.dumps(metadata))
    (folder / SOURCE).write_text(to_typst(tree, metadata, theme), "utf-8")
    (folder / FONTS).mkdir()
    for file in font_files(theme, folder):
        shutil.copy(file, folder / FONTS)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [int(count) for count in sys.argv[3:]])
