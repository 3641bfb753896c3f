"""What stands at the address of a centre: itself, its successor, or what there is instead."""

from centres.data.model import Retired
from centres.pages.directory.centre import ClosedPage, MovedPage, centre_page, retired_page
from centres.pages.edition import Edition
from helpers import centre

RETIRED = {
    "id": "exempel",
    "name": "Stödcentrum i Exempel",
    "municipalities": ["Österåker", "Vara"],
    "date": "2026-05-17",
    "source": "centret",
    "checked": "2026-05-17",
}


def test_a_hit_in_the_search_says_where_the_centre_is(swedish: Edition) -> None:
    """Many have the same name, and the browser's history shows places only."""
    taby = centre(swedish.directory, "taby")
    page = centre_page(swedish, taby)
    places = "Danderyd, Täby, Vallentuna, Vaxholm, Österåker"
    assert page.title == places
    assert page.indexed
    assert page.indexed.title == f"{taby.name}, {places}"
    assert page.indexed.title_language == "sv"


def test_a_centre_that_another_has_taken_over_leads_there(swedish: Edition) -> None:
    """Search engines are told the successor's address."""
    page = retired_page(swedish, Retired.model_validate({**RETIRED, "moved_to": "taby"}))
    assert page.values == MovedPage("stodcentrum/taby/")
    assert page.leads_to == "stodcentrum/taby/"


def test_a_centre_that_has_closed_leads_to_its_municipalities(swedish: Edition) -> None:
    """Somebody may have saved the address."""
    page = retired_page(swedish, Retired.model_validate({**RETIRED, "moved_to": "none"}))
    assert page.title == "Vara, Österåker"
    assert isinstance(page.values, ClosedPage)
    assert [place.name for place in page.values.served] == ["Vara", "Österåker"]
    assert page.values.closed == "17 maj 2026"
    assert page.leads_to == ""
