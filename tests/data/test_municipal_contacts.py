"""The municipalities' websites and switchboards: all of them, and from where."""

import csv
from collections import Counter

from centres.data.field_types import BY_FACT
from helpers import DIRECTORY, ROOT

CONTACTS = DIRECTORY.contacts
# Rows whose names mislead, as their source prints them. A row with another source is an editor's.
MISLEADING = {
    "0643": ("www.habokommun.se", "skr-kommunlista-2026"),
    "0305": ("www.habo.se", "skr-kommunlista-2026"),
    "1292": ("www.engelholm.se", "skr-kommunlista-2026"),
    "1382": ("kommun.falkenberg.se", "skr-kommunlista-2026"),
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
    """No address twice."""
    websites = Counter(contact.website for contact in CONTACTS.values())
    assert None not in websites
    assert websites.most_common(1)[0][1] == 1


def test_a_switchboard_has_a_source_from_2020_or_later() -> None:
    """The others show no number rather than one of 2016."""
    known = [contact for contact in CONTACTS.values() if contact.switchboard]
    assert [one for one in known if not one.switchboard_source] == []
    assert [one for one in known if (one.switchboard_date or "") < "2020"] == []


def test_every_switchboard_can_be_dialled_and_is_nobody_elses() -> None:
    """No short number, no mobile phone, none of a helpline."""
    numbers = [contact.tel for contact in CONTACTS.values() if contact.tel]
    assert len(set(numbers)) == len(numbers)
    assert [number for number in numbers if not number.startswith("+46")] == []
    assert [number for number in numbers if number.startswith("+467")] == []
    lines = {line.tel for line in DIRECTORY.helplines}
    assert lines.isdisjoint(numbers)


def test_rows_whose_names_mislead_say_what_their_source_says() -> None:
    """Habo and Håbo; Ängelholm, whose host is spelt with an e."""
    for code, (host, source) in MISLEADING.items():
        if CONTACTS[code].website_source == source:
            assert CONTACTS[code].host == host


def test_every_date_is_that_of_its_source() -> None:
    """Or the day of a row whose source is asked anew each time."""
    for contact in CONTACTS.values():
        for stated in (contact.website_from, contact.switchboard_from):
            if stated:
                assert DIRECTORY.sources[stated.source].date in (BY_FACT, stated.date)
