"""What a visit costs on a slow phone, next to the same content on stock Material and minimal Hugo.

    make bench

For each kind of page: bytes that the server sends (gzip, headers included), requests, and
milliseconds from the start of the visit until the telephone number can be seen. Medians of visits
in turn, one to each site, each by a new phone with an empty cache (`bench/phone.py`), in Chromium
on a phone's screen.

The sites (`bench/sites.py`) are built here and served by the same server on this machine, with the
same headers but for one: our Content Security Policy would stop stock Material's scripts, so only
ours has it.

Seen means: the number has a box on the page, neither it nor what it stands in is hidden or
transparent, and the browser has painted. The time is that of the first paint, or of the next frame
for a number that came later. It need not be on the first screen: scrolling asks the network for
nothing. On the page on calling it is the line to dial, on all others the first number but 112.

Bytes and requests are those of the whole visit, until nothing more comes. Of stock's, the parts for
searching and the icon, a quarter of the bytes, are asked for when the number is about to be seen or
has been.

What favours stock: no fonts (as it comes, it asks another host for them); a menu and a search index
of these pages, not of a whole site; no TCP slow start, which would cost the heavier page more.
What favours Hugo: its menu too is of these pages only; it has no icon to fetch, no other languages,
no way out, no search and no place field, all of which are on our page and counted there.
What favours ours: the headers that our site asks for, some 0.5 kB and more, come with each of the
others' files too. Names, connections and TLS take no time here. They would cost all the same, some
three waits for the network, and bring the ratios nearer to 1; the last lines reckon with them. What
a visitor's hand starts is in none, such as the list of places that ours fetches for who writes in
its field; stock's index, which it always fetches, is.
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
from bench.serving import HERE, Served, served

RUNS = 5
SITES = ("ours", "stock", "Hugo")
# Name, TCP and TLS: waits for the network before the first request, which nothing here emulates.
WAITS = 3

INTRODUCTION = """\
Until the telephone number can be seen (ms), and until nothing more comes (kB, requests): the same
words on three sites, ours, stock Material for MkDocs, and Hugo with a minimal theme. The best is
the better of the two others. What is fair about it, and what is not, stands in `bench/visit.py`."""
NUMBER = """main a[href^="tel:"]:not([href="tel:112"])"""
LINE = "main .dial"
# Leaves {text, ms} in `window.numberSeen` when the first element of those wanted has been painted.
# A page's scripts may delay the next frame, so that counts only when the first paint was before.
WATCH = """(wanted) => {
  const shown = (one) => {
    const { width, height } = one.getBoundingClientRect();
    return width * height > 0
      && one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const look = () => {
    const number = [...document.querySelectorAll(wanted)].find(shown);
    if (!number) return requestAnimationFrame(look);
    const [text, found] = [number.textContent, performance.now()];
    requestAnimationFrame(() => painted(text, found, performance.now()));
  };
  const painted = (text, found, next) => {
    const [first] = performance.getEntriesByName("first-contentful-paint");
    if (!first) return requestAnimationFrame(() => painted(text, found, next));
    window.numberSeen = { text, ms: first.startTime > found ? first.startTime : next };
  };
  requestAnimationFrame(look);
}"""


@dataclass(frozen=True)
class Visit:
    """One visit: bytes sent, addresses asked for, what number was seen, and after how long."""

    size: int
    asked: tuple[str, ...]
    number: str
    ms: float


@dataclass(frozen=True)
class Cost:
    """What visits to a page of one site cost, in medians."""

    kilobytes: float
    requests: float
    ms: float

    @classmethod
    def of(cls, visits: list[Visit]) -> "Cost":
        """The medians of several visits to the same page."""
        return cls(
            statistics.median(one.size for one in visits) / 1000,
            statistics.median(len(one.asked) for one in visits),
            statistics.median(one.ms for one in visits),
        )


# The visits to a page: those to ours, to stock and to Hugo.
Visits = tuple[list[Visit], ...]


def visit(browser: Browser, site: Served, path: str) -> Visit:
    """Open a page on a new phone, and wait until nothing more comes."""
    site.sent.clear()
    asked: list[str] = []
    with phone.page(browser) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.add_init_script(f"({WATCH})({(LINE if path == sites.CALLING else NUMBER)!r})")
        phone.open_page(page, site, path)
        seen = page.wait_for_function("() => window.numberSeen").json_value()
        phone.wait_until_still(page, site)
    return Visit(site.size(), tuple(asked), seen["text"], seen["ms"])


@contextmanager
def all_served() -> Iterator[list[Served]]:
    """The three sites, built and served."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        ours, *others = (Path(name, site) for site in SITES)
        sites.build_ours(ours)
        for build, folder in zip((sites.build_stock, sites.build_hugo), others, strict=True):
            build(folder, ours, sites.PAGES.items())
        yield [stack.enter_context(served(folder)) for folder in (ours, *others)]


def measure(browser: Browser) -> dict[str, Visits]:
    """The visits to each kind of page, in turn."""
    with all_served() as all_sites:

        def once(path: str) -> list[Visit]:
            return [visit(browser, site, path) for site in all_sites]

        once("")  # warms the browser; not counted
        return {
            name: tuple(map(list, zip(*(once(path) for _ in range(RUNS)), strict=True)))
            for name, path in sites.PAGES.items()
        }


def costs(name: str, visits: Visits) -> list[Cost]:
    """What a visit to a kind of page costs on each site."""
    if len({one.number for side in visits for one in side}) != 1:
        sys.exit(f"Not the same number on all pages of this kind: {name}")
    return [Cost.of(side) for side in visits]


def row(name: str, of_each: list[Cost]) -> str:
    """A row of the table."""
    ours, *others = of_each
    cells = [
        name,
        *(f"{one.kilobytes:.1f}" for one in of_each),
        *(f"{one.requests:.0f}" for one in of_each),
        *(f"{one.ms:.0f}" for one in of_each),
        f"{ours.kilobytes / min(one.kilobytes for one in others):.2f}",
        f"{ours.ms / min(one.ms for one in others):.2f}",
    ]
    return f"| {' | '.join(cells)} |"


def with_waits(table: list[list[Cost]], waits: int) -> str:
    """Our time for each of the others', after `waits` more for the network."""
    before = waits * phone.SLOW_3G["latency"]
    means = [
        statistics.geometric_mean(
            (page[0].ms + before) / (page[number].ms + before) for page in table
        )
        for number in range(1, len(SITES))
    ]
    return ", ".join(f"{mean:.2f} of {name}'s" for name, mean in zip(SITES[1:], means, strict=True))


def said(visits: dict[str, Visits], version: str) -> str:
    """The section of results, as Markdown."""
    table = {name: costs(name, those) for name, those in visits.items()}
    asked = {
        url for those in visits.values() for side in those for one in side for url in one.asked
    }
    others = sorted({urlsplit(url).netloc for url in asked if not url.startswith(HERE)})
    columns = [f"{whose} {what}" for what in ("kB", "requests", "ms") for whose in SITES]
    rows = list(table.values())
    heads = ["page", *columns, "kB, ours / best", "ms, ours / best"]
    return "\n".join(
        [
            "## Visits",
            "",
            INTRODUCTION,
            "",
            f"Medians of {RUNS} visits in turn; {phone.SAID}; Chromium {version}.",
            "",
            report.columns(heads),
            *(row(name, of_each) for name, of_each in table.items()),
            "",
            f"Other hosts asked, and kept from answering: {', '.join(others) or 'none'}.",
            "",
            f"Our time, geometric mean: {with_waits(rows, 0)};",
            f"with {WAITS} more waits, for a connection: {with_waits(rows, WAITS)}.",
        ]
    )


def main() -> None:
    """Measure, and write the section."""
    with phone.browser() as browser:
        version = browser.version
        visits = measure(browser)
    report.section("visits", said(visits, version))


if __name__ == "__main__":
    main()
