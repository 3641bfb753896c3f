"""Open the built site, served as it is published, in Debian's Chromium."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from nginx import Nginx
from page_kinds import PHONE

# Without these Chromium connects to its maker's hosts at every start.
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def address(host: Nginx) -> str:
    """Return the URL of the built site: "http://127.0.0.1:1234/"."""
    return host.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium."""
    executable = shutil.which("chromium")
    assert executable, "Chromium is missing: `make test` installs it."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """Open a new phone: nothing stored, 360 x 740."""
    context = browser.new_context(base_url=address, viewport=PHONE)
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext) -> Page:
    """Open a page that notes script errors, and what its policy refuses, in `page.errors`."""
    page = phone.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    page.errors = errors  # type: ignore[attr-defined]
    return page
