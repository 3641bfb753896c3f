"""The map of who has a centre: shapes by what they show, for a template to draw.

A municipality has a centre of its own, shares one, or has none; each is drawn with a pattern of its
own, so that nobody needs to tell colours apart. Borders: data/map.csv (SCB, CC0).
"""

from dataclasses import dataclass
from typing import Literal

from centres.data.directory import Directory
from centres.data.geography import LAND, Municipality

Access = Literal["none", "shared", "own"]
# Drawn in this order, the last on top, where a pointer finds it.
ORDER: tuple[Access, ...] = ("none", "shared", "own")


@dataclass(frozen=True)
class Shape:
    """A municipality on a map: `path` is SVG path data; `stop`, whether the keyboard stops here.

    It does once for each municipality that has access, where the shape is largest; the others are
    in the table beside the map.
    """

    municipality: Municipality
    path: str
    stop: bool


@dataclass(frozen=True)
class Map:
    """A drawing `width` by `height` units, with lines `line` units wide.

    `shapes` lead somewhere, by what they show; `plain` are paths that do not.
    """

    width: int
    height: int
    line: float
    shapes: dict[Access, list[Shape]]
    plain: list[str]


# The sizes that scripts/outlines.py gives its two drawings; a test compares them with the paths.
COUNTRY_SIZE = (427, 1024)
COUNTY_SIZE = (253, 399)


def access(directory: Directory, municipality: Municipality) -> Access:
    """Return whether a municipality has a centre of its own, shares one, or has none."""
    centre = directory.centre_of.get(municipality.code)
    if centre is None:
        return "none"
    return "shared" if centre.shared else "own"


def country(directory: Directory, served_only: bool = False) -> Map:
    """Return the map of the country: all municipalities.

    With `served_only` those that have access, drawn on the country as one shape.
    """
    outlines = directory.outlines
    shapes = [
        Shape(
            place,
            outlines[place.code].country,
            place.code in directory.centre_of and not outlines[place.code].county,
        )
        for place in directory.municipalities
    ]
    by_access = _by_access(directory, shapes)
    plain = [outlines[LAND].country] if served_only else []
    return Map(*COUNTRY_SIZE, 0.6, _served(by_access) if served_only else by_access, plain)


def county(directory: Directory, served_only: bool = False) -> Map:
    """Return the map of Stockholm's county, which is too small to be seen on the country's."""
    shapes = [
        Shape(place, path, place.code in directory.centre_of)
        for place in directory.municipalities
        if (path := directory.outlines[place.code].county)
    ]
    by_access = _by_access(directory, shapes)
    plain = [shape.path for shape in by_access["none"]] if served_only else []
    return Map(*COUNTY_SIZE, 0.9, _served(by_access) if served_only else by_access, plain)


def _by_access(directory: Directory, shapes: list[Shape]) -> dict[Access, list[Shape]]:
    return {
        kind: [shape for shape in shapes if access(directory, shape.municipality) == kind]
        for kind in ORDER
    }


def _served(shapes: dict[Access, list[Shape]]) -> dict[Access, list[Shape]]:
    return {kind: drawn for kind, drawn in shapes.items() if kind != "none"}
