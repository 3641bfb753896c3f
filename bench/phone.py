"""Emulate a cheap phone on a slow network, in Chromium.

The network is what is called Slow 3G (400 kbit/s each way, 400 ms), and the processor is four times
slower than this machine's. Both are set before the phone opens anything.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from bench.from_tests import PHONE, QUIET
from bench.serving import Served

SLOW_3G = {
    "offline": False,
    "latency": 400,  # milliseconds
    "downloadThroughput": 400_000 / 8,  # bytes a second
    "uploadThroughput": 400_000 / 8,
}
CPU_SLOWDOWN = 4
DESCRIPTION = f"Slow 3G, processor {CPU_SLOWDOWN} times slower"
IDLE = 1_000  # milliseconds without a response, after which a visit counts as ended
TIMEOUT = 60_000  # milliseconds
# Chromium resolves no other host. (Playwright's routes would slow every request down.)
LOCAL_ONLY = "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"


def chromium() -> str:
    """Return the path of Debian's Chromium. Exits if it is not installed."""
    path = shutil.which("chromium")
    if not path:
        sys.exit("Chromium is missing: scripts/browser installs it.")
    return path


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium without its requests to its maker, and close it at the end."""
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(
            executable_path=chromium(),
            args=[*QUIET, f"--host-resolver-rules={LOCAL_ONLY}"],
            timeout=TIMEOUT,
        )
        yield chrome
        chrome.close()


@contextmanager
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page on a new phone, with nothing in its cache."""
    phone = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    phone.set_default_timeout(TIMEOUT)
    page = phone.new_page()
    devtools = phone.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", SLOW_3G)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    yield page
    phone.close()


def open_page(page: Page, site: Served, path: str) -> None:
    """Open a page of a site, and wait until it has loaded and the network is idle."""
    response = page.goto(site.address + path, wait_until="networkidle")
    if not response or not response.ok:
        sys.exit(f"/{path} is not served.")


def wait_until_idle(page: Page, site: Served) -> None:
    """Wait until the server has sent nothing for `IDLE` milliseconds. Exits if it never stops."""
    for _ in range(TIMEOUT // IDLE):
        before = len(site.sent)
        page.wait_for_timeout(IDLE)
        if len(site.sent) == before:
            return
    sys.exit(f"{page.url} never stops loading.")
