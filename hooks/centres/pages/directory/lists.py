"""Lists of municipalities and of centres, and the map."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from markupsafe import Markup

from centres.data.directory import BASE_SOURCE
from centres.data.geography import Municipality, alphabetical, slug
from centres.data.model import Centre
from centres.i18n import N_
from centres.pages import map_shapes
from centres.pages.edition import Edition
from centres.pages.map_shapes import Access, Map
from centres.pages.page import MUNICIPALITIES, Page


@dataclass(frozen=True)
class MunicipalityGroup:
    """Municipalities under a letter or a county. `anchor` is the id of the heading."""

    name: str
    municipalities: list[Municipality]
    anchor: str


@dataclass(frozen=True)
class MunicipalitiesPage:
    """All municipalities, by letter or by county. `served` are the codes of those with access."""

    template: ClassVar[str] = "municipalities.html"
    heading: str
    groups: list[MunicipalityGroup]
    by_county: bool
    served: Collection[str]


@dataclass(frozen=True)
class CentresPage:
    """All centres, each with the names of its municipalities."""

    template: ClassVar[str] = "centres.html"
    centres: list[tuple[Centre, str]]
    figures: dict[str, int]
    citation: Markup


@dataclass(frozen=True)
class MapPage:
    """The country and Stockholm's county, drawn. `names` says what each kind of shape shows."""

    template: ClassVar[str] = "map.html"
    country: Map
    county: Map
    names: dict[Access, Markup]
    citation: Markup


def alphabetical_page(edition: Edition) -> Page:
    """Return the list of all municipalities, A to Ö."""
    letters = groupby(edition.directory.municipalities, key=lambda place: place.name[0])
    groups = [
        MunicipalityGroup(letter, list(municipalities), f"bokstav-{index}")
        for index, (letter, municipalities) in enumerate(letters)
    ]
    heading = edition.words.plain(N_("Alla kommuner, A till Ö"))
    served = edition.directory.centre_of
    return Page(MUNICIPALITIES, heading, MunicipalitiesPage(heading, groups, False, served))


def county_page(edition: Edition) -> Page:
    """Return the list of all municipalities, county by county."""
    groups = by_county(edition.directory.municipalities)
    heading = edition.words.plain(N_("Alla kommuner, län för län"))
    served = edition.directory.centre_of
    return Page("kommuner/lan/", heading, MunicipalitiesPage(heading, groups, True, served))


def by_county(municipalities: list[Municipality]) -> list[MunicipalityGroup]:
    """Return municipalities by county, both in alphabetical order."""
    counties: dict[str, list[Municipality]] = {}
    for municipality in municipalities:
        counties.setdefault(municipality.county, []).append(municipality)
    names = sorted(counties, key=alphabetical)
    return [MunicipalityGroup(name, counties[name], slug(name)) for name in names]


def centres_page(edition: Edition) -> Page:
    """Return the list of all centres, in the order of their municipalities' names."""
    directory = edition.directory
    centres = [
        (centre, ", ".join(place.name for place in directory.served_by[centre.id]))
        for centre in directory.centres
    ]
    centres.sort(key=lambda row: alphabetical(row[1]))
    values = CentresPage(centres, directory.figures, edition.citations.by_id(BASE_SOURCE))
    return Page("stodcentrum/", edition.words.plain(N_("Alla stödcentrum")), values)


def map_page(edition: Edition) -> Page:
    """Return the map of where there are centres; it leads to the same as lists."""
    return Page("kommuner/karta/", edition.words.plain(N_("Karta")), map_values(edition))


def map_values(edition: Edition) -> MapPage:
    """Return what the map shows."""
    directory, words = edition.directory, edition.words
    return MapPage(
        country=map_shapes.country(directory, served_only=True),
        county=map_shapes.county(directory, served_only=True),
        names={
            "own": words.html(N_("har ett stödcentrum")),
            "shared": words.html(N_("delar ett stödcentrum")),
        },
        citation=edition.citations.by_id(BASE_SOURCE),
    )
