"""Open the built site, served as it is published, in Debian's Chromium."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

import built
import fonts
import nginx
from browser.visit import Visitor
from built import SITE_URL
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
def playwright() -> Iterator[Playwright]:
    """Start Playwright, which starts browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start Debian's Chromium, which draws in the usual font and has the others that tests name."""
    families = [fonts.USUAL, *(family for family in fonts.FONTS if family != fonts.USUAL)]
    folder = tmp_path_factory.mktemp("fonts")
    browser = chromium(playwright, fonts.only(families[0], folder, *families[1:]))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def visitor(browser: Browser) -> Iterator[Visitor]:
    """Return who visits pages one after another."""
    visitor = Visitor(browser)
    yield visitor
    visitor.start_anew()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """Open an empty tab, to put pages into that need not be served."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def pseudo_host(pseudo_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """Serve the site in languages that do not exist, by an nginx of this process's own."""
    packed = built.packed(tmp_path_factory, pseudo_site, "pseudo")
    with nginx.serving(packed, tmp_path_factory.mktemp("nginx"), SITE_URL) as host:
        yield host


@pytest.fixture(scope="session")
def asks_again(browser: Browser, address: str) -> bool:
    """Whether the browser asks again for a script that it could not fetch.

    Chromium 156 does, 150 does not, and a Debian without its security updates has that.
    """
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    script = "**/finder.*.js"
    fetched = """() => import(document.querySelector("[data-script]").dataset.script)
        .then(() => true, () => false)"""
    page.route(script, lambda route: route.abort())
    assert not page.evaluate(fetched)
    page.unroute(script)
    again = bool(page.evaluate(fetched))
    context.close()
    return again


def chromium(playwright: Playwright, environment: dict[str, str]) -> Browser:
    """Start Debian's Chromium with these environment variables besides its usual ones."""
    executable = shutil.which("chromium")
    assert executable, "Chromium is missing: `make test` installs it."
    return playwright.chromium.launch(
        executable_path=executable, args=QUIET, env={**os.environ, **environment}
    )


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
