"""Every page made from data, in one language."""

from collections.abc import Iterator

from centres.pages.directory import centre, lists, municipality, national, start
from centres.pages.edition import Edition
from centres.pages.page import Page, Shelf


def pages(edition: Edition, shelves: list[Shelf]) -> Iterator[Page]:
    """Yield every page made from data in the language of `edition`.

    `shelves` are what there is to read in it.
    """
    yield start.start_page(edition, shelves)
    yield start.reading_page(edition, shelves)
    yield start.search_page(edition)
    yield national.glossary_page(edition)
    yield national.helplines_page(edition)
    yield national.sources_page(edition)
    yield national.freshness_page(edition)
    yield lists.alphabetical_page(edition)
    yield lists.county_page(edition)
    yield lists.centres_page(edition)
    yield lists.map_page(edition)
    for one_centre in edition.directory.centres:
        yield centre.centre_page(edition, one_centre)
    for retired in edition.directory.retired:
        yield centre.retired_page(edition, retired)
    for one_municipality in edition.directory.municipalities:
        yield municipality.municipality_page(edition, one_municipality)
