"""Rules about records together: each is a small function from files to problems.

They look at the text of the files, not at checked records, so that a wrong telephone number in an
entry does not hide its misspelt municipality.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from centres.data.field_messages import UnknownName, suggestion
from centres.data.field_types import BY_FACT, SLUG, last_day
from centres.files.problem import Problem, Severity
from centres.files.yaml_file import Location, Text, TextFile
from centres.i18n import N_, SOURCE_LANGUAGE

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
# What is said of a day when nobody can have looked.
NOT_YET = N_("%(date)s har inte varit än. Skriv en dag som har varit, eller vänta med ändringen.")


def entries(file: TextFile) -> Iterator[tuple[int, dict[str, Text]]]:
    """The entries of a file that have fields at all, with their place in the list."""
    if isinstance(file.content, list):
        for index, entry in enumerate(file.content):
            if isinstance(entry, dict):
                yield index, entry


def text_of(entry: dict[str, Text], field: str) -> str:
    """What stands in a field, if that is a text."""
    written = entry.get(field)
    return written if isinstance(written, str) else ""


def ids(file: TextFile) -> list[str]:
    """The ids in a file, in the order they stand."""
    return [name for _, entry in entries(file) if (name := text_of(entry, "id"))]


def used_twice(file: TextFile, key: str) -> Iterator[Problem]:
    """An id, or the code of a language, names one entry."""
    seen: dict[str, int] = {}
    for index, entry in entries(file):
        name = entry.get(key)
        if isinstance(name, str) and name in seen:
            message = N_("finns redan, på rad %(line)s. Varje post behöver ett eget.")
            yield file.problem((index, key), message, line=seen[name])
        elif isinstance(name, str):
            seen[name] = file.mark((index, key))[0]


def source_language(file: TextFile) -> Iterator[Problem]:
    """Swedish, and nothing else, is the source, and stands first."""
    for index, entry in entries(file):
        expected = "source" if index == 0 else "reviewed, unreviewed"
        if (text_of(entry, "status") == "source") != (index == 0):
            message = N_("ska vara %(expected)s: bara det första språket är källspråk.")
            yield file.problem((index, "status"), message, expected=expected)
        if index == 0 and text_of(entry, "code") != SOURCE_LANGUAGE:
            message = N_("det första språket ska vara %(code)s, källspråket.")
            yield file.problem((index, "code"), message, code=SOURCE_LANGUAGE)


def entries_out_of_order(file: TextFile) -> Iterator[Problem]:
    """Entries are sorted by id, so that two additions rarely touch the same lines."""
    every = [(index, text_of(entry, "id")) for index, entry in entries(file)]
    # An id that is wrong in itself is told as that.
    named = [(index, name) for index, name in every if re.match(SLUG, name)]
    for place, ((index, name), (next_index, next_name)) in enumerate(pairwise(named)):
        if name <= next_name:
            continue
        # Of the two, the one to move is the one without which the order would be right; where
        # both would do, the later is the one that somebody has added.
        after = named[place + 2][1] if place + 2 < len(named) else "~"
        before = named[place - 1][1] if place else ""
        if name <= after or before > next_name:
            index, name = next_index, next_name
        smaller = [other for _, other in named if other < name]
        if smaller:
            message = N_("posten står inte i bokstavsordning. Flytta den till efter %(after)s.")
            yield file.problem((index, "id"), message, after=max(smaller))
        else:
            yield file.problem(
                (index, "id"), "posten står inte i bokstavsordning. Flytta den först i filen."
            )


def unknown_municipality(file: TextFile, known: Iterable[str]) -> Iterator[Problem]:
    """A centre serves municipalities that exist, by their names."""
    yield from _unknown(file, _served(file), set(known), NO_MUNICIPALITY)


def municipality_served_twice(file: TextFile) -> Iterator[Problem]:
    """A municipality belongs to one centre: its page leads to one answer."""
    first: dict[str, Location] = {}
    for location, name in _served(file):
        if name not in first:
            first[name] = location
            continue
        line = file.mark(first[name])[0]
        message = N_("%(name)s står redan på rad %(line)s. Ta bort den på en av raderna.")
        yield file.problem(location, message, name=name, line=line)


def unknown_source(file: TextFile, known: Iterable[str]) -> Iterator[Problem]:
    """Every source is listed in data/sources.yaml."""
    named = _values_of("source", file.content, ())
    yield from _unknown(file, named, set(known), NO_SOURCE)


def cited(files: Iterable[TextFile]) -> set[str]:
    """The ids of the sources that entries and facts in `files` name."""
    return {name for file in files for _, name in _values_of("source", file.content, ())}


def unused_source(file: TextFile, cited: set[str]) -> Iterator[Problem]:
    """Notices: a source that nothing cites says nothing."""
    for index, entry in entries(file):
        if text_of(entry, "id") not in cited and text_of(entry, "date") != BY_FACT:
            message = N_("ingen uppgift hänvisar till källan. Ta bort den, om den inte behövs.")
            yield replace(file.problem((index, "id"), message), severity=Severity.NOTICE)


def day_that_is_missing(file: TextFile, sources: TextFile) -> Iterator[Problem]:
    """A source that is asked anew for each fact has no other date than the fact's own."""
    asked = {
        text_of(entry, "id") for _, entry in entries(sources) if text_of(entry, "date") == BY_FACT
    }
    for location, name in _values_of("source", file.content, ()):
        record = file.at(location[:-1])
        if name in asked and isinstance(record, dict) and "checked" not in record:
            message = N_(
                "källan ”%(name)s” behöver en dag. Skriv checked och dagens datum bredvid."
            )
            yield file.problem(location, message, name=name)


def entry_that_pages_need(file: TextFile, needed: Iterable[str]) -> Iterator[Problem]:
    """Some entries stand on every page: without them there is no page to build."""
    for name in sorted(set(needed) - set(ids(file))) if ids(file) else ():
        message = N_("posten ”%(name)s” saknas, och sidorna behöver den. Lägg tillbaka den.")
        yield file.problem((), message, name=name)


def line_that_pages_need(file: TextFile, needed: list[str]) -> Iterator[Problem]:
    """The lines on every page are there to be called."""
    yield from entry_that_pages_need(file, needed)
    for index, entry in entries(file):
        if text_of(entry, "id") in needed and not (entry.get("phone") or entry.get("short_number")):
            yield file.problem((index,), "posten behöver ett nummer: phone eller short_number.")


def day_in_the_future(file: TextFile, key: str, today: date) -> Iterator[Problem]:
    """Nobody has checked or read anything tomorrow."""
    for location, written in _values_of(key, file.content, ()):
        day = last_day(written) if len(written) == len("2026-01-14") else None
        if day and day > today:
            yield file.problem(location, NOT_YET, date=written)


def retired_that_lives(file: TextFile, living: Iterable[str]) -> Iterator[Problem]:
    """A centre is in one of the two files."""
    known = set(living)
    for index, entry in entries(file):
        if text_of(entry, "id") in known:
            message = N_(
                "centret står också i data/centres.yaml. Har det stängt tar du bort det där."
            )
            yield file.problem((index, "id"), message)


def moved_to_nowhere(file: TextFile, living: Iterable[str]) -> Iterator[Problem]:
    """An old address leads to a centre that is there."""
    named = _values_of("moved_to", file.content, ())
    yield from _unknown(file, named, {*living, "none"}, NO_CENTRE)


def moved_without_its_municipalities(file: TextFile, centres: TextFile) -> Iterator[Problem]:
    """Where a centre has taken over, it serves those that the old one served."""
    serving = {text_of(entry, "id"): set(served_of(entry)) for _, entry in entries(centres)}
    for index, entry in entries(file):
        successor = text_of(entry, "moved_to")
        for location, name in served_by(index, entry):
            if successor in serving and name not in set().union(*serving.values()):
                message = N_(
                    "%(name)s står inte hos något centrum. Lägg till kommunen i %(successor)s, "
                    "som har tagit över."
                )
                yield file.problem(location, message, name=name, successor=successor)


def served_of(entry: dict[str, Text]) -> list[str]:
    """The names of an entry's municipalities."""
    return [name for _, name in served_by(0, entry)]


def facts_that_age(
    file: TextFile, today: date, ageing_days: int, fresh_days: int
) -> Iterator[Problem]:
    """What nobody has checked for so long that it may have changed: soon, or already."""
    soon = N_("är %(days)s dagar gammalt, och bör bekräftas före dag %(fresh)s.")
    late = N_(
        "är %(days)s dagar gammalt. Fråga centret. Stämmer allt skriver du source: centret, och "
        "dagen."
    )
    for location, written in _values_of("checked", file.content, ()):
        day = last_day(written)
        age = (today - day).days if day else 0
        if age > fresh_days:
            yield replace(file.problem(location, late, days=age), severity=Severity.WARNING)
        elif age > ageing_days:
            problem = file.problem(location, soon, days=age, fresh=fresh_days)
            yield replace(problem, severity=Severity.NOTICE)


def _unknown(
    file: TextFile,
    named: Iterable[tuple[Location, str]],
    known: set[str],
    unknown_name: UnknownName,
) -> Iterator[Problem]:
    """A problem for each name that is not known, with the known name it resembles, if any."""
    for location, name in named:
        if name in known:
            continue
        near = next(iter(_without_kommun(name) & known), "") or suggestion(name, known)
        message, values = unknown_name.message(name, near)
        yield file.problem(location, message, **values)


def _without_kommun(name: str) -> set[str]:
    """What a municipality may be called without the word: Borås kommun, Lunds kommun."""
    bare = re.sub(r" (kommun|stad)$", "", name, flags=re.IGNORECASE)
    return {bare, bare.removesuffix("s")}


def _served(file: TextFile) -> Iterator[tuple[Location, str]]:
    """Every municipality named in a file, and where."""
    for index, entry in entries(file):
        yield from served_by(index, entry)


def served_by(index: int, entry: dict[str, Text]) -> Iterator[tuple[Location, str]]:
    """The municipalities of one entry, and where they stand."""
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
