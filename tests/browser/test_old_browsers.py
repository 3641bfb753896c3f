"""A browser too old to read the page's script: it is as without one, though scripts are on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from page_kinds import PHONE, SHOWING


@pytest.fixture
def old(browser: Browser, address: str) -> Iterator[Page]:
    """Open a browser that finds an error of syntax where the page's script uses a newer one."""
    context = browser.new_context(base_url=address, viewport=PHONE, bypass_csp=True)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.errors = errors  # type: ignore[attr-defined]

    def as_read(route: Route) -> None:
        response = route.fetch()
        assert "?." in response.text()
        route.fulfill(response=response, body=response.text().replace("?.", "?.?"))

    page.route("**/", as_read)
    yield page
    context.close()


@pytest.mark.parametrize("folder", SHOWING)
def test_nothing_is_shown_that_would_not_work(old: Page, folder: str) -> None:
    """No field, no button; lists, the number and the way out as a link."""
    old.goto(f"{folder}kommun/taby/")
    (error,) = old.errors  # type: ignore[attr-defined]
    assert "SyntaxError" in error or "Unexpected" in error
    for unseen in (".copy", ".keys", ".finder"):
        expect(old.locator(unseen).first).to_be_hidden()
    expect(old.locator("main a.call").first).to_be_visible()
    expect(old.locator("a.exit")).to_be_visible()


@pytest.mark.parametrize("folder", SHOWING)
def test_the_search_page_says_that_it_needs_a_script(old: Page, folder: str) -> None:
    """Such a browser shows no <noscript>."""
    old.goto(f"{folder}sok/")
    expect(old.locator(".search")).to_be_hidden()
    expect(old.locator(".without-script")).to_be_visible()


def test_a_browser_that_runs_the_script_does_not_say_so(page: Page) -> None:
    """There the field is."""
    page.goto("sok/")
    expect(page.locator(".search")).to_be_visible()
    expect(page.locator(".without-script")).to_be_hidden()
