"""Colour spaces and colours as preflight sees them (ISO 32000-1, 8.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import pikepdf


class Family(Enum):
    """What a colour is made of on paper."""

    GREY = "gris"
    RGB = "RVB"
    CMYK = "CMJN"
    SPOT = "ton direct"
    OTHER = "autre"
    PATTERN = "motif"


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: its family, how many components, the names of its spot inks, what an index looks up."""

    family: Family
    size: int = 1
    inks: tuple[str, ...] = ()
    is_indexed: bool = False


GREY, RGB, CMYK = Space(Family.GREY, 1), Space(Family.RGB, 3), Space(Family.CMYK, 4)
NAMES = {
    "/DeviceGray": GREY,
    "/G": GREY,
    "/CalGray": GREY,
    "/DeviceRGB": RGB,
    "/RGB": RGB,
    "/CalRGB": RGB,
    "/DeviceCMYK": CMYK,
    "/CMYK": CMYK,
    "/Pattern": Space(Family.PATTERN, 0),
    "/Lab": Space(Family.OTHER, 3),
}
BY_SIZE = {1: GREY, 3: RGB, 4: CMYK}
DEEPEST = 4
"""Spaces inside spaces that are followed."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour, components 0 to 1."""

    space: Space
    values: tuple[float, ...] = ()

    @property
    def ink(self) -> float:
        """All process inks together, per cent; 0 where the space does not say."""
        if self.space.family is Family.CMYK and not self.space.is_indexed:
            return sum(self.values) * 100
        return 0.0

    @property
    def is_white(self) -> bool:
        """No ink at all."""
        family = self.space.family
        if family is Family.CMYK:
            return bool(self.values) and not any(self.values)
        return family in (Family.GREY, Family.RGB) and all(value >= 0.999 for value in self.values)

    @property
    def is_pure_black(self) -> bool:
        """Black ink alone, all of it."""
        return (self.space is CMYK and self.values == (0, 0, 0, 1)) or (self.space is GREY and self.values == (0,))

    @property
    def is_rich_black(self) -> bool:
        """A black of several inks: nearly all black with others, or the three others that stand for it."""
        if self.space.family is not Family.CMYK or len(self.values) != 4:
            return False
        cyan, magenta, yellow, black = self.values
        others = cyan + magenta + yellow
        return (black >= 0.8 and others >= 0.2) or min(cyan, magenta, yellow) >= 0.85

    def __str__(self) -> str:
        values = " ".join(f"{value * 100:.0f}" for value in self.values)
        return f"{self.space.family.value} {values}".strip()


def space_of(item: Any, resources: Any, depth: int = 0) -> Space:  # noqa: ANN401
    """The colour space that a name or an array describes."""
    if isinstance(item, pikepdf.Name):
        name = str(item)
        named = (resources or {}).get("/ColorSpace", {})
        if name in NAMES:
            return NAMES[name]
        return space_of(named[name], resources, depth + 1) if name in named and depth < DEEPEST else _OTHER
    if not isinstance(item, pikepdf.Array) or not len(item) or depth > DEEPEST:
        return _OTHER
    return _described(str(item[0]), item, resources, depth)


def _described(kind: str, item: Any, resources: Any, depth: int) -> Space:  # noqa: ANN401
    if kind == "/ICCBased":
        return BY_SIZE.get(int(item[1].get("/N", 0)), _OTHER)
    if kind in ("/Indexed", "/I"):
        base = space_of(item[1], resources, depth + 1)
        return Space(base.family, 1, base.inks, True)
    if kind == "/Separation":
        return Space(Family.SPOT, 1, (str(item[1]).lstrip("/"),))
    if kind == "/DeviceN":
        return Space(Family.SPOT, len(item[1]), tuple(str(name).lstrip("/") for name in item[1]))
    return NAMES.get(kind, _OTHER)


def components(operands: Sequence[Any]) -> tuple[float, ...]:
    """The numbers among operands."""
    return tuple(float(value) for value in operands if not isinstance(value, pikepdf.Name))


_OTHER = Space(Family.OTHER, 1)
ALL_PLATES = "All"
"""The ink of marks."""
PROCESS_INKS = frozenset({"Cyan", "Magenta", "Yellow", "Black", "None", ALL_PLATES})
