"""What comes from the report that the directory is built on, and what cannot.

Brottsoffermyndigheten's review of 14 January 2026 prints contacts for 42 municipalities
(data/bilaga_2.csv). Whoever knows more gives the fact a source of its own, or confirms the entry;
then nothing here has anything to say of it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Centre, Fact, Receives, Services
from centres.data.record_rules import entries, served_by, served_of
from centres.files.problem import Problem
from centres.files.yaml_file import Location, Text, TextFile
from centres.i18n import N_

# Every fact about a centre that has an answer, by its name in the file.
_FACTS = {
    name
    for model in (Centre, Receives, Services)
    for name, field in model.model_fields.items()
    if isinstance(field.annotation, type) and issubclass(field.annotation, Fact)
}
# The facts that the report's titles tell: whom a centre is for, and that it talks with them.
_TOLD = {"victims", "witnesses", "support_talks"}
_OWN_LINES = N_(
    "”%(value)s” står inte i %(report)s. Skriv varifrån du vet det, på egna rader under: "
    "source: centret, och checked: med dagen."
)
_IN_BRACES = N_(
    "”%(value)s” står inte i %(report)s. Skriv varifrån du vet det, så här: "
    '{value: "%(value)s", source: centret, checked: med dagen}.'
)


@dataclass(frozen=True)
class Report:
    """The report: its id in sources.yaml, its day, and what it prints for each municipality."""

    source: str
    day: str
    printed: dict[str, set[str]]


def plain(printed: str) -> str:
    """A number or an address without what a printer may have put in: blanks, hyphens, capitals."""
    return "".join(printed.split()).replace("-", "").casefold()


def problems_in(file: TextFile, report: Report) -> Iterator[Problem]:
    """What an entry says to have from the report that the report does not say."""
    for index, entry in entries(file):
        yield from _contacts(file, index, entry, report)
        if entry.get("source") == report.source:
            yield from _municipalities(file, index, entry, report)
            yield from _facts(file, (index,), entry, report)
            if str(entry.get("checked", "")) > report.day:
                message = N_(
                    "%(report)s är från %(day)s. Har någon bekräftat uppgifterna skriver du "
                    "source: centret på raden ovanför."
                )
                where = (index, "checked")
                yield file.problem(where, message, report=report.source, day=report.day)


def forgotten(centres: TextFile, retired: TextFile, report: Report) -> Iterator[Problem]:
    """A municipality that had a centre has one, or has lost it by a source: never in silence."""
    there = {
        name
        for file in (centres, retired)
        for _, entry in entries(file)
        for name in served_of(entry)
    }
    for name in sorted(set(report.printed) - there):
        message = N_(
            "%(name)s har ett centrum enligt %(report)s, men står inte längre hos något. Lägg "
            "tillbaka kommunen, eller lägg till centret i data/retired.yaml."
        )
        yield centres.problem((), message, name=name, report=report.source)


def _contacts(
    file: TextFile, index: int, entry: dict[str, Text], report: Report
) -> Iterator[Problem]:
    known = set().union(*(report.printed.get(name, set()) for name in served_of(entry)))
    for field, key in (("phones", "number"), ("emails", "address")):
        listed = entry.get(field)
        for place, record in enumerate(listed if isinstance(listed, list) else []):
            if not isinstance(record, dict):
                continue
            if record.get("source", entry.get("source")) != report.source:
                continue
            value = str(record.get(key))
            where: Location = (index, field, place, key)
            if value != "withheld" and plain(value) not in known:
                yield file.problem(where, _OWN_LINES, value=value, report=report.source)
            if record.get("kind") == "direct":
                where = (index, field, place, "kind")
                yield file.problem(where, _OWN_LINES, value="direct", report=report.source)


def _municipalities(
    file: TextFile, index: int, entry: dict[str, Text], report: Report
) -> Iterator[Problem]:
    """Those who share a centre are printed with the same contact."""
    served = list(served_by(index, entry))
    contacts = Counter(frozenset(report.printed.get(name, {name})) for _, name in served)
    for location, name in served:
        own = frozenset(report.printed.get(name, {name}))
        if name not in report.printed or contacts[own] < max(contacts.values()):
            message = N_(
                "%(name)s hör inte till det här centret enligt %(report)s. Vet du bättre ändrar du "
                "source och checked i postens sista rader."
            )
            yield file.problem(location, message, name=name, report=report.source)


def _facts(
    file: TextFile, location: Location, record: dict[str, Text], report: Report
) -> Iterator[Problem]:
    for name, written in record.items():
        where = (*location, name)
        if name in ("receives", "services") and isinstance(written, dict):
            yield from _facts(file, where, written, report)
        elif name == "web_page" and isinstance(written, dict) and "source" not in written:
            if (url := str(written.get("url", NOT_CONFIRMED))) != NOT_CONFIRMED:
                yield file.problem((*where, "url"), _OWN_LINES, value=url, report=report.source)
        elif name in _FACTS - _TOLD and (value := _unsourced(written)) not in ("", NOT_CONFIRMED):
            yield file.problem(where, _IN_BRACES, value=value, report=report.source)


def _unsourced(written: Text) -> str:
    """The value of a fact that names no source of its own."""
    if isinstance(written, dict):
        return "" if "source" in written else str(written.get("value", ""))
    return str(written)
