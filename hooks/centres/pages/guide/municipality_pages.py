"""The guide's pages made from data: one for each municipality, and the list that leads to them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from centres.data import coverage
from centres.data.coverage import Near, Share, WhatIf
from centres.data.directory import Directory
from centres.data.geography import Municipality
from centres.data.model import Centre
from centres.i18n import N_
from centres.pages.directory import coming
from centres.pages.directory.coming import Coming
from centres.pages.directory.lists import MunicipalityGroup, by_county
from centres.pages.directory.municipality import municipality_path
from centres.pages.directory.provenance import known_from
from centres.pages.edition import Edition
from centres.pages.guide.book import CHOOSE
from centres.pages.guide.labels import model_name
from centres.pages.guide.website_text import TextMaker, WebsiteText
from centres.pages.page import Page


@dataclass(frozen=True)
class ChoicePage:
    """All municipalities by county, with the share of each county that has access.

    `shares` are by the county's name, `served` the codes of those with access.
    """

    template: ClassVar[str] = "guide/choose.html"
    heading: str
    groups: list[MunicipalityGroup]
    shares: dict[str, Share]
    served: Collection[str]


@dataclass(frozen=True)
class Neighbour:
    """A municipality beside another, its centre, and how that is run."""

    municipality: Municipality
    centre: Centre | None
    model: Markup | None


@dataclass(frozen=True)
class Choices:
    """Centres to join, and what would change: by joining one, or by starting one.

    `near` are neighbours' centres, or else the nearest; a municipality that has access may be
    joined by its neighbours instead.
    """

    near: list[Near]
    alone: WhatIf | None
    together: WhatIf | None
    could_join: WhatIf | None


@dataclass(frozen=True)
class GuideMunicipalityPage:
    """What a municipality that considers a centre wants to know.

    `model` is how its centre is run, `served` whom that is for, `share` its county's, `all` the
    number of municipalities; `coming` is what will change; `page_link` leads to the page
    that residents see.
    """

    template: ClassVar[str] = "guide/municipality.html"
    municipality: Municipality
    centre: Centre | None
    model: Markup | None
    served: list[Municipality]
    share: Share
    neighbours: list[Neighbour]
    choices: Choices
    all: int
    citation: Markup
    coming: list[Coming]
    page_link: Markup
    texts: list[WebsiteText]


def addresses(directory: Directory) -> set[str]:
    """Return where the pages are, without the language's folder."""
    return {CHOOSE, *(_path(municipality) for municipality in directory.municipalities)}


def pages(editions: Mapping[str, Edition], code: str, site_url: str) -> Iterator[Page]:
    """Yield the pages in the language `code`; none in a language that the guide lacks.

    `editions` are all that are built, by language code; `site_url` is where the site is published.
    """
    if not editions[code].language.has_guide:
        return
    edition = editions[code]
    makers = [TextMaker(other) for other in editions.values() if other.language.has_guide]
    shares = {share.name: share for share in coverage.by_county(edition.directory)}
    yield _choice_page(edition, shares)
    for municipality in edition.directory.municipalities:
        yield _municipality_page(edition, municipality, shares, makers, site_url)


def _path(municipality: Municipality) -> str:
    return f"{CHOOSE}{municipality.slug}/"


def _choice_page(edition: Edition, shares: dict[str, Share]) -> Page:
    directory = edition.directory
    heading = edition.words.plain(N_("Välj er kommun"))
    values = ChoicePage(
        heading=heading,
        groups=by_county(directory.municipalities),
        shares=shares,
        served=directory.centre_of,
    )
    return Page(CHOOSE, heading, values, audience="guide")


def _municipality_page(
    edition: Edition,
    municipality: Municipality,
    shares: dict[str, Share],
    makers: list[TextMaker],
    site_url: str,
) -> Page:
    directory, words = edition.directory, edition.words
    centre = directory.centre_of.get(municipality.code)
    source, day = known_from(directory, centre, municipality)

    def address(other: Edition) -> str:
        """Return the address of the page that residents see, in another edition."""
        return f"{site_url}{other.language.folder}{municipality_path(municipality)}"

    values = GuideMunicipalityPage(
        municipality=municipality,
        centre=centre,
        model=words.html(model_name(centre)) if centre else None,
        served=directory.served_by[centre.id] if centre else [],
        share=shares[municipality.county],
        neighbours=_neighbours(edition, municipality),
        choices=_choices(directory, municipality, centre),
        all=len(directory.municipalities),
        citation=edition.citations.of(source),
        coming=coming.for_municipality(edition, municipality),
        page_link=Markup('<a href="{0}">{0}</a>').format(address(edition)),
        texts=[
            maker.text(
                municipality,
                address(maker.edition),
                maker.edition.words.day(day) if day else "",
            )
            for maker in makers
        ],
    )
    title = words.plain(N_("%(name)s, för kommunen"), name=municipality.name)
    return Page(_path(municipality), title, values, audience="guide")


def _neighbours(edition: Edition, municipality: Municipality) -> list[Neighbour]:
    """Return the neighbours of a municipality, those that have access first."""
    rows = []
    for place in coverage.neighbours(edition.directory, municipality):
        centre = edition.directory.centre_of.get(place.code)
        model = edition.words.html(model_name(centre)) if centre else None
        rows.append(Neighbour(place, centre, model))
    return sorted(rows, key=lambda row: row.centre is None)


def _choices(directory: Directory, municipality: Municipality, centre: Centre | None) -> Choices:
    lacking = coverage.without(directory, municipality)
    if centre:
        could_join = coverage.what_if(directory, lacking) if lacking else None
        return Choices(near=[], alone=None, together=None, could_join=could_join)
    together = coverage.ordered([municipality, *lacking])
    return Choices(
        near=coverage.near(directory, municipality),
        alone=coverage.what_if(directory, [municipality]),
        together=coverage.what_if(directory, together) if lacking else None,
        could_join=None,
    )
