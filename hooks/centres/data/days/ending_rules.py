"""Rules about centres that close, become part of others, and open again.

Like those of `record_rules`, they read what is written, so that one mistake does not hide another.
Each state in which somebody has done half has its own message, which says what the other half is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from centres.data.days.memberships import DAY, Membership, by_name, day_of, of_entry
from centres.data.field_messages import Message, UnknownName
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

NO_SUCCESSOR = UnknownName(
    NO_CENTRE.suggesting,
    N_(
        "centret ”%(name)s” finns inte i data/centres.yaml. Skriv id för ett som finns, eller none "
        "om inget har tagit över."
    ),
)

_INTO_ITSELF = N_("centret kan inte gå upp i sig självt. Skriv id för ett annat, eller none.")


def retired_and_listed(retired: TextFile, centres: TextFile, today: date) -> Iterator[Problem]:
    """Yield what does not fit between the entries of a centre in both files.

    Until a centre closes it stands in both, with the same municipalities. From that day its entry
    in data/centres.yaml may go: a notice, unless it opens again.
    """
    listed = {text_of(entry, "id"): (index, entry) for index, entry in entries(centres)}
    for index, entry in entries(retired):
        day, name = day_of(text_of(entry, "date")), text_of(entry, "id")
        if day is None:
            continue
        if name not in listed:
            yield from _closed_too_early(retired, index, entry, day, today)
            continue
        yield from _other_municipalities(retired, index, centres, listed[name], day)
        if (day_open := day_of(text_of(entry, "reopens"))) is None and day <= today:
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
    for one in of_entry(listed[0], listed[1], []):
        if one.holds_on(day - DAY) and one.name not in retired_names:
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
    every = by_name(centres, retired)
    known = {text_of(entry, "id") for _, entry in entries(centres)}
    for index, entry in entries(retired):
        successor, day = text_of(entry, "moved_to"), day_of(text_of(entry, "date"))
        if successor == text_of(entry, "id"):
            yield retired.problem((index, "moved_to"), _INTO_ITSELF)
            continue
        if successor not in known or day is None:
            continue
        for location, name in served_by(index, entry):
            others = [one for one in every.get(name, []) if one.centre != text_of(entry, "id")]
            if not any(one.holds_on(day) or one.holds_on(today) for one in others):
                message, values = _not_taken_over(name, successor, day, today, others)
                yield retired.problem(location, message, **values)


def _not_taken_over(
    name: str, successor: str, day: date, today: date, others: list[Membership]
) -> Message:
    """Return the message about a municipality that no centre has on the `day` of a merger.

    `others` are its memberships of other centres, at whatever time.
    """
    values: dict[str, object] = {"name": name, "successor": successor, "date": day}
    later = [one for one in others if one.first > day.isoformat()]
    if later:
        message = N_(
            "%(name)s hör till %(centre)s först %(first)s, men det här centret stänger "
            "%(date)s. Skriv samma dag."
        )
        return message, {**values, "centre": later[0].centre, "first": later[0].first}
    if day > today:
        message = N_(
            "%(name)s får inget centrum den %(date)s. Lägg till kommunen i %(successor)s, "
            "som tar över: {name: %(name)s, from: %(date)s, source: …, checked: …}."
        )
        return message, values
    message = N_(
        "%(name)s står inte hos något centrum. Lägg till kommunen i %(successor)s, som har tagit "
        "över."
    )
    return message, values
