"""Write one HTML file with a picture of each page that has changed, before and after.

    python scripts/pictures.py REVISION FILE

`make pictures REV=HEAD^1` sees to it that there is a browser: Debian's Chromium, which shows the
pages as wide as a small phone.
"""

import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Route, ViewportSize, sync_playwright

from centres import clock, i18n
from centres.cli import ROOT
from centres.editors.commands import diff
from centres.editors.context import CommandContext
from centres.editors.proposal import before_after, report
from centres.editors.proposal.before_after import Pictures
from centres.errors import HistoryError
from centres.i18n import SOURCE_LANGUAGE

# A host that there is not: every file that a page asks for is given to the browser here.
_HOST = "http://pages.invalid/"
_SCREEN = ViewportSize(width=360, height=740)
# Without these Chromium connects to its maker's hosts at every start.
_QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
# In how much of its quality a picture is kept, of 100.
_QUALITY = 60


def pictures(
    browser: Browser, files: Mapping[str, str], addresses: list[str]
) -> Iterator[bytes | None]:
    """Yield a picture of the page at each address, whole, as JPEG; None where there is no page.

    `files` are the texts of pages and of what they fetch, by address from the site's root.
    """
    page = browser.new_context(viewport=_SCREEN, reduced_motion="reduce").new_page()

    def give(route: Route) -> None:
        text = files.get(urlsplit(route.request.url).path.removeprefix("/"))
        kind = "text/html" if route.request.is_navigation_request() else None
        route.abort() if text is None else route.fulfill(body=text, content_type=kind)

    page.route("**/*", give)
    for address in addresses:
        if address not in files:
            yield None
            continue
        page.goto(_HOST + address)
        yield page.screenshot(full_page=True, type="jpeg", quality=_QUALITY)
    page.context.close()


def main() -> None:
    """Compare, take the pictures and write the file."""
    revision, target = sys.argv[1:]
    words = i18n.read(ROOT, SOURCE_LANGUAGE, "editor")
    options = {"format": "text"}
    context = CommandContext(ROOT / "data", ROOT, clock.today(), words, options)
    try:
        compared = diff.compared(context, revision)
    except HistoryError as error:
        sys.exit(f"git: {error}")
    if compared is None:
        # What mends a broken file is no failure.
        print("The older version does not follow today's rules: there is nothing to compare.")
        return
    before, after, comparison = compared
    every = before_after.chosen(comparison, after)
    addresses = every[: before_after.MOST]
    with sync_playwright() as playwright:
        executable = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=_QUIET)
        sides = [
            list(
                pictures(
                    browser,
                    {**before_after.files_of(site), **before_after.documents(site, addresses)},
                    addresses,
                )
            )
            for site in (before, after)
        ]
    taken = [Pictures(*one) for one in zip(addresses, *sides, strict=True)]
    told = report.lines(comparison, words)
    left_out = len(every) - len(addresses)
    Path(target).write_text(before_after.html(told, taken, words, left_out), encoding="utf-8")


if __name__ == "__main__":
    main()
