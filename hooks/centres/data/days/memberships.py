"""On which days each centre is for each municipality, as the text of the files says it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from centres.data.field_types import last_day
from centres.data.record_rules import entries, served_by, text_of
from centres.files.yaml_file import Location, Text, TextFile

DAY = timedelta(days=1)
# No centre is older: the first began in the 1990s.
FIRST_YEAR = 1980


@dataclass(frozen=True)
class Membership:
    """A municipality at a centre: where that is written, and the days on which it holds.

    `spans` are pairs of first and last day. `last` is empty if its own row has no `to`.
    """

    name: str
    centre: str
    location: Location
    first: str
    last: str
    spans: tuple[tuple[date, date], ...]

    def holds_on(self, day: date) -> bool:
        """Return whether the centre is for the municipality on `day`."""
        return any(first <= day <= last for first, last in self.spans)


def memberships(centres: TextFile, retired: TextFile) -> Iterator[Membership]:
    """Yield each municipality of each centre, with the days on which it has it."""
    closings: dict[str, list[tuple[date, date]]] = {}
    for _, entry in entries(retired):
        if day := day_of(text_of(entry, "date")):
            reopens = day_of(text_of(entry, "reopens")) or date.max
            closings.setdefault(text_of(entry, "id"), []).append((day, reopens))
    for index, entry in entries(centres):
        yield from of_entry(index, entry, closings.get(text_of(entry, "id"), []))


def of_entry(
    index: int, entry: dict[str, Text], closings: list[tuple[date, date]]
) -> Iterator[Membership]:
    """Yield the memberships of an entry; `closings` are the days it closes and opens again."""
    written = entry.get("municipalities")
    for location, name in served_by(index, entry):
        row = written[int(location[2])] if isinstance(written, list) else ""
        first = text_of(row, "from") if isinstance(row, dict) else ""
        last = text_of(row, "to") if isinstance(row, dict) else ""
        spans = [(day_of(first) or date.min, day_of(last) or date.max)]
        for closed, reopens in closings:
            spans = [
                part
                for start, end in spans
                for part in ((start, min(end, closed - DAY)), (max(start, reopens), end))
            ]
        held = tuple(span for span in spans if span[0] <= span[1] and span[0] < date.max)
        yield Membership(name, text_of(entry, "id"), location, first, last, held)


def by_name(centres: TextFile, retired: TextFile) -> dict[str, list[Membership]]:
    """Return the memberships by the name of the municipality."""
    named: dict[str, list[Membership]] = {}
    for one in memberships(centres, retired):
        named.setdefault(one.name, []).append(one)
    return named


def day_of(written: str) -> date | None:
    """Return the day that is `written`; None if it is none, or no year of a centre's.

    `membership_rules.day_far_away` tells of such a year.
    """
    day = last_day(written) if len(written) == len("2026-01-14") else None
    return day if day and FIRST_YEAR <= day.year < date.max.year else None


def day_before(written: str) -> str:
    """Return the day before a day, both as text; what is no day is returned as it is."""
    day = day_of(written)
    return (day - DAY).isoformat() if day and day > date.min else written


def day_after(written: str) -> str:
    """Return the day after a day, both as text; what is no day is returned as it is."""
    day = day_of(written)
    return (day + DAY).isoformat() if day and day < date.max else written
