"""Who has access, whom a municipality may join, and what would change: counted on the example.

The example has Borås with a centre of its own, and Täby with one that others have joined; borders
are the real ones.
"""

from pathlib import Path

import pytest

from centres.data import coverage, loader
from centres.data.directory import Directory, percent
from centres.data.geography import Municipality
from helpers import TODAY, changed_data, problems


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    return loader.load(changed_data(tmp_path_factory.mktemp("example")), TODAY)


def named(directory: Directory, name: str) -> Municipality:
    return next(one for one in directory.municipalities if one.name == name)


def names(municipalities: list[Municipality]) -> list[str]:
    return [one.name for one in municipalities]


def test_a_neighbours_centre_is_one_border_away(directory: Directory) -> None:
    """Mark lies beside Borås, which has one."""
    near = coverage.near(directory, named(directory, "Mark"))
    assert [(one.centre.id, one.borders, names(one.through)) for one in near] == [
        ("boras", 1, ["Borås"])
    ]


def test_where_no_neighbour_has_one_the_nearest_are_counted_in_borders(
    directory: Directory,
) -> None:
    """Varberg has three as near as each other, and no road is promised to any."""
    near = coverage.near(directory, named(directory, "Varberg"))
    assert [(one.centre.id, one.borders, names(one.through)) for one in near] == [
        ("boras", 2, ["Borås"]),
        ("gislaved", 2, ["Gislaved"]),
        ("goteborg", 2, ["Göteborg"]),
    ]


def test_gotland_has_nobody_to_join(directory: Directory) -> None:
    """No border, no bridge, no road ferry."""
    assert coverage.near(directory, named(directory, "Gotland")) == []
    assert coverage.without(directory, named(directory, "Gotland")) == []


def test_joining_changes_the_country_and_each_county_by_as_many(directory: Directory) -> None:
    """Mark and Varberg lie in two counties; nobody else gains or loses."""
    before = directory.figures["served"]
    joining = [named(directory, "Mark"), named(directory, "Varberg")]
    found = coverage.what_if(directory, joining)
    assert found.served == before + 2
    assert found.percent == round(100 * (before + 2) / 290)
    now = {one.name: one.served for one in coverage.by_county(directory)}
    assert {one.name: one.served for one in found.counties} == {
        "Västra Götalands län": now["Västra Götalands län"] + 1,
        "Hallands län": now["Hallands län"] + 1,
    }


def test_every_municipality_is_in_one_county_and_one_group(directory: Directory) -> None:
    """The shares of either add up to the country."""
    for shares in (coverage.by_county(directory), coverage.by_group(directory)):
        assert sum(one.all for one in shares) == 290
        assert sum(one.served for one in shares) == directory.figures["served"]


def test_a_half_is_rounded_upwards_as_people_do() -> None:
    """1 of 8 is 12.5 per cent; Python's own rounding says 12, and 2.5 and 3.5 in two ways."""
    assert [percent(*one) for one in ((1, 8), (3, 8), (42, 290), (1, 40), (0, 0))] == [
        13,
        38,
        14,
        3,
        0,
    ]


@pytest.mark.parametrize(
    ("change", "model"),
    [
        ("run_by: {kind: municipality, name: Borås Stad}", "own"),
        ("run_by: {kind: municipalities together}", "together"),
        ("run_by: {kind: victim support association, name: Jouren}", "association"),
    ],
)
def test_a_model_is_read_from_who_runs_it_and_for_whom(
    tmp_path: Path, change: str, model: str
) -> None:
    """The directory knows no more of how a centre is organised."""
    old = "run_by: {kind: municipality, name: Borås Stad}"
    directory = loader.load(changed_data(tmp_path, (old, change)), TODAY)
    boras = next(one for one in directory.centres if one.id == "boras")
    assert coverage.model(boras) == model


def test_a_municipalitys_centre_that_others_have_joined_is_a_model_of_its_own(
    directory: Directory,
) -> None:
    """Whether there is an agreement, the directory does not know."""
    taby = next(one for one in directory.centres if one.id == "taby")
    assert coverage.model(taby) == "joined"


def test_a_map_that_lacks_a_municipality_is_one_line(tmp_path: Path) -> None:
    """The file is made by a script: it is fetched anew, not mended."""
    data = changed_data(tmp_path)
    path = data / "map.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(one for one in lines if not one.startswith("1490,")), encoding="utf-8")
    assert problems(data) == ["data/map.csv:1:1: kartan saknar 1490. Hämta tillbaka filen."]
