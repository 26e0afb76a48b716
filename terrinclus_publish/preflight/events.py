"""What a page paints, one event for each operator that leaves something on paper. Points of the page's own space."""

from dataclasses import dataclass
from typing import Any

from terrinclus_publish.preflight.colour import Colour, Space
from terrinclus_publish.preflight.geometry import Box


@dataclass(frozen=True, slots=True)
class Filled:
    """An area that is filled."""

    colour: Colour
    box: Box
    overprints: bool
    thinnest: float
    """Of the rectangles in it, points; infinite where it has none."""


@dataclass(frozen=True, slots=True)
class Stroked:
    """A line."""

    colour: Colour
    box: Box
    overprints: bool
    width: float


@dataclass(frozen=True, slots=True)
class Shown:
    """A text."""

    colour: Colour
    box: Box
    overprints: bool
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture; ``across`` and ``up`` are its printed size, points. ``space`` is None for a stencil."""

    space: Space | None
    colour: Colour
    box: Box
    across: float
    up: float
    columns: int
    rows: int
    bits: int
    image: Any
    name: str


@dataclass(frozen=True, slots=True)
class Shaded:
    """A gradient."""

    space: Space


@dataclass(frozen=True, slots=True)
class FontUsed:
    """A font is chosen."""

    font: Any


@dataclass(frozen=True, slots=True)
class Transparent:
    """Something lets through what is under it; ``how`` names it."""

    how: str


@dataclass(frozen=True, slots=True)
class Broken:
    """What could not be read."""

    code: str
    why: str


Event = Filled | Stroked | Shown | Pictured | Shaded | FontUsed | Transparent | Broken
