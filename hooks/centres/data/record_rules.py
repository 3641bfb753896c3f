"""Rules that compare records with each other: each is a function from files to problems.

They read the text of the files, not the checked records, so that a wrong telephone number in an
entry does not hide its misspelt municipality.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from centres.data.field_messages import Message, UnknownName, suggestion
from centres.data.field_types import BY_FACT, SLUG, last_day
from centres.files.problem import Problem, Severity
from centres.files.yaml_file import Location, Text, TextFile
from centres.i18n import N_

NO_MUNICIPALITY = UnknownName(
    N_("”%(name)s” är ingen av Sveriges kommuner. Menade du %(near)s?"),
    N_("”%(name)s” är ingen av Sveriges kommuner. Skriv namnet utan ”kommun”."),
)
NO_CENTRE = UnknownName(
    N_("centret ”%(name)s” finns inte i data/centres.yaml. Menade du %(near)s?"),
    N_("centret ”%(name)s” finns inte i data/centres.yaml."),
)
NO_SOURCE = UnknownName(
    N_("källan ”%(name)s” finns inte i data/sources.yaml. Menade du %(near)s?"),
    N_(
        "källan ”%(name)s” finns inte i data/sources.yaml. Skriv centret eller "
        "kommunens-webbplats, eller lägg till den där först."
    ),
)
NOT_YET = N_("%(date)s har inte varit än. Skriv en dag som har varit, eller vänta med ändringen.")


def entries(file: TextFile) -> Iterator[tuple[int, dict[str, Text]]]:
    """Yield the index and the fields of each entry; what is not a mapping is left out."""
    if isinstance(file.content, list):
        for index, entry in enumerate(file.content):
            if isinstance(entry, dict):
                yield index, entry


def text_of(entry: dict[str, Text], field: str) -> str:
    """Return the text in `field` of `entry`; empty if it is missing or no text."""
    written = entry.get(field)
    return written if isinstance(written, str) else ""


def ids(file: TextFile) -> list[str]:
    """Return the ids in `file`, in its order."""
    return [name for _, entry in entries(file) if (name := text_of(entry, "id"))]


def used_twice(file: TextFile, key: str) -> Iterator[Problem]:
    """Yield a Problem for each entry whose `key` (id, or code of a language) an earlier one has."""
    first_lines: dict[str, int] = {}
    for index, entry in entries(file):
        name = entry.get(key)
        if isinstance(name, str) and name in first_lines:
            message = N_("finns redan, på rad %(line)s. Varje post behöver ett eget.")
            yield file.problem((index, key), message, line=first_lines[name])
        elif isinstance(name, str):
            first_lines[name] = file.mark((index, key))[0]


def entries_out_of_order(file: TextFile) -> Iterator[Problem]:
    """Yield a Problem for each entry that is not in the order of the ids.

    The order is asked for so that two additions rarely change the same lines.
    """
    written = [(index, text_of(entry, "id")) for index, entry in entries(file)]
    # An id that is not a slug has a Problem of its own already.
    named = [(index, name) for index, name in written if re.match(SLUG, name)]
    for place, ((index, name), (next_index, next_name)) in enumerate(pairwise(named)):
        if name <= next_name:
            continue
        # Report the entry whose removal restores the order; if either would, report the second,
        # which is probably the new one.
        after = named[place + 2][1] if place + 2 < len(named) else "~"
        before = named[place - 1][1] if place else ""
        if name <= after or before > next_name:
            index, name = next_index, next_name
        smaller = [other for _, other in named if other < name]
        if smaller:
            message = N_("posten står inte i bokstavsordning. Flytta den till efter %(after)s.")
            yield file.problem((index, "id"), message, after=max(smaller))
        else:
            message = N_("posten står inte i bokstavsordning. Flytta den först i filen.")
            yield file.problem((index, "id"), message)


def unknown_municipality(file: TextFile, known: Iterable[str]) -> Iterator[Problem]:
    """Yield a Problem for each municipality whose name is not in `known`."""
    yield from unknown_names(file, _served(file), set(known), NO_MUNICIPALITY)


def unknown_source(file: TextFile, known: Iterable[str]) -> Iterator[Problem]:
    """Yield a Problem for each source, of an entry or a fact, whose id is not in `known`."""
    named = values_of("source", file.content, ())
    yield from unknown_names(file, named, set(known), NO_SOURCE)


def cited(files: Iterable[TextFile]) -> set[str]:
    """Return the ids of the sources that entries and facts in `files` name."""
    return {name for file in files for _, name in values_of("source", file.content, ())}


def unused_source(file: TextFile, cited: set[str]) -> Iterator[Problem]:
    """Yield a notice for each source that is not in `cited`, unless it is asked for each fact."""
    for index, entry in entries(file):
        if text_of(entry, "id") not in cited and text_of(entry, "date") != BY_FACT:
            message = N_("ingen uppgift hänvisar till källan. Ta bort den, om den inte behövs.")
            yield replace(file.problem((index, "id"), message), severity=Severity.NOTICE)


def day_that_is_missing(file: TextFile, sources: TextFile) -> Iterator[Problem]:
    """Yield a Problem for each fact that needs a `checked` of its own.

    It does if its source is asked anew for each fact (`BY_FACT`), and so has no date itself.
    """
    asked = {
        text_of(entry, "id") for _, entry in entries(sources) if text_of(entry, "date") == BY_FACT
    }
    for location, name in values_of("source", file.content, ()):
        record = file.at(location[:-1])
        if name in asked and isinstance(record, dict) and "checked" not in record:
            message = N_(
                "källan ”%(name)s” behöver en dag. Skriv checked och dagens datum bredvid."
            )
            yield file.problem(location, message, name=name)


def entry_that_pages_need(file: TextFile, needed: Iterable[str]) -> Iterator[Problem]:
    """Yield a Problem for each id in `needed` that `file` lacks: templates refer to it."""
    for name in sorted(set(needed) - set(ids(file))) if ids(file) else ():
        message = N_("posten ”%(name)s” saknas, och sidorna behöver den. Lägg tillbaka den.")
        yield file.problem((), message, name=name)


def day_in_the_future(file: TextFile, key: str, today: date) -> Iterator[Problem]:
    """Yield a Problem for each whole date under `key` that is after `today`."""
    for location, written in values_of(key, file.content, ()):
        day = last_day(written) if len(written) == len("2026-01-14") else None
        if day and day > today:
            yield file.problem(location, NOT_YET, date=written)


def served_of(entry: dict[str, Text]) -> list[str]:
    """Return the names of the municipalities of `entry`."""
    return [name for _, name in served_by(0, entry)]


def facts_that_age(
    file: TextFile, today: date, ageing_days: int, fresh_days: int
) -> Iterator[Problem]:
    """Yield a notice for each `checked` older than `ageing_days`, a warning after `fresh_days`.

    Not for a membership that is over: nobody can confirm it any more.
    """
    ageing = N_("är %(days)s dagar gammalt, och bör bekräftas före dag %(fresh)s.")
    outdated = N_(
        "är %(days)s dagar gammalt. Fråga centret. Stämmer allt skriver du source: centret, och "
        "dagen."
    )
    for location, written in values_of("checked", file.content, ()):
        record = file.at(location[:-1])
        over = last_day(text_of(record, "to")) if isinstance(record, dict) else None
        day = None if over and over < today else last_day(written)
        age = (today - day).days if day else 0
        if age > fresh_days:
            yield replace(file.problem(location, outdated, days=age), severity=Severity.WARNING)
        elif age > ageing_days:
            problem = file.problem(location, ageing, days=age, fresh=fresh_days)
            yield replace(problem, severity=Severity.NOTICE)


def unknown_names(
    file: TextFile,
    named: Iterable[tuple[Location, str]],
    known: set[str],
    unknown_name: UnknownName,
) -> Iterator[Problem]:
    """Yield a Problem for each name in `named` that is not in `known`."""
    for location, name in named:
        if name in known:
            continue
        message, values = suggested(unknown_name, name, known)
        yield file.problem(location, message, **values)


def suggested(unknown_name: UnknownName, name: str, known: Iterable[str]) -> Message:
    """Return the message about `name`, which is not in `known`, with the nearest that is."""
    names = set(known)
    near = next(iter(_without_kommun(name) & names), "") or suggestion(name, names)
    return unknown_name.message(name, near)


def _without_kommun(name: str) -> set[str]:
    """Return what may be left of "Borås kommun" and "Lunds kommun": with and without an s."""
    bare_name = re.sub(r" (kommun|stad)$", "", name, flags=re.IGNORECASE)
    return {bare_name, bare_name.removesuffix("s")}


def _served(file: TextFile) -> Iterator[tuple[Location, str]]:
    """Yield the location and the name of each municipality in `file`."""
    for index, entry in entries(file):
        yield from served_by(index, entry)


def served_by(index: int, entry: dict[str, Text]) -> Iterator[tuple[Location, str]]:
    """Yield the location and the name of each municipality of `entry`, the entry at `index`.

    Also of those that it is not for yet, or not any more.
    """
    served = entry.get("municipalities")
    for place, written in enumerate(served if isinstance(served, list) else []):
        location: Location = (index, "municipalities", place)
        if isinstance(written, str):
            yield location, written
        elif isinstance(written, dict) and (name := text_of(written, "name")):
            yield (*location, "name"), name


def values_of(key: str, text: Text, location: Location) -> Iterator[tuple[Location, str]]:
    """Yield the location and the text of each `key` in `text`, at any depth."""
    if isinstance(text, list):
        for index, item in enumerate(text):
            yield from values_of(key, item, (*location, index))
    elif isinstance(text, dict):
        for name, value in text.items():
            if name == key and isinstance(value, str) and value:
                yield (*location, name), value
            else:
                yield from values_of(key, value, (*location, name))
