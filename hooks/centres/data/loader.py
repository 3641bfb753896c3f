"""Read and check the data folder.

`geography_files` and `municipal_contacts` also open files of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from centres.data import (
    bilaga_2,
    geography_files,
    municipal_contacts,
    record_rules,
)
from centres.data.bilaga_2 import Report
from centres.data.days import as_of, ending_rules, membership_rules
from centres.data.directory import (
    AGEING_DAYS,
    BASE_SOURCE,
    FRESH_DAYS,
    LINES_OF_PAGES,
    REPORT_DAY,
    Directory,
)
from centres.data.field_messages import ENOUGH, explain_all
from centres.data.geography import Municipality
from centres.data.model import (
    RECORDS,
    Language,
    MunicipalContact,
    Notice,
    Prepared,
    Proposition,
    Retired,
    Round,
    Script,
    Word,
)
from centres.data.rules import (
    contact_rules,
    every_rule,
    helpline_rules,
    notice_rules,
)
from centres.files import csv_file, yaml_file
from centres.files.problem import DataProblems, Problem, Severity
from centres.files.yaml_file import Location, TextFile
from centres.i18n import N_

R = TypeVar("R", bound=BaseModel)
_MAY_BE_EMPTY = (Notice, Proposition, Retired, Round, Script, Word)


def load(data: Path, today: date, cited: Iterable[str] = ()) -> Directory:
    """Read and check the folder `data` as of `today`; `cited` are ids of sources that prose names.

    Raises DataProblems with the problems of all files.
    """
    problems: list[Problem] = []
    geography = geography_files.read(data, problems)
    files = {name: _file(data, name) for name in RECORDS}
    problems += [problem for file in files.values() for problem in file.problems]
    read: dict[str, list[Any]] = {
        name: _records(files[name], model, problems) for name, model in RECORDS.items()
    }
    centres, retired, languages = (read[name] for name in ("centres", "retired", "languages"))
    places = geography.municipalities
    contacts = municipal_contacts.read(data, places, files["sources"], today, problems)
    questions = _compared(files, languages, places, today, problems)
    problems += _differences_from_report(files, _report(data, problems), problems)
    if problems:
        raise DataProblems(problems)
    return Directory(
        centres=as_of.centres_on(centres, retired, today),
        propositions={one.id: one for one in read["critical"]},
        glossary=read["glossary"],
        helplines=read["helplines"],
        languages=languages,
        notices=read["notices"],
        retired=[one for one in retired if one.holds_on(today)],
        scripts={script.code: script for script in read["scripts"]},
        sources={source.id: source for source in read["sources"]},
        cited=frozenset(_cited_by_records(files) | municipal_contacts.cited(contacts)),
        contacts=contacts,
        **geography._asdict(),
        today=today,
        questions=questions,
        warnings=list(_warnings(files, contacts, languages, today, cited)),
        ahead=as_of.ahead(centres, retired, today),
        rounds=read["rounds"],
    )


def lines_that_nothing_leads_to(
    data: Path, directory: Directory, named: Collection[str]
) -> list[Problem]:
    """Return a Problem for each helpline that neither the pages from data nor prose leads to.

    `data` is the folder that `directory` was read from, `named` the ids that prose names.
    """
    led_to = {*named, *LINES_OF_PAGES}
    if led_to.issuperset(directory.lines):
        return []
    file = _file(data, "helplines")
    return list(helpline_rules.line_that_nothing_leads_to(file, led_to))


def problems_of_prepared_texts(
    data: Path, directory: Directory, prepared: Mapping[str, Prepared]
) -> list[Problem]:
    """Return a Problem for each notice whose prepared text is not in the languages it needs.

    `data` is the folder that `directory` was read from, `prepared` the texts by language.
    """
    if not directory.notices:
        return []
    file = _file(data, "notices")
    return list(notice_rules.prepared_text(file, directory.languages, prepared))


def _file(data: Path, name: str) -> TextFile:
    return yaml_file.read(data / f"{name}.yaml", f"data/{name}.yaml")


def _cited_by_records(files: dict[str, TextFile]) -> set[str]:
    """Return the ids of the sources of centres, helplines and notices."""
    names = ("centres", "helplines", "notices", "retired")
    return record_rules.cited(files[name] for name in names)


def _warnings(
    files: dict[str, TextFile],
    contacts: dict[str, MunicipalContact],
    languages: list[Language],
    today: date,
    cited: Iterable[str],
) -> Iterator[Problem]:
    """Yield the problems that stop no build.

    Those are notices that end or are not in every language, facts that age, what is over, contacts
    that two entries have, and sources that nothing cites.
    """
    yield from notice_rules.ends_soon(files["notices"], today)
    yield from notice_rules.not_translated(files["notices"], languages, today)
    yield from record_rules.facts_that_age(files["centres"], today, AGEING_DAYS, FRESH_DAYS)
    yield from contact_rules.contact_of_another([files["centres"], files["helplines"]])
    both = ending_rules.retired_and_listed(files["retired"], files["centres"], today)
    yield from (one for one in both if one.severity is Severity.NOTICE)
    yield from membership_rules.name_to_move(files["centres"], today)
    yield from membership_rules.day_without_a_centre(files["centres"], files["retired"], today)
    named = record_rules.cited(files.values()) | municipal_contacts.cited(contacts) | set(cited)
    yield from record_rules.unused_source(files["sources"], named)


def _compared(
    files: dict[str, TextFile],
    languages: list[Language],
    municipalities: list[Municipality],
    today: date,
    problems: list[Problem],
) -> list[Problem]:
    """Append to `problems` what the rules find; return what is to be asked of texts.

    Of texts, a line that has a problem already is passed over.
    """
    for by_rule in every_rule.comparing(files, languages, municipalities, today):
        problems += islice(by_rule, ENOUGH)
    told = {(problem.file, problem.line) for problem in problems}
    found = [
        one
        for one in every_rule.of_texts(files, municipalities)
        if (one.file, one.line) not in told
    ]
    problems += (one for one in found if one.severity is Severity.ERROR)
    return [one for one in found if one.severity is not Severity.ERROR]


def _differences_from_report(
    files: dict[str, TextFile], report: Report, problems: list[Problem]
) -> Iterator[Problem]:
    """Yield a Problem for each fact attributed to Bilaga 2 that it does not contain.

    Entries that have other `problems` are skipped; municipalities that are missing are reported
    only if there are none at all. Nothing is compared with a report that could not be read.
    """
    if not report.printed:
        return
    faulty = {problem.entry for problem in problems if problem.file == files["centres"].name}
    differences = bilaga_2.problems_in(files["centres"], report)
    yield from islice((problem for problem in differences if problem.entry not in faulty), ENOUGH)
    if not problems:
        yield from islice(bilaga_2.forgotten(files["centres"], files["retired"], report), ENOUGH)


def _report(data: Path, problems: list[Problem]) -> Report:
    """Read data/bilaga_2.csv: what the report prints for each municipality with a centre."""
    name = "data/bilaga_2.csv"
    rows = csv_file.read(
        data / "bilaga_2.csv", name, ("municipality", "phones", "emails"), problems
    )
    printed = {
        row["municipality"]: {
            bilaga_2.normalized(contact)
            for contact in f"{row['phones']};{row['emails']}".split(";")
            if contact
        }
        for row in rows
    }
    return Report(BASE_SOURCE, REPORT_DAY, printed)


def _records(file: TextFile, model: type[R], problems: list[Problem]) -> list[R]:
    """Return the valid records of `file`; append what is wrong with the others to `problems`."""
    if not isinstance(file.content, list) or not file.content:
        # Only comments in the file: no centre may have closed or been asked, no notice hold, no
        # script need anything, and no word be told.
        if not file.problems and not (model in _MAY_BE_EMPTY and file.content in ("", [])):
            message = N_("filen ska vara en lista. Börja varje post med - id: längst till vänster.")
            problems.append(file.problem((), message))
        return []
    records = []
    wrong: list[Problem] = []
    for index, entry in enumerate(file.content):
        try:
            records.append(model.model_validate(entry))
        except ValidationError as errors:
            explained = explain_all(errors.errors(include_url=False), model)
            for location, (message, values) in islice(explained, ENOUGH):
                written_at = _written_location((index, *location), file)
                wrong.append(file.problem(written_at, message, **values))
        if len(wrong) > ENOUGH:
            break
    problems += wrong[:ENOUGH]
    return records


def _written_location(location: Location, file: TextFile) -> Location:
    """Return `location` as it is in the file, where a short form leaves out `value` or `weekly`."""
    for place, step in enumerate(location):
        if step in ("value", "weekly") and location[: place + 1] not in file.marks:
            return location[:place] + location[place + 1 :]
    return location
