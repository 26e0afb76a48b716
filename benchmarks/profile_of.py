"""Where our time goes: samples of the stack while a composed guide becomes a PDF.

``python -m benchmarks.profile_of COLLECTION`` prints JSON: shares of the time by module, libraries counted under the
module of ours that calls them, and by step. Why not cProfile: it makes every call slower, so small functions look dear.
"""

import json
import pickle
import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

from lxml import etree

from benchmarks.names import METADATA, TREE
from terrinclus_publish import pdf
from terrinclus_publish.collection import Collection
from terrinclus_publish.theme import load_theme

INTERVAL = 0.001
"""Seconds between samples."""
PACKAGE = "/terrinclus_publish/"


class Sampler:
    """Counts where the program is, at each tick of a clock.

    Why the clock of the wall: that of the processor's time ticks only every 4 ms on common kernels (setitimer(2)).
    """

    def __init__(self) -> None:
        self.ticks = 0
        self.functions: Counter[str] = Counter()
        """By the innermost function of ours."""
        self.stages: Counter[str] = Counter()
        """By every function of ours on the stack."""

    def __enter__(self) -> "Sampler":
        signal.signal(signal.SIGALRM, self._tick)
        signal.setitimer(signal.ITIMER_REAL, INTERVAL, INTERVAL)
        return self

    def __exit__(self, *error: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _tick(self, _: int, frame: FrameType | None) -> None:
        self.ticks += 1
        stack = []
        while frame is not None:
            if PACKAGE in frame.f_code.co_filename:
                module = frame.f_code.co_filename.split(PACKAGE)[1]
                stack.append(f"{module}: {frame.f_code.co_qualname}")
            frame = frame.f_back
        self.functions.update(stack[:1])
        self.stages.update(set(stack))


def main(folder: Path) -> None:
    """Sample one making of the PDF."""
    collection = Collection(folder)
    theme = load_theme(collection)
    metadata = pickle.loads((folder / METADATA).read_bytes())
    tree = etree.fromstring((folder / TREE).read_bytes(), etree.XMLParser(huge_tree=True))
    with Sampler() as sampler:
        pdf.render(tree, metadata, theme, collection)
    modules: Counter[str] = Counter()
    for function, ticks in sampler.functions.items():
        modules[function.split(":")[0]] += ticks
    shares = {
        name: {key: ticks / sampler.ticks for key, ticks in counter.most_common()}
        for name, counter in (("modules", modules), ("functions", sampler.functions), ("stages", sampler.stages))
    }
    json.dump(shares, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
