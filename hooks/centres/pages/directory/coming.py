"""What a page says beforehand of what is decided: a day, and what is so from then on."""

from dataclasses import dataclass

from markupsafe import Markup

from centres.data.days.as_of import Step
from centres.data.geography import Municipality
from centres.data.model import Centre, Cited
from centres.i18n import N_
from centres.pages.edition import Edition
from centres.pages.evidence import Evidence


@dataclass(frozen=True)
class Coming:
    """Something that changes on a day, in words.

    `kind` says what: for a municipality a centre that it "gets", another one ("instead"), or
    "none", and "since" if that has been so; else the kind of a `Step`. `name` is what a
    centre is or will be called, `centre` its id if it has a page today. `places` are the
    municipalities it is about.
    """

    kind: str
    day: str
    name: Markup | str = ""
    centre: str = ""
    places: tuple[Municipality, ...] = ()


def for_municipality(edition: Edition, municipality: Municipality) -> list[Coming]:
    """Return what will change for those who live in `municipality`, or has: it lost its centre."""
    directory, name = edition.directory, municipality.name
    now = directory.centre_of.get(municipality.code)
    said = []
    if not now and name in directory.ahead.without_since:
        since, _ = directory.ahead.without_since[name]
        said.append(Coming("since", edition.words.day(since)))
    if now:
        said += [
            _step(edition, step)
            for step in directory.ahead.of_centre.get(now.id, [])
            if step.kind == "renamed"
        ]
    if turn := directory.ahead.of_municipality.get(name):
        kind = "none" if turn.centre is None else "instead" if now else "gets"
        said.append(_coming(edition, kind, edition.words.day(turn.day), turn.centre))
    return said


def for_centre(edition: Edition, centre: Centre) -> list[Coming]:
    """Return what will change for `centre`, in order."""
    return [_step(edition, step) for step in edition.directory.ahead.of_centre.get(centre.id, [])]


def opening(edition: Edition, name: str) -> list[Coming]:
    """Return the day when the closed centre with the id `name` opens again, if it will."""
    steps = edition.directory.ahead.of_centre.get(name, [])
    return [_step(edition, step) for step in steps if step.kind == "opens"]


def sources(edition: Edition, reasons: list[tuple[str, Cited]]) -> list[Evidence]:
    """Return, for the fold on certainty, where each thing to come is known from.

    `reasons` are the day in words and the record that says so.
    """
    citations, rows = edition.citations, []
    for day, why in reasons:
        source = edition.directory.source_of(why)
        said = edition.words.html(N_("det som ändras %(date)s"), date=day)
        row = Evidence(said, citations.date_of(source), citations.without_date(source))
        if row not in rows:
            rows.append(row)
    return rows


def _step(edition: Edition, step: Step) -> Coming:
    directory, day = edition.directory, edition.words.day(step.day)
    places = tuple(place for place in directory.municipalities if place.name in step.names)
    if step.kind == "renamed":
        return Coming("renamed", day, edition.localizer.name(step.name))
    return _coming(edition, step.kind, day, step.successor, places)


def _coming(
    edition: Edition,
    kind: str,
    day: str,
    centre: Centre | None,
    places: tuple[Municipality, ...] = (),
) -> Coming:
    if centre is None:
        return Coming(kind, day, places=places)
    has_page = any(one.id == centre.id for one in edition.directory.centres)
    # Several centres are called just Stödcentrum: its first municipality says which.
    name = edition.localizer.name(centre.name)
    where = edition.localizer.name(centre.municipalities[0])
    text = (
        name if centre.municipalities[0] in centre.name else Markup("{} ({})").format(name, where)
    )
    return Coming(kind, day, text, centre.id if has_page else "", places)
