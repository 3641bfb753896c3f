"""What the place field answers, name by name: the table in tests/place_names.csv, whole."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from built import asset
from helpers import DIRECTORY, ROOT

LINES = (ROOT / "tests/place_names.csv").read_text(encoding="utf-8").splitlines()
TABLE = list(csv.DictReader(line for line in LINES if not line.startswith("#")))
NAMED = "one => one.kind ? `${one.name}, ${one.municipality}` : one.name"
# The field's own module, asked without a finger: every answer to every text, as the list shows it.
ASK = f"""async ([places, texts]) => {{
    const {{ findPlaces, fold, loadPlaces }} = await import(places);
    const all = await loadPlaces();
    return texts.map(text => {{
        const {{ found, guessed, named }} = findPlaces(all, text);
        return {{ guessed, named: found.slice(0, named).map({NAMED}), all: found.map({NAMED}) }};
    }});
}}"""


@pytest.fixture(scope="module")
def ask(browser: Browser, address: str, site: Path):  # type: ignore[no-untyped-def]
    """Answers to a list of texts, from the module that the site serves."""
    page = browser.new_page()
    page.goto(address)
    places = address + asset(site, "places.js").relative_to(site).as_posix()
    yield lambda texts: page.evaluate(ASK, [places, texts])
    page.close()


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["typed"])
def test_a_name_is_answered_as_the_table_says(ask, row: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    """Every place of the name and no other; a guess is said to be one; what is unknown is empty."""
    (answer,) = ask([row["typed"]])
    expected = row["answers"].split(" | ") if row["answers"] else []
    assert answer["guessed"] == (row["how"] in ("guess", "unknown"))
    if row["how"] == "name":
        assert sorted(answer["named"]) == sorted(expected)
    elif row["how"] == "guess":
        assert answer["all"][:1] == expected
    elif row["how"] == "beginning":
        assert expected[0] in answer["all"]
        assert answer["named"] == [] or expected[0] not in answer["named"]
    else:
        assert answer["all"] == []


def test_the_table_is_long_enough_and_has_every_kind_of_answer() -> None:
    """At least 120 names, shared ones among them."""
    assert len(TABLE) >= 120
    assert {row["how"] for row in TABLE} == {"name", "beginning", "guess", "unknown"}
    assert sum(" | " in row["answers"] for row in TABLE) >= 8


def test_every_municipality_is_found_by_its_name_and_stands_first(ask) -> None:  # type: ignore[no-untyped-def]
    """All 290, with and without their dots and rings."""
    names = [one.name for one in DIRECTORY.municipalities]
    plain = [name.translate(str.maketrans("åäöÅÄÖé", "aaoAAOe")) for name in names]
    for typed in (names, plain):
        for name, answer in zip(names, ask(typed), strict=True):
            first = answer["all"][0]
            assert first == name or {first, name} == {"Habo", "Håbo"}


def test_every_place_in_the_list_is_answered_with_all_its_municipalities(ask) -> None:  # type: ignore[no-untyped-def]
    """The whole list, no sampling: never one candidate where there are two."""
    names = {one.code: one.name for one in DIRECTORY.municipalities}
    places = [(one.name, f"{one.name}, {names[one.code]}") for one in DIRECTORY.places]
    for (_, label), answer in zip(places, ask([name for name, _ in places]), strict=True):
        assert label in answer["named"]
        assert not answer["guessed"]
