"""Every rule about records, in one list: `loader` asks each for its problems.

A rule reads the text of the files, so that one mistake in an entry does not hide another.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from centres.data import record_rules
from centres.data.days import ending_rules, membership_rules
from centres.data.directory import BASE_SOURCE, LINES_OF_PAGES
from centres.data.field_messages import ENOUGH
from centres.data.geography import Municipality
from centres.data.model import Language
from centres.data.rules import (
    contact_rules,
    helpline_rules,
    language_rules,
    notice_rules,
    personal_data,
)
from centres.files.problem import Problem, Severity
from centres.files.yaml_file import TextFile


def comparing(
    files: dict[str, TextFile],
    languages: list[Language],
    municipalities: list[Municipality],
    today: date,
) -> Iterator[Iterator[Problem]]:
    """Yield, for each rule that compares records, an iterator of its problems."""
    names = [place.name for place in municipalities]
    sources = record_rules.ids(files["sources"])
    for name in (
        "centres",
        "critical",
        "glossary",
        "helplines",
        "notices",
        "retired",
        "rounds",
        "sources",
    ):
        yield record_rules.used_twice(files[name], "id")
    yield from (record_rules.used_twice(files[name], "code") for name in ("languages", "scripts"))
    yield language_rules.source_language(files["languages"])
    yield language_rules.unknown_language(files["languages"])
    if not files["scripts"].problems:
        yield language_rules.unknown_script(files["languages"], files["scripts"])
    for name in ("centres", "critical", "glossary", "retired", "rounds", "sources"):
        yield record_rules.entries_out_of_order(files[name])
    for name in ("centres", "glossary", "helplines", "notices", "retired") if sources else ():
        yield record_rules.unknown_source(files[name], sources)
    for name in ("centres", "helplines"):
        yield contact_rules.contact_twice(files[name])
        yield record_rules.day_that_is_missing(files[name], files["sources"])
    yield record_rules.entry_that_pages_need(files["sources"], [BASE_SOURCE])
    yield helpline_rules.line_that_pages_need(files["helplines"], LINES_OF_PAGES)
    yield helpline_rules.promise_of_another_number(files["helplines"])
    for name in ("centres", "notices", "retired") if names else ():
        yield record_rules.unknown_municipality(files[name], names)
    yield from _of_changes(files["centres"], files["retired"], today)
    yield from _of_notices(files, languages, record_rules.ids(files["centres"]))
    for name, key in (
        ("centres", "checked"),
        ("helplines", "checked"),
        ("notices", "checked"),
        ("retired", "checked"),
        ("sources", "date"),
        ("sources", "retrieved"),
    ):
        yield record_rules.day_in_the_future(files[name], key, today)


def _of_notices(
    files: dict[str, TextFile], languages: list[Language], centres: list[str]
) -> Iterator[Iterator[Problem]]:
    """Yield, for each rule about notices, an iterator of its problems."""
    file = files["notices"]
    yield notice_rules.places_of_its_level(file)
    yield notice_rules.wrong_time(file)
    yield notice_rules.no_words(file)
    yield notice_rules.no_way_on(file)
    if centres:
        yield notice_rules.unknown_centre(file, centres)
    if lines := record_rules.ids(files["helplines"]):
        yield notice_rules.unknown_line(file, lines, helpline_rules.called(files["helplines"]))
    yield notice_rules.languages_of_a_text(file, languages)


def _of_changes(centres: TextFile, retired: TextFile, today: date) -> Iterator[Iterator[Problem]]:
    """Yield, for each rule about what happens to centres, an iterator of its problems."""
    yield membership_rules.municipality_served_twice(centres, retired)
    yield membership_rules.centre_that_ends_for_all(centres, retired)
    yield membership_rules.day_far_away(centres, today)
    yield membership_rules.day_far_away(retired, today)
    both = ending_rules.retired_and_listed(retired, centres, today)
    yield (one for one in both if one.severity is Severity.ERROR)
    yield ending_rules.moved_to_unknown_centre(retired, record_rules.ids(centres))
    yield ending_rules.moved_without_its_municipalities(retired, centres, today)


def of_texts(files: dict[str, TextFile], municipalities: list[Municipality]) -> Iterator[Problem]:
    """Yield the problems of what stands in texts: numbers, and what may be a person's."""
    for name in ("centres", "critical", "glossary", "helplines", "retired", "sources"):
        yield from islice(contact_rules.number_in_text(files[name]), ENOUGH)
    known = {municipality.name for municipality in municipalities}
    known |= {
        record_rules.text_of(entry, "name") for _, entry in record_rules.entries(files["helplines"])
    }
    for name in ("centres", "helplines", "retired"):
        yield from islice(personal_data.problems_in(files[name], known), ENOUGH)
