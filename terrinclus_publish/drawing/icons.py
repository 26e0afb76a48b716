"""Icons of Font Awesome (free, « solid » series) as vector paths, from the files of the package ``fontawesomefree``."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path

from terrinclus_publish.drawing.iconfiles import icon_file

_VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_PATH = re.compile(r'\bd="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon: its view box, and its outline, y downwards as in SVG.

    Steps are ``("M", x, y)``, ``("L", x, y)``, ``("C", x1, y1, x2, y2, x, y)`` and ``("Z",)``.
    """

    name: str
    width: float
    height: float
    outline: tuple[tuple[Any, ...], ...]


class _Outline(BasePen):  # type: ignore[misc]
    """Collects an outline; quadratic curves become cubic ones in the base class."""

    def __init__(self) -> None:
        super().__init__(None)
        self.steps: list[tuple[Any, ...]] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.steps.append(("M", *pt))

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.steps.append(("L", *pt))

    def _curveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]) -> None:  # noqa: N802
        self.steps.append(("C", *pt1, *pt2, *pt3))

    def _closePath(self) -> None:  # noqa: N802
        self.steps.append(("Z",))


@lru_cache(maxsize=128)
def load_icon(name: str) -> Icon:
    """The icon of that name. Raises FileNotFoundError when the collection has none."""
    svg = icon_file(name).read_text("utf-8")
    box = _VIEW_BOX.search(svg)
    if box is None:
        raise FileNotFoundError(name)
    pen = _Outline()
    for outline in _PATH.findall(svg):
        parse_path(outline, pen)
    return Icon(name, float(box[1]), float(box[2]), tuple(pen.steps))
