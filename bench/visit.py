"""What a visit costs on a slow phone, next to the same content on stock Material for MkDocs.

    make bench

For each kind of page: bytes that the server sends (gzip, headers included), requests, and
milliseconds from the start of the visit until the telephone number can be seen. Medians of visits
in turn, ours and stock, each by a new phone with an empty cache, in Chromium on a phone's screen.

The network is what is called Slow 3G (400 kbit/s each way, 400 ms), emulated by Chromium from
before the visit starts, and the processor is four times slower than this machine's. Both sites are
built here and served by the same server on this machine, with the same headers but for one: our
Content Security Policy would stop stock Material's scripts, so only ours has it.

Stock is `theme: material` and nothing else, but for `language: sv` and `font: false`. A page of it
holds what is inside our page's `<main>`; if its words differ, the measurement stops.

Seen means: the number has a box on the page, neither it nor what it stands in is hidden or
transparent, and the browser has painted. The time is that of the first paint, or of the next frame
for a number that came later. It need not be on the first screen: scrolling asks the network for
nothing. On the page on calling it is the line to dial, on all others the first number but 112.

Bytes and requests are those of the whole visit, until nothing more comes. Of stock's, the parts for
searching and the icon, a quarter of the bytes, are asked for when the number is about to be seen or
has been.

What favours stock: no fonts (as it comes, it asks another host for them); a menu and a search index
of these pages, not of a whole site; no TCP slow start, which would cost the heavier page more.
What favours ours: names, connections and TLS take no time here. They would cost both the same, some
three waits for the network, and bring the ratio nearer to 1; the last line reckons with them. What
a visitor's hand starts is in neither, such as the list of places that ours fetches for who writes
in its field; stock's index, which it always fetches, is.
"""

import gzip
import io
import os
import platform
import shutil
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from browser.conftest import QUIET
from built import mkdocs
from helpers import ROOT
from page_kinds import PHONE

RUNS = 5
CALLING = "rad/ring-utan-att-visa-ditt-nummer/"
PAGES = {
    "start": "",
    "centre": "stodcentrum/taby/",
    "municipality with a centre": "kommun/taby/",
    "municipality without": "kommun/vara/",
    "calling unseen": CALLING,
}
STOCK = "site_name: Stöd nära dig\ntheme: {name: material, font: false, language: sv}\n"

SLOW_3G = {
    "offline": False,
    "latency": 400,  # milliseconds
    "downloadThroughput": 400_000 / 8,  # bytes a second
    "uploadThroughput": 400_000 / 8,
}
# Name, TCP and TLS: waits for the network before the first request, which nothing here emulates.
WAITS = 3
SLOWER = 4
STILL = 1_000  # milliseconds without anything sent, after which a visit is over
LONGEST = 60_000  # milliseconds to wait for anything

HERE = "http://127.0.0.1:"
# Nobody but this machine answers, whatever a page asks for. Routes would slow every request down.
NOBODY_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
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
class Site:
    """A site that is served: its address, and the size of everything written to browsers."""

    address: str
    sent: list[int]


@dataclass(frozen=True)
class Visit:
    """One visit: bytes sent, addresses asked for, what number was seen, and after how long."""

    size: int
    asked: tuple[str, ...]
    number: str
    ms: float


class Meter(io.BufferedIOBase):
    """Passes on what is written, and notes how much. (Chromium does not count a worker's files.)"""

    def __init__(self, out: io.BufferedIOBase, sent: list[int]) -> None:
        self.out, self.sent = out, sent

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Pass on."""
        self.sent.append(len(data))
        return self.out.write(data)


class Host(SimpleHTTPRequestHandler):
    """Serves files with the headers that all have, without a line for each."""

    def end_headers(self) -> None:
        """Send what the site asks to be sent with every file."""
        text = Path(self.directory, "_headers").read_text(encoding="utf-8")
        lines = text.partition("\n\n")[0].splitlines()[1:]
        for name, _, value in (line.strip().partition(": ") for line in lines):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Compressing(Host):
    """A host that also keeps connections, compresses text and counts."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, sent: list[int], directory: str) -> None:
        self.sent = sent
        super().__init__(*args, directory=directory)

    def setup(self) -> None:
        """Count from the first byte."""
        super().setup()
        self.wfile = Meter(self.wfile, self.sent)

    def send_head(self) -> io.BytesIO | None:
        """Send the head of an answer; its body is what is returned."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        kind = self.guess_type(path)
        is_text = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
        body = compressed(path) if is_text else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return io.BytesIO(body)


@cache
def compressed(path: Path) -> bytes:
    """A file as a host sends it, at gzip's usual level."""
    return gzip.compress(path.read_bytes(), compresslevel=6)


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Serve a built site on this machine."""
    sent: list[int] = []
    handler = partial(Compressing, sent=sent, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(f"{HERE}{server.server_port}/", sent)
    server.shutdown()
    server.server_close()


def build(folder: Path, root: Path) -> None:
    """Build the repository at `root` into `folder`."""
    done = mkdocs(folder, root)
    if done.returncode:
        sys.exit(f"The build failed with exit status {done.returncode}.\n{done.stderr}")


def part(folder: Path, path: str, name: str) -> Tag:
    """The first element called `name` on a page of a built site."""
    page = BeautifulSoup((folder / path / "index.html").read_text(encoding="utf-8"), "html.parser")
    found = page.find(name)
    if not isinstance(found, Tag):
        sys.exit(f"/{path} has no <{name}>.")
    return found


def build_stock(folder: Path, root: Path, ours: Path) -> None:
    """Build stock Material at `root` into `folder`, with what the pages of `ours` say."""
    for title, path in PAGES.items():
        page = root / "docs" / path / "index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        said = part(ours, path, "main").decode_contents()
        page.write_text(f"---\ntitle: {title}\n---\n<div>\n{said}\n</div>\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    build(folder, root)
    for path in PAGES.values():
        words = part(ours, path, "main").get_text().split()
        if part(folder, path, "article").get_text().split() != words:
            sys.exit(f"The words of /{path} differ in stock.")
    headers = (ours / "_headers").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in headers if "Content-Security-Policy" not in line]
    (folder / "_headers").write_text("".join(kept), encoding="utf-8")


def visit(browser: Browser, site: Site, path: str) -> Visit:
    """Open a page on a new phone, and wait until nothing more comes."""
    site.sent.clear()
    asked: list[str] = []
    phone = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    phone.set_default_timeout(LONGEST)
    phone.on("request", lambda request: asked.append(request.url))
    page = phone.new_page()
    slow = phone.new_cdp_session(page)
    slow.send("Network.enable")
    slow.send("Network.emulateNetworkConditions", SLOW_3G)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(f"({WATCH})({(LINE if path == CALLING else NUMBER)!r})")
    answer = page.goto(site.address + path, wait_until="networkidle")
    if not answer or not answer.ok:
        sys.exit(f"/{path} is not served.")
    seen = page.wait_for_function("window.numberSeen").json_value()
    wait_until_still(page, site)
    phone.close()
    return Visit(sum(site.sent), tuple(asked), seen["text"], seen["ms"])


def wait_until_still(page: Page, site: Site) -> None:
    """Wait until the server has nothing more to send."""
    for _ in range(LONGEST // STILL):
        before = len(site.sent)
        page.wait_for_timeout(STILL)
        if len(site.sent) == before:
            return
    sys.exit(f"{page.url} never stops asking.")


def row(name: str, pairs: list[tuple[Visit, Visit]]) -> tuple[str, list[float]]:
    """A row of the table, and the median milliseconds of ours and of stock."""
    ours, stock = zip(*pairs, strict=True)
    if len({one.number for one in ours + stock}) != 1:
        sys.exit(f"Not the same number on all pages of this kind: {name}")
    sizes = [statistics.median(one.size for one in side) / 1000 for side in (ours, stock)]
    asked = [statistics.median(len(one.asked) for one in side) for side in (ours, stock)]
    times = [statistics.median(one.ms for one in side) for side in (ours, stock)]
    cells = [
        name,
        *(f"{size:.1f}" for size in sizes),
        *(f"{count:.0f}" for count in asked),
        *(f"{ms:.0f}" for ms in times),
        f"{times[0] / times[1]:.2f}",
    ]
    return "| " + " | ".join(cells) + " |", times


def measure(browser: Browser, folder: Path) -> dict[str, list[tuple[Visit, Visit]]]:
    """Build and serve both sites; the visits to each kind of page, ours and stock in turn."""
    ours, stock = folder / "ours", folder / "stock/site"
    build(ours, ROOT)
    build_stock(stock, folder / "stock", ours)
    with served(ours) as our_site, served(stock) as stock_site:

        def both(path: str) -> tuple[Visit, Visit]:
            return visit(browser, our_site, path), visit(browser, stock_site, path)

        both("")  # warms the browser; not counted
        return {name: [both(path) for _ in range(RUNS)] for name, path in PAGES.items()}


def main() -> None:
    """Measure and print."""
    chromium = shutil.which("chromium")
    if not chromium:
        sys.exit("Chromium is missing: scripts/browser installs it.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=[*QUIET, NOBODY_ELSE], timeout=LONGEST
        )
        version = browser.version
        visits = measure(browser, Path(folder))
        browser.close()
    rows = [row(name, pairs) for name, pairs in visits.items()]
    asked = {
        url for pairs in visits.values() for pair in pairs for one in pair for url in one.asked
    }
    others = sorted({urlsplit(url).netloc for url in asked if not url.startswith(HERE)})
    print(f"{platform.machine()}, {os.cpu_count()} cores, Chromium {version},")
    print(f"medians of {RUNS} visits in turn, Slow 3G, processor {SLOWER} times slower\n")
    columns = [f"{whose} {what}" for what in ("kB", "requests", "ms") for whose in ("our", "stock")]
    print("| " + " | ".join(["page", *columns, "our ms / stock ms"]) + " |")
    print("|---" * 8 + "|")
    print("\n".join(line for line, _ in rows))
    print(f"\nOther hosts asked, and kept from answering: {', '.join(others) or 'none'}")
    for waits, said in ((0, "as measured"), (WAITS, f"with {WAITS} more waits for a connection")):
        before = waits * SLOW_3G["latency"]
        mean = statistics.geometric_mean(
            (ours + before) / (stock + before) for _, (ours, stock) in rows
        )
        print(f"Our time for each of stock's, geometric mean, {said}: {mean:.2f}")


if __name__ == "__main__":
    main()
