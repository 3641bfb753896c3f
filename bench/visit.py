"""Measure a visit on a slow phone, next to the same content on stock Material and minimal Hugo.

    make bench PARTS=visit

For each kind of page: bytes that the server sends (gzip, headers included), requests, and
milliseconds from the start of the visit until the telephone number is visible. Medians of visits
in turn, one to each site, each by a new phone with an empty cache (`bench/phone.py`), in Chromium
on a phone's screen.

The sites (`bench/sites.py`) are built here and served by the same server on this machine, with the
same headers but for one: our Content Security Policy would stop stock Material's scripts, so only
ours has it.

Visible means: the number has a box on the page, neither it nor an element around it is hidden or
transparent, and the browser has painted. The time is that of the first paint, or of the next frame
for a number that was added later. It need not be on the first screen: scrolling requests nothing.
On the page on calling it is the line to dial, on all others the first number but 112.

Bytes and requests are those of the whole visit, until nothing more is sent. Of stock's, the parts
for searching and the icon, a quarter of the bytes, are requested when the number is about to be
visible or already is.

What favours stock: no fonts (by default it requests them from another host); a menu and a search
index of these pages, not of a whole site; no TCP slow start, which would cost the heavier page
more.
What favours Hugo: its menu too is of these pages only; it has no icon to fetch, no other languages,
no way out, no search and no place field, all of which are on our page and counted there.
What favours ours: the headers of our site, some 0.5 kB and more, are sent with each of the others'
files too. DNS, connections and TLS take no time here. They would cost all three sites the same,
some three round trips, and bring the ratios nearer to 1; the last lines of the results add them.
What a visitor's action starts is in none, such as the list of places that ours fetches for somebody
who types in its field; stock's index, which it always fetches, is.
"""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from bench import phone, report, sites
from bench.serving import LOCALHOST, Served, served

RUNS = 5
SITES = ("ours", "stock", "Hugo")
# Round trips before the first request, which nothing here emulates: DNS, TCP and TLS.
ROUND_TRIPS = 3

INTRODUCTION = """\
Until the telephone number can be seen (ms), and until nothing more comes (kB, requests): the same
words on three sites, ours, stock Material for MkDocs, and Hugo with a minimal theme. The best is
the better of the two others. What is fair about it, and what is not, stands in `bench/visit.py`."""
NUMBER = """main a[href^="tel:"]:not([href="tel:112"])"""
LINE = "main .dial"
# Sets `window.numberVisible` to {text, ms} when the first visible element that matches `selector`
# has been painted. The page's scripts may delay the frame after it was found, so the time of that
# frame is taken only if the first paint came before the element.
WATCH = """(selector) => {
  const visible = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width * height > 0
      && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const look = () => {
    const number = [...document.querySelectorAll(selector)].find(visible);
    if (!number) return requestAnimationFrame(look);
    const [text, foundAt] = [number.getAttribute("href") || number.textContent, performance.now()];
    requestAnimationFrame(() => painted(text, foundAt, performance.now()));
  };
  const painted = (text, foundAt, next) => {
    const [first] = performance.getEntriesByName("first-contentful-paint");
    if (!first) return requestAnimationFrame(() => painted(text, foundAt, next));
    window.numberVisible = { text, ms: first.startTime > foundAt ? first.startTime : next };
  };
  requestAnimationFrame(look);
}"""


@dataclass(frozen=True)
class Visit:
    """One visit: bytes sent, URLs requested, the number shown, and after how many milliseconds.

    A number is the address that dials it; a line to dial is its text.
    """

    size: int
    urls: tuple[str, ...]
    number: str
    ms: float


@dataclass(frozen=True)
class Cost:
    """The medians of several visits to a page of one site."""

    kilobytes: float
    requests: float
    ms: float

    @classmethod
    def of(cls, visits: list[Visit]) -> "Cost":
        """Return the medians of several visits to the same page."""
        return cls(
            statistics.median(visit.size for visit in visits) / 1000,
            statistics.median(len(visit.urls) for visit in visits),
            statistics.median(visit.ms for visit in visits),
        )


# The visits to a page: those to ours, to stock and to Hugo.
Visits = tuple[list[Visit], ...]


def open_once(browser: Browser, site: Served, path: str) -> Visit:
    """Open a page on a new phone, and wait until nothing more is sent."""
    site.sent.clear()
    urls: list[str] = []
    with phone.page(browser) as page:
        page.on("request", lambda request: urls.append(request.url))
        page.add_init_script(f"({WATCH})({(LINE if path == sites.CALLING else NUMBER)!r})")
        phone.open_page(page, site, path)
        number = page.wait_for_function("() => window.numberVisible").json_value()
        phone.wait_until_idle(page, site)
    return Visit(site.size(), tuple(urls), number["text"], number["ms"])


@contextmanager
def all_served() -> Iterator[list[Served]]:
    """Build and serve the three sites."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        ours, *others = (Path(name, site) for site in SITES)
        sites.build_ours(ours)
        for build, folder in zip((sites.build_stock, sites.build_hugo), others, strict=True):
            build(folder, ours, sites.PAGES.items())
        yield [stack.enter_context(served(folder)) for folder in (ours, *others)]


def measure(browser: Browser) -> dict[str, Visits]:
    """Visit each kind of page on each site in turn; return the visits by kind of page."""
    with all_served() as all_sites:

        def one_round(path: str) -> list[Visit]:
            return [open_once(browser, site, path) for site in all_sites]

        one_round("")  # warms the browser; not counted
        return {
            name: tuple(map(list, zip(*(one_round(path) for _ in range(RUNS)), strict=True)))
            for name, path in sites.PAGES.items()
        }


def costs(name: str, visits: Visits) -> list[Cost]:
    """Return the cost of a visit to a kind of page on each site.

    Exits if the sites do not show the same number.
    """
    if len({visit.number for of_site in visits for visit in of_site}) != 1:
        sys.exit(f"Not the same number on all pages of this kind: {name}")
    return [Cost.of(of_site) for of_site in visits]


def row(name: str, costs: list[Cost]) -> str:
    """Return a row of the table: a kind of page, and its cost on each site, ours first."""
    ours, *others = costs
    cells = [
        name,
        *(f"{cost.kilobytes:.1f}" for cost in costs),
        *(f"{cost.requests:.0f}" for cost in costs),
        *(f"{cost.ms:.0f}" for cost in costs),
        f"{ours.kilobytes / min(cost.kilobytes for cost in others):.2f}",
        f"{ours.ms / min(cost.ms for cost in others):.2f}",
    ]
    return f"| {' | '.join(cells)} |"


def relative_times(table: list[list[Cost]], round_trips: int) -> str:
    """Return our time divided by each of the others', with more `round_trips` added to all.

    The ratios are geometric means over the kinds of pages.
    """
    before = round_trips * phone.SLOW_3G["latency"]
    means = [
        statistics.geometric_mean(
            (costs[0].ms + before) / (costs[number].ms + before) for costs in table
        )
        for number in range(1, len(SITES))
    ]
    return ", ".join(f"{mean:.2f} of {name}'s" for name, mean in zip(SITES[1:], means, strict=True))


def section(visits: dict[str, Visits], version: str) -> str:
    """Return the section of results, as Markdown; `version` is Chromium's."""
    table = {name: costs(name, of_kind) for name, of_kind in visits.items()}
    urls = {
        url
        for of_kind in visits.values()
        for of_site in of_kind
        for visit in of_site
        for url in visit.urls
    }
    others = sorted({urlsplit(url).netloc for url in urls if not url.startswith(LOCALHOST)})
    figures = [f"{site} {unit}" for unit in ("kB", "requests", "ms") for site in SITES]
    rows = list(table.values())
    connected = relative_times(rows, ROUND_TRIPS)
    columns = ["page", *figures, "kB, ours / best", "ms, ours / best"]
    return "\n".join(
        [
            "## Visits",
            "",
            INTRODUCTION,
            "",
            f"Medians of {RUNS} visits in turn; {phone.DESCRIPTION}; Chromium {version}.",
            "",
            report.table_head(columns),
            *(row(name, costs_of_kind) for name, costs_of_kind in table.items()),
            "",
            f"Other hosts asked, and kept from answering: {', '.join(others) or 'none'}.",
            "",
            f"Our time, geometric mean: {relative_times(rows, 0)};",
            f"with {ROUND_TRIPS} more waits, for a connection: {connected}.",
        ]
    )


def main() -> None:
    """Measure, and write the section."""
    with phone.browser() as browser:
        version = browser.version
        visits = measure(browser)
    report.write("visits", section(visits, version))


if __name__ == "__main__":
    main()
