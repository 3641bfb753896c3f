"""Read and check the data folder: the one place where it is opened."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from centres.data import bilaga_2, geography, record_rules
from centres.data.bilaga_2 import Report
from centres.data.directory import (
    AGEING_DAYS,
    BASE_SOURCE,
    BRIS,
    BROTTSOFFERJOUREN,
    FRESH_DAYS,
    ON_CALL,
    REPORT_DAY,
    SOS,
    Directory,
)
from centres.data.field_messages import ENOUGH, explain_all
from centres.data.geography import LAND, Municipality, Outline, Place
from centres.data.model import RECORDS, Centre, Helpline, Language, Retired, Source, Word
from centres.files import csv_file, yaml_file
from centres.files.problem import DataProblems, Problem
from centres.files.yaml_file import Location, TextFile
from centres.i18n import N_

R = TypeVar("R", bound=BaseModel)
# SVG path data as scripts/outlines.py writes it: closed rings of whole steps. Nothing is tried
# twice, or a spoilt file would take for ever.
_PATH = re.compile(r"(M\d++ \d++l-?\d++(?: ?-?\d++)*+z)*+")
_MUNICIPALITY_COLUMNS = ("code", "name", "county_code", "county", "group", "neighbours")


def load(data: Path, today: date, cited: Iterable[str] = ()) -> Directory:
    """Read and check the folder `data` as of `today`; `cited` are sources that prose names.

    Raises DataProblems with everything that is wrong in any of the files, in one go.
    """
    problems: list[Problem] = []
    report = _report(data, problems)
    municipalities, places = _geography(data, problems)
    outlines = _outlines(data, municipalities, problems)
    files = {name: yaml_file.read(data / f"{name}.yaml", f"data/{name}.yaml") for name in RECORDS}
    problems += [problem for file in files.values() for problem in file.problems]
    centres = _records(files["centres"], Centre, problems)
    glossary = _records(files["glossary"], Word, problems)
    helplines = _records(files["helplines"], Helpline, problems)
    languages = _records(files["languages"], Language, problems)
    retired = _records(files["retired"], Retired, problems)
    sources = _records(files["sources"], Source, problems)
    for rule_problems in _problems_by_rule(files, municipalities, today):
        problems += islice(rule_problems, ENOUGH)
    if report.printed:
        problems += _untold(files, report, problems)
    if problems:
        raise DataProblems(problems)
    return Directory(
        centres=centres,
        glossary=glossary,
        helplines=helplines,
        languages=languages,
        retired=retired,
        sources={source.id: source for source in sources},
        cited=frozenset(
            record_rules.cited(files[name] for name in ("centres", "helplines", "retired"))
        ),
        municipalities=municipalities,
        outlines=outlines,
        places=places,
        today=today,
        warnings=[
            *record_rules.facts_that_age(files["centres"], today, AGEING_DAYS, FRESH_DAYS),
            *record_rules.unused_source(
                files["sources"], record_rules.cited(files.values()) | set(cited)
            ),
        ],
    )


def _geography(data: Path, problems: list[Problem]) -> tuple[list[Municipality], list[Place]]:
    rows = csv_file.read(
        data / "municipalities.csv", "data/municipalities.csv", _MUNICIPALITY_COLUMNS, problems
    )
    municipalities = geography.municipalities(rows)
    if not (municipalities or problems):
        message = N_("filen har inga kommuner. Hämta tillbaka den.")
        problems.append(Problem("data/municipalities.csv", 1, 1, "", "", message))
    problems += _problems_in_municipalities(rows)
    name = "data/places.csv"
    rows = csv_file.read(data / "places.csv", name, ("name", "language", "code"), problems)
    codes = {one.code for one in municipalities}
    for row in rows if codes else []:
        if row["code"] not in codes:
            message = N_("orten ligger i kommun %(code)s, som inte finns.")
            values: dict[str, object] = {"code": row["code"]}
            where = (name, int(row["line"]), 1, row["name"], "code")
            problems.append(Problem(*where, message, values))
    return municipalities, geography.places(rows)


def _outlines(
    data: Path, municipalities: list[Municipality], problems: list[Problem]
) -> dict[str, Outline]:
    name = "data/map.csv"
    rows = csv_file.read(data / "map.csv", name, ("code", "country", "county"), problems)
    for row in rows:
        for column in ("country", "county"):
            if not _PATH.fullmatch(row[column]):
                message = N_("är inte gränser som scriptet har ritat. Hämta tillbaka filen.")
                problems.append(Problem(name, int(row["line"]), 1, row["code"], column, message))
    found = geography.outlines(rows)
    lacking = [one for one in (LAND, *(one.code for one in municipalities)) if one not in found]
    if lacking and not problems:
        message = N_("kartan saknar %(codes)s. Hämta tillbaka filen.")
        problems.append(Problem.of_file(name, message, codes=", ".join(lacking[:5])))
    return found


def _problems_in_municipalities(rows: list[dict[str, str]]) -> Iterator[Problem]:
    """A neighbour that is not there, and a group that SKR does not have."""
    codes = {row["code"] for row in rows}
    for row in rows:
        place = ("data/municipalities.csv", int(row["line"]), 1, row["name"])
        if not codes.issuperset(row["neighbours"].split()):
            message = N_("en granne finns inte i filen. Hämta tillbaka den.")
            yield Problem(*place, "neighbours", message)
        if not re.fullmatch("[ABC][1-9]", row["group"]):
            message = N_("gruppen är ingen av SKR:s, A1 till C9. Hämta tillbaka filen.")
            yield Problem(*place, "group", message)


def _untold(
    files: dict[str, TextFile], report: Report, problems: list[Problem]
) -> Iterator[Problem]:
    """What the report does not say; of an entry with another mistake, that mistake is enough."""
    faulty = {one.entry for one in problems if one.file == files["centres"].name}
    untold = bilaga_2.problems_in(files["centres"], report)
    yield from islice((one for one in untold if one.entry not in faulty), ENOUGH)
    if not problems:
        yield from islice(bilaga_2.forgotten(files["centres"], files["retired"], report), ENOUGH)


def _report(data: Path, problems: list[Problem]) -> Report:
    """What the report prints for each municipality that has a centre by it."""
    name = "data/bilaga_2.csv"
    rows = csv_file.read(
        data / "bilaga_2.csv", name, ("municipality", "phones", "emails"), problems
    )
    printed = {
        row["municipality"]: {
            bilaga_2.plain(one) for one in f"{row['phones']};{row['emails']}".split(";") if one
        }
        for row in rows
    }
    return Report(BASE_SOURCE, REPORT_DAY, printed)


def _problems_by_rule(
    files: dict[str, TextFile], municipalities: list[Municipality], today: date
) -> Iterator[Iterator[Problem]]:
    """Every rule about records together, and what breaks it."""
    names = [municipality.name for municipality in municipalities]
    sources = record_rules.ids(files["sources"])
    for name in ("centres", "glossary", "helplines", "retired", "sources"):
        yield record_rules.used_twice(files[name], "id")
    yield record_rules.used_twice(files["languages"], "code")
    yield record_rules.source_language(files["languages"])
    for name in ("centres", "glossary", "retired", "sources"):
        yield record_rules.entries_out_of_order(files[name])
    for name in ("centres", "glossary", "helplines", "retired") if sources else ():
        yield record_rules.unknown_source(files[name], sources)
    for name in ("centres", "helplines"):
        yield record_rules.day_that_is_missing(files[name], files["sources"])
    yield record_rules.entry_that_pages_need(files["sources"], [BASE_SOURCE])
    yield record_rules.line_that_pages_need(
        files["helplines"], [BRIS, BROTTSOFFERJOUREN, SOS, ON_CALL]
    )
    for name in ("centres", "retired") if names else ():
        yield record_rules.unknown_municipality(files[name], names)
    yield record_rules.municipality_served_twice(files["centres"])
    yield record_rules.retired_that_lives(files["retired"], record_rules.ids(files["centres"]))
    yield record_rules.moved_to_nowhere(files["retired"], record_rules.ids(files["centres"]))
    yield record_rules.moved_without_its_municipalities(files["retired"], files["centres"])
    for name, key in (
        ("centres", "checked"),
        ("helplines", "checked"),
        ("retired", "date"),
        ("retired", "checked"),
        ("sources", "date"),
        ("sources", "retrieved"),
    ):
        yield record_rules.day_in_the_future(files[name], key, today)


def _records(file: TextFile, model: type[R], problems: list[Problem]) -> list[R]:
    """The records of a file that are whole; what is wrong with the others goes to `problems`."""
    if not isinstance(file.content, list) or not file.content:
        # There may be no centre that has closed, no word, and nothing in the file but remarks.
        if not file.problems and not (model in (Retired, Word) and file.content in ("", [])):
            message = N_("filen ska vara en lista. Börja varje post med - id: längst till vänster.")
            problems.append(file.problem((), message))
        return []
    records = []
    wrong: list[Problem] = []
    for index, entry in enumerate(file.content):
        try:
            records.append(model.model_validate(entry))
        except ValidationError as errors:
            found = explain_all(errors.errors(include_url=False), model)
            for location, (message, values) in islice(found, ENOUGH):
                place = _written_location((index, *location), file)
                wrong.append(file.problem(place, message, **values))
        if len(wrong) > ENOUGH:
            break
    problems += wrong[:ENOUGH]
    return records


def _written_location(location: Location, file: TextFile) -> Location:
    """Where an editor sees the error: a short fact has no `value` of its own in the file."""
    if location[-1:] == ("value",) and location not in file.marks:
        return location[:-1]
    return location
