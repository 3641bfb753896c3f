"""The script that takes SCB's areas and post towns apart, and writes postcodes as runs."""

import csv
import sys

import pytest

from helpers import ROOT

sys.path.append(str(ROOT / "scripts"))
import district_names
from district_names import Run

NAMES = {"0114": "Upplands Väsby", "0380": "Uppsala", "0884": "Vimmerby", "1480": "Göteborg"}
DATA = ROOT / "data"


def names_of(*areas: tuple[str, str], known: tuple[tuple[str, str], ...] = ()) -> list[str]:
    """Return the places that areas, each a municipality's code and a name, are taken apart into."""
    rows = [{"municipality": code, "name": name} for code, name in areas]
    return [place.name for place in district_names.districts(rows, known, NAMES)]


@pytest.mark.parametrize(
    ("area", "names"),
    [
        ("Odenslunda norra-Frestaby-Ekeby", ["Odenslunda", "Frestaby", "Ekeby"]),
        ("Upplands Väsby centrum-Smedby norra", ["Upplands Väsby", "Smedby"]),
        ("RegSO-Limhamns hamnområde", []),
        ("Kungshamn–Smögen-Hovenäset", ["Kungshamn", "Smögen", "Hovenäset"]),
        ("Roslags-Näsby", ["Roslags-Näsby"]),
        ("Tvååkers omland", ["Tvååker"]),
        ("Bengtsfors norra kommundel", ["Bengtsfors"]),
        ("Alingsås östra omland", ["Alingsås"]),
        ("Söder-Skärgården-Paradiset", ["Paradiset"]),
        ("Majorna Såggatan", []),
        ("Nordvästra Luthagen", ["Luthagen"]),
        ("Gamla staden öst", ["Gamla staden"]),
    ],
)
def test_an_area_is_taken_apart_into_names_that_people_say(area: str, names: list[str]) -> None:
    """Without directions, streets, words of every town, and the s of a genitive."""
    assert names_of(("0114", area)) == names


def test_a_direction_belongs_to_a_name_unless_the_name_stands_without_it() -> None:
    """Södra Vi is no Vi; but there is a Sävja of which these are parts."""
    assert names_of(("0884", "Södra Vi")) == ["Södra Vi"]
    assert names_of(("0380", "Norra Sävja"), ("0380", "Södra Sävja")) == ["Sävja", "Sävja"]
    assert names_of(("0380", "Norra Sävja"), known=(("Sävja", "0380"),)) == ["Sävja"]
    assert names_of(("0380", "Norra Ängby"), ("0380", "Södra Ängby")) == [
        "Norra Ängby",
        "Södra Ängby",
    ]


def test_in_goteborg_a_part_stands_behind_its_district_without_a_hyphen() -> None:
    """Both are names, if the district is one."""
    areas = [("1480", "Kvillebäcken Backaplan"), ("1480", "Kvillebäcken Björlandavägen")]
    assert names_of(*areas) == ["Kvillebäcken", "Backaplan", "Kvillebäcken"]
    assert names_of(("1480", "Södra Skärgården")) == ["Södra Skärgården"]


def towns(*rows: tuple[str, str], known: tuple[tuple[str, str], ...] = ()) -> list[tuple[str, str]]:
    """Return the post towns of rows, each a name and codes, with their municipality."""
    given = [{"place": place, "municipalities": codes} for place, codes in rows]
    neighbours = {"0114": ["0380"], "0380": ["0114"], "0884": [], "1480": []}
    made = district_names.post_towns(given, known, NAMES, neighbours)
    return [(place.name, place.code) for place in made]


def test_a_post_town_leads_where_most_of_its_codes_lie() -> None:
    """Not where it crosses a border, and not what is a municipality's own name."""
    assert towns(("BÄLINGE", "0380"), ("Bälinge", "0380")) == [("Bälinge", "0380")]
    assert towns(("Bro", "0380"), ("Bro", "0114")) == []
    assert towns(("Bro", "0380 0114")) == []
    assert towns(("Bro", "")) == []
    assert towns(("Göteborg", "0380"), ("Göteborg", "0380")) == []


def test_a_post_town_that_a_better_source_has_beside_it_is_left_out() -> None:
    """One far away is a namesake, if this one has more than a single code."""
    near, far = (("Bro", "0114"),), (("Bro", "1480"),)
    twice = [("Bro", "0380"), ("Bro", "0380")]
    assert towns(*twice, known=near) == []
    assert towns(*twice, known=far) == [("Bro", "0380")]
    assert towns(twice[0], known=far) == []
    assert towns(*twice, known=(*near, ("Bro", "0380"))) == [("Bro", "0380")]


def test_a_slip_in_a_post_town_is_left_out() -> None:
    """A single code, one letter from a name that has more of them."""
    usual = [("Farsta", "0380"), ("Farsta", "0380")]
    assert towns(*usual, ("Fasta", "0380")) == [("Farsta", "0380")]
    assert towns(*usual, ("Fasta", "1480")) == [("Farsta", "0380"), ("Fasta", "1480")]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("farsta", "fasta", True),
        ("bo", "boo", True),
        ("sala", "sola", True),
        ("sala", "sala", False),
        ("sala", "saxlo", False),
        ("alby", "al", False),
    ],
)
def test_one_letter_more_less_or_other_is_one_letter_apart(
    one: str, other: str, apart: bool
) -> None:
    """In whichever order they come."""
    assert district_names.one_letter_apart(one, other) == apart
    assert district_names.one_letter_apart(other, one) == apart


def test_postcodes_that_follow_each_other_are_runs() -> None:
    """Another municipality, another third digit, or a code that lies nowhere begins a new one."""
    codes = {
        "75100": "0380",
        "75120": "0380",
        "75121": "0380 0114",
        "75122": "0114 0380",
        "75130": "0380",
        "75140": "",
        "75150": "0380",
        "75200": "0380",
    }
    rows = [{"postcode": code, "municipalities": where} for code, where in codes.items()]
    assert district_names.runs(rows, NAMES) == [
        Run("75100", "75120", "0380"),
        Run("75121", "75121", "0380 0114"),
        Run("75122", "75122", "0114 0380"),
        Run("75130", "75130", "0380"),
        Run("75150", "75150", "0380"),
        Run("75200", "75200", "0380"),
    ]


@pytest.mark.parametrize(("code", "where"), [("7510", "0380"), ("75100", "9999")])
def test_what_is_no_postcode_in_a_municipality_stops_the_script(code: str, where: str) -> None:
    """Nothing is written."""
    with pytest.raises(district_names.ReferenceDataError):
        district_names.runs([{"postcode": code, "municipalities": where}], NAMES)


def test_corrections_that_stand_there_are_those_that_the_script_made() -> None:
    """Each is needed: what was added is there from no other source, what was removed is gone."""
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    others = {
        (district_names.searched(row["name"]), row["code"])
        for row in rows
        if row["source"] != "override"
    }
    added = {
        (district_names.searched(row["name"]), row["code"])
        for row in rows
        if row["source"] == "override"
    }
    assert others.isdisjoint(added)
    assert district_names.NO_NAMES.isdisjoint(
        row["name"] for row in rows if row["source"] in ("regso", "postcode")
    )
