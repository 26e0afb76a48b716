"""Which pages stand where on sheets that are folded: arithmetic alone. Pages count from 1.

In a saddle-stitched signature of N pages, sheet k (from 1, the outermost) bears N−2k+2 and 2k−1 on its front, 2k and
N−2k+1 on its back.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

FOLDED = 4
"""Pages on a sheet that is folded once."""


@dataclass(frozen=True)
class Side:
    """One side of a sheet: the pages at its left and right, and how many sheets are wrapped around it."""

    left: int
    right: int
    depth: int


def signatures(pages: int, most: int) -> list[int]:
    """The pages of each signature: as few of them as ``most`` pages allow, all as thick as can be.

    ``pages`` is filled up to a multiple of four; so is ``most``, downwards.
    """
    sheets = math.ceil(pages / FOLDED)
    count = math.ceil(sheets / max(1, most // FOLDED))
    least, more = divmod(sheets, count)
    return [(least + (1 if place < more else 0)) * FOLDED for place in range(count)]


def sides(pages: int, most: int) -> Iterator[Side]:
    """The sides of all sheets, front and back in turn, signature after signature, the outermost sheet first."""
    before = 0
    for size in signatures(pages, most):
        for k in range(1, size // FOLDED + 1):
            yield Side(before + size - 2 * k + 2, before + 2 * k - 1, k - 1)
            yield Side(before + 2 * k, before + size - 2 * k + 1, k - 1)
        before += size
