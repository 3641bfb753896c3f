"""Every page made from data, in one language."""

from collections.abc import Iterator

from centres.pages.directory import lists, national, start
from centres.pages.directory.centre import centre_page, retired_page
from centres.pages.directory.municipality import municipality_page
from centres.pages.edition import Edition
from centres.pages.page import Page, Shelf


def pages(edition: Edition, shelves: list[Shelf]) -> Iterator[Page]:
    """Yield every page made from data in the language of `edition`.

    `shelves` are what there is to read in it.
    """
    yield from shared_pages(edition, shelves)
    for centre in edition.directory.centres:
        yield centre_page(edition, centre)
    for retired in edition.directory.retired:
        yield retired_page(edition, retired)
    for municipality in edition.directory.municipalities:
        yield municipality_page(edition, municipality)


def shared_pages(edition: Edition, shelves: list[Shelf]) -> Iterator[Page]:
    """Yield those that are the same wherever one lives."""
    yield start.start_page(edition, shelves)
    yield start.reading_page(edition, shelves)
    yield start.search_page(edition)
    yield national.glossary_page(edition)
    yield national.helplines_page(edition)
    yield national.certain_page(edition)
    yield national.sources_page(edition)
    yield national.freshness_page(edition)
    yield lists.alphabetical_page(edition)
    yield lists.county_page(edition)
    yield lists.centres_page(edition)
    yield lists.map_page(edition)
