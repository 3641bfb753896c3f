"""Where a visitor begins: the start page, everything to read, and the search page."""

from dataclasses import dataclass
from typing import ClassVar

from centres.i18n import N_
from centres.pages.edition import Edition
from centres.pages.page import Page, Reading, Shelf


@dataclass(frozen=True)
class StartPage:
    """The start page. `reading` is what to read first."""

    template: ClassVar[str] = "home.html"
    reading: list[Reading]


@dataclass(frozen=True)
class ReadingPage:
    """Everything there is to read, under headings."""

    template: ClassVar[str] = "reading.html"
    shelves: list[Shelf]


@dataclass(frozen=True)
class SearchPage:
    """The page of the search field, which a script fills."""

    template: ClassVar[str] = "search.html"


def start_page(edition: Edition, shelves: list[Shelf]) -> Page:
    """Return the start page of an edition; `shelves` are what there is to read in it."""
    first = [page for shelf in shelves if shelf.group == "first" for page in shelf.readings]
    return Page("", edition.words.plain(N_("Stöd nära dig")), StartPage(first))


def reading_page(edition: Edition, shelves: list[Shelf]) -> Page:
    """Return the list of everything there is to read."""
    return Page("rad/", edition.words.plain(N_("Bra att veta")), ReadingPage(shelves))


def search_page(edition: Edition) -> Page:
    """Return the search page."""
    return Page("sok/", edition.words.plain(N_("Sök")), SearchPage())
