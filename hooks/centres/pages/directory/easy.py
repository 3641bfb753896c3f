"""The pages made from data that a variant has: short, in words that are easier to read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from centres.data.directory import Directory
from centres.data.geography import Municipality
from centres.data.model import MunicipalContact
from centres.pages.directory import coming, lists
from centres.pages.directory.centre_card import CentreCard, centre_card
from centres.pages.directory.coming import Coming
from centres.pages.directory.municipality import municipality_path
from centres.pages.edition import Edition
from centres.pages.page import MUNICIPALITIES, Page, Reading, Shelf


@dataclass(frozen=True)
class EasyMunicipalityPage:
    """A municipality with its centre, if it has one, and `contact`, how to reach it itself.

    `coming` is what will change, or when its centre was lost.

    `readings` are the pages that somebody has written for the variant. Where each fact comes from
    stands on the page of the base language, which this one leads to.
    """

    template: ClassVar[str] = "easy/municipality.html"
    municipality: Municipality
    card: CentreCard | None
    contact: MunicipalContact | None
    coming: list[Coming]
    readings: list[Reading]


def paths(directory: Directory) -> frozenset[str]:
    """Return the paths of the pages that `pages` makes: each is one of the base language's too."""
    return frozenset([MUNICIPALITIES, *map(municipality_path, directory.municipalities)])


def pages(edition: Edition, shelves: list[Shelf]) -> Iterator[Page]:
    """Yield every page made from data in a variant; `shelves` are what there is to read in it."""
    readings = [reading for shelf in shelves for reading in shelf.readings]
    # Its words are in the source, and no record says that a reader of the variant has tried them.
    yield replace(lists.alphabetical_page(edition), is_reviewed=False)
    for municipality in edition.directory.municipalities:
        yield municipality_page(edition, municipality, readings)


def municipality_page(
    edition: Edition, municipality: Municipality, readings: list[Reading]
) -> Page:
    """Return the page of `municipality` in a variant."""
    directory = edition.directory
    centre = directory.centre_of.get(municipality.code)
    values = EasyMunicipalityPage(
        municipality=municipality,
        card=centre_card(edition, centre) if centre else None,
        contact=directory.contacts.get(municipality.code),
        coming=coming.for_municipality(edition, municipality),
        readings=readings,
    )
    return Page(municipality_path(municipality), municipality.name, values, is_reviewed=False)
