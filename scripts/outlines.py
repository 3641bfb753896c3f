"""Draw the borders of municipalities as SVG paths, small enough to be part of a page.

Used by reference_data.py. The borders are simplified together, so that neighbours still meet.
Coordinates are whole numbers, each path relative to its own first point: that compresses best.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import numpy
import shapely
from pyproj import Transformer

# Longitude and latitude to SWEREF 99 TM, Sweden's own projection, in metres.
_PROJECTED = Transformer.from_crs(4326, 3006, always_xy=True)
STOCKHOLM = "01"


class Canvas(NamedTuple):
    """A map: metres a unit, and how far (in metres) a border may move when it is simplified."""

    unit: int
    tolerance: int


# The whole country is some 430 units wide, and Stockholm's county some 250.
COUNTRY, COUNTY = Canvas(1500, 1000), Canvas(400, 150)
# The country's outline alone, for a page that shows few municipalities.
LAND_TOLERANCE = 4000
LAND = "SE"


def rows(areas: dict[str, shapely.Geometry]) -> list[list[str]]:
    """Make the rows of map.csv from municipality code -> area (longitude, latitude).

    A row is a code, a path on the map of the country and one on the map of Stockholm's county, ""
    outside it. The first row is the country's outline.
    """
    codes = sorted(areas)
    projected = [shapely.transform(areas[code], _project) for code in codes]
    country = _paths(projected, COUNTRY)
    land = shapely.union_all(projected).simplify(LAND_TOLERANCE)
    left, _, _, top = shapely.total_bounds(projected)
    outline = _path(land, COUNTRY.unit, left, top)
    of_county = [code for code in codes if code.startswith(STOCKHOLM)]
    inset = _paths([projected[codes.index(code)] for code in of_county], COUNTY)
    larger = dict(zip(of_county, inset, strict=True))
    return [[LAND, outline, ""]] + [
        [code, path, larger.get(code, "")] for code, path in zip(codes, country, strict=True)
    ]


def _project(points: numpy.ndarray) -> numpy.ndarray:
    return numpy.column_stack(_PROJECTED.transform(points[:, 0], points[:, 1]))


def _paths(areas: list[shapely.Geometry], canvas: Canvas) -> list[str]:
    """Return a path for each area, on a canvas that they fill together, north at the top."""
    left, _, _, top = shapely.total_bounds(areas)
    simplified = shapely.coverage_simplify(areas, canvas.tolerance)
    return [_path(area, canvas.unit, left, top) for area in simplified]


def _path(area: shapely.Geometry, unit: int, left: float, top: float) -> str:
    rings = [
        ring
        for polygon in shapely.get_parts(area)
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    return "".join(_ring(ring.coords[:-1], unit, left, top) for ring in rings)


def _ring(points: Iterable[tuple[float, float]], unit: int, left: float, top: float) -> str:
    """Return a closed ring, or "" where it is too small to be visible."""
    rounded: list[tuple[int, int]] = []
    for x, y in points:
        point = (round((x - left) / unit), round((top - y) / unit))
        if not rounded or point != rounded[-1]:
            rounded.append(point)
    if len(rounded) < 3:
        return ""
    steps = [f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(rounded)]
    return f"M{rounded[0][0]} {rounded[0][1]}l{' '.join(steps).replace(' -', '-')}z"
