"""The national lines: only what has a source."""

from helpers import DIRECTORY

LINES = {line.id: line for line in DIRECTORY.helplines}


# Number, when it is open, and the source's date, typed from the research on each line.
EXPECTED = {
    "112": ("112", "dygnet runt", "undated"),
    "socialjouren": ("112", "not confirmed", "2021"),
    "sms-112": (None, "not confirmed", "undated"),
    "polisen": ("114 14", "dygnet runt", "undated"),
    "brottsofferjouren": ("116 006", "not confirmed", "2020-09-15"),
    "bris": ("116 111", "dygnet runt", "2025-08-20"),
    "jag-vill-veta": (None, "not confirmed", "2024"),
    "kvinnofridslinjen": ("020-50 50 50", "dygnet runt", "2024-04-16"),
    "man": ("020-80 80 80", "alla dagar 7–21", "2024-04-16"),
    "transpersoner": ("020-55 00 00", "alla dagar 11–19", "2024-01-10"),
    "ratt-att-valja": ("020-57 70 70", "alla dagar 7–21", "2024-06-03"),
    "valj-att-sluta": ("020-555 666", "not confirmed", "2021-02-15"),
    "sjalvmordslinjen": ("90101", "dygnet runt", "2020"),
    "1177": ("1177", "not confirmed", "undated"),
    "brottsoffermyndigheten": ("090-70 82 00", "vardagar 9–15", "2025"),
}


def test_every_line_has_the_number_the_hours_and_the_date_of_its_source() -> None:
    """And no line is listed that is not here."""
    found = {
        name: (line.number, line.open.value, DIRECTORY.sources[line.source].date)
        for name, line in LINES.items()
    }
    assert found == EXPECTED


def test_the_opening_hours_of_116_006_are_not_filled_in() -> None:
    """No source for 2025 or later was found; those of 2020 are not shown as if they held."""
    assert not LINES["brottsofferjouren"].open.known


def test_112_is_never_called_anonymous() -> None:
    """They mostly see where a phone is."""
    assert LINES["112"].anonymous.value != "yes"


def test_only_the_line_with_a_source_is_said_to_stay_off_the_bill() -> None:
    """For the others nobody has said so."""
    assert [name for name, line in LINES.items() if line.not_on_bill.value == "yes"] == [
        "kvinnofridslinjen"
    ]


def test_a_line_for_professionals_or_one_without_a_source_is_not_listed() -> None:
    """Research marks these as not to be published."""
    numbers = {line.number for line in LINES.values()}
    assert numbers.isdisjoint({"010-223 57 60", "0200-77 88 20", "020-22 00 60", "08-702 16 80"})
