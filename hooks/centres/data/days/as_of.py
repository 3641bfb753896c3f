"""The centres as of a day: which there are, whom each is for, and what will change.

The files hold what has been, what is and what is decided. Here it is told apart, once, so that no
page asks what day it is. A membership holds from its first day to its last, a new name from its
day, and a centre in data/retired.yaml is closed from its `date`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from centres.data.model import Centre, Cited, Membership, Renamed, Retired

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Turn:
    """A day when a municipality gets another centre, or none: `centre` as it is then.

    `why` is the record that says so.
    """

    day: date
    centre: Centre | None
    why: Cited


@dataclass(frozen=True)
class Step:
    """What changes for a centre on a day. `names` are the municipalities that it is about.

    `successor` is who has taken over when it `closes`, if a single centre has; `name` its new name.
    """

    day: date
    kind: Literal["opens", "joins", "leaves", "renamed", "closes"]
    why: Cited
    names: tuple[str, ...] = ()
    name: str = ""
    successor: Centre | None = None


@dataclass(frozen=True)
class Ahead:
    """What is decided and has not happened yet, and what has ended.

    `of_municipality` is the next turn by the municipality's name; `of_centre` all steps by the
    centre's id, in order. `opening` are centres that do not exist yet. `without_since` is, by name,
    for a municipality that had a centre and has none: the first day without, and what says so.
    """

    of_municipality: dict[str, Turn] = field(default_factory=dict)
    of_centre: dict[str, list[Step]] = field(default_factory=dict)
    opening: list[Centre] = field(default_factory=list)
    without_since: dict[str, tuple[date, Cited]] = field(default_factory=dict)


def holds(membership: Membership, day: date) -> bool:
    """Return whether the centre of `membership` is for its municipality on `day`."""
    return (membership.first_day or date.min) <= day <= (membership.last_day or date.max)


def centres_on(centres: Iterable[Centre], retired: Iterable[Retired], day: date) -> list[Centre]:
    """Return the centres that there are on `day`, each as it is then."""
    closed = {one.id for one in retired if one.holds_on(day)}
    return [
        _named_on(centre, day).model_copy(update={"memberships": memberships})
        for centre in centres
        if centre.id not in closed
        and (memberships := [one for one in centre.memberships if holds(one, day)])
    ]


def ahead(centres: list[Centre], retired: list[Retired], today: date) -> Ahead:
    """Return what will change after `today`, and which municipalities have lost their centre."""
    shown = {day: centres_on(centres, retired, day) for day in _days(centres, retired, today)}
    of_municipality: dict[str, Turn] = {}
    of_centre: dict[str, list[Step]] = {}
    opening: dict[str, Centre] = {}
    before = shown.pop(today)
    now = {centre.id for centre in before}
    for day, after in shown.items():
        for name, turn in _turns(before, after, centres, retired, day):
            of_municipality.setdefault(name, turn)
        for name, step in _steps(before, after, centres, retired, day):
            of_centre.setdefault(name, []).append(step)
        there = {centre.id for centre in before}
        for centre in after:
            if centre.id not in now:
                opening.setdefault(centre.id, centre)
            if centre.id not in there:
                of_centre.setdefault(centre.id, []).append(_opens(centre, centres, retired, day))
        before = after
    since = _without_since(centres, retired, today)
    return Ahead(of_municipality, of_centre, list(opening.values()), since)


def _named_on(centre: Centre, day: date) -> Centre:
    """Return `centre` with the name that it has on `day`."""
    new = centre.renamed
    if new is None or new.first_day > day:
        return centre
    naming = centre.naming.model_copy(
        update={"value": new.to, "source": new.source, "checked": new.checked}
    )
    return centre.model_copy(update={"naming": naming, "name_is": new.name_is, "renamed": None})


def _days(centres: Iterable[Centre], retired: Iterable[Retired], today: date) -> list[date]:
    """Return `today`, and each later day on which something changes."""
    days = {today}
    for centre in centres:
        for one in centre.memberships:
            days |= {one.first_day or today, one.last_day + _DAY if one.last_day else today}
        days.add(centre.renamed.first_day if centre.renamed else today)
    for closed in retired:
        days |= {closed.date, closed.reopens or today}
    return sorted(day for day in days if day >= today)


def _serving(centres: Iterable[Centre]) -> dict[str, Centre]:
    return {name: centre for centre in centres for name in centre.municipalities}


def _turns(
    before: list[Centre],
    after: list[Centre],
    centres: list[Centre],
    retired: list[Retired],
    day: date,
) -> Iterator[tuple[str, Turn]]:
    """Yield each municipality that has another centre on `day` than the day before, or none."""
    old, new = _serving(before), _serving(after)
    for name in {**old, **new}:
        centre = new.get(name)
        if (name in old and old[name].id) != (centre and centre.id):
            yield name, Turn(day, centre, _why(name, centres, retired, day))


def _why(name: str, centres: list[Centre], retired: list[Retired], day: date) -> Cited:
    """Return the record by which `name` gets another centre on `day`, or none.

    The membership that begins, else what ends: a centre, or the membership itself.
    """
    every = [one for centre in centres for one in centre.memberships if one.name == name]
    begins = [one for one in every if one.first_day == day]
    turned = [
        one for one in retired if name in one.municipalities and day in (one.date, one.reopens)
    ]
    ends = [one for one in every if one.last_day and one.last_day + _DAY == day]
    said: list[Cited] = [*begins, *turned, *ends]
    # A centre opens again on a day for one that it did not serve when it closed.
    return said[0] if said else next(one for one in retired if day in (one.date, one.reopens))


def _steps(
    before: list[Centre],
    after: list[Centre],
    centres: list[Centre],
    retired: list[Retired],
    day: date,
) -> Iterator[tuple[str, Step]]:
    """Yield what changes on `day` for each centre that there was the day before, by its id."""
    new = {centre.id: centre for centre in after}
    closing = {one.id: one for one in retired if one.date == day}
    for centre in before:
        then = new.get(centre.id)
        if then is None:
            yield centre.id, _closes(centre, after, centres, closing.get(centre.id), day)
            continue
        old_names, names = set(centre.municipalities), set(then.municipalities)
        joining = tuple(name for name in then.municipalities if name not in old_names)
        leaving = tuple(name for name in centre.municipalities if name not in names)
        if joining:
            why = _why(joining[0], centres, retired, day)
            yield centre.id, Step(day, "joins", why, joining)
        if leaving:
            ending = next(
                one for one in centre.memberships if one.name == leaving[0] and one.last_day
            )
            yield centre.id, Step(day, "leaves", ending, leaving)
        if then.name != centre.name:
            yield centre.id, Step(day, "renamed", _renamed(centre), name=then.name)


def _opens(centre: Centre, centres: list[Centre], retired: list[Retired], day: date) -> Step:
    """Return the beginning of `centre`, or that it opens again."""
    why = _why(centre.municipalities[0], centres, retired, day)
    return Step(day, "opens", why, tuple(centre.municipalities), name=centre.name)


def _renamed(centre: Centre) -> Renamed:
    assert centre.renamed is not None  # noqa: S101 (for mypy: its name changes by it)
    return centre.renamed


def _closes(
    centre: Centre,
    after: list[Centre],
    centres: list[Centre],
    closing: Retired | None,
    day: date,
) -> Step:
    """Return the end of `centre`: it closes, or serves nobody any more."""
    successors = {one.id: one for one in after}
    successor = successors.get(closing.moved_to) if closing else None
    why = closing or next(one for one in centre.memberships if one.last_day)
    return Step(day, "closes", why, tuple(centre.municipalities), successor=successor)


def _without_since(
    centres: list[Centre], retired: list[Retired], today: date
) -> dict[str, tuple[date, Cited]]:
    """Return the municipalities that have had a centre and have none on `today`."""
    served = _serving(centres_on(centres, retired, today))
    ended: list[tuple[str, date, Cited]] = [
        (one.name, one.last_day + _DAY, one)
        for centre in centres
        for one in centre.memberships
        if one.last_day and one.last_day < today
    ]
    ended += [
        (name, one.date, one)
        for one in retired
        if one.holds_on(today)
        for name in one.municipalities
    ]
    # The last word: of those of one day, the centre that closed.
    ended.sort(key=lambda end: end[1])
    return {name: (day, why) for name, day, why in ended if name not in served}
