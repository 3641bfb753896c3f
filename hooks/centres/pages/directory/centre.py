"""The page of a centre, and what stands at the address of one that has closed or moved."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from centres.data.geography import Municipality, alphabetical
from centres.data.model import Centre, MunicipalContact, Retired
from centres.i18n import SOURCE_LANGUAGE
from centres.pages.directory import coming
from centres.pages.directory.centre_card import CentreCard, centre_card
from centres.pages.directory.centre_facts import Answer, answers
from centres.pages.directory.coming import Coming
from centres.pages.directory.provenance import of_centre
from centres.pages.edition import Edition
from centres.pages.evidence import Subject
from centres.pages.labels import RUN_BY
from centres.pages.page import Indexed, Page

# Below it are the pages of centres, each by its id.
FOLDER = "stodcentrum/"


@dataclass(frozen=True)
class CentrePage:
    """A centre with everything that is known about it.

    `names` are its municipalities. `run_by` is who runs it, in Swedish; the two citations are None
    where a fact has the entry's own source. `contact` is the municipality's, if it serves only one;
    `coming` is what will change.
    """

    template: ClassVar[str] = "centre.html"
    card: CentreCard
    names: Markup
    answers: list[Answer]
    run_by: str
    run_by_citation: Markup | None
    web_page_citation: Markup | None
    contact: MunicipalContact | None
    coming: list[Coming]
    subjects: list[Subject]


@dataclass(frozen=True)
class MovedPage:
    """The address of a centre that another has taken over; `leads_to` is that one's path."""

    template: ClassVar[str] = "moved.html"
    leads_to: str


@dataclass(frozen=True)
class ClosedPage:
    """The address of a centre that has closed. `closed` is the day in words.

    `coming` says when it opens again, if that is decided.
    """

    template: ClassVar[str] = "closed.html"
    retired: Retired
    served: list[Municipality]
    closed: str
    coming: list[Coming]
    citation: Markup


def centre_page(edition: Edition, centre: Centre) -> Page:
    """Return the page of `centre`."""
    citations = edition.citations
    served = edition.directory.served_by[centre.id]
    names = edition.localizer.names(place.name for place in served)
    values = CentrePage(
        card=centre_card(edition, centre),
        names=names,
        answers=answers(edition, centre),
        run_by=RUN_BY[centre.run_by.kind],
        run_by_citation=citations.if_own(centre.run_by),
        web_page_citation=citations.if_own(centre.web_page) if centre.web_page else None,
        contact=edition.directory.contacts.get(served[0].code) if len(served) == 1 else None,
        coming=coming.for_centre(edition, centre),
        subjects=[of_centre(edition, centre)],
    )
    places = ", ".join(place.name for place in served)
    name = edition.localizer.swedish(centre.name)
    content = Markup("<p>{}</p><p>{}</p>").format(name, names)
    # Several centres are called just Stödcentrum, so a search hit says where.
    indexed = Indexed(f"{centre.name}, {places}", content, title_language=SOURCE_LANGUAGE)
    return Page(f"{FOLDER}{centre.id}/", places, values, indexed)


def retired_page(edition: Edition, retired: Retired) -> Page:
    """Return what stands at an address that somebody may have saved: where to go instead."""
    places = ", ".join(sorted(retired.municipalities, key=alphabetical))
    path = f"{FOLDER}{retired.id}/"
    if retired.moved_to != "none":
        leads_to = f"{FOLDER}{retired.moved_to}/"
        return Page(path, places, MovedPage(leads_to), leads_to=leads_to)
    municipalities = edition.directory.municipalities
    values = ClosedPage(
        retired=retired,
        served=[place for place in municipalities if place.name in retired.municipalities],
        closed=edition.words.day(retired.date),
        coming=coming.opening(edition, retired.id),
        citation=edition.citations.of(edition.directory.source_of(retired)),
    )
    return Page(path, places, values)
