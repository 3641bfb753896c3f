"""Names of municipalities as addresses and in order, and rows of the three files as values."""

import pytest

from centres.data import geography
from centres.data.geography import (
    LAND,
    Municipality,
    Outline,
    Place,
    PostcodeRun,
    alphabetical,
    slug,
)


def row(code: str, name: str, neighbours: str = "") -> dict[str, str]:
    """Return a row of municipalities.csv."""
    return {
        "code": code,
        "name": name,
        "county_code": code[:2],
        "county": "Uppsala län",
        "group": "A2",
        "neighbours": neighbours,
        "line": "9",
    }


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Täby", "taby"),
        ("Upplands Väsby", "upplands-vasby"),
        ("Övertorneå", "overtornea"),
        ("Malå", "mala"),
        ("Lidéngatan 3, Orsa", "lidengatan-3-orsa"),
        (" (Å) ", "a"),
    ],
)
def test_an_address_is_ascii_that_can_be_read_aloud(name: str, address: str) -> None:
    """Letters lose their marks, and whatever is no letter parts words."""
    assert slug(name) == address


def test_habo_and_habo_with_a_ring_have_addresses_of_their_own() -> None:
    """A wrong municipality is worse than an odd address."""
    made = geography.municipalities([row("0643", "Habo"), row("0305", "Håbo")])
    assert [(one.name, one.slug) for one in made] == [("Habo", "habo"), ("Håbo", "haabo")]


def test_words_are_sorted_as_a_swedish_reader_expects() -> None:
    """Å, Ä and Ö last, in that order; é among the e, and capitals among the others."""
    words = ["Öckerö", "Zinkgruvan", "älv", "Åmål", "idéer", "Idun", "ideal"]
    assert sorted(words, key=alphabetical) == [
        "ideal",
        "idéer",
        "Idun",
        "Zinkgruvan",
        "Åmål",
        "älv",
        "Öckerö",
    ]


def test_runs_of_postcodes_keep_the_order_of_their_municipalities() -> None:
    """The first is the one that the source names."""
    rows = [{"first": "18738", "last": "18738", "municipalities": "0160 0117", "line": "2"}]
    assert geography.postcodes(rows) == [PostcodeRun("18738", "18738", ("0160", "0117"))]


def test_rows_become_values() -> None:
    """Municipalities in alphabetical order, places in that of the file."""
    rows = [row("1980", "Västerås", "0305"), row("0305", "Håbo", "1980 0380")]
    assert geography.municipalities(rows) == [
        Municipality("0305", "Håbo", "03", "Uppsala län", "A2", ("1980", "0380")),
        Municipality("1980", "Västerås", "19", "Uppsala län", "A2", ("0305",)),
    ]
    places = [
        {"name": "Ösmo", "code": "0192", "language": "sv", "line": "2"},
        {"name": "Gothenburg", "code": "1480", "language": "en", "line": "3"},
    ]
    assert geography.places(places) == [
        Place("Ösmo", "0192", "sv"),
        Place("Gothenburg", "1480", "en"),
    ]
    borders = [
        {"code": "0180", "country": "M1 1l1 1z", "county": "M2 2l2 2z", "line": "2"},
        {"code": LAND, "country": "M3 3l3 3z", "county": "", "line": "3"},
    ]
    assert geography.outlines(borders) == {
        "0180": Outline("M1 1l1 1z", "M2 2l2 2z"),
        "SE": Outline("M3 3l3 3z", ""),
    }
