"""The page of a municipality: who helps here."""

from dataclasses import dataclass
from typing import ClassVar

from centres.data.geography import Municipality
from centres.data.model import MunicipalContact
from centres.pages.directory import coming
from centres.pages.directory.centre_card import CentreCard, centre_card
from centres.pages.directory.coming import Coming
from centres.pages.directory.provenance import of_municipality
from centres.pages.edition import Edition
from centres.pages.evidence import Subject
from centres.pages.page import Page


@dataclass(frozen=True)
class MunicipalityPage:
    """A municipality with its centre, if it has one.

    `contact` is how to reach the municipality itself; `coming` is what will change, or when its
    centre was lost; `subjects` are where what is said comes from.
    """

    template: ClassVar[str] = "municipality.html"
    municipality: Municipality
    card: CentreCard | None
    contact: MunicipalContact | None
    coming: list[Coming]
    subjects: list[Subject]


def municipality_path(municipality: Municipality) -> str:
    """Return the path of the page of `municipality`."""
    return f"kommun/{municipality.slug}/"


def municipality_page(edition: Edition, municipality: Municipality) -> Page:
    """Return the page of `municipality`."""
    return Page(
        municipality_path(municipality),
        municipality.name,
        municipality_values(edition, municipality),
    )


def municipality_values(edition: Edition, municipality: Municipality) -> MunicipalityPage:
    """Return what the page of `municipality` shows."""
    directory = edition.directory
    centre = directory.centre_of.get(municipality.code)
    return MunicipalityPage(
        municipality=municipality,
        card=centre_card(edition, centre) if centre else None,
        contact=directory.contacts.get(municipality.code),
        coming=coming.for_municipality(edition, municipality),
        subjects=of_municipality(edition, municipality, centre),
    )
