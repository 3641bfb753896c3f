"""The site as nginx gives it to a browser: below a path too, without a network, from elsewhere."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from nginx import Nginx
from page_kinds import PHONE


def test_no_header_is_one_that_the_browser_does_not_know(phone: BrowserContext) -> None:
    """Chromium tells a developer of a misspelt feature or directive, and ignores it."""
    page = phone.new_page()
    told: list[str] = []
    page.on("console", lambda said: told.append(said.text))
    for path in ("kommun/taby/", "sok/", "starta/sjalvkoll/", "data/"):
        page.goto(path, wait_until="networkidle")
    assert told == []


def test_the_camera_and_the_rest_are_denied_to_our_own_pages(page: Page) -> None:
    """As the browser has understood it; a number may be copied."""
    page.goto("kommun/taby/")
    allowed = page.evaluate("document.featurePolicy.allowedFeatures()")
    assert not {"camera", "geolocation", "microphone", "payment", "usb"} & set(allowed)
    assert "clipboard-write" in allowed


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("kommun/taby/", "sv"),
        ("en/starta/", "en"),
        ("ar/", "ar"),
        ("finns/inte/alls/", "sv"),
    ],
)
def test_below_a_path_of_another_host_a_page_is_whole(
    browser: Browser, guest: Nginx, path: str, language: str
) -> None:
    """A visitor's page, the guide, right to left, and a wrong address in depth: all is found."""
    phone = browser.new_context(base_url=guest.address, viewport=PHONE)
    page = phone.new_page()
    failed: list[str] = []
    page.on("response", lambda got: failed.append(got.url) if got.status >= 400 else None)
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    answer = page.goto(path, wait_until="networkidle")
    assert answer
    assert answer.status == (404 if path.startswith("finns") else 200)
    assert failed == ([answer.url] if answer.status == 404 else [])
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.locator("main a[href]:visible").first.click()
    page.wait_for_load_state("networkidle")
    assert page.url.startswith(guest.address)
    phone.close()


def test_below_a_path_the_fields_find_places_and_words(browser: Browser, guest: Nginx) -> None:
    """The list of places and the index are fetched from where the site is."""
    phone = browser.new_context(base_url=guest.address, viewport=PHONE)
    page = phone.new_page()
    page.goto("")
    page.locator("#ort").press_sequentially("Taby", delay=20)
    page.get_by_role("option").first.click()
    page.wait_for_url("**/vald/kommun/taby/")
    page.goto("sok/")
    page.locator("#sok").press_sequentially("rättegång", delay=20)
    expect(page.locator(".answers li").first).to_be_visible()
    phone.close()


def test_a_page_that_was_open_is_shown_again_without_a_network(phone: BrowserContext) -> None:
    """A phone ends tabs to save memory: whoever comes back in a tunnel still sees the number."""
    page = phone.new_page()
    page.goto("kommun/taby/")
    number = page.locator('main a[href^="tel:"]').first.inner_text()
    page.goto("about:blank")
    phone.set_offline(True)
    page.go_back()
    expect(page.locator('main a[href^="tel:"]').first).to_have_text(number)


def test_other_sites_may_read_the_open_data_and_nothing_else(
    phone: BrowserContext, address: str, guest: Nginx
) -> None:
    """A municipality may list the centres; no site may look at a page through a visitor."""
    page = phone.new_page()
    page.goto(f"http://127.0.0.1:{guest.port}/elsewhere")
    read = "(url) => fetch(url).then((answer) => answer.ok, (error) => error.message)"
    assert page.evaluate(read, f"{address}data/centres.json") is True
    for path in ("kommun/taby/", "sitemap.xml"):
        assert page.evaluate(read, f"{address}{path}") == "Failed to fetch"
    shown = """(src) => new Promise((resolve) => {
        const script = document.createElement("script");
        script.onload = () => resolve(true);
        script.onerror = () => resolve(false);
        script.src = src;
        document.head.append(script); })"""
    assert page.evaluate(shown, f"{address}pagefind/pagefind.js") is False
