"""What pages say of a national line."""

import pytest

from centres.pages.edition import Edition
from centres.pages.helplines import LineCard


def told(card: LineCard) -> list[str]:
    """Return the facts of a card as its page prints them."""
    return [f"{fact.text} ({fact.date})" if fact.date else str(fact.text) for fact in card.facts]


def test_what_is_known_of_a_line_is_said_and_the_rest_is_not(swedish: Edition) -> None:
    """Whether a call to 112 costs or shows on a bill, no source says."""
    assert told(swedish.lines.sos) == [
        "Öppet: dygnet runt.",
        "Det går inte att vara anonym.",
        "Telefonen skickar automatiskt var du är.",
    ]


def test_hours_that_nobody_has_confirmed_are_said_to_be_so(swedish: Edition) -> None:
    """Somebody calls in the night and must not think that she did it wrong."""
    card = swedish.lines.on_call
    assert told(card)[0] == "Öppettiderna är inte bekräftade."


def test_a_line_that_cannot_be_called_says_nothing_of_hours(swedish: Edition) -> None:
    """Text messages to 112 have no number to call."""
    card = swedish.line_card(swedish.directory.lines["sms-112"])
    assert told(card) == ["Det går inte att vara anonym."]


@pytest.mark.parametrize("code", ["sv", "en", "ar"])
def test_an_old_fact_carries_its_date_in_every_language(
    editions: dict[str, Edition], code: str
) -> None:
    """And one as old as the directory carries none."""
    cards = [editions[code].line_card(line) for line in editions[code].directory.helplines]
    dated = {card.helpline.id for card in cards for fact in card.facts if fact.date}
    undated = {card.helpline.id for card in cards for fact in card.facts if not fact.date}
    assert "brottsofferjouren" in dated
    assert "112" in undated - dated
