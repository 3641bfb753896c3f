"""What the field answers to names of places: the table in tests/place_names.csv, and the data.

Siblings: theme/assets/places.js, theme/assets/letters.js, theme/assets/slips.js,
theme/assets/whereabouts.js.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.asking import Answer, asker, rows
from helpers import DIRECTORY

TABLE = rows("place_names.csv")
NAMES = {one.code: one.name for one in DIRECTORY.municipalities}
Ask = Callable[[list[str]], list[Answer]]


@pytest.fixture(scope="module")
def ask(browser: Browser, address: str, site: Path) -> Iterator[Ask]:
    """Answers to a list of texts, from the module that the site serves, on a Swedish page."""
    page = browser.new_page()
    ask = asker(page, address, site)
    yield lambda texts: ask("sv", texts)
    page.close()


def places(answer: Answer) -> list[str]:
    """Return the places among the answers, as the list shows them."""
    return [item.label for item in answer.items if item.kind == "place"]


def fault(row: dict[str, str], answer: Answer) -> str:
    """Return what is wrong with the answer to a row of the table; empty if nothing is."""
    expected = row["answers"].split(" | ") if row["answers"] else []
    found = places(answer)
    right = {
        # Every place of that name before any other.
        "name": not answer.guessed and set(found[: len(expected)]) == set(expected),
        "beginning": not answer.guessed and expected[:1] != found[:1] and expected[0] in found
        if expected
        else False,
        "guess": answer.guessed and found[:1] == expected,
        "unknown": found == [],
    }[row["how"]]
    return "" if right else f"{row['typed']}: {'guess: ' if answer.guessed else ''}{found}"


def test_each_name_is_answered_as_the_table_says(ask: Ask) -> None:
    """Every place of the name and no other; a guess is said to be one; what is unknown is empty."""
    answers = ask([row["typed"] for row in TABLE])
    assert [why for row, one in zip(TABLE, answers, strict=True) if (why := fault(row, one))] == []


def test_the_table_is_long_enough_and_has_every_kind_of_answer() -> None:
    """At least 120 names, shared ones among them."""
    assert len(TABLE) >= 120
    assert {row["how"] for row in TABLE} == {"name", "beginning", "guess", "unknown"}
    assert sum(" | " in row["answers"] for row in TABLE) >= 8


def test_every_municipality_is_found_by_its_name_without_dots_and_stands_first(ask: Ask) -> None:
    """All 290; with their dots, the queries are typed letter by letter (test_queries.py)."""
    names = list(NAMES.values())
    plain = [name.translate(str.maketrans("åäöÅÄÖé", "aaoAAOe")) for name in names]
    firsts = [places(answer)[0] for answer in ask(plain)]
    wrong = {name: one for name, one in zip(names, firsts, strict=True) if one != name}
    assert set(wrong) <= {"Habo", "Håbo"}


def test_every_place_in_the_list_is_answered_with_all_its_municipalities(ask: Ask) -> None:
    """The whole list, no sampling: never one candidate where there are two."""
    answers = ask([one.name for one in DIRECTORY.places])
    lost = []
    for place, answer in zip(DIRECTORY.places, answers, strict=True):
        own = place.name == NAMES[place.code]
        label = place.name if own else f"{place.name}, {NAMES[place.code]}"
        if answer.guessed or label not in places(answer):
            lost.append(label)
    assert lost == []


@pytest.mark.parametrize(
    ("typed", "municipalities"),
    [
        ("187 30", ["Täby"]),
        ("18730", ["Täby"]),
        ("se-187 30", ["Täby"]),
        ("S-187 30", ["Täby"]),
        ("١٨٧٣٠", ["Täby"]),
        ("999 99", []),
    ],
)
def test_a_postcode_is_answered_with_those_who_share_it(
    ask: Ask, typed: str, municipalities: list[str]
) -> None:
    """However it is written."""
    (answer,) = ask([typed])
    assert places(answer) == municipalities


def test_every_postcode_is_answered_with_exactly_its_municipalities(ask: Ask) -> None:
    """The first and the last of each run."""
    ends = [(code, run) for run in DIRECTORY.postcodes for code in {run.first, run.last}]
    answers = ask([code for code, _ in ends])
    wrong = [
        code
        for (code, run), one in zip(ends, answers, strict=True)
        if places(one) != [NAMES[own] for own in run.codes]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("typed", "municipality"),
    [
        ("فيستروس", "Västerås"),
        ("كريستيانستاد", "Kristianstad"),
        ("يونشوبينغ", "Jönköping"),
        ("Эскильстуна", "Eskilstuna"),
        ("Шёвде", "Skövde"),
        ("Векшё", "Växjö"),
    ],
)
def test_a_municipality_is_found_in_letters_of_another_script_by_how_it_sounds(
    ask: Ask, typed: str, municipality: str
) -> None:
    """Somebody has written some of these names somewhere; all are told by their sounds."""
    (answer,) = ask([typed])
    assert [one.municipality for one in answer.items[:1]] == [municipality]
    assert not answer.guessed
