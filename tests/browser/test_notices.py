"""A notice on a page: where it stands, and when it is shown, with and without a script.

Siblings: templates/parts/notices.html, theme/assets/notices.js, theme/assets/notices.css.
"""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, expect

import built
import nginx
from browser.checks import AXE, RULES
from helpers import TODAY
from nginx import Nginx
from page_kinds import PHONE

# As long as they may be, with words of a language: 60 and 280 characters.
_HEADING = "Det finns någon att prata med i kommunen under hela veckan"
_TEXT = (
    "Kommunen har öppet för dig som vill prata med någon om det som har hänt. Du behöver inte veta "
    "vad du ska säga, och du behöver inte berätta vem du är. Kom själv eller ta med dig en vän. "
    "Där finns personal varje dag till och med söndag, klockan 15 till 21, på biblioteket."
)
_IN_ENGLISH = (
    "The municipality is open for you who want to talk about what has happened. You need not know "
    "what to say, and you need not tell who you are. Come alone, or bring a friend with you. There "
    "is staff every day until Sunday, from 15 to 21, in the library. You are very welcome there."
)
NOTICES = f"""\
- id: 2026-11-22-taby
  level: local
  municipalities: [Täby]
  from: 2026-11-22 14:00
  until: 2026-11-23 12:30
  heading: {_HEADING}
  text: {_TEXT}
  languages:
    en:
      heading: There is somebody to talk to in town all through this week
      text: {_IN_ENGLISH}
  line: bris
  source: kommunens-webbplats
  checked: 2026-11-22

- id: 2026-11-20-bris
  level: national
  from: 2026-11-20 08:00
  until: 2026-11-24 24:00
  prepared: line-down
  about: kvinnofridslinjen
  line: brottsofferjouren
  source: centret
  checked: 2026-11-22
"""
# In the winter, an hour less than in Sweden.
BEFORE, HELD, AFTER = "2026-11-22T12:59:00Z", "2026-11-22T13:00:00Z", "2026-11-23T11:30:00Z"
PLACE = "kommun/taby/"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example with a local and a national notice; return the folder of the site."""

    def make(folder: Path) -> None:
        root = built.example(folder / "repository")
        (root / "data/notices.yaml").write_text(NOTICES, encoding="utf-8")
        today = {"SOURCE_DATE_EPOCH": built.epoch_of(TODAY), "SITE_URL": built.SITE_URL}
        built.build(folder / "site", root, **today)

    return built.once(tmp_path_factory, "noticed", make) / "site"


@pytest.fixture(scope="module")
def noticed(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """Serve it."""
    packed = built.packed(tmp_path_factory, made, "noticed")
    with nginx.serving(packed, tmp_path_factory.mktemp("nginx"), built.SITE_URL) as host:
        yield host


@pytest.fixture
def held(browser: Browser, noticed: Nginx) -> Iterator[Page]:
    """Open a page in a phone that somebody holds in her hand, and note what goes wrong."""
    context = browser.new_context(
        base_url=noticed.address, viewport=PHONE, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    yield page
    assert errors == []
    context.close()


@pytest.mark.parametrize(
    ("moment", "shown"),
    [(BEFORE, False), (HELD, True), ("2026-11-23T11:29:00Z", True), (AFTER, False)],
)
def test_a_notice_is_shown_from_when_it_begins_until_it_ends(
    held: Page, moment: str, shown: bool
) -> None:
    """By the minute, in Swedish time; the national one stays."""
    held.clock.set_fixed_time(moment)
    held.goto(PLACE)
    expect(held.locator(".notice").first).to_be_visible(visible=shown)
    expect(held.locator(".notice").last).to_be_visible()


def test_it_ends_by_swedish_time_wherever_the_phone_is(browser: Browser, noticed: Nginx) -> None:
    """A phone that is set to another country asks what the clock is here."""
    context = browser.new_context(base_url=noticed.address, timezone_id="Asia/Bangkok")
    page = context.new_page()
    for moment, shown in ((BEFORE, False), (HELD, True), (AFTER, False)):
        page.clock.set_fixed_time(moment)
        page.goto(PLACE)
        expect(page.locator(".notice").first).to_be_visible(visible=shown)
    context.close()


@pytest.mark.parametrize("event", ["pageshow", "visibilitychange"])
def test_a_page_that_was_kept_lets_go_of_it(held: Page, event: str) -> None:
    """Shown again, or looked at again, after the notice has ended."""
    held.clock.set_fixed_time(HELD)
    held.goto(PLACE)
    expect(held.locator(".notice").first).to_be_visible()
    held.clock.set_fixed_time(AFTER)
    held.evaluate("name => document.dispatchEvent(new Event(name, { bubbles: true }))", event)
    expect(held.locator(".notice").first).to_be_hidden()


def test_without_a_script_it_says_itself_from_when_until_when(
    browser: Browser, noticed: Nginx
) -> None:
    """It is shown rather too early than not at all."""
    context = browser.new_context(
        base_url=noticed.address, viewport=PHONE, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(PLACE)
    notice = page.locator(".notice").first
    notice.locator("summary").click()
    expect(
        notice.get_by_text("Gäller från 22 november klockan 14 till 23 november klockan 12.30.")
    ).to_be_visible()
    expect(notice.locator('a[href="tel:116111"]')).to_be_visible()
    context.close()


@pytest.mark.parametrize("folder", ["", "en/", "ar/"])
def test_its_heading_and_first_line_are_seen_with_the_first_number_to_call_below(
    held: Page, folder: str
) -> None:
    """Whole on the first screen of 360 x 740, also with two notices; all when it is opened."""
    held.clock.set_fixed_time(HELD)
    held.goto(f"{folder}{PLACE}")
    notice = held.locator(".notice").first
    expect(notice.locator("h2")).to_be_in_viewport(ratio=1)
    text = notice.locator("hgroup p")
    line = text.evaluate("one => one.getBoundingClientRect().height")
    assert 0 < line <= 32
    expect(held.locator("main a.call").first).to_be_in_viewport(ratio=1)
    assert held.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    notice.locator("summary").click()
    assert text.evaluate("one => one.getBoundingClientRect().height") > 4 * line
    assert held.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_what_is_not_in_the_readers_language_is_marked_as_what_it_is(held: Page) -> None:
    """English and Swedish on an Arabic page, both from the left; the times are in Arabic."""
    held.clock.set_fixed_time(HELD)
    held.goto(f"ar/{PLACE}")
    notice = held.locator(".notice").first
    parts = notice.locator("[lang][dir=ltr]")
    assert parts.evaluate_all("all => all.map(one => one.lang)") == ["en", "sv"]
    notice.locator("summary").click()
    expect(notice.get_by_text(_TEXT)).to_be_visible()
    expect(notice.get_by_text("الساعة 12:30")).to_be_visible()


def test_nothing_moves_when_it_is_hidden(held: Page) -> None:
    """The script has hidden it before anything is drawn."""
    held.clock.set_fixed_time(AFTER)
    held.goto(PLACE)
    moved = """() => new Promise(done => {
        new PerformanceObserver(list => done(list.getEntries().length))
            .observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(0), 500); })"""
    held.clock.resume()
    assert held.evaluate(moved) == 0


def test_it_is_a_part_of_the_page_with_a_name_and_raises_no_alarm(held: Page) -> None:
    """No alert, nothing to dismiss, nothing stored; the title says nothing of it."""
    held.clock.set_fixed_time(HELD)
    held.goto(PLACE)
    expect(held.get_by_role("complementary", name=_HEADING)).to_be_visible()
    assert held.locator("[role=alert], .notice button, .notice [aria-live]").count() == 0
    assert held.title() == "Täby – Stöd nära dig"
    assert held.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        *(0, 0),
        "",
    ]


@pytest.mark.parametrize("folder", ["", "ar/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_it(
    browser: Browser, noticed: Nginx, folder: str, scheme: str
) -> None:
    """Closed and open, in both faces."""
    context = browser.new_context(
        base_url=noticed.address,
        viewport=PHONE,
        bypass_csp=True,
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.clock.set_fixed_time(HELD)
    page.goto(f"{folder}{PLACE}")
    for _ in range(2):
        page.evaluate(AXE_SCRIPT)
        assert page.evaluate(AXE, RULES) == []
        page.locator(".notice summary").first.click()
    context.close()


def test_the_national_one_stands_where_one_looks_for_whom_to_call(held: Page) -> None:
    """On the start page, and on those of places, centres and lines; in the language of each."""
    for path in ("", "stodlinjer/", "stodcentrum/taby/", "kommun/vara/"):
        held.goto(path)
        expect(held.locator(".notice h2").last).to_have_text(
            "Kvinnofridslinjen går inte att nå just nu"
        )
    held.goto("en/")
    expect(held.locator(".notice h2")).to_have_text("Kvinnofridslinjen cannot be reached right now")
    for path in ("rad/", "om/", "starta/kommun/taby/"):
        held.goto(path)
        assert held.locator(".notice").count() == 0


def test_a_page_with_the_longest_notice_comes_in_one_round_trip(made: Path) -> None:
    """At most 14,000 bytes, compressed; with a national one besides, 200 more."""
    with_both, with_one = {}, {}
    for folder in ("", "en/", "ar/"):
        page = made / folder / PLACE / "index.html"
        html = page.read_text(encoding="utf-8")
        first, _, last = html.rpartition("<aside")
        with_both[folder] = size(html)
        with_one[folder] = size(first + last.partition("</aside>")[2])
    assert max(with_one.values()) <= 14_000, with_one
    assert max(with_both.values()) <= 14_200, with_both


def size(html: str) -> int:
    return len(gzip.compress(html.encode(), 9))
