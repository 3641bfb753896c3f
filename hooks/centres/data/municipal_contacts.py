"""Read data/municipal_contacts.csv: each municipality's website and switchboard, and from where.

A value has a source and that source's date. One that nobody knows is an empty cell.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from pydantic import ValidationError

from centres.data.field_messages import ENOUGH, WITHOUT_SOURCE, Message, explain_all
from centres.data.field_types import BY_FACT, NO_DAY, last_day
from centres.data.geography import Municipality
from centres.data.model import MunicipalContact
from centres.data.record_rules import NO_SOURCE, NOT_YET, entries, suggested, text_of
from centres.files import csv_file
from centres.files.problem import Problem
from centres.files.yaml_file import TextFile
from centres.i18n import N_

FILE = "municipal_contacts.csv"
_NAME = f"data/{FILE}"
_COLUMNS = ("code", "name", *MunicipalContact.model_fields)
_VALUES = ("website", "switchboard")
# A switchboard from a source older than this year is not shown: numbers change.
OLDEST_YEAR = 2020
# Of municipalities without a row, so many are named.
_NAMED = 5

Row = dict[str, str]


def read(
    data: Path,
    municipalities: list[Municipality],
    sources: TextFile,
    today: date,
    problems: list[Problem],
) -> dict[str, MunicipalContact]:
    """Return the contacts of `municipalities` by SCB code; append what is wrong to `problems`.

    `sources` is data/sources.yaml, whose ids and dates the rows name. Where it or the list of
    municipalities could not be read, nothing is compared with it.
    """
    wrong: list[Problem] = []
    rows = csv_file.read(data / FILE, _NAME, _COLUMNS, wrong)
    names = {municipality.code: municipality.name for municipality in municipalities}
    dates = {text_of(entry, "id"): text_of(entry, "date") for _, entry in entries(sources)}
    wrong += _problems_in_codes(rows, names) if names else ()
    contacts = {}
    for row in rows:
        contacts[row["code"]], faults = _contact(row, dates, today)
        wrong += (_problem(row, column, *message) for column, message in faults)
    missing = [name for code, name in names.items() if code not in contacts]
    if missing and not wrong:
        message = N_("filen saknar %(name)s. Lägg tillbaka en rad för varje kommun.")
        wrong.append(Problem.of_file(_NAME, message, name=", ".join(missing[:_NAMED])))
    problems += islice(wrong, ENOUGH)
    return contacts


def unknown(data: Path) -> str:
    """Return the text of a file that knows nothing about any municipality in the folder `data`."""
    rows = csv_file.read(data / "municipalities.csv", "", ("code", "name"), [])
    empty = "," * len(MunicipalContact.model_fields)
    lines = [f"{row['code']},{row['name']}{empty}" for row in rows]
    return "\n".join([",".join(_COLUMNS), *lines, ""])


def cited(contacts: dict[str, MunicipalContact]) -> set[str]:
    """Return the ids of the sources that `contacts` name."""
    return {
        stated.source
        for contact in contacts.values()
        for stated in (contact.website_from, contact.switchboard_from)
        if stated
    }


def _problem(row: Row, column: str, message: str, values: dict[str, object]) -> Problem:
    return Problem(_NAME, int(row["line"]), 1, row["name"], column, message, values)


def _problems_in_codes(rows: list[Row], names: dict[str, str]) -> Iterator[Problem]:
    """Yield a Problem for each row about no municipality, about another, or about one again."""
    lines: dict[str, str] = {}
    for row in rows:
        code = row["code"]
        if code not in names:
            message = N_("ingen kommun har koden %(code)s. Skriv den som förut.")
            yield _problem(row, "code", message, {"code": code})
        elif names[code] != row["name"]:
            message = N_("kommunen med koden %(code)s heter %(name)s. Skriv raden som förut.")
            yield _problem(row, "name", message, {"code": code, "name": names[code]})
        elif code in lines:
            message = N_("kommunen står redan på rad %(line)s. Ta bort en av raderna.")
            yield _problem(row, "code", message, {"line": lines[code]})
        else:
            lines[code] = row["line"]


def _contact(
    row: Row, dates: dict[str, str], today: date
) -> tuple[MunicipalContact, list[tuple[str, Message]]]:
    """Return the contact in `row`, and each fault: its column and the message.

    Of a row with a value of the wrong form, the contact is empty.
    """
    written = {name: row[name] for name in MunicipalContact.model_fields if row[name]}
    try:
        contact = MunicipalContact.model_validate(written)
    except ValidationError as errors:
        explained = explain_all(errors.errors(include_url=False), MunicipalContact)
        return MunicipalContact(), [(str(location[0]), message) for location, message in explained]
    faults = [fault for name in _VALUES for fault in _faults(row, name, dates, today)]
    return contact, faults


def _faults(
    row: Row, name: str, dates: dict[str, str], today: date
) -> Iterator[tuple[str, Message]]:
    """Yield the faults of one value, `name`, in its three columns: value, source and date."""
    value, source, day = row[name], row[f"{name}_source"], row[f"{name}_date"]
    if not value and (source or day):
        message = N_("är tomt, men har en källa eller ett datum. Fyll i det, eller töm alla tre.")
        yield name, (message, {})
    if value and not source:
        yield f"{name}_source", (WITHOUT_SOURCE, {})
    if value and not day:
        message = N_("är tomt. Skriv källans datum, som 2026-01-14, 2024-09 eller 2022.")
        yield f"{name}_date", (message, {})
    if not (value and source and day):
        return
    if day > today.isoformat()[: len(day)]:
        yield f"{name}_date", (NOT_YET, {"date": day})
    elif name == "switchboard" and int(day[:4]) < OLDEST_YEAR:
        message = N_(
            "numret är från %(date)s. En växel behöver en källa från %(year)s eller senare. Fråga "
            "kommunen, eller töm växelns tre kolumner."
        )
        yield f"{name}_date", (message, {"date": day, "year": OLDEST_YEAR})
    elif dates:
        yield from _faults_of_source(name, source, day, dates)


def _faults_of_source(
    name: str, source: str, day: str, dates: dict[str, str]
) -> Iterator[tuple[str, Message]]:
    """Yield the fault of a value whose source is unknown or undated, or has another date.

    One that is asked anew for each fact (`BY_FACT`) gets its date from the row: a whole day.
    """
    if source not in dates:
        yield f"{name}_source", suggested(NO_SOURCE, source, dates)
    elif dates[source] == BY_FACT:
        if len(day) != len("2026-01-14"):
            yield f"{name}_date", (NO_DAY, {"value": day})
    elif dates[source] == "undated":
        message = N_(
            "källan ”%(name)s” har inget datum. Välj en som har det, eller töm kolumnerna."
        )
        yield f"{name}_source", (message, {"name": source})
    elif last_day(dates[source]) and dates[source] != day:
        message = N_("källan ”%(name)s” har datumet %(date)s. Skriv det, eller byt källa.")
        yield f"{name}_date", (message, {"name": source, "date": dates[source]})
