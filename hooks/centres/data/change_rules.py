"""Rules about what happens to centres: municipalities that come and leave, names, ends, mergers.

Like those of `record_rules`, they read what is written, so that one mistake does not hide another.
Each state in which somebody has done half has its own message, which says what the other half is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, pairwise

from centres.data.field_messages import UnknownName
from centres.data.field_types import last_day
from centres.data.record_rules import (
    NO_CENTRE,
    entries,
    served_by,
    text_of,
    unknown_names,
    values_of,
)
from centres.files.problem import Problem, Severity
from centres.files.yaml_file import Location, Text, TextFile
from centres.i18n import N_

_DAY = timedelta(days=1)
# A day further ahead is a slip of the year: nobody has decided so long before.
_MOST_DAYS_AHEAD = 730
# A gap between two centres that is no longer than this is a slip rather than a decision.
_SHORTEST_GAP = 31
TWICE = N_("%(name)s står redan på rad %(line)s. Ta bort den på en av raderna.")
NO_SUCCESSOR = UnknownName(
    NO_CENTRE.suggesting,
    N_(
        "centret ”%(name)s” finns inte i data/centres.yaml. Skriv id för ett som finns, eller none "
        "om inget har tagit över."
    ),
)


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


def municipality_served_twice(centres: TextFile, retired: TextFile) -> Iterator[Problem]:
    """Yield a Problem for each municipality that two centres are for on a day.

    Its page names one centre.
    """
    for (before, after), day in _overlaps(centres, retired):
        line = centres.mark(before.location)[0]
        if not (before.first or before.last or after.first or after.last):
            yield centres.problem(after.location, TWICE, name=after.name, line=line)
            continue
        later, earlier = (before, after) if before.first > after.first else (after, before)
        if later.first and not earlier.last:
            message = N_(
                "%(name)s hör till %(centre)s från %(date)s (rad %(line)s), men har ingen sista "
                "dag här. Skriv {name: %(name)s, to: %(last)s, source: …, checked: …}."
            )
            yield centres.problem(
                earlier.location,
                message,
                name=later.name,
                centre=later.centre,
                date=later.first,
                line=centres.mark(later.location)[0],
                last=_day_before(later.first),
            )
            continue
        message = N_(
            "%(name)s står också på rad %(line)s, och båda gäller %(date)s. Ändra from eller to på "
            "en av raderna."
        )
        yield centres.problem(after.location, message, name=after.name, line=line, date=day)


def day_without_a_centre(centres: TextFile, retired: TextFile, today: date) -> Iterator[Problem]:
    """Yield a notice for each short gap ahead between two centres of a municipality."""
    for same in _by_name(centres, retired).values():
        spans = sorted((span, one) for one in same for span in one.spans)
        for ((_, last), _), ((first, _), later) in pairwise(spans):
            if last >= today and _DAY < first - last <= timedelta(days=_SHORTEST_GAP):
                message = N_(
                    "%(name)s har inget centrum från %(first)s till %(last)s. Stämmer det? Annars "
                    "ändrar du from eller to."
                )
                problem = centres.problem(
                    later.location, message, name=later.name, first=last + _DAY, last=first - _DAY
                )
                yield replace(problem, severity=Severity.NOTICE)


def centre_that_ends_for_all(centres: TextFile, retired: TextFile) -> Iterator[Problem]:
    """Yield a Problem for each centre that all municipalities leave, and that does not close."""
    closed = {text_of(entry, "id") for _, entry in entries(retired)}
    by_centre: dict[int, list[Membership]] = {}
    for one in memberships(centres, retired):
        by_centre.setdefault(int(one.location[0]), []).append(one)
    for index, own in by_centre.items():
        if own[0].centre not in closed and all(one.last for one in own):
            message = N_(
                "alla kommuner har en sista dag, och efter %(last)s är centret inte till för "
                "någon. Stänger det lägger du till det i data/retired.yaml, med date: %(date)s."
            )
            last = max(one.last for one in own)
            location = (index, "municipalities")
            yield centres.problem(location, message, last=last, date=_day_after(last))


def day_far_ahead(file: TextFile, today: date) -> Iterator[Problem]:
    """Yield a Problem for each day of a change that is too far ahead to be meant."""
    for key in ("from", "to", "date", "reopens"):
        for location, written in values_of(key, file.content, ()):
            day = _day(written)
            if day and (day - today).days > _MOST_DAYS_AHEAD:
                message = N_("%(date)s är mer än två år bort. Är det rätt år?")
                yield file.problem(location, message, date=written)


def retired_and_listed(retired: TextFile, centres: TextFile, today: date) -> Iterator[Problem]:
    """Yield what does not fit between the entries of a centre in both files.

    Until a centre closes it stands in both, with the same municipalities. From that day its entry
    in data/centres.yaml may go: a notice, unless it opens again.
    """
    listed = {text_of(entry, "id"): (index, entry) for index, entry in entries(centres)}
    for index, entry in entries(retired):
        day, name = _day(text_of(entry, "date")), text_of(entry, "id")
        if day is None:
            continue
        if name not in listed:
            yield from _closed_too_early(retired, index, entry, day, today)
            continue
        yield from _other_municipalities(retired, index, centres, listed[name], day)
        if (day_open := _day(text_of(entry, "reopens"))) is None and day <= today:
            problem = centres.problem(
                (listed[name][0], "id"),
                N_(
                    "centret har stängt enligt data/retired.yaml, och visas inte. Ta bort posten "
                    "här. Har det inte stängt tar du bort den där."
                ),
            )
            yield replace(problem, severity=Severity.NOTICE)
        elif day_open and day_open <= today:
            message = N_("centret har öppnat igen. Ta bort posten här.")
            yield replace(retired.problem((index, "id"), message), severity=Severity.NOTICE)


def _closed_too_early(
    file: TextFile, index: int, entry: dict[str, Text], day: date, today: date
) -> Iterator[Problem]:
    """Yield a Problem for a centre that is gone from centres.yaml before its last day."""
    if day > today:
        message = N_(
            "centret stänger först %(date)s. Låt posten stå kvar i data/centres.yaml till dess."
        )
        yield file.problem((index, "date"), message, date=day)
    if text_of(entry, "reopens"):
        message = N_(
            "centret ska öppna igen men står inte i data/centres.yaml. Lägg tillbaka posten där."
        )
        yield file.problem((index, "reopens"), message)


def _other_municipalities(
    file: TextFile,
    index: int,
    centres: TextFile,
    listed: tuple[int, dict[str, Text]],
    day: date,
) -> Iterator[Problem]:
    """Yield a Problem for each municipality of the centre's last day that `file` does not name."""
    retired_names = [name for at, name in _named(file) if at[0] == index]
    for one in _of_entry(listed[0], listed[1], []):
        if one.holds_on(day - _DAY) and one.name not in retired_names:
            message = N_(
                "%(name)s saknas: centret är till för kommunen i data/centres.yaml, rad %(line)s."
            )
            line = centres.mark(one.location)[0]
            yield file.problem((index, "municipalities"), message, name=one.name, line=line)


def _named(file: TextFile) -> Iterator[tuple[Location, str]]:
    for index, entry in entries(file):
        yield from served_by(index, entry)


def moved_to_unknown_centre(file: TextFile, centres: Iterable[str]) -> Iterator[Problem]:
    """Yield a Problem for each `moved_to` that is neither in `centres` nor none."""
    named = values_of("moved_to", file.content, ())
    yield from unknown_names(file, named, {*centres, "none"}, NO_SUCCESSOR)


def moved_without_its_municipalities(
    retired: TextFile, centres: TextFile, today: date
) -> Iterator[Problem]:
    """Yield a Problem for each municipality of a merged centre that no centre has taken over.

    Somebody must serve it on the day of the merger, or today: it may have moved on since.
    """
    every = _by_name(centres, retired)
    known = {text_of(entry, "id") for _, entry in entries(centres)}
    for index, entry in entries(retired):
        successor, day = text_of(entry, "moved_to"), _day(text_of(entry, "date"))
        if successor == text_of(entry, "id"):
            message = N_(
                "centret kan inte gå upp i sig självt. Skriv id för ett annat, eller none."
            )
            yield retired.problem((index, "moved_to"), message)
        if successor not in known or successor == text_of(entry, "id"):
            continue
        for location, name in served_by(index, entry):
            own = text_of(entry, "id")
            others = [one for one in every.get(name, []) if one.centre != own]
            later = [one for one in others if day and one.first > day.isoformat()]
            values: dict[str, object]
            if day and any(one.holds_on(day) or one.holds_on(today) for one in others):
                continue
            if later:
                message = N_(
                    "%(name)s hör till %(centre)s först %(first)s, men det här centret stänger "
                    "%(date)s. Skriv samma dag."
                )
                values = {"centre": later[0].centre, "first": later[0].first, "date": day}
            elif day and day > today:
                message = N_(
                    "%(name)s får inget centrum den %(date)s. Lägg till kommunen i %(successor)s, "
                    "som tar över: {name: %(name)s, from: %(date)s, source: …, checked: …}."
                )
                values = {"successor": successor, "date": day}
            else:
                message = N_(
                    "%(name)s står inte hos något centrum. Lägg till kommunen i %(successor)s, "
                    "som har tagit över."
                )
                values = {"successor": successor}
            yield retired.problem(location, message, name=name, **values)


def name_to_move(file: TextFile, today: date) -> Iterator[Problem]:
    """Yield a notice for each new name that holds already, but is written as one to come."""
    for index, entry in entries(file):
        renamed = entry.get("renamed")
        day = _day(text_of(renamed, "from")) if isinstance(renamed, dict) else None
        if day and day <= today and isinstance(renamed, dict):
            message = N_(
                "centret heter så sedan %(date)s. Flytta namnet: name: {value: %(name)s, source: "
                "%(source)s, checked: %(checked)s}, name_is: %(kind)s. Ta sedan bort renamed."
            )
            problem = file.problem(
                (index, "renamed"),
                message,
                date=day,
                name=text_of(renamed, "to"),
                source=text_of(renamed, "source"),
                checked=text_of(renamed, "checked"),
                kind=text_of(renamed, "name_is"),
            )
            yield replace(problem, severity=Severity.NOTICE)


def memberships(centres: TextFile, retired: TextFile) -> Iterator[Membership]:
    """Yield each municipality of each centre, with the days on which it has it."""
    closings: dict[str, list[tuple[date, date]]] = {}
    for _, entry in entries(retired):
        if day := _day(text_of(entry, "date")):
            reopens = _day(text_of(entry, "reopens")) or date.max
            closings.setdefault(text_of(entry, "id"), []).append((day, reopens))
    for index, entry in entries(centres):
        yield from _of_entry(index, entry, closings.get(text_of(entry, "id"), []))


def _of_entry(
    index: int, entry: dict[str, Text], closings: list[tuple[date, date]]
) -> Iterator[Membership]:
    """Yield the memberships of an entry; `closings` are the days it closes and opens again."""
    written = entry.get("municipalities")
    for location, name in served_by(index, entry):
        row = written[int(location[2])] if isinstance(written, list) else ""
        first = text_of(row, "from") if isinstance(row, dict) else ""
        last = text_of(row, "to") if isinstance(row, dict) else ""
        spans = [(_day(first) or date.min, _day(last) or date.max)]
        for closed, reopens in closings:
            spans = [
                part
                for start, end in spans
                for part in ((start, min(end, closed - _DAY)), (max(start, reopens), end))
            ]
        held = tuple(span for span in spans if span[0] <= span[1] and span[0] < date.max)
        yield Membership(name, text_of(entry, "id"), location, first, last, held)


def _by_name(centres: TextFile, retired: TextFile) -> dict[str, list[Membership]]:
    named: dict[str, list[Membership]] = {}
    for one in memberships(centres, retired):
        named.setdefault(one.name, []).append(one)
    return named


def _overlaps(
    centres: TextFile, retired: TextFile
) -> Iterator[tuple[tuple[Membership, Membership], date]]:
    """Yield each two memberships of a municipality that hold on the same day, and the first such.

    Of many that are the same, each is compared with the first only: one message for each.
    """
    for same in _by_name(centres, retired).values():
        told: set[Location] = set()
        for before, after in combinations(same, 2):
            days = [
                max(one[0], other[0])
                for one in before.spans
                for other in after.spans
                if max(one[0], other[0]) <= min(one[1], other[1])
            ]
            if days and after.location not in told:
                told.add(after.location)
                yield (before, after), min(days)


def _day(written: str) -> date | None:
    return last_day(written) if len(written) == len("2026-01-14") else None


def _day_before(written: str) -> str:
    day = _day(written)
    return (day - _DAY).isoformat() if day and day > date.min else written


def _day_after(written: str) -> str:
    day = _day(written)
    return (day + _DAY).isoformat() if day and day < date.max else written
