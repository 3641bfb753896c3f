"""Check what the data attributes to Bilaga 2 against what Bilaga 2 says.

Bilaga 2 of Brottsoffermyndigheten's review of 14 January 2026 prints contacts for 42 municipalities
(data/bilaga_2.csv). Facts with a source of their own, and entries that somebody has confirmed, are
not checked here.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Centre, Fact, Hours, Receives, Services
from centres.data.record_rules import entries, served_by, served_of
from centres.files.problem import Problem
from centres.files.yaml_file import Location, Text, TextFile
from centres.i18n import N_

# The fields of a centre that are facts, by their names in the file.
_FACTS = {
    name
    for model in (Centre, Receives, Services)
    for name, field in model.model_fields.items()
    for kind in (field.annotation, *get_args(field.annotation))
    if isinstance(kind, type) and issubclass(kind, (Fact, Hours))
}
_HOURS = {"opening_hours", "visiting_hours"}
# The facts that the report gives for every centre, in its title: whom they are for, and that they
# offer support talks.
_IN_REPORT = {"victims", "witnesses", "support_talks"}
_OWN_LINES = N_(
    "”%(value)s” står inte i %(report)s. Skriv varifrån du vet det, på egna rader under: "
    "source: centret, och checked: med dagen."
)
_IN_BRACES = N_(
    "”%(value)s” står inte i %(report)s. Skriv varifrån du vet det, så här: "
    '{value: "%(value)s", source: centret, checked: med dagen}.'
)
_HOURS_IN_BRACES = N_(
    "”%(value)s” står inte i %(report)s. Skriv varifrån du vet det, så här: "
    "{weekly: %(value)s, source: centret, checked: med dagen}."
)
_OWN_MEMBERSHIP = N_(
    "%(name)s hör inte till det här centret enligt %(report)s. Skriv varifrån du vet det, så här: "
    "{name: %(name)s, source: centret, checked: med dagen}."
)


@dataclass(frozen=True)
class Report:
    """The report: its id in sources.yaml, its day (ISO 8601), and the contacts it prints.

    `printed` has the telephone numbers and addresses, `normalized`, by the municipality's name.
    """

    source: str
    day: str
    printed: dict[str, set[str]]


def normalized(contact: str) -> str:
    """Return a number or an address without blanks and hyphens, in small letters, to compare it."""
    return "".join(contact.split()).replace("-", "").casefold()


def problems_in(file: TextFile, report: Report) -> Iterator[Problem]:
    """Yield a Problem for each fact in `file` that is attributed to the report and not in it."""
    for index, entry in entries(file):
        yield from _contacts(file, index, entry, report)
        yield from _municipalities(file, index, entry, report)
        if entry.get("source") == report.source:
            yield from _facts(file, (index,), entry, report)
            if str(entry.get("checked", "")) > report.day:
                message = N_(
                    "%(report)s är från %(day)s. Har någon bekräftat uppgifterna skriver du "
                    "source: centret på raden ovanför."
                )
                location = (index, "checked")
                yield file.problem(location, message, report=report.source, day=report.day)


def forgotten(centres: TextFile, retired: TextFile, report: Report) -> Iterator[Problem]:
    """Yield a Problem for each municipality in the report that neither file lists.

    A municipality that loses its centre loses it by an entry with a source, in data/retired.yaml.
    """
    listed = {
        name
        for file in (centres, retired)
        for _, entry in entries(file)
        for name in served_of(entry)
    }
    for name in sorted(set(report.printed) - listed):
        message = N_(
            "%(name)s har ett centrum enligt %(report)s, men står inte längre hos något. Lägg "
            "tillbaka kommunen. Har den lämnat centret skriver du {name: %(name)s, to: sista "
            "dagen, source: …, checked: …}. Har centret stängt lägger du till det i "
            "data/retired.yaml."
        )
        yield centres.problem((), message, name=name, report=report.source)


def _contacts(
    file: TextFile, index: int, entry: dict[str, Text], report: Report
) -> Iterator[Problem]:
    """Yield a Problem for each contact that the report does not print, or calls direct.

    The report does not say whose a number is.
    """
    known = set().union(*(report.printed.get(name, set()) for name in served_of(entry)))
    for field, key in (("phones", "number"), ("emails", "address")):
        records = entry.get(field)
        for place, record in enumerate(records if isinstance(records, list) else []):
            if not isinstance(record, dict):
                continue
            if record.get("source", entry.get("source")) != report.source:
                continue
            value = str(record.get(key))
            location: Location = (index, field, place, key)
            if value != "withheld" and normalized(value) not in known:
                yield file.problem(location, _OWN_LINES, value=value, report=report.source)
            if record.get("kind") == "direct":
                location = (index, field, place, "kind")
                yield file.problem(location, _OWN_LINES, value="direct", report=report.source)
            if "hours" in record and (value := _unsourced(record["hours"])) not in (
                "",
                NOT_CONFIRMED,
            ):
                location = (index, field, place, "hours")
                yield file.problem(location, _HOURS_IN_BRACES, value=value, report=report.source)
    channels = entry.get("channels")
    for place, record in enumerate(channels if isinstance(channels, list) else []):
        own = record.get("source", entry.get("source")) if isinstance(record, dict) else None
        if isinstance(record, dict) and own == report.source:
            location = (index, "channels", place, "kind")
            value = str(record.get("kind"))
            yield file.problem(location, _OWN_LINES, value=value, report=report.source)


def _municipalities(
    file: TextFile, index: int, entry: dict[str, Text], report: Report
) -> Iterator[Problem]:
    """Yield a Problem for each municipality whose printed contacts are not its centre's.

    The report prints the same contacts for all that share a centre. The centre is that whose
    contacts the entry has; where several fit as well, that of most of its municipalities, else of
    the first. A membership with a source of its own is not the report's.
    """
    served = list(_attributed(index, entry, report))
    printed = [frozenset(report.printed.get(name) or {name}) for _, name in served]
    written = _written_contacts(entry)
    count = Counter(printed)
    own = max(printed, key=lambda one: (len(one & written), count[one]), default=frozenset())
    for (location, name), contacts in zip(served, printed, strict=True):
        if name not in report.printed or contacts != own:
            yield file.problem(location, _OWN_MEMBERSHIP, name=name, report=report.source)


def _attributed(
    index: int, entry: dict[str, Text], report: Report
) -> Iterator[tuple[Location, str]]:
    """Yield the municipalities of `entry` that are said to be the report's, with their places."""
    rows = entry.get("municipalities")
    for location, name in served_by(index, entry):
        row = rows[int(location[2])] if isinstance(rows, list) else ""
        own = row.get("source") if isinstance(row, dict) else None
        if (own or entry.get("source")) == report.source:
            yield location, name


def _written_contacts(entry: dict[str, Text]) -> set[str]:
    """Return the numbers and addresses of `entry`, `normalized`."""
    return {
        normalized(str(record.get(key)))
        for field, key in (("phones", "number"), ("emails", "address"))
        for record in (entry.get(field) or [])
        if isinstance(record, dict)
    }


def _facts(
    file: TextFile, location: Location, record: dict[str, Text], report: Report
) -> Iterator[Problem]:
    """Yield a Problem for each fact in `record` that has an answer and no source of its own."""
    for name, written in record.items():
        field = (*location, name)
        if name in ("receives", "services") and isinstance(written, dict):
            yield from _facts(file, field, written, report)
        elif name == "web_page" and isinstance(written, dict) and "source" not in written:
            if (url := str(written.get("url", NOT_CONFIRMED))) != NOT_CONFIRMED:
                yield file.problem((*field, "url"), _OWN_LINES, value=url, report=report.source)
        elif name in _FACTS - _IN_REPORT and (value := _unsourced(written)) not in (
            "",
            NOT_CONFIRMED,
        ):
            message = _HOURS_IN_BRACES if name in _HOURS else _IN_BRACES
            yield file.problem(field, message, value=value, report=report.source)


def _unsourced(written: Text) -> str:
    """Return the value of a fact, or a week, without a source of its own; empty if it has one."""
    if isinstance(written, dict):
        value = written.get("value", written.get("weekly", ""))
        return "" if "source" in written else _unsourced(value)
    return f"[{', '.join(map(str, written))}]" if isinstance(written, list) else written
