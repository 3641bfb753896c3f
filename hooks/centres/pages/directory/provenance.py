"""Where it comes from that there is a centre, or none, and how old that is."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from centres.data.directory import BASE_SOURCE, FRESH_DAYS, Directory
from centres.data.geography import Municipality
from centres.data.model import Centre, Source
from centres.pages.edition import Edition


@dataclass(frozen=True)
class Provenance:
    """Where the facts of a page come from.

    `checked` is the day of a centre's facts in words, None where there is no centre. `is_old` is
    whether nobody has confirmed them for more than `fresh_days`. `contacts` are numbers and
    addresses with a source of their own, `ages` the source of the age limit if it has its own.
    """

    citation: Markup
    checked: str | None
    is_old: bool
    fresh_days: int
    contacts: list[tuple[Markup, Markup]]
    ages: Markup | None


def known_from(
    directory: Directory, centre: Centre | None, municipality: Municipality | None
) -> tuple[Source, date | None]:
    """Return the source that says that there is a centre, or none, and the day of what it says.

    The review says who had one then; of a centre that has closed since, what we know it from.
    """
    if centre:
        return directory.source_of(centre), centre.checked
    name = municipality.name if municipality else ""
    closed = [retired for retired in directory.retired if name in retired.municipalities]
    if closed:
        latest = max(closed, key=lambda retired: retired.date)
        return directory.source_of(latest), latest.checked
    source = directory.sources[BASE_SOURCE]
    return source, source.latest


def provenance(
    edition: Edition, centre: Centre | None, municipality: Municipality | None = None
) -> Provenance:
    """Return where the facts on the page of a centre or of a municipality come from."""
    source, day = known_from(edition.directory, centre, municipality)
    return Provenance(
        citation=edition.citations.of(source),
        checked=edition.words.day(centre.checked) if centre else None,
        is_old=day is not None and (edition.directory.today - day).days > FRESH_DAYS,
        fresh_days=FRESH_DAYS,
        contacts=edition.citations.of_contacts(centre) if centre else [],
        ages=edition.citations.if_own(centre.ages) if centre else None,
    )
