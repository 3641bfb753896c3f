"""Who has access, whom a municipality may join, and what would change: counted on the example.

The example has Borås with a centre of its own, and Täby with one that others have joined; borders
are the real ones, between its municipalities.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from centres.data import coverage, loader
from centres.data.directory import Directory
from centres.data.geography import Municipality
from helpers import TODAY, changed_data, municipality


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    return loader.load(changed_data(tmp_path_factory.mktemp("example")), TODAY)


def names(municipalities: list[Municipality]) -> list[str]:
    return [one.name for one in municipalities]


def test_a_neighbours_centre_is_one_border_away(directory: Directory) -> None:
    """Mark lies beside Borås, which has one."""
    near = coverage.near(directory, municipality(directory, "Mark"))
    assert [(one.centre.id, one.borders, names(one.through)) for one in near] == [
        ("boras", 1, ["Borås"])
    ]


def test_where_no_neighbour_has_one_the_nearest_are_counted_in_borders(
    directory: Directory,
) -> None:
    """Alingsås has two as near as each other, beyond Ale, and no road is promised to either."""
    near = coverage.near(directory, municipality(directory, "Alingsås"))
    assert [(one.centre.id, one.borders, names(one.through)) for one in near] == [
        ("goteborg", 2, ["Göteborg"]),
        ("kungalv", 2, ["Kungälv"]),
    ]


def test_an_island_has_nobody_to_join(directory: Directory) -> None:
    """No border, no bridge, no road ferry: in the example, Vara."""
    assert coverage.near(directory, municipality(directory, "Vara")) == []
    assert coverage.without(directory, municipality(directory, "Vara")) == []


def test_two_neighbours_without_a_way_out_have_nobody_to_join(directory: Directory) -> None:
    """Where nobody has a centre, the search comes to an end."""
    two = [municipality(directory, name) for name in ("Ale", "Alingsås")]
    codes = [municipality.code for municipality in two]
    island = [replace(one, neighbours=tuple(set(codes) - {one.code})) for one in two]
    assert coverage.near(replace(directory, centres=[], municipalities=island), island[0]) == []


def test_joining_changes_the_country_and_each_county_by_as_many(directory: Directory) -> None:
    """Mark and Upplands Väsby lie in two counties; nobody else gains or loses."""
    before = directory.figures["served"]
    joining = [municipality(directory, "Mark"), municipality(directory, "Upplands Väsby")]
    found = coverage.what_if(directory, joining)
    assert found.served == before + 2
    assert found.percent == round(100 * (before + 2) / 19)
    now = {one.name: one.served for one in coverage.by_county(directory)}
    assert {one.name: one.served for one in found.counties} == {
        "Västra Götalands län": now["Västra Götalands län"] + 1,
        "Stockholms län": now["Stockholms län"] + 1,
    }


def test_every_municipality_is_in_one_county_and_one_group(directory: Directory) -> None:
    """The shares of either add up to the country."""
    for shares in (coverage.by_county(directory), coverage.by_group(directory)):
        assert sum(one.all for one in shares) == 19
        assert sum(one.served for one in shares) == directory.figures["served"]


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


def test_an_upper_age_is_known_only_from_a_source_with_a_date(tmp_path: Path) -> None:
    """Borås says under 25; from a page without a date it is a question to ask, not a figure."""
    limits = {}
    for source in ("centret, checked: 2026-11-22", "malmo-intranat"):
        change = ("  ages: young\n", f"  ages: {{under: 25, source: {source}}}\n")
        directory = loader.load(changed_data(tmp_path / source, change), TODAY)
        limits[source] = coverage.figures(directory)["limit_known"]
    dated, undated = limits.values()
    assert dated == undated + 1


def test_the_figures_of_the_guide_add_up(directory: Directory) -> None:
    """Centres, those for the young, counties, and the municipalities of all groups."""
    figures = coverage.figures(directory) | directory.figures
    young = figures["centres"] - figures["centres_for_all_ages"]
    assert figures["shared_centres"] + figures["own_centres"] == figures["centres"] == 10
    assert figures["limit_known"] + figures["limit_unknown"] == young
    assert figures["counties_with"] + figures["counties_without"] == figures["counties"] == 5
    assert sum(figures[f"group_{letter}"] for letter in "abc") == 19
    joined = figures["shared_municipalities"] + figures["own_centres"]
    assert joined == figures["served"] == sum(figures[f"group_{one}_served"] for one in "abc")
