"""Rules about municipalities that come and leave, and about days and names that lie ahead.

Like those of `record_rules`, they read what is written, so that one mistake does not hide another.
Each state in which somebody has done half has its own message, which says what the other half is.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

from centres.data.days.memberships import (
    DAY,
    FIRST_YEAR,
    Membership,
    by_name,
    day_after,
    day_before,
    day_of,
    memberships,
)
from centres.data.field_types import last_day
from centres.data.record_rules import entries, text_of, values_of
from centres.files.problem import Problem, Severity
from centres.files.yaml_file import Location, TextFile
from centres.i18n import N_

# A day further ahead is a slip of the year: nobody has decided so long before.
_MOST_DAYS_AHEAD = 730
# A gap between two centres that is no longer than this is a slip rather than a decision.
_SHORTEST_GAP = 31
TWICE = N_("%(name)s står redan på rad %(line)s. Ta bort den på en av raderna.")


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
                last=day_before(later.first),
            )
            continue
        message = N_(
            "%(name)s står också på rad %(line)s, och båda gäller %(date)s. Ändra from eller to på "
            "en av raderna."
        )
        yield centres.problem(after.location, message, name=after.name, line=line, date=day)


def day_without_a_centre(centres: TextFile, retired: TextFile, today: date) -> Iterator[Problem]:
    """Yield a notice for each short gap ahead between two centres of a municipality."""
    for same in by_name(centres, retired).values():
        spans = sorted((span, one) for one in same for span in one.spans)
        for ((_, last), _), ((first, _), later) in pairwise(spans):
            if last >= today and DAY < first - last <= timedelta(days=_SHORTEST_GAP):
                message = N_(
                    "%(name)s har inget centrum från %(first)s till %(last)s. Stämmer det? Annars "
                    "ändrar du from eller to."
                )
                problem = centres.problem(
                    later.location, message, name=later.name, first=last + DAY, last=first - DAY
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
            yield centres.problem(location, message, last=last, date=day_after(last))


def day_far_away(file: TextFile, today: date) -> Iterator[Problem]:
    """Yield a Problem for each day of a change that is too far away to be meant."""
    for key in ("from", "to", "date", "reopens"):
        for location, written in values_of(key, file.content, ()):
            day = last_day(written)
            if day and day.year < FIRST_YEAR and len(written) == len("2026-01-14"):
                yield file.problem(location, N_("%(date)s: är det rätt år?"), date=written)
            elif day and (day - today).days > _MOST_DAYS_AHEAD:
                message = N_("%(date)s är mer än två år bort. Är det rätt år?")
                yield file.problem(location, message, date=written)


def name_to_move(file: TextFile, today: date) -> Iterator[Problem]:
    """Yield a notice for each new name that holds already, but is written as one to come."""
    for index, entry in entries(file):
        renamed = entry.get("renamed")
        day = day_of(text_of(renamed, "from")) if isinstance(renamed, dict) else None
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


def _overlaps(
    centres: TextFile, retired: TextFile
) -> Iterator[tuple[tuple[Membership, Membership], date]]:
    """Yield each two memberships of a municipality that hold on the same day, and the first such.

    Of many that are the same, each is compared with the first only: one message for each.
    """
    for same in by_name(centres, retired).values():
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
