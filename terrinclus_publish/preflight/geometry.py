"""Matrices and boxes, as ISO 32000-1, 8.3 has them. Points."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
"""Left, foot, right, top."""
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
MM = 72 / 25.4


def matrix_of(operands: Sequence[Any]) -> Matrix:
    """Six operands as a matrix."""
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does ``inner``, then ``outer``."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def mapped(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """A point through a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def box_around(points: Iterable[tuple[float, float]]) -> Box:
    """The box around points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def mapped_box(box: Box, matrix: Matrix) -> Box:
    """The box around a box through a matrix."""
    left, foot, right, top = box
    return box_around(mapped(x, y, matrix) for x in (left, right) for y in (foot, top))


def lengths(matrix: Matrix) -> tuple[float, float]:
    """How long the unit's sides become."""
    a, b, c, d, _, _ = matrix
    return math.hypot(a, b), math.hypot(c, d)


def box_of(array: Any) -> Box:  # noqa: ANN401
    """A PDF rectangle, its corners in order."""
    x1, y1, x2, y2 = (float(value) for value in array)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def holds(outer: Box, inner: Box, slack: float = 0.05) -> bool:
    """Whether a box lies in another one, but for so many points."""
    low = outer[0] <= inner[0] + slack and outer[1] <= inner[1] + slack
    return low and outer[2] >= inner[2] - slack and outer[3] >= inner[3] - slack


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def grown(box: Box, by: float) -> Box:
    """A box larger on each side (smaller, when negative)."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by
