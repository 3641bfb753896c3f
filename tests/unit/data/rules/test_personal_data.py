"""What may be a private person's: found in a text, and never published. All names are invented."""

import pytest

from centres.data.rules import personal_data
from centres.data.rules.personal_data import Span
from helpers import DIRECTORY


@pytest.mark.parametrize(
    "address",
    [
        "anna.exempelsson@kommun.se",
        "a.exempelsson@kommun.se",
        "anna-exempelsson@kommun.se",
        "Anna_Maria.Exempelsson@kommun.se",
        "erik.barnekow@kommun.se",
        "ulf.stodberg@kommun.se",
    ],
)
def test_a_first_and_a_last_name_are_a_persons_address(address: str) -> None:
    """Also where the last name begins like a word of a function."""
    assert personal_data.is_personal(address)


@pytest.mark.parametrize(
    "address",
    [
        "unga.brottsutsatta@kommun.se",
        "brottsutsatt.asf@kommun.se",
        "registrator.socialnamnden@kommun.se",
        "stodcentrum.boras@boras.se",
        "stodcentrum@kommun.se",
        "BFG@kommun.se",
        "info2.abc@kommun.se",
    ],
)
def test_a_mailbox_that_is_called_by_what_it_is_for_is_nobodys(address: str) -> None:
    """Of two words, too."""
    assert not personal_data.is_personal(address)


def test_no_address_of_the_real_data_is_taken_for_a_persons() -> None:
    """A false alarm would stop a right correction."""
    centres = (email.address for centre in DIRECTORY.centres for email in centre.emails)
    lines = (channel.address or "" for line in DIRECTORY.helplines for channel in line.channels)
    assert [one for one in (*centres, *lines) if personal_data.is_personal(one)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fråga efter Anna Exempelsson.", [Span(12, "Anna Exempelsson", sure=True)]),
        ("Fråga efter Anna på torsdagar.", [Span(12, "Anna", sure=False)]),
        ("Anna Exempelsson svarar.", [Span(0, "Anna Exempelsson", sure=False)]),
        ("Anna Exempelsson, 070-123 45 67", [Span(0, "Anna Exempelsson", sure=True)]),
        ("Mejla anna.exempelsson@x.se.", [Span(6, "anna.exempelsson@x.se", sure=True)]),
        ("Fråga efter stödcentrum.", []),
        ("Be om Stödcentrum Borås.", []),
        ("Sök Unga Utsatta.", []),
        ("Vi hänvisar till Kvinnofridslinjen.", []),
        ("Ring Rädda Barnen.", []),
        ("Fråga efter Norra Torget.", []),
    ],
)
def test_a_name_is_told_from_a_function(text: str, found: list[Span]) -> None:
    """Sure beside words that ask for somebody, or a number that somebody carries."""
    assert personal_data.persons_in(text, ["Norra Torget"]) == found


def test_a_number_that_somebody_carries_is_found_in_a_text() -> None:
    """The centre's own telephone stands on a desk."""
    text = "Anna nås på 073-123 45 67 eller 08-123 45 67."
    assert personal_data.private_numbers_in(text) == [Span(12, "073-123 45 67", sure=False)]
