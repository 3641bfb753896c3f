"""A whole visit in each language that does not exist: what scripts say is translated there too.

Siblings: theme/assets/places.js, theme/assets/search.js, theme/assets/visitor.js.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from clipboard import pasted
from nginx import Nginx
from page_kinds import PHONE
from translated.pseudo import CLOSES, OPENS, PSEUDO

CODES = [language.code for language, _ in PSEUDO]
# Every message of a pseudo-language stands in brackets; a text from no catalogue has none.
TRANSLATED = re.compile(rf"^{OPENS}.*{CLOSES}[.:]?$", re.DOTALL)
AWAY = "https://www.smhi.se/"


@pytest.fixture
def stranger(browser: Browser, pseudo_host: Nginx) -> Iterator[BrowserContext]:
    """Open a new phone with a finger; where the way out leads is answered here."""
    context = browser.new_context(
        base_url=pseudo_host.address, viewport=PHONE, has_touch=True, is_mobile=True
    )
    context.set_default_timeout(10_000)
    context.route(f"{AWAY}**", lambda route: route.fulfill(body="<h1>Vädret</h1>"))
    yield context
    context.close()


def is_translated(said: Locator) -> None:
    """Assert that a script has said something there, in the page's language."""
    expect(said).to_have_text(TRANSLATED)


def typed(page: Page, field: str, text: str) -> None:
    """Touch a field, and type in it as a person does."""
    page.locator(field).tap()
    page.locator(field).press_sequentially(text, delay=20)


@pytest.mark.parametrize("code", CODES)
def test_from_the_field_to_a_copied_number_and_away(stranger: BrowserContext, code: str) -> None:
    """The answers are counted, the copy is confirmed, and Shift says how far it is to the exit."""
    page = stranger.new_page()
    page.goto(f"{code}/")
    typed(page, "#ort", "taby")
    is_translated(page.locator("#sagt"))
    page.get_by_role("option").first.tap()
    page.wait_for_url(f"**/{code}/kommun/taby/")
    copy = page.locator("main .unseen .copy").first
    copy.tap()
    is_translated(page.locator("main .unseen .copy + [role=status]").first)
    assert pasted(page).startswith("#31#")
    page.keyboard.press("Shift")
    is_translated(page.locator(".exit-said"))
    page.locator(".exit").tap()
    page.wait_for_url(AWAY)


@pytest.mark.parametrize("code", CODES)
def test_a_place_and_a_page_are_found_by_searching(stranger: BrowserContext, code: str) -> None:
    """What was found is counted under translated headings."""
    page = stranger.new_page()
    page.goto(f"{code}/rad/polisanmalan/")
    word = max(page.locator("h1").inner_text().split(), key=len).strip(f"{OPENS}{CLOSES}?.:")
    page.goto(f"{code}/sok/")
    typed(page, "#sok", "taby")
    expect(page.locator(".hits a").first).to_have_attribute("href", re.compile("kommun/taby/"))
    is_translated(page.locator("#sagt"))
    page.locator("#sok").fill(word)
    found = page.locator(".hits a[href*='rad/polisanmalan/']").first
    expect(found).to_be_visible()
    for heading in page.locator(".answers h2").all():
        is_translated(heading)
    found.tap()
    page.wait_for_url(f"**/{code}/rad/polisanmalan/")
