"""The municipalities' websites and switchboards: all of them, and from where."""

import csv
from collections import Counter

from centres.data.field_types import BY_FACT
from helpers import DIRECTORY, ROOT

CONTACTS = DIRECTORY.contacts
# Typed from the lists and pages that the rows name.
EXPECTED = {
    "0617": ("www.gnosjo.se", "0370-33 10 00", "gnosjo-covid-2020", "2020"),
    "1440": ("www.ale.se", "0303-70 30 00", "ale-forfattningssamling-2025", "2025-01-31"),
    "1783": ("www.hagfors.se", "0563-185 00", "hagfors-fritidsgardar-2020", "2020-12-17"),
    "2480": ("www.umea.se", "090-16 10 00", "wikidata-kommuner-2022", "2022-05-14"),
    "2523": ("gallivare.se", "0970-81 80 00", "gallivare-kommunblad-2022", "2022-12"),
    "1382": ("kommun.falkenberg.se", None, None, None),
    "0643": ("www.habokommun.se", None, None, None),
    "0305": ("www.habo.se", None, None, None),
    "1292": ("www.engelholm.se", None, None, None),
}


def codes(name: str) -> list[str]:
    with (ROOT / "data" / name).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return [row["code"] for row in rows]


def test_the_rows_are_in_the_order_of_the_municipalities() -> None:
    """So that one finds a row, and a new municipality has one place."""
    assert codes("municipal_contacts.csv") == codes("municipalities.csv")
    assert len(CONTACTS) == 290


def test_every_municipality_has_a_website_of_its_own() -> None:
    """All from one list of 2026, and no address twice."""
    websites = Counter(contact.website for contact in CONTACTS.values())
    assert None not in websites
    assert websites.most_common(1)[0][1] == 1
    assert {contact.website_source for contact in CONTACTS.values()} == {"skr-kommunlista-2026"}


def test_the_others_show_no_number_rather_than_one_of_2016() -> None:
    """A switchboard has a source from 2020 or later; 265 municipalities have none yet."""
    known = [contact for contact in CONTACTS.values() if contact.switchboard]
    assert len(known) == 25
    assert [one for one in known if (one.switchboard_date or "") < "2020"] == []
    assert Counter(one.switchboard_source for one in known)["wikidata-kommuner-2022"] == 20


def test_every_switchboard_can_be_dialled_and_is_nobody_elses() -> None:
    """No short number, no mobile phone, none of a helpline."""
    numbers = [contact.tel for contact in CONTACTS.values() if contact.tel]
    assert len(set(numbers)) == len(numbers) == 25
    assert [number for number in numbers if not number.startswith("+46")] == []
    assert [number for number in numbers if number.startswith("+467")] == []
    lines = {line.tel for line in DIRECTORY.helplines}
    assert lines.isdisjoint(numbers)


def test_the_typed_rows_say_what_their_sources_say() -> None:
    """Some of each kind, and those whose names mislead."""
    found = {
        code: (one.host, one.switchboard, one.switchboard_source, one.switchboard_date)
        for code in EXPECTED
        for one in [CONTACTS[code]]
    }
    assert found == EXPECTED


def test_every_date_is_that_of_its_source() -> None:
    """Or the day of a row whose source is asked anew each time."""
    for contact in CONTACTS.values():
        for stated in (contact.website_from, contact.switchboard_from):
            if stated:
                assert DIRECTORY.sources[stated.source].date in (BY_FACT, stated.date)
