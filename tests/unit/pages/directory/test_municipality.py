"""The page of a municipality: who helps, and every doubt in one place."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from centres.data.directory import Directory
from centres.i18n import Words
from centres.pages.directory.municipality import MunicipalityPage, municipality_page
from centres.pages.edition import Edition
from centres.site import load
from centres.site.site import Site
from helpers import ROOT, SETTINGS, TODAY, changed_data, municipality

# What says that a fact may be wrong, or how old it is.
DOUBTS = re.compile(r"inte bekräfta|kan ha ändrats|utan datum|källa|Källa|\b20\d\d\b")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the example in Swedish."""
    root: Path = tmp_path_factory.mktemp("example")
    changed_data(root)
    return load.load(root, TODAY, SETTINGS, frozenset({"sv"}), design=ROOT)


def main(site: Site, directory: Directory, name: str) -> LexborHTMLParser:
    """Return the page of a municipality without what stands around it."""
    html = site.at(f"kommun/{municipality(directory, name).slug}/")
    assert html is not None
    page = LexborHTMLParser(html)
    page.strip_tags(["script", "style", "svg", "head", "header", "footer"])
    return page


def test_doubts_dates_and_sources_stand_in_the_fold_and_nowhere_else(
    site: Site, directory: Directory
) -> None:
    """A caveat beside a number makes whoever reads it not call."""
    for place in directory.municipalities:
        page = main(site, directory, place.name)
        (fold,) = page.css("details.certain")
        inside = fold.text()
        fold.decompose()
        assert page.body is not None
        outside = page.body.text()
        assert DOUBTS.findall(outside) == [], place.name
        assert "open" not in fold.attributes
        assert "inte bekräftat" in inside, place.name
        # The review that there is a centre, or none; the lines; the website.
        for day in ("14 januari 2026", "15 september 2020", "17 september 2026"):
            assert day in inside, (place.name, day)


def test_the_fold_tells_of_the_place_and_of_every_line_that_stands_on_the_page(
    site: Site, directory: Directory
) -> None:
    """In the order of the page, and last what to do about a mistake."""
    headings = {
        name: [h3.text() for h3 in main(site, directory, name).css(".certain h3")]
        for name in ("Lund", "Vara")
    }
    lines = [
        "Kvinnofridslinjen",
        "Bris",
        "Brottsofferjouren",
        "Stödlinjen för män",
        "Stödlinjen för transpersoner",
        "SOS Alarm",
        "Är något fel?",
    ]
    lund = directory.centre_of[municipality(directory, "Lund").code]
    assert headings == {"Lund": [lund.name, "Lund", *lines], "Vara": ["Vara", *lines]}


def test_a_municipality_is_shown_with_its_centre_and_how_to_reach_it_itself(
    swedish: Edition,
) -> None:
    """One without a centre, or that nobody knows how to reach, has a page as well."""

    def values(name: str) -> MunicipalityPage:
        page = municipality_page(swedish, municipality(swedish.directory, name))
        assert isinstance(page.values, MunicipalityPage)
        assert (page.path, page.title) == (f"kommun/{page.values.municipality.slug}/", name)
        return page.values

    taby, vara, ale = values("Täby"), values("Vara"), values("Ale")
    assert taby.card is not None
    assert taby.card.centre.id == "taby"
    assert vara.card is None
    assert vara.contact is not None
    assert (vara.contact.host, vara.contact.switchboard) == ("www.vara.se", None)
    assert ale.contact is not None
    assert ale.contact.switchboard == "0303-70 30 00"


def test_what_is_said_of_the_lines_is_not_made_for_each_municipality(directory: Directory) -> None:
    """It is the same on hundreds of pages, and each subject here is the page's own."""
    edition = Edition(directory, directory.languages[0], Words("sv"))
    for place in directory.municipalities:
        values = municipality_page(edition, place).values
        assert isinstance(values, MunicipalityPage)
        assert len(values.subjects) == 1 + (values.card is not None)
