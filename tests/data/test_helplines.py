"""The national lines: rules that hold whatever an editor rightly corrects.

Numbers, hours and dates are not typed here: each fact has its source in the data, and how a page
shows one is tested on the frozen example. What stays is what would harm somebody if it were wrong.
"""

from centres.data.directory import BASE_SOURCE
from centres.data.model import Channel, Helpline
from helpers import DIRECTORY

LINES = {line.id: line for line in DIRECTORY.helplines}
CHANNELS = [(line, channel) for line in DIRECTORY.helplines for channel in line.channels]
CALLS = [(line, channel) for line in DIRECTORY.helplines for channel in line.calls]


def named(line: Helpline, channel: Channel) -> str:
    """Return what a failing test calls a way to reach a line."""
    return f"{line.id}: {channel.number or channel.url or channel.address}"


def test_every_fact_of_a_line_has_a_source_that_is_not_the_centres_report() -> None:
    """The report lists centres: nothing in it says when a national line answers."""
    assert [
        named(line, channel)
        for line, channel in CHANNELS
        if BASE_SOURCE
        in {line.source, channel.source, channel.hours.source if channel.hours else None}
    ] == []


def test_a_bill_without_the_number_is_promised_only_by_a_source_about_that_number() -> None:
    """What the line's own source says of the line is not enough: the bill is somebody's life."""
    assert [
        named(line, channel)
        for line, channel in CALLS
        if channel.not_on_bill.value == "yes" and not channel.not_on_bill.source
    ] == []


def test_a_number_is_free_by_its_own_source_unless_it_is_the_first_of_its_line() -> None:
    """The source of a line speaks of the number that it prints first."""
    first = {id(line.calls[0]) for line in DIRECTORY.helplines if line.calls}
    assert [
        named(line, channel)
        for line, channel in CALLS
        if channel.free.value == "yes" and not channel.free.source and id(channel) not in first
    ] == []


def test_the_first_button_of_a_line_dials_the_number_that_stays_off_the_bill() -> None:
    """If any of its numbers does: whoever is in a hurry presses the first."""
    for line in DIRECTORY.helplines:
        hidden = [channel.not_on_bill.value == "yes" for channel in line.calls]
        assert hidden == sorted(hidden, reverse=True), line.id


def test_112_is_never_called_anonymous() -> None:
    """They mostly see where a phone is, also when they connect a call to somebody else."""
    on_112 = [line for line in LINES.values() if "112" in {one.number for one in line.channels}]
    assert on_112
    assert [line.id for line in on_112 if line.anonymous.value == "yes"] == []


def test_a_number_that_is_for_professionals_is_not_listed() -> None:
    """A victim who rings the national line on honour is sent away: it advises staff only."""
    numbers = {"".join(filter(str.isdigit, one.number or "")) for _, one in CHANNELS}
    assert "0102235760" not in numbers


def test_no_sentence_about_a_line_says_that_it_may_be_wrong() -> None:
    """Doubt is said once, in the fold with the sources."""
    doubt = ("kan ha ändrats", "inte bekräftat", "när uppgiften skrevs")
    texts = [
        text
        for line in LINES.values()
        for text in [line.note.value if line.note else "", *(one.note for one in line.channels)]
        if text
    ]
    assert [text for text in texts if any(words in text for words in doubt)] == []
