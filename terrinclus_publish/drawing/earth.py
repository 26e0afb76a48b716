"""The map of the partnerships as plain geometry: land as weft threads, and the places to be shown on it.

Degrees in, the map's own unit out: the width is 1, y runs downwards.
"""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

MARGIN = 7.0
"""Degrees around the outermost places."""
STANDARD_PARALLEL = 35.0
"""Where the equirectangular projection keeps shapes."""
SOUTH, NORTH = -56.0, 74.0
"""Parallels between which the land is kept."""
LEAST_SPAN = 60.0
"""Degrees of longitude that the map shows at least."""
SPOT_STEP = 1.16
"""From one square to the next, as a share of a square's side."""


@dataclass(frozen=True, slots=True)
class Earth:
    """Land by parallel, as pairs of longitudes, and the middle of each country (ISO code): latitude, longitude."""

    step: float
    land: dict[float, list[tuple[float, float]]]
    countries: dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A square of the map: what it says, its dye's rank, and its place in degrees."""

    text: str
    teinte: int
    latitude: float
    longitude: float


def read_spots(text: str) -> list[Spot]:
    """Spots as the tree writes them: ``number,rank,latitude,longitude``, with a space between."""
    spots = []
    for written in text.split():
        number, rank, latitude, longitude = written.split(",")
        spots.append(Spot(number, int(rank), float(latitude), float(longitude)))
    return spots


@dataclass(frozen=True, slots=True)
class Home:
    """The home country's name and its place in degrees."""

    name: str
    latitude: float
    longitude: float


def read_home(text: str) -> Home | None:
    """The home country as the tree writes it: ``latitude,longitude,name``; None where it says none."""
    if not text:
        return None
    latitude, longitude, name = text.split(",", 2)
    return Home(name, float(latitude), float(longitude))


@lru_cache(maxsize=1)
def load_earth() -> Earth:
    """The earth as kept in ``earth.json`` (Natural Earth, public domain)."""
    data = json.loads(files("terrinclus_publish.drawing").joinpath("earth.json").read_text("utf-8"))
    land = {float(parallel): [(left, right) for left, right in spans] for parallel, spans in data["land"].items()}
    countries = {code: (place[0], place[1]) for code, place in data["countries"].items()}
    return Earth(data["step"], land, countries)


@dataclass(frozen=True, slots=True)
class View:
    """The part of the world that a map shows, in degrees."""

    west: float
    east: float
    south: float
    north: float

    @classmethod
    def around(cls, spots: Sequence[Spot]) -> "View":
        """The view that holds all spots, with a margin."""
        longitudes = [spot.longitude for spot in spots] or [0.0]
        latitudes = [spot.latitude for spot in spots] or [20.0]
        west, east = min(longitudes) - MARGIN, max(longitudes) + MARGIN
        lack = max(0.0, LEAST_SPAN - (east - west)) / 2
        south, north = max(min(latitudes) - MARGIN, SOUTH), min(max(latitudes) + MARGIN, NORTH)
        return cls(max(west - lack, -180), min(east + lack, 180), south, north)

    @property
    def height(self) -> float:
        """The map's height, its width being 1."""
        return (self.north - self.south) / self._degrees_wide

    @property
    def _degrees_wide(self) -> float:
        return (self.east - self.west) * math.cos(math.radians(STANDARD_PARALLEL))

    def shows(self, latitude: float, longitude: float) -> bool:
        """Whether a place is within the view."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east

    def x(self, longitude: float) -> float:
        """From the left edge."""
        return (longitude - self.west) / (self.east - self.west)

    def y(self, latitude: float) -> float:
        """From the upper edge."""
        return (self.north - latitude) / self._degrees_wide


def threads(view: View) -> Iterator[tuple[float, float, float]]:
    """The land's threads: left end, right end, height of their middle."""
    for parallel, spans in load_earth().land.items():
        if view.south <= parallel <= view.north:
            for west, east in spans:
                left, right = max(west, view.west), min(east, view.east)
                if right > left:
                    yield view.x(left), view.x(right), view.y(parallel)
