"""What a search costs on a slow phone, in each language that has an index, and on stock Material.

    make bench

On a phone as in `bench/phone.py`, each time a new one, a visitor opens a page that has a field for
searching, reaches for it as soon as the page has loaded, and writes a word but for its last letter:
before anything that searching needs has come. When a page has been found, the last letter follows;
then another word. Milliseconds are from the last letter written until the first page found has been
painted. Ours waits for 200 ms after a letter, to see whether another comes; they are counted.

Bytes and requests are all that came for searching until the first page was found: scripts, engine,
index, the text of what was found, and of ours the list of places, which answers first. The page
itself is not counted. The index on disk is what Pagefind wrote for the language alone, not its
script and engine; it is compressed, as it is sent. Of stock it is `search_index.json`, compressed.

The words are the longest ones in the headings of two pages that every language has.

Stock is that of `bench/sites.py`, with the pages that our Swedish index holds and its own search,
as it comes. What favours it: its first letter too comes when the page has loaded, but it has asked
for its index by then, as it does on every page, whoever reads it; and Chromium slows the page's
processor, where ours has its engine, but not that of a worker, where stock has its own.
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

from bench import phone, report, sites
from bench.borrowed import FOLDERS
from bench.serving import Served, served

RUNS = 3
FIRST, SECOND = "rad/rattegang/", "rad/polisanmalan/"
# What a file of Pagefind's holds before its JSON.
MARK = b"pagefind_dcd"

INTRODUCTION = """\
The index of each language on disk; what comes for searching until the first page found is shown;
and milliseconds from the last letter of a word until then: of the first word, written before
anything has come; of its next letter; and of another word. In the last row stock Material searches
the pages of the Swedish index. How, and what is fair about it: `bench/search.py`."""

# Leaves milliseconds in `window.found` when, after the last letter, there is a new answer (`hit`)
# in what holds the answers (`box`), and it has been painted.
WATCH = """([box, hit]) => {
  let written, answered;
  addEventListener("input", () => {
    [written, answered, window.found] = [performance.now(), false, undefined];
  }, true);
  new MutationObserver((changes) => {
    answered ||= changes.some(({ target }) => target.closest?.(box));
  }).observe(document, { childList: true, subtree: true });
  const painted = () => {
    window.found = performance.now() - written;
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
    """How a site is searched: where, what is pressed and written in, and what answers.

    `counts` says of a path whether it was asked for in order to search.
    """

    page: str
    pressed: str
    field: str
    box: str
    hit: str
    counts: Callable[[str], bool]


@dataclass(frozen=True)
class Search:
    """A visitor's searches: bytes and requests until the first page found, and milliseconds."""

    size: int
    requests: int
    first: float
    letter: float
    word: float


@dataclass(frozen=True)
class Searched:
    """A site that is searched in one language, and what its index holds."""

    name: str
    engine: Engine
    words: tuple[str, str]
    pages: int
    on_disk: int


def ours(site: Path, code: str, folder: str) -> Searched:
    """Our site in the language `code`, whose pages are below `folder`."""
    engine = Engine(
        page=f"{folder}sok/",
        pressed="#sok",
        field="#sok",
        box=".answers",
        hit=".answers[aria-busy=false] a:not([href*='kommun/'])",
        counts=lambda path: not path.endswith("/"),
    )
    index = site / "pagefind"
    files = [*index.rglob(f"{code}_*"), *index.glob(f"pagefind.{code}_*")]
    size = sum(file.stat().st_size for file in files)
    return Searched(code, engine, words(site, folder), len(indexed(site, code)), size)


def stock(site: Path, our_site: Path) -> Searched:
    """Stock Material, with the pages of our Swedish index."""
    engine = Engine(
        page=FIRST,
        pressed="label.md-header__button[for=__search]",
        field=".md-search__input",
        box=".md-search-result__list",
        hit=".md-search-result__item a",
        counts=lambda path: "/search" in path or "/lunr/" in path,
    )
    pages = indexed(our_site, "sv")
    size = len(gzip.compress((site / "search/search_index.json").read_bytes(), compresslevel=6))
    return Searched("sv, stock", engine, words(our_site, ""), len(pages), size)


def indexed(site: Path, code: str) -> list[tuple[str, str]]:
    """The titles and paths of the pages in our index of a language."""
    fragments = sorted((site / "pagefind/fragment").glob(f"{code}_*"))
    read = [gzip.decompress(file.read_bytes()).removeprefix(MARK) for file in fragments]
    pages = [json.loads(each) for each in read]
    return [(page["meta"]["title"], page["url"].removeprefix("/")) for page in pages]


def words(site: Path, folder: str) -> tuple[str, str]:
    """A word to search for first, and another, in the language of `folder`."""
    headings = [sites.part(site, folder + path, "h1").get_text() for path in (FIRST, SECOND)]
    first, second = (max(re.findall(r"\w+", heading), key=len) for heading in headings)
    return first, second


def search(browser: Browser, site: Served, searched: Searched) -> Search:
    """Search on a new phone: for a word but for its last letter, for all of it, for another."""
    engine = searched.engine
    first, second = searched.words
    site.sent.clear()
    with phone.page(browser) as page:
        page.add_init_script(f"({WATCH})({json.dumps([engine.box, engine.hit])})")
        page.goto(site.address + engine.page, wait_until="load")
        page.locator(engine.pressed).click()
        cold = write(page, engine, first[:-1])
        size = site.size(engine.counts)
        requests = len({path for path, _ in site.sent if engine.counts(path)})
        letter = write(page, engine, first[-1])
        page.locator(engine.field).clear()
        return Search(size, requests, cold, letter, write(page, engine, second))


def write(page: Page, engine: Engine, text: str) -> float:
    """Write in the field; the milliseconds from the last letter to a page found."""
    page.locator(engine.field).press_sequentially(text)
    found = page.wait_for_function("() => window.found")
    return float(found.json_value())


def row(searched: Searched, searches: list[Search]) -> str:
    """A row of the table."""
    cells = [
        searched.name,
        str(searched.pages),
        f"{searched.on_disk / 1000:.1f}",
        f"{statistics.median(one.size for one in searches) / 1000:.1f}",
        f"{statistics.median(one.requests for one in searches):.0f}",
        *(
            f"{statistics.median(each):.0f}"
            for each in zip(*((one.first, one.letter, one.word) for one in searches), strict=True)
        ),
    ]
    return f"| {' | '.join(cells)} |"


def said(table: list[tuple[Searched, list[Search]]], version: str) -> str:
    """The section of results, as Markdown."""
    heads = [
        *("index", "pages", "kB on disk", "kB to the first hit", "requests"),
        *("ms, first word", "ms, next letter", "ms, another word"),
    ]
    return "\n".join(
        [
            "## Search",
            "",
            INTRODUCTION,
            "",
            f"Medians of {RUNS} visits in turn; {phone.SAID}; Chromium {version}.",
            "",
            report.columns(heads),
            *(row(searched, searches) for searched, searches in table),
        ]
    )


def main() -> None:
    """Measure, and write the section."""
    with tempfile.TemporaryDirectory() as name, phone.browser() as browser:
        our_site, stock_site = Path(name, "ours"), Path(name, "stock")
        sites.build_ours(our_site)
        sites.build_stock(stock_site, our_site, indexed(our_site, "sv"))
        listed = json.loads((our_site / "pagefind/pagefind-entry.json").read_text("utf-8"))
        folders = {code.lower(): folder for code, folder in FOLDERS.items()}
        with served(our_site) as us, served(stock_site) as them:
            each = [
                (us, ours(our_site, code, folders[code])) for code in sorted(listed["languages"])
            ]
            each.append((them, stock(stock_site, our_site)))
            rounds = [[search(browser, *one) for one in each] for _ in range(RUNS)]
        table = zip((searched for _, searched in each), zip(*rounds, strict=True), strict=True)
        results = said([(one, list(searches)) for one, searches in table], browser.version)
    report.section("search", results)


if __name__ == "__main__":
    main()
