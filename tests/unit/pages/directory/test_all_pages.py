"""Every page that is made from data, once."""

from collections import Counter

from centres.i18n import Words
from centres.pages.directory import all_pages
from centres.pages.directory.municipality import MunicipalityPage
from centres.pages.edition import Edition
from helpers import DIRECTORY, LANGUAGES


def test_every_page_has_an_address_of_its_own() -> None:
    """In the real directory, where Habo and Håbo would share one."""
    real = Edition(DIRECTORY, LANGUAGES["sv"], Words("sv"))
    paths = Counter(page.path for page in all_pages.pages(real, []))
    assert [path for path, count in paths.items() if count > 1] == []
    assert {"kommun/habo/", "kommun/haabo/"} <= set(paths)


def test_a_municipality_shows_the_centre_that_serves_it_and_nobody_elses(
    swedish: Edition,
) -> None:
    """A wrong number is worse than none."""
    pages = [page.values for page in all_pages.pages(swedish, [])]
    shown = {
        page.municipality.code: page.card.centre.id if page.card else None
        for page in pages
        if isinstance(page, MunicipalityPage)
    }
    served = {code: centre.id for code, centre in swedish.directory.centre_of.items()}
    assert len(shown) == len(swedish.directory.municipalities) > 0
    assert {code: name for code, name in shown.items() if name} == served
