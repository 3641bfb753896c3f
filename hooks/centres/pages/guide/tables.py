"""What prose of the guide may ask for by name: maps, tables, figures and real centres.

All of it is counted from the directory, so that no page says what is no longer true.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from centres.content import marks
from centres.content.prose import Prose
from centres.data import coverage
from centres.data.coverage import Share
from centres.data.directory import BASE_SOURCE
from centres.data.geography import Municipality, alphabetical
from centres.data.model import Centre, Retired
from centres.errors import PageError
from centres.i18n import N_
from centres.pages import map_shapes
from centres.pages.document.frame import Urls
from centres.pages.edition import Edition
from centres.pages.guide.book import CHOOSE, Chapter, in_order
from centres.pages.guide.labels import ACCESS, ANSWERS, GROUP, MODEL, SELF_CHECK, model_name
from centres.pages.map_shapes import Access, Map
from centres.pages.page import Values

# Renders a part of a page of prose.
Render = Callable[[Values], Markup]

# What the first column of a table is called.
_COUNTY, _GROUP = N_("Län"), N_("Kommunernas huvudgrupp")
_MODEL, _AGE = N_("Hur det drivs"), N_("Ålder")


@dataclass(frozen=True)
class CentreLink:
    """A link to a centre, in the middle of a line of Markdown; `run_by` is empty if unknown."""

    template: ClassVar[str] = "guide/centre.html"
    centre: Centre | Retired
    run_by: str


@dataclass(frozen=True)
class CountedCentres:
    """A row of centres that have something in common: what, how many, and which."""

    name: Markup
    count: Markup | int
    centres: list[Centre]


@dataclass(frozen=True)
class CentresTable:
    """Centres by what they have in common; `heading` is what the first column is called."""

    template: ClassVar[str] = "guide/centres.html"
    heading: Markup
    rows: list[CountedCentres]


@dataclass(frozen=True)
class CoverageMap:
    """The country and Stockholm's county, with what each kind of shape is called.

    `to` is the folder of the pages that shapes lead to, `day` the day of the review in words.
    """

    template: ClassVar[str] = "guide/coverage_map.html"
    country: Map
    county: Map
    names: dict[Access, Markup]
    to: str
    day: str


@dataclass(frozen=True)
class SharesTable:
    """Shares of municipalities with access, by name; `heading` is what the names are called."""

    template: ClassVar[str] = "guide/shares.html"
    heading: Markup
    rows: list[tuple[Markup, Share]]


@dataclass(frozen=True)
class SharedCentre:
    """A centre for several municipalities, and how it is run."""

    centre: Centre
    model: Markup
    municipalities: list[Municipality]


@dataclass(frozen=True)
class SharingTable:
    """The centres that are for several municipalities."""

    template: ClassVar[str] = "guide/sharing.html"
    rows: list[SharedCentre]


@dataclass(frozen=True)
class MunicipalityAccess:
    """A municipality, whether it has access in words, and its centre."""

    municipality: Municipality
    access: Markup
    centre: Centre | None


@dataclass(frozen=True)
class AccessTable:
    """Every municipality with what it has."""

    template: ClassVar[str] = "guide/all.html"
    rows: list[MunicipalityAccess]


@dataclass(frozen=True)
class SourcesList:
    """Every source of the guide, with the pages that name it."""

    template: ClassVar[str] = "guide/sources.html"
    sources: list[tuple[Markup, list[Prose]]]


@dataclass(frozen=True)
class AnswerField:
    """What may be answered to the measure with a number; labels are in Swedish."""

    template: ClassVar[str] = "guide/answer.html"
    number: int
    answers: dict[str, str]


@dataclass(frozen=True)
class Result:
    """What the script of the self-check says, by its names for it."""

    template: ClassVar[str] = "guide/result.html"
    words: dict[str, str]


def parts(
    edition: Edition, render: Render, urls: Urls, chapters: list[Chapter]
) -> dict[str, Callable[..., Markup]]:
    """Return what may stand in prose, by name: `{{ coverage_map() }}`, `{{ centre("taby") }}`.

    `urls` are those of the page, `chapters` the guide's. A function raises PageError when it is
    called for a centre that is not there.
    """
    return {
        # In the middle of a line, so Markdown's own characters in a name are escaped.
        "centre": lambda name: marks.literal(render(_link(_centre(edition, name)))),
        "serves": lambda name: _served(edition, _centre(edition, name)),
        "models": lambda: render(_models(edition)),
        "coverage_map": lambda: render(_map(edition, urls)),
        "coverage_counties": lambda: render(_counties(edition)),
        "coverage_groups": lambda: render(_groups(edition)),
        "coverage_sharing": lambda: render(_sharing(edition)),
        "coverage_ages": lambda: render(_ages(edition)),
        "coverage_all": lambda: render(_every_municipality(edition)),
        "guide_sources": lambda: render(_sources(edition, chapters)),
        "answer": lambda number: render(AnswerField(number, ANSWERS)),
        "result": lambda: render(_result(edition)),
    }


def _centre(edition: Edition, name: str) -> Centre | Retired:
    """Return the centre that prose names; one that has closed since is named all the same.

    It closes on its day without a commit, and no page may fail to be made for that. Raises
    PageError.
    """
    listed: list[Centre | Retired] = [*edition.directory.centres, *edition.directory.retired]
    for centre in listed:
        if centre.id == name:
            return centre
    raise PageError(f"data/centres.yaml: {name}?")


def _link(centre: Centre | Retired) -> CentreLink:
    return CentreLink(centre, (centre.run_by.name or "") if isinstance(centre, Centre) else "")


def _served(edition: Edition, centre: Centre | Retired) -> Markup:
    if isinstance(centre, Retired):
        return edition.localizer.names(centre.municipalities)
    served = edition.directory.served_by[centre.id]
    return edition.localizer.names(municipality.name for municipality in served)


def _map(edition: Edition, urls: Urls) -> CoverageMap:
    directory = edition.directory
    return CoverageMap(
        country=map_shapes.country(directory),
        county=map_shapes.county(directory),
        names={kind: edition.words.html(name) for kind, name in ACCESS.items()},
        to=f"{urls.data_url}{CHOOSE}",
        day=edition.localizer.date_of(directory.sources[BASE_SOURCE]),
    )


def _counties(edition: Edition) -> SharesTable:
    """Return the shares of the counties, the largest first: readers look for their equals."""
    shares = sorted(coverage.by_county(edition.directory), key=lambda share: -share.percent)
    rows = [(edition.localizer.swedish(share.name), share) for share in shares]
    return SharesTable(edition.words.html(_COUNTY), rows)


def _groups(edition: Edition) -> SharesTable:
    shares = coverage.by_group(edition.directory)
    rows = [(edition.words.html(GROUP[share.name]), share) for share in shares]
    return SharesTable(edition.words.html(_GROUP), rows)


def _models(edition: Edition) -> CentresTable:
    rows = []
    for model, name in MODEL.items():
        centres = [
            centre for centre in edition.directory.centres if coverage.model(centre) == model
        ]
        count = edition.words.html(
            N_("%(centres)s centrum, %(municipalities)s kommuner"),
            centres=len(centres),
            municipalities=sum(len(centre.municipalities) for centre in centres),
        )
        if centres:
            rows.append(CountedCentres(edition.words.html(name), count, centres))
    return CentresTable(edition.words.html(_MODEL), rows)


def _sharing(edition: Edition) -> SharingTable:
    shared = [centre for centre in edition.directory.centres if centre.shared]
    shared.sort(key=lambda centre: -len(centre.municipalities))
    return SharingTable(
        [
            SharedCentre(
                centre,
                edition.words.html(model_name(centre)),
                edition.directory.served_by[centre.id],
            )
            for centre in shared
        ]
    )


def _ages(edition: Edition) -> CentresTable:
    directory, words = edition.directory, edition.words
    centres = directory.centres
    known = [centre for centre in centres if coverage.has_upper_limit(directory, centre)]
    all_ages = [centre for centre in centres if centre.ages.group == "all"]
    rest = [centre for centre in centres if centre not in known and centre not in all_ages]
    groups = [
        (edition.localizer.ages(centre.ages), [centre])
        for centre in sorted(known, key=lambda centre: centre.ages.limit or 0)
    ]
    groups.append((words.html(N_("Alla åldrar")), all_ages))
    groups.append((words.html(N_("Unga, gränsen är inte bekräftad")), rest))
    rows = [CountedCentres(name, len(centres), centres) for name, centres in groups if centres]
    return CentresTable(words.html(_AGE), rows)


def _every_municipality(edition: Edition) -> AccessTable:
    directory = edition.directory
    return AccessTable(
        [
            MunicipalityAccess(
                municipality,
                edition.words.html(ACCESS[map_shapes.access(directory, municipality)]),
                directory.centre_of.get(municipality.code),
            )
            for municipality in directory.municipalities
        ]
    )


def _sources(edition: Edition, chapters: list[Chapter]) -> SourcesList:
    """Return every source of the guide in the order of their publishers."""
    pages: dict[str, list[Prose]] = {}
    for page in in_order(chapters):
        for name in marks.cited(page.body):
            pages.setdefault(name, []).append(page)
    sources = edition.directory.sources
    names = sorted(pages, key=lambda name: (alphabetical(sources[name].publisher), name))
    return SourcesList([(edition.citations.by_id(name), pages[name]) for name in names])


def _result(edition: Edition) -> Result:
    return Result({key: edition.words.plain(text) for key, text in SELF_CHECK.items()})
