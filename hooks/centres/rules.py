"""Rules about records together: each is a small function from files to problems.

They look at the text of the files, not at checked records, so that a wrong telephone number in an
entry does not hide its misspelt municipality.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from centres.messages import suggestion
from centres.problems import Problem
from centres.yamltext import Location, Text, TextFile


def entries(file: TextFile) -> Iterator[tuple[int, dict[str, Text]]]:
    """The entries of a file that have fields at all, with their place in the list."""
    if isinstance(file.content, list):
        for index, entry in enumerate(file.content):
            if isinstance(entry, dict):
                yield index, entry


def ids(file: TextFile) -> list[str]:
    """The ids in a file, in the order they stand."""
    return [str(entry["id"]) for _, entry in entries(file) if isinstance(entry.get("id"), str)]


def id_used_twice(file: TextFile) -> Iterator[Problem]:
    """An id names one entry."""
    seen: dict[str, int] = {}
    for index, entry in entries(file):
        name = entry.get("id")
        if isinstance(name, str) and name in seen:
            message = "finns redan, på rad %(line)s. Varje post behöver ett eget id."
            yield file.problem((index, "id"), message, line=seen[name])
        elif isinstance(name, str):
            seen[name] = file.mark((index, "id"))[0]


def entries_out_of_order(file: TextFile) -> Iterator[Problem]:
    """Entries are sorted by id, so that two additions rarely touch the same lines."""
    latest = ""
    for index, entry in entries(file):
        name = entry.get("id")
        if not isinstance(name, str) or not name:
            continue
        if name < latest:
            before = min(other for other in ids(file) if other > name)
            message = "posten står inte i bokstavsordning. Flytta den till före %(before)s."
            yield file.problem((index, "id"), message, before=before)
        latest = max(latest, name)


def unknown_municipality(file: TextFile, known: Iterable[str]) -> Iterator[Problem]:
    """A centre serves municipalities that exist, by their names."""
    names = set(known)
    for location, name in _served(file):
        if name in names:
            continue
        near = suggestion(name, names)
        if near:
            message = "”%(name)s” är ingen av Sveriges kommuner. Menade du %(near)s?"
            yield file.problem(location, message, name=name, near=near)
        else:
            message = "”%(name)s” är ingen av Sveriges kommuner. Skriv namnet utan ”kommun”."
            yield file.problem(location, message, name=name)


def municipality_served_twice(file: TextFile) -> Iterator[Problem]:
    """A municipality belongs to one centre: its page leads to one answer."""
    first: dict[str, Location] = {}
    for location, name in _served(file):
        if name not in first:
            first[name] = location
            continue
        line = file.mark(first[name])[0]
        message = "%(name)s står redan på rad %(line)s. En kommun hör till ett centrum."
        yield file.problem(location, message, name=name, line=line)


def unknown_source(file: TextFile, known: Iterable[str]) -> Iterator[Problem]:
    """Every source is listed in data/sources.yaml."""
    listed = set(known)
    for location, name in _values_of("source", file.content, ()):
        if name in listed:
            continue
        near = suggestion(name, listed)
        if near:
            message = "källan ”%(name)s” finns inte i data/sources.yaml. Menade du %(near)s?"
            yield file.problem(location, message, name=name, near=near)
        else:
            message = "källan ”%(name)s” finns inte i data/sources.yaml. Lägg till den där först."
            yield file.problem(location, message, name=name)


def entry_that_pages_need(file: TextFile, needed: Iterable[str]) -> Iterator[Problem]:
    """Some entries stand on every page: without them there is no page to build."""
    for name in sorted(set(needed) - set(ids(file))):
        message = "posten ”%(name)s” saknas, och sidorna behöver den. Lägg tillbaka den."
        yield file.problem((), message, name=name)


def checked_in_the_future(file: TextFile, today: date) -> Iterator[Problem]:
    """Nobody has checked anything tomorrow."""
    for location, written in _values_of("checked", file.content, ()):
        if written > today.isoformat():
            message = "%(date)s har inte varit än. Skriv den dag då uppgiften kontrollerades."
            yield file.problem(location, message, date=written)


def _served(file: TextFile) -> Iterator[tuple[Location, str]]:
    for index, entry in entries(file):
        served = entry.get("municipalities")
        for place, name in enumerate(served if isinstance(served, list) else []):
            if isinstance(name, str):
                yield (index, "municipalities", place), name


def _values_of(key: str, text: Text, location: Location) -> Iterator[tuple[Location, str]]:
    """Every text under `key`, however deep, and where it stands."""
    if isinstance(text, list):
        for index, item in enumerate(text):
            yield from _values_of(key, item, (*location, index))
    elif isinstance(text, dict):
        for name, value in text.items():
            if name == key and isinstance(value, str) and value:
                yield (*location, name), value
            else:
                yield from _values_of(key, value, (*location, name))
