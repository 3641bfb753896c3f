"""The whole directory, read and checked: the one place where the data folder is opened."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from centres import geography, rules
from centres.geography import Municipality, Place
from centres.messages import explain_all
from centres.model import Centre, Helpline, Language, Source
from centres.problems import DataProblems, Problem
from centres.yamltext import Location, TextFile, read

R = TypeVar("R", bound=BaseModel)

# A fact older than this many days needs to be confirmed again (design, after 211 and WellSky).
FRESH_DAYS = 180

# The review that says which municipalities have a centre, and so also which have none.
BASE_SOURCE = "bilaga-2"
# The lines that stand on every municipality's page.
BRIS, BROTTSOFFERJOUREN = "bris", "brottsofferjouren"


@dataclass(frozen=True)
class Directory:
    """Everything the site knows. Lists keep the order of their files."""

    centres: list[Centre]
    helplines: list[Helpline]
    languages: list[Language]
    sources: dict[str, Source]
    municipalities: list[Municipality]
    places: list[Place]
    today: date

    @cached_property
    def centre_of(self) -> dict[str, Centre]:
        """The centre that serves a municipality, by the municipality's SCB code."""
        codes = {municipality.name: municipality.code for municipality in self.municipalities}
        return {codes[name]: centre for centre in self.centres for name in centre.municipalities}

    @cached_property
    def served_by(self) -> dict[str, list[Municipality]]:
        """The municipalities of a centre, by the centre's id, in alphabetical order."""
        served: dict[str, list[Municipality]] = {centre.id: [] for centre in self.centres}
        for municipality in self.municipalities:
            centre = self.centre_of.get(municipality.code)
            if centre:
                served[centre.id].append(municipality)
        return served

    @cached_property
    def figures(self) -> dict[str, int]:
        """The numbers that prose may name, so that no one types them."""
        kinds = Counter(centre.ages.group for centre in self.centres)
        fresh = sum((self.today - centre.checked).days <= FRESH_DAYS for centre in self.centres)
        served, all_of_them = len(self.centre_of), len(self.municipalities)
        return {
            "centres": len(self.centres),
            "centres_for_all_ages": kinds["all"],
            "municipalities": all_of_them,
            "served": served,
            "not_served": all_of_them - served,
            "served_percent": round(100 * served / all_of_them),
            "fresh_days": FRESH_DAYS,
            "fresh": fresh,
            "fresh_percent": round(100 * fresh / len(self.centres)),
        }

    def helpline(self, name: str) -> Helpline:
        """The line with the id `name`."""
        return next(line for line in self.helplines if line.id == name)

    @property
    def source_language(self) -> Language:
        """The language in which everything is written first."""
        return self.languages[0]


def load(data: Path, today: date) -> Directory:
    """Read and check the folder `data` as of `today`.

    Raises DataProblems with everything that is wrong in any of the files, in one go.
    """
    municipalities = geography.read_municipalities(data / "municipalities.csv")
    files = {
        name: read(data / f"{name}.yaml", f"data/{name}.yaml")
        for name in ("centres", "helplines", "languages", "sources")
    }
    problems = [problem for file in files.values() for problem in file.problems]
    records = (
        _records(files["centres"], Centre, problems),
        _records(files["helplines"], Helpline, problems),
        _records(files["languages"], Language, problems),
        _records(files["sources"], Source, problems),
    )
    problems += _broken_rules(files, municipalities, today)
    if problems:
        raise DataProblems(problems)
    centres, helplines, languages, sources = records
    return Directory(
        centres,
        helplines,
        languages,
        {source.id: source for source in sources},
        municipalities,
        geography.read_places(data / "places.csv"),
        today,
    )


def _broken_rules(
    files: dict[str, TextFile], municipalities: list[Municipality], today: date
) -> Iterator[Problem]:
    names = [municipality.name for municipality in municipalities]
    sources = rules.ids(files["sources"])
    for name in ("centres", "helplines", "sources"):
        yield from rules.id_used_twice(files[name])
    for name in ("centres", "sources"):
        yield from rules.entries_out_of_order(files[name])
    for name in ("centres", "helplines") if sources else ():
        yield from rules.unknown_source(files[name], sources)
    yield from rules.entry_that_pages_need(files["sources"], [BASE_SOURCE])
    yield from rules.entry_that_pages_need(files["helplines"], [BRIS, BROTTSOFFERJOUREN])
    yield from rules.unknown_municipality(files["centres"], names)
    yield from rules.municipality_served_twice(files["centres"])
    yield from rules.checked_in_the_future(files["centres"], today)


def _records(file: TextFile, model: type[R], problems: list[Problem]) -> list[R]:
    """The records of a file that are whole; what is wrong with the others goes to `problems`."""
    if not isinstance(file.content, list) or not file.content:
        if not file.problems:
            problems.append(file.problem((), "filen ska vara en lista av poster."))
        return []
    records = []
    for index, entry in enumerate(file.content):
        try:
            records.append(TypeAdapter(model).validate_python(entry))
        except ValidationError as errors:
            for location, (message, values) in explain_all(errors.errors(), model):
                place = _written_location((index, *location), file)
                problems.append(file.problem(place, message, **values))
    return records


def _written_location(location: Location, file: TextFile) -> Location:
    """Where an editor sees the error: a short fact has no `value` of its own in the file."""
    if location[-1] == "value" and location not in file.marks:
        return location[:-1]
    return location
