"""What a visit leaves behind, and whom it tells: nothing, and nobody."""

import pytest
from playwright.sync_api import BrowserContext

from page_kinds import EVERY


@pytest.mark.parametrize("path", EVERY)
def test_a_page_asks_no_other_host_and_stores_nothing(
    phone: BrowserContext, address: str, path: str
) -> None:
    """No request elsewhere, no cookie, no storage, no error, no missing file."""
    page = phone.new_page()
    asked: list[str] = []
    troubles: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    page.on("response", lambda got: troubles.append(got.url) if got.status >= 400 else None)
    page.goto(path, wait_until="networkidle")
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert troubles == []
    assert phone.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
