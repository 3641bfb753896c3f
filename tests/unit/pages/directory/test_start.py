"""Where a visitor begins."""

from markupsafe import Markup

from centres.pages.directory import start
from centres.pages.directory.start import ReadingPage, StartPage
from centres.pages.edition import Edition
from centres.pages.page import Reading, Shelf

FIRST = Reading("rad/anonym/", Markup("Att vara anonym"))
SHELVES = [
    Shelf("first", "Börja här", [FIRST]),
    Shelf("process", "Polis, rättegång och pengar", [Reading("rad/anmala/", Markup("Anmäla"))]),
]


def test_the_start_page_has_what_to_read_first_and_the_reading_page_has_all(
    swedish: Edition,
) -> None:
    """In the order that a person may need it."""
    assert start.start_page(swedish, SHELVES).values == StartPage([FIRST])
    assert start.reading_page(swedish, SHELVES).values == ReadingPage(SHELVES)


def test_the_start_page_is_called_what_the_site_is_called(swedish: Edition) -> None:
    """The title in the history says nothing of why somebody was there."""
    page = start.start_page(swedish, [])
    assert (page.path, page.title) == ("", "Stöd nära dig")
