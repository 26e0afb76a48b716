"""Makes terrinclus_publish/drawing/earth.json from npm's package « world-atlas » (Natural Earth, public domain).

Usage: python tools/earth.py FOLDER, where FOLDER holds land-110m.json and countries-50m.json.
The file keeps what the map draws: for each parallel, where there is land; for each country, its middle.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from babel.core import get_global

Point = tuple[float, float]
STEP, SOUTH, NORTH = 1.5, -57, 75
WIDEST = 200
"""Degrees: an island on the antimeridian looks as wide as the world."""
TARGET = Path(__file__).parent.parent / "terrinclus_publish" / "drawing" / "earth.json"


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a TopoJSON file in degrees: (longitude, latitude)."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        decoded.append(points)
    return decoded


def polygons_of(geometry: dict[str, Any], arcs: Sequence[Sequence[Point]]) -> Iterator[list[list[Point]]]:
    """The polygons of a geometry, each as its rings, the outer one first."""
    for inner in geometry.get("geometries", ()):
        yield from polygons_of(inner, arcs)
    groups = geometry.get("arcs", ())
    polygons = groups if geometry["type"] == "MultiPolygon" else [groups] if geometry["type"] == "Polygon" else []
    for polygon in polygons:
        yield [
            [point for index in ring for point in (arcs[index] if index >= 0 else arcs[~index][::-1])]
            for ring in polygon
        ]


def land_at(latitude: float, polygons: Sequence[Sequence[Sequence[Point]]]) -> list[list[float]]:
    """Where a parallel crosses land: pairs of longitudes, to a tenth of a degree."""
    spans: list[list[float]] = []
    for rings in polygons:
        crossings = sorted(x for ring in rings for x in _crossings(latitude, ring))
        pairs = zip(crossings[::2], crossings[1::2], strict=True)
        spans += [[round(left, 1), round(right, 1)] for left, right in pairs if 0.3 < right - left < WIDEST]
    return sorted(spans)


def _crossings(latitude: float, ring: Sequence[Point]) -> Iterator[float]:
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 <= latitude) != (y2 <= latitude):
            yield x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)


def middle(rings: Sequence[Sequence[Point]]) -> list[float]:
    """The centre of gravity of the largest ring: [latitude, longitude]."""
    return max((_gravity(ring) for ring in rings), key=lambda found: found[0])[1]


def _gravity(ring: Sequence[Point]) -> tuple[float, list[float]]:
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return abs(area), [round(y / (3 * area), 2), round(x / (3 * area), 2)] if area else [0.0, 0.0]


def main() -> None:
    """Write the file."""
    folder = Path(sys.argv[1])
    land = json.loads((folder / "land-110m.json").read_text("utf-8"))
    polygons = list(polygons_of(land["objects"]["land"], arcs_of(land)))
    count = round((NORTH - SOUTH) / STEP)
    rows = {f"{SOUTH + STEP * n:g}": land_at(SOUTH + STEP * n + 0.01, polygons) for n in range(count + 1)}
    world = json.loads((folder / "countries-50m.json").read_text("utf-8"))
    arcs, codes = arcs_of(world), get_global("territory_aliases")
    countries = {}
    for country in world["objects"]["countries"]["geometries"]:
        code = codes.get(str(country.get("id")))
        if code:
            countries[code[0]] = middle([rings[0] for rings in polygons_of(country, arcs)])
    source = (
        "Natural Earth (public domain), from npm's world-atlas 2.0.2 (land-110m, countries-50m); see tools/earth.py"
    )
    data = {"source": source, "step": STEP, "land": rows, "countries": dict(sorted(countries.items()))}
    TARGET.write_text(json.dumps(data, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
