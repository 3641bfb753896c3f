"""The maps: who has access, told by shapes, and where the keyboard stops."""

from centres.data.directory import Directory
from centres.pages import map_shapes
from helpers import municipality


def test_a_municipality_has_a_centre_of_its_own_or_shares_one_or_has_none(
    directory: Directory,
) -> None:
    """Täby's is for Vaxholm too."""
    assert map_shapes.access(directory, municipality(directory, "Vaxholm")) == "shared"
    assert map_shapes.access(directory, municipality(directory, "Borås")) == "own"
    assert map_shapes.access(directory, municipality(directory, "Mark")) == "none"


def test_the_keyboard_stops_once_on_the_maps_for_each_that_has_access(
    directory: Directory,
) -> None:
    """And nowhere else: all the others are in the table."""
    drawn = [
        *map_shapes.country(directory).shapes.values(),
        *map_shapes.county(directory).shapes.values(),
    ]
    stops = [shape.municipality.code for shapes in drawn for shape in shapes if shape.stop]
    assert sorted(stops) == sorted(directory.centre_of)


def test_a_map_of_those_with_access_draws_the_rest_as_one_shape_that_leads_nowhere(
    directory: Directory,
) -> None:
    """So that visitors' page stays small."""
    country = map_shapes.country(directory, served_only=True)
    assert set(country.shapes) == {"own", "shared"}
    assert len(country.plain) == 1
