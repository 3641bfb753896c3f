"""Measure a search on a slow phone, in each language that has an index, and on stock Material.

    make bench PARTS=search

The field of the start page: a visitor touches it as soon as the page has loaded, and writes at
once. Milliseconds are from her first letter until an answer has been painted: to a letter that many
municipalities begin with, and to the name of a part of a town, which comes with the second part of
what the field fetches. Then, all being there, she writes a longer text; of each letter until the
frame after it, the slowest counts. Bytes are those of each part, compressed, with headers.

The search page:

On a new phone each time (`bench/phone.py`), a visitor opens a page with a search field, enters it
as soon as the page has loaded, and types a word but for its last letter: before anything that
searching needs has been fetched. When the first hit is shown, the last letter follows; then another
word. Milliseconds are from the last letter typed until the first hit has been painted. Ours waits
for 200 ms after a letter, to see whether another comes; they are counted.

Bytes and requests are all that was fetched for searching until the first hit: scripts, engine,
index, the text of the hits, and of ours the list of places, which answers first. The page itself is
not counted. The index on disk is what Pagefind wrote for the language alone, without its script and
engine; it is compressed, as it is sent. Of stock it is `search_index.json`, compressed.

The words are the longest ones in the headings of two pages that every language has.

Stock is that of `bench/sites.py`, with the pages of our Swedish index and its own search, as it
comes. Two things favour it: it has requested its index before the first letter, as it does on every
page, whether the reader searches or not; and Chromium slows down the processor of the page, where
our engine runs, but not that of a worker, where stock's runs.
"""

import gzip
import json
import re
import statistics
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from bench import pages, phone, report, sites
from bench.from_tests import FOLDERS
from bench.serving import Served, served

RUNS = 3
# Milliseconds between two letters of somebody who writes fast on a phone.
LETTER_PAUSE = 150
FIRST, SECOND = "rad/rattegang/", "rad/polisanmalan/"

INTRODUCTION = """\
The index of each language on disk; what comes for searching until the first page found is shown;
and milliseconds from the last letter of a word until then: of the first word, written before
anything has come; of its next letter; and of another word. In the last row stock Material searches
the pages of the Swedish index. How, and what is fair about it: `bench/search.py`."""

# What is written in the field: a letter that many names begin with, a name of the second part, and
# a text; the files of each part.
LETTER, NAME, TEXT = "k", "kista", "min pappa i rosengård"
FIRST_PART, SECOND_PART = ("/finder.", "/answers."), ("/late.", "/more.", "/places.")

FIELD_INTRODUCTION = """\
The field of the start page: kB of what comes first, and of the rest, with headers; milliseconds
from the first letter written until the first answer, and until a name of the second part is
answered; and of the slowest letter of a text when all is there."""

# Sets `window.answered` to the milliseconds from the first letter until an answer has been painted,
# and gathers in `window.letters` those from each letter until the frame after it.
FIELD_WATCH = """() => {
  let begun;
  window.letters = [];
  addEventListener("input", () => {
    const written = performance.now();
    begun = begun ?? written;
    requestAnimationFrame(() => setTimeout(() => window.letters.push(performance.now() - written)));
  }, true);
  const look = () => {
    const there = begun && document.querySelector("[role=option]");
    if (there) window.answered ??= performance.now() - begun;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""

# Sets `window.hitTime` to the milliseconds from the last letter until a new answer (`hit`) in the
# list of answers (`box`) has been painted.
WATCH = """([box, hit]) => {
  let written, answered;
  addEventListener("input", () => {
    [written, answered, window.hitTime] = [performance.now(), false, undefined];
  }, true);
  new MutationObserver((changes) => {
    answered ||= changes.some(({ target }) => target.closest?.(box));
  }).observe(document, { childList: true, subtree: true });
  const painted = () => {
    window.hitTime = performance.now() - written;
    written = undefined;
    requestAnimationFrame(look);
  };
  const look = () => {
    const there = written && answered && document.querySelector(hit)?.getClientRects().length;
    requestAnimationFrame(there ? painted : look);
  };
  requestAnimationFrame(look);
}"""


@dataclass(frozen=True)
class Engine:
    """How a site is searched: the page, and CSS selectors of what a visitor uses there.

    `pressed` opens the `field` to type in; `box` holds the answers, and `hit` is the first of them.
    `counts` says whether a path was requested in order to search.
    """

    page: str
    pressed: str
    field: str
    box: str
    hit: str
    counts: Callable[[str], bool]


@dataclass(frozen=True)
class Search:
    """The figures of a visitor's searches.

    `size` (bytes) and `requests` are those until the first hit; `first`, `letter` and `word` are
    the milliseconds until a hit for the first word, its next letter, and another word.
    """

    size: int
    requests: int
    first: float
    letter: float
    word: float


@dataclass(frozen=True)
class Searched:
    """A site to search in one language: what to type, and its index in pages and bytes."""

    name: str
    engine: Engine
    words: tuple[str, str]
    pages: int
    on_disk: int


def ours(site: Path, code: str, folder: str) -> Searched:
    """Return how to search our site in the language `code`, whose pages are below `folder`."""
    engine = Engine(
        page=f"{folder}sok/",
        pressed="#sok",
        field="#sok",
        box=".answers",
        hit=".answers .hits a",
        counts=lambda path: not path.endswith("/"),
    )
    index = site / "pagefind"
    files = [*index.rglob(f"{code}_*"), *index.glob(f"pagefind.{code}_*")]
    size = sum(file.stat().st_size for file in files)
    return Searched(code, engine, words(site, folder), len(indexed(site, code)), size)


def stock(site: Path, our_site: Path) -> Searched:
    """Return how to search stock Material, with the pages of our Swedish index."""
    engine = Engine(
        page=FIRST,
        pressed="label.md-header__button[for=__search]",
        field=".md-search__input",
        box=".md-search-result__list",
        hit=".md-search-result__item a",
        counts=lambda path: "/search" in path or "/lunr/" in path,
    )
    in_index = indexed(our_site, "sv")
    size = len(gzip.compress((site / "search/search_index.json").read_bytes(), compresslevel=6))
    return Searched("sv, stock", engine, words(our_site, ""), len(in_index), size)


def indexed(site: Path, code: str) -> list[tuple[str, str]]:
    """Return the titles and paths of the pages in our index of a language."""
    files = sorted((site / "pagefind/fragment").glob(f"{code}_*"))
    fragments = [pages.fragment(file) for file in files]
    return [(page["meta"]["title"], page["url"].removeprefix("/")) for page in fragments]


def words(site: Path, folder: str) -> tuple[str, str]:
    """Return a word to search for first, and another, in the language of `folder`."""
    headings = [sites.part(site, folder + path, "h1").get_text() for path in (FIRST, SECOND)]
    first, second = (max(re.findall(r"\w+", heading), key=len) for heading in headings)
    return first, second


def search(browser: Browser, site: Served, searched: Searched) -> Search:
    """Search on a new phone: for a word without its last letter, for all of it, for another."""
    engine = searched.engine
    first, second = searched.words
    site.sent.clear()
    with phone.page(browser) as page:
        page.add_init_script(f"({WATCH})({json.dumps([engine.box, engine.hit])})")
        page.goto(site.address + engine.page, wait_until="load")
        page.locator(engine.pressed).click()
        cold = type_text(page, engine, first[:-1])
        size = site.size(engine.counts)
        requests = len({path for path, _ in site.sent if engine.counts(path)})
        letter = type_text(page, engine, first[-1])
        page.locator(engine.field).clear()
        return Search(size, requests, cold, letter, type_text(page, engine, second))


@dataclass(frozen=True)
class Field:
    """What a visitor's field fetched (bytes of both parts), and how soon it answered, in ms."""

    first_part: int
    second_part: int
    letter: float
    name: float
    slowest: float


def field(browser: Browser, site: Served, folder: str) -> Field:
    """Write in the field of the start page below `folder`, on two new phones."""
    letter, _ = _written(browser, site, folder, LETTER)
    name, slowest = _written(browser, site, folder, NAME)

    def size(files: tuple[str, ...]) -> int:
        return site.size(lambda path: any(file in path for file in files))

    return Field(size(FIRST_PART), size(SECOND_PART), letter, name, slowest)


def _written(browser: Browser, site: Served, folder: str, text: str) -> tuple[float, float]:
    """Write a text as soon as the page is there, and then another; see `Field`."""
    site.sent.clear()
    with phone.page(browser) as page:
        page.add_init_script(f"({FIELD_WATCH})()")
        page.goto(site.address + folder, wait_until="load")
        place = page.locator("#ort")
        place.tap()
        place.press_sequentially(text)
        answered = float(page.wait_for_function("() => window.answered").json_value())
        phone.wait_until_idle(page, site)
        place.clear()
        page.evaluate("window.letters.length = 0")
        place.press_sequentially(TEXT, delay=LETTER_PAUSE)
        page.wait_for_timeout(phone.IDLE)
        return answered, max(page.evaluate("window.letters"))


def field_table(rows: dict[str, list[Field]]) -> str:
    """Return the table of the fields of each language, the medians of several visitors'."""
    columns = ["field", "kB first", "kB then", "ms, a letter", "ms, a name", "ms, slowest letter"]
    lines = []
    for code, runs in rows.items():
        sizes = [statistics.median(run.first_part for run in runs)]
        sizes.append(statistics.median(run.second_part for run in runs))
        times = zip(*((run.letter, run.name, run.slowest) for run in runs), strict=True)
        cells = [code, *(f"{size / 1000:.1f}" for size in sizes)]
        cells += [f"{statistics.median(one):.0f}" for one in times]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([report.table_head(columns), *lines])


def type_text(page: Page, engine: Engine, text: str) -> float:
    """Type in the field; return the milliseconds from the last letter to the first hit."""
    page.locator(engine.field).press_sequentially(text)
    milliseconds = page.wait_for_function("() => window.hitTime")
    return float(milliseconds.json_value())


def row(searched: Searched, searches: list[Search]) -> str:
    """Return a row of the table: the medians of several visitors' searches."""
    times = zip(*((run.first, run.letter, run.word) for run in searches), strict=True)
    cells = [
        searched.name,
        str(searched.pages),
        f"{searched.on_disk / 1000:.1f}",
        f"{statistics.median(run.size for run in searches) / 1000:.1f}",
        f"{statistics.median(run.requests for run in searches):.0f}",
        *(f"{statistics.median(milliseconds):.0f}" for milliseconds in times),
    ]
    return f"| {' | '.join(cells)} |"


def section(
    table: list[tuple[Searched, list[Search]]], fields: dict[str, list[Field]], version: str
) -> str:
    """Return the section of results, as Markdown; `version` is Chromium's."""
    columns = [
        *("index", "pages", "kB on disk", "kB to the first hit", "requests"),
        *("ms, first word", "ms, next letter", "ms, another word"),
    ]
    return "\n".join(
        [
            "## Search",
            "",
            INTRODUCTION,
            "",
            f"Medians of {RUNS} visits in turn; {phone.DESCRIPTION}; Chromium {version}.",
            "",
            report.table_head(columns),
            *(row(searched, searches) for searched, searches in table),
            "",
            FIELD_INTRODUCTION,
            "",
            field_table(fields),
        ]
    )


def main() -> None:
    """Measure, and write the section."""
    with tempfile.TemporaryDirectory() as name, phone.browser() as browser:
        our_site, stock_site = Path(name, "ours"), Path(name, "stock")
        sites.build_ours(our_site)
        sites.build_stock(stock_site, our_site, indexed(our_site, "sv"))
        entry = json.loads((our_site / "pagefind/pagefind-entry.json").read_text("utf-8"))
        folders = {code.lower(): folder for code, folder in FOLDERS.items()}
        with served(our_site) as our_host, served(stock_site) as stock_host:
            codes = sorted(entry["languages"])
            searched = [ours(our_site, code, folders[code]) for code in codes]
            searched.append(stock(stock_site, our_site))
            hosts = [our_host] * len(codes) + [stock_host]
            pairs = list(zip(hosts, searched, strict=True))
            rounds = [[search(browser, host, site) for host, site in pairs] for _ in range(RUNS)]
            fields = {
                code: [field(browser, our_host, folders[code]) for _ in range(RUNS)]
                for code in codes
            }
        searches = map(list, zip(*rounds, strict=True))
        results = section(list(zip(searched, searches, strict=True)), fields, browser.version)
    report.write("search", results)


if __name__ == "__main__":
    main()
