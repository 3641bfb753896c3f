"""Find facts whose value is new while their source and day are still those of the old value.

Compares the data with a revision of git, entry by entry. A fact is a value that a source tells:
a number, an address, hours, an age, a yes or a no, a municipality, a name, a language. Our own
sentences and ids are none. Where git knows no such revision, nothing is found.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from centres.data import municipal_contacts, phones
from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Hours
from centres.data.record_rules import entries, text_of
from centres.editors.proposal import git_snapshot
from centres.errors import HistoryError
from centres.files import yaml_file
from centres.files.problem import Problem
from centres.files.yaml_file import Location, Text, TextFile
from centres.i18n import N_

_FILES = ("centres", "helplines")
# Where a fact comes from, our own sentences, and what is ours to choose. What kind of name a name
# is goes with the name.
_NO_FACT = frozenset(
    {"source", "checked", "verified", "note", "what_for", "for_whom", "needs", "id", "printed"}
    | {"name_is"}
)
_HOURS = ("opening_hours", "hours", "visiting_hours")
# What is written as a record whose source stands beside its values, and what in it has its own.
_RECORDS = ("phones", "emails", "channels", "web_page", "run_by", "ages")
_FACTS_OF_CHANNELS = ("free", "not_on_bill", "from_abroad")
# The fields by which an item of a list is the same as before.
_IDENTITY = ("number", "address", "url", "name", "kind")

_IN_BRACES = N_(
    "%(field)s har ändrats, men källan och dagen är de gamla. Skriv source och checked för just "
    "den här uppgiften, så här: %(field)s: {%(key)s: %(value)s, source: centret, checked: %(day)s}."
)
_ITEM_IN_BRACES = N_(
    "%(value)s är nytt, men källan och dagen är de gamla. Skriv source och checked för just den "
    "här uppgiften, så här: {name: %(value)s, source: centret, checked: %(day)s}."
)
_BESIDE = N_(
    "%(value)s är nytt, men källan och dagen är de gamla. Skriv source: centret och checked: "
    "%(day)s för just den här uppgiften: på egna rader under, eller inom samma klamrar."
)
_IN_COLUMNS = N_(
    "%(value)s är nytt, men källan och datumet är de gamla. Skriv dem i kolumnerna efter värdet."
)


class _From(NamedTuple):
    """Where a fact comes from: the id of its source, and the day when somebody checked it."""

    source: str
    checked: str


class _Fact(NamedTuple):
    """A value in a file: where, what of it is compared, and where it comes from."""

    location: Location
    compared: object
    known_from: _From


def problems_in(data: Path, revision: str, today: date) -> Iterator[Problem]:
    """Yield a Problem for each fact in the folder `data` that is newer than its source.

    What was checked on `today` may be corrected on the same day.
    """
    redated = _redated(data, revision)
    for name in _FILES:
        new = (data / f"{name}.yaml").read_text(encoding="utf-8")
        old = _before(data, f"{name}.yaml", revision)
        if old and old != new:
            before, now = (yaml_file.parse(text, f"data/{name}.yaml") for text in (old, new))
            yield from _between(before, now, today, redated)
    new = (data / municipal_contacts.FILE).read_text(encoding="utf-8")
    old = _before(data, municipal_contacts.FILE, revision)
    if old and old != new:
        yield from _between_rows(old, new)


def _before(data: Path, name: str, revision: str) -> str:
    """Return the text of a file of `data` at `revision`; empty if git does not know it."""
    try:
        return git_snapshot.text_at(data, revision, name)
    except (HistoryError, UnicodeDecodeError):
        return ""


def _redated(data: Path, revision: str) -> set[str]:
    """Return the ids of the sources that have been read anew since `revision`."""
    name = "sources.yaml"
    new, old = (data / name).read_text(encoding="utf-8"), _before(data, name, revision)
    if not old or old == new:
        return set()
    days = []
    for text in (old, new):
        read = (entry for _, entry in entries(yaml_file.parse(text, name)))
        days.append({text_of(e, "id"): (e.get("date"), e.get("retrieved")) for e in read})
    before, now = days
    return {source for source in now if source in before and now[source] != before[source]}


def _between(old: TextFile, new: TextFile, today: date, redated: set[str]) -> Iterator[Problem]:
    """Yield a Problem for each fact that differs between two versions of a file.

    `redated` are the sources that have another day than they had.
    """
    before = {text_of(entry, "id"): entry for _, entry in entries(old)}
    for index, entry in entries(new):
        earlier = before.get(text_of(entry, "id"))
        if earlier is None:
            continue
        was, is_now = _facts(earlier, ()), _facts(entry, ())
        told: set[Location] = set()
        for path, fact in is_now.items():
            if fact.known_from.source in redated or any(path[: len(one)] == one for one in told):
                continue
            if _is_newer(path, fact, was, is_now, today):
                told.add(path)
                yield _problem(new, (index, *fact.location), fact, today)


def _is_newer(
    path: Location,
    fact: _Fact,
    was: dict[Location, _Fact],
    is_now: dict[Location, _Fact],
    today: date,
) -> bool:
    """Return whether `fact` is another than it was, while what it is known from is not."""
    if fact.compared in (NOT_CONFIRMED, "none", ()) or fact.known_from.checked == today.isoformat():
        return False
    if path in was:
        changed = fact.compared != was[path].compared
        return changed and fact.known_from == was[path].known_from
    if path[:-1] and path[:-1] not in was and path[:-1] in is_now:
        return False  # its record is new, and is told of as a whole
    beside = [p for p in was if p[:-1] == path[:-1]]
    gone = {was[p].known_from for p in beside if p not in is_now}
    return fact.known_from in gone | {was[()].known_from}


def _facts(part: Text, path: Location) -> dict[Location, _Fact]:
    """Return the facts of an entry by paths on which an item of a list has its own name."""
    found: dict[Location, _Fact] = {}
    _collect(part, path, (), _From("", ""), found)
    return found


def _collect(
    part: Text, path: Location, location: Location, around: _From, found: dict[Location, _Fact]
) -> None:
    """Add the facts in `part` to `found`; `around` is where what contains it comes from."""
    if isinstance(part, dict) and (part.get("source") or part.get("checked")):
        around = _From(
            text_of(part, "source") or around.source,
            # A source of its own has a day of its own, if any.
            text_of(part, "checked") or ("" if part.get("source") else around.checked),
        )
    field = path[-1] if path else ""
    if field in _HOURS and (hours := _hours(part)) is not None:
        found[path] = _Fact(location, hours, around)
    elif isinstance(part, dict):
        for key in ("value", "weekly"):
            if key in part:
                found[path] = _Fact(location, _comparable(part[key]), around)
                return
        found[path] = _Fact(location, True, around)
        for name, value in part.items():
            if name not in _NO_FACT:
                _collect(value, (*path, name), (*location, name), around, found)
    elif isinstance(part, list) and (field == "municipalities" or _has_records(part)):
        for place, item in enumerate(part):
            _collect(item, (*path, _identity(item)), (*location, place), around, found)
    else:
        compared = _identity({field: part}) if field in ("number", "address") else part
        found[path] = _Fact(location, _comparable(compared), around)


def _has_records(part: list[Text]) -> bool:
    return any(isinstance(item, dict) for item in part)


def _comparable(value: Text) -> object:
    """Return a value as it is compared: languages in any order are the same."""
    return tuple(sorted(map(str, value))) if isinstance(value, list) else value


def _hours(part: Text) -> object:
    """Return what hours say, in whatever form they are written.

    Returns NOT_CONFIRMED if they say nothing, and None if they cannot be read.
    """
    try:
        hours = Hours.model_validate(part)
    except ValidationError:
        return None
    if not hours.known:
        return NOT_CONFIRMED
    return hours.model_dump(exclude={"source", "checked", "note"})


def _identity(item: Text) -> str:
    """Return what tells an item of a list from the others: its number, say, in any spelling."""
    if not isinstance(item, dict):
        return str(item)
    key = next((name for name in _IDENTITY if text_of(item, name)), "")
    value = text_of(item, key)
    kind = text_of(item, "kind") if key != "name" else ""
    written = phones.compared(value) if key == "number" else value.casefold()
    return f"{kind if kind in ('sms', 'chat') else ''} {written}"


def _problem(file: TextFile, location: Location, fact: _Fact, today: date) -> Problem:
    """Return the Problem about a fact, with its source and day as they are written there."""
    part = file.at(location)
    if isinstance(part, dict) and isinstance(location[-1], int):
        key = next((name for name in _IDENTITY if text_of(part, name)), "")
        location, part = (*location, key), text_of(part, key)
        message = _BESIDE
    elif isinstance(location[-1], int):
        message = _ITEM_IN_BRACES
    elif location[1] in _RECORDS and location[-1] not in (*_HOURS, *_FACTS_OF_CHANNELS):
        message = _BESIDE
    else:
        message = _IN_BRACES
    values = {
        "field": location[-1],
        "key": "weekly" if location[-1] in _HOURS else "value",
        "value": _written(part) if message is _BESIDE else _written_inside(_value_of(part)),
        "day": today.isoformat(),
    }
    return file.problem(location, message, **values)


def _value_of(part: Text) -> Text:
    """Return the value of a fact that is written with a source, a note or the like beside it."""
    return part.get("value", part.get("weekly", part)) if isinstance(part, dict) else part


def _written(part: Text) -> str:
    """Return a value as it is written on one line."""
    if isinstance(part, list):
        return f"[{', '.join(map(_written_inside, part))}]"
    if isinstance(part, dict):
        if (value := _value_of(part)) is not part:
            return _written(value)
        shown = (
            f"{name}: {_written_inside(one)}" for name, one in part.items() if name not in _NO_FACT
        )
        return f"{{{', '.join(shown)}}}"
    return part


def _written_inside(part: Text) -> str:
    """Return a value as it is written within braces, where a comma or a colon ends it."""
    written = _written(part)
    ends = isinstance(part, str) and re.search(r"[,#\[\]{}]|: ", part)
    return f'"{written}"' if ends else written


def _between_rows(old: str, new: str) -> Iterator[Problem]:
    """Yield a Problem for each website and switchboard that is newer than its source and date."""
    before = {row["code"]: row for row in _rows(old).values() if row.get("code")}
    for line, row in _rows(new).items():
        was = before.get(row.get("code", ""), {})
        for name in ("website", "switchboard"):
            columns = (f"{name}_source", f"{name}_date")
            is_same = all(row.get(column) == was.get(column) for column in columns)
            if was and row.get(name) and row.get(name) != was.get(name) and is_same:
                file = f"data/{municipal_contacts.FILE}"
                entry = row.get("name", "")
                yield Problem(file, line, 1, entry, name, _IN_COLUMNS, {"value": row[name]})


def _rows(text: str) -> dict[int, dict[str, str]]:
    """Return the rows of a CSV text by their lines; those that start with # are comments."""
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if not line.startswith("#")]
    read = csv.DictReader(io.StringIO("\n".join(line for _, line in lines)))
    return dict(zip([n for n, _ in lines[1:]], read, strict=False))
