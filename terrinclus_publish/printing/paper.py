"""Paper and binding: how thick a leaf is, how wide a spine, which binding suits how many pages."""

import re
from dataclasses import dataclass
from enum import StrEnum

from terrinclus_publish.theme import Printing

_WEIGHT = re.compile(r"(\d{2,3}) ?g?(?:/m²)?")
_THICKNESS = re.compile(r"(\d+(?:[.,]\d+)?) ?(mm|µm|um)")
LIGHTEST, HEAVIEST = 40, 400
"""Grams a square metre."""


class Binding(StrEnum):
    """How the leaves are held; the words of the command."""

    STAPLED = "pique"
    GLUED = "dos-carre"
    SPIRAL = "spirale"


class StockError(ValueError):
    """The paper is not told as its weight or as its thickness."""


@dataclass(frozen=True)
class Stock:
    """A paper: the thickness of a leaf, millimetres."""

    thickness: float

    def spine(self, pages: int, binding: Binding) -> float:
        """The spine's width in millimetres: one leaf for two pages. Stapled copies have a fold, spirals have none."""
        return self.thickness * pages / 2 if binding is Binding.GLUED else 0.0


def parse_stock(text: str, printing: Printing) -> Stock:
    """``90g`` (at the theme's bulk), or the leaf's own thickness, ``0,11 mm`` or ``110 µm``. Raises StockError."""
    plain = text.strip().lower()
    if match := _THICKNESS.fullmatch(plain):
        value = float(match[1].replace(",", "."))
        thickness = value if match[2] == "mm" else value / 1000
        if 0.03 <= thickness <= 1:
            return Stock(thickness)
    elif match := _WEIGHT.fullmatch(plain):
        weight = int(match[1])
        if LIGHTEST <= weight <= HEAVIEST:
            return Stock(weight * printing.main / 1000)
    raise StockError(text)


def usual_binding(pages: int, printing: Printing) -> Binding:
    """Stapled as long as one signature holds the pages, glued above."""
    return Binding.STAPLED if pages <= printing.cahier else Binding.GLUED
