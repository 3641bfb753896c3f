"""The national lines: only what has a source."""

from centres import directory
from helpers import ROOT, TODAY

LINES = {line.id: line for line in directory.load(ROOT / "data", TODAY).helplines}


def test_the_opening_hours_of_116_006_are_not_filled_in() -> None:
    """No source for 2025 or later was found; those of 2020 are not shown as if they held."""
    assert not LINES["brottsofferjouren"].open.known


def test_112_is_never_called_anonymous() -> None:
    """The phone sends its position."""
    assert LINES["112"].anonymous.value == "no"


def test_only_the_line_with_a_source_is_said_to_stay_off_the_bill() -> None:
    """For the others nobody has said so."""
    assert [name for name, line in LINES.items() if line.not_on_bill.value == "yes"] == [
        "kvinnofridslinjen"
    ]


def test_a_line_for_professionals_or_one_without_a_source_is_not_listed() -> None:
    """Research marks these as not to be published."""
    numbers = {line.number for line in LINES.values()}
    assert numbers.isdisjoint({"010-223 57 60", "0200-77 88 20", "020-22 00 60", "08-702 16 80"})
