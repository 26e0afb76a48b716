"""Cloth: a weave drawn as plain rectangles, one for each visible float of a thread.

Warp column i passes over weft row j where ``dessin[j % rows][i % columns]`` is ``1``. A thread is cut where it dives,
half a gap before and after the other thread.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Float:
    """A visible piece of a thread: its rectangle from the cloth's top left corner, y downwards, and which thread."""

    x: float
    y: float
    width: float
    height: float
    warp: bool


@lru_cache(maxsize=256)
def weave(dessin: tuple[str, ...], columns: int, rows: int, pitch: float, gap: float) -> tuple[Float, ...]:
    """The floats of a cloth of ``columns`` × ``rows`` crossings; ``pitch`` in any unit, ``gap`` as a share of it.

    The cloth measures ``columns * pitch`` by ``rows * pitch``.
    """
    warp_over = [[dessin[j % len(dessin)][i % len(dessin[0])] == "1" for i in range(columns)] for j in range(rows)]
    inset = pitch * gap / 2
    thread = pitch - 2 * inset
    floats = []
    for i in range(columns):
        for start, end in _runs([warp_over[j][i] for j in range(rows)]):
            y = start * pitch + inset
            floats.append(Float(i * pitch + inset, y, thread, (end - start) * pitch - 2 * inset, True))
    for j in range(rows):
        for start, end in _runs([not over for over in warp_over[j]]):
            x = start * pitch + inset
            floats.append(Float(x, j * pitch + inset, (end - start) * pitch - 2 * inset, thread, False))
    return tuple(floats)


def _runs(visible: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Stretches of True, as (start, end)."""
    start = None
    for place, seen in enumerate([*visible, False]):
        if seen and start is None:
            start = place
        elif not seen and start is not None:
            yield start, place
            start = None
