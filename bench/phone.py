"""A cheap phone on a slow network, as Chromium emulates one.

The network is what is called Slow 3G (400 kbit/s each way, 400 ms), and the processor is four times
slower than this machine's. Both are so from before the phone opens anything.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from bench.borrowed import PHONE, QUIET
from bench.serving import Served

SLOW_3G = {
    "offline": False,
    "latency": 400,  # milliseconds
    "downloadThroughput": 400_000 / 8,  # bytes a second
    "uploadThroughput": 400_000 / 8,
}
SLOWER = 4
SAID = f"Slow 3G, processor {SLOWER} times slower"
STILL = 1_000  # milliseconds without anything sent, after which nothing more comes
LONGEST = 60_000  # milliseconds to wait for anything
# Nobody but this machine answers, whatever a page asks for. Routes would slow every request down.
NOBODY_ELSE = "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"


def chromium() -> str:
    """Where Debian's Chromium is."""
    found = shutil.which("chromium")
    if not found:
        sys.exit("Chromium is missing: scripts/browser installs it.")
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium, with nothing to ask its maker."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium(),
            args=[*QUIET, f"--host-resolver-rules={NOBODY_ELSE}"],
            timeout=LONGEST,
        )
        yield started
        started.close()


@contextmanager
def page(browser: Browser) -> Iterator[Page]:
    """An empty page on a new phone, with nothing in its cache."""
    phone = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    phone.set_default_timeout(LONGEST)
    page = phone.new_page()
    slow = phone.new_cdp_session(page)
    slow.send("Network.enable")
    slow.send("Network.emulateNetworkConditions", SLOW_3G)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page
    phone.close()


def open_page(page: Page, site: Served, path: str) -> None:
    """Open a page of a site, until it has loaded and asks for nothing more for a moment."""
    answer = page.goto(site.address + path, wait_until="networkidle")
    if not answer or not answer.ok:
        sys.exit(f"/{path} is not served.")


def wait_until_still(page: Page, site: Served) -> None:
    """Wait until the server has nothing more to send."""
    for _ in range(LONGEST // STILL):
        before = len(site.sent)
        page.wait_for_timeout(STILL)
        if len(site.sent) == before:
            return
    sys.exit(f"{page.url} never stops asking.")
