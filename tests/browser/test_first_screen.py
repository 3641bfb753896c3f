"""What stands where on a phone of 360 x 740, by touch: in px from the top of the page.

The figures are what the site is held to.
Siblings: templates/home.html, templates/municipality.html, templates/easy/municipality.html.
"""

import pytest
from playwright.sync_api import Browser, Page

from helpers import DIRECTORY, LANGUAGES, VARIANTS
from page_kinds import PHONE

FOLDERS = [language.folder for language in LANGUAGES.values()]
EASY = [language.folder for language in VARIANTS.values()]
TOP = """selector => { const one = document.querySelector(selector);
    return one ? one.getBoundingClientRect().top + scrollY : -1; }"""
BOTTOM = """selector => document.querySelector(selector).getBoundingClientRect().bottom + scrollY"""


@pytest.fixture
def held(browser: Browser, address: str) -> Page:
    """Return a page in a phone that somebody holds in her hand."""
    context = browser.new_context(base_url=address, viewport=PHONE, has_touch=True, is_mobile=True)
    return context.new_page()


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_start_page_asks_where_and_what_and_has_112_on_its_first_screen(
    held: Page, folder: str
) -> None:
    """The doors to what has happened begin at 820 at most, so that somebody sees that they are."""
    held.goto(folder)
    assert 0 < held.evaluate(BOTTOM, "#ort") <= 740
    assert 0 < held.evaluate(BOTTOM, "a.urgent") <= 740
    assert 0 < held.evaluate(TOP, ".tiles") <= 820
    held.context.close()


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_centre_can_be_called_from_the_first_screen_and_its_page_is_short(
    held: Page, folder: str
) -> None:
    """The first number at 520 at most, and the whole page in 2,800.

    In another language some words are longer, and it says that nobody has reviewed them: 3,100.
    """
    held.goto(f"{folder}kommun/taby/")
    assert 0 < held.evaluate(TOP, "main a.call") <= 520
    longest = 3100 if folder else 2800
    assert held.evaluate("document.documentElement.scrollHeight") <= longest
    held.context.close()


@pytest.mark.parametrize("folder", FOLDERS)
def test_where_there_is_no_centre_the_line_against_violence_is_near(
    held: Page, folder: str
) -> None:
    """Its button at 1,000 at most."""
    held.goto(f"{folder}kommun/vara/")
    line = DIRECTORY.lines["kvinnofridslinjen"]
    assert 0 < held.evaluate(TOP, f'a.call[href="tel:{line.tel}"]') <= 1000
    held.context.close()


@pytest.mark.parametrize("folder", EASY)
def test_in_a_variant_112_is_first_and_a_centre_can_be_called_from_the_first_screen(
    held: Page, folder: str
) -> None:
    """The first number of the centre at 520 at most, and all else, in whole sentences, in 4,300."""
    held.goto(f"{folder}kommun/taby/")
    assert 0 < held.evaluate(BOTTOM, "a.urgent") < held.evaluate(TOP, "main a.call") <= 520
    assert held.evaluate("document.documentElement.scrollHeight") <= 4300
    held.context.close()


@pytest.mark.parametrize("folder", EASY)
def test_in_a_variant_112_and_the_line_against_violence_are_near_where_there_is_no_centre(
    held: Page, folder: str
) -> None:
    """At 520 and 1,000 at most."""
    held.goto(f"{folder}kommun/vara/")
    line = DIRECTORY.lines["kvinnofridslinjen"]
    assert 0 < held.evaluate(BOTTOM, "a.urgent") <= 520
    assert 0 < held.evaluate(TOP, f'a.call[href="tel:{line.tel}"]') <= 1000
    held.context.close()
