"""What a visit leaves behind, and whom it tells: nothing, and nobody."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.visit import VIOLATIONS

TARGET = "https://www.smhi.se/"


@pytest.fixture
def watched(phone: BrowserContext) -> tuple[Page, list[str], list[str]]:
    """Open a page that notes addresses that it requests, errors, refusals and missing files."""
    page = phone.new_page()
    page.add_init_script(VIOLATIONS)
    asked: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("response", lambda got: troubles.append(got.url) if got.status >= 400 else None)
    return page, asked, troubles


def stored(page: Page) -> list[object]:
    """Everything a page can keep on the device, and the cookies of all."""
    return [
        *page.context.cookies(),
        *page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"),
        *page.evaluate("navigator.serviceWorker.getRegistrations()"),
        *page.evaluate("indexedDB.databases()"),
        *page.evaluate("caches.keys()"),
    ]


def test_an_inline_script_that_is_not_ours_does_not_run(
    watched: tuple[Page, list[str], list[str]],
) -> None:
    """The policy is enforced, not only written: on a visitor's page and in the guide."""
    page, _, troubles = watched
    for path in ("kommun/taby/", "data/"):
        page.goto(path)
        page.evaluate(
            """() => { const made = document.createElement("script");
                made.textContent = "document.title = 'foreign'"; document.head.append(made); }"""
        )
        assert page.title() != "foreign"
        assert any("refused: script-src" in one for one in troubles), troubles
        troubles.clear()


def test_no_other_site_may_put_a_page_in_a_frame(page: Page, address: str) -> None:
    """Whoever could, could lay something of their own over the way out."""
    other = address.replace("127.0.0.1", "localhost")
    framing = f"<iframe src='{address}kommun/taby/'></iframe>"
    page.route(f"{other}**", lambda route: route.fulfill(content_type="text/html", body=framing))
    page.goto(other, wait_until="load")
    assert len(page.frames) == 2
    assert all("kommun/taby" not in frame.url for frame in page.frames)


def test_a_whole_visit_asks_one_host(
    watched: tuple[Page, list[str], list[str]],
    address: str,
    record_property: Callable[[str, object], None],
) -> None:
    """Find a place, copy a number, read, search, look at the guide, and leave."""
    page, asked, troubles = watched
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.route(f"{TARGET}**", lambda route: route.fulfill(content_type="text/html", body="Vädret"))
    page.goto("")
    page.locator("#ort").press_sequentially("Taby", delay=20)
    page.get_by_role("option").first.click()
    page.wait_for_url("**/kommun/taby/")
    page.locator(".copy").first.click()
    expect(page.locator(".unseen [role=status]").first).to_have_text("Kopierat")
    page.locator(".place").click()
    page.locator("#ort").press_sequentially("Floda", delay=20)
    expect(page.get_by_role("option").first).to_contain_text("Floda")
    for path in ("om/integritet/", "rad/ring-utan-att-visa-ditt-nummer/", "stodlinjer/", "data/"):
        page.goto(path, wait_until="networkidle")
    page.goto("sok/")
    page.locator("#sok").press_sequentially("rättegång", delay=20)
    expect(page.locator(".hits li").first).to_be_visible()
    assert stored(page) == []
    page.locator(".exit").click()
    page.wait_for_url(TARGET)
    hosts = {urlsplit(url).netloc for url in asked if not url.startswith("data:")}
    assert hosts == {urlsplit(address).netloc, urlsplit(TARGET).netloc}
    assert [url for url in asked if url.startswith(TARGET)] == [TARGET]
    assert not any("aby" in urlsplit(url).query or "oda" in url for url in asked)
    assert troubles == []
    record_property("requests", [url.removeprefix(address) for url in asked])
