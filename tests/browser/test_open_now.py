"""Who answers now: worked out in the page, in Swedish time, without moving anything.

Siblings: templates/parts/channels.html, theme/assets/calls.js, theme/assets/cards.css.
"""

from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from centres.pages.hours import KEPT_DAYS
from helpers import DIRECTORY
from page_kinds import PHONE, SHOWING

# A line that has hours by a source of this year, typed from the data: Mo-Tu 9-19, We-Fr 9-17,
# Sa-Su 9-12 and 13-16; nothing is known of public holidays.
LINE = ".card:has(#brottsofferjouren)"
MARK = f"{LINE} .now-open"
# What is filled on the page of a municipality that has a centre.
FILLED = """() => [...document.querySelectorAll("main a.call")].filter(one =>
    getComputedStyle(one).backgroundColor !== "rgba(0, 0, 0, 0)").map(one => one.href)"""
PLACES = """() => [...document.querySelectorAll("main *")].map(one => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return [one.className, x, y, width, height].join(" "); })"""


def at(page: Page, moment: str, path: str) -> None:
    """Open a page at a moment (ISO 8601, UTC: in the winter an hour less than in Sweden)."""
    built_on(page, moment[: len("2026-11-30")])
    page.clock.set_fixed_time(moment)
    page.goto(path)


def built_on(page: Page, day: str) -> None:
    """Make the pages that are opened hold as long as if they were built on a day (ISO 8601)."""
    last = (date.fromisoformat(day) + timedelta(days=KEPT_DAYS)).isoformat()
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => document.querySelectorAll('[data-open]')"
        f".forEach((mark) => {{ mark.dataset.until = '{last}'; }}), true);"
    )


@pytest.mark.parametrize(
    ("built", "is_open"),
    [("2026-11-30", True), ("2026-11-27", True), ("2026-11-26", False)],
)
def test_a_page_that_nobody_has_built_for_days_says_nothing_of_now(
    page: Page, built: str, is_open: bool
) -> None:
    """It may have been kept, or the nightly build has failed: hours may have changed since."""
    built_on(page, built)
    page.clock.set_fixed_time("2026-11-30T10:00:00Z")
    page.goto("stodlinjer/")
    visibility = "visible" if is_open else "hidden"
    expect(page.locator(MARK).first).to_have_css("visibility", visibility)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-30T07:59:00Z", False),  # Monday, 8.59
        ("2026-11-30T08:00:00Z", True),
        ("2026-11-30T17:59:00Z", True),
        ("2026-11-30T18:00:00Z", False),
        ("2026-12-02T16:30:00Z", False),  # Wednesday, 17.30
        ("2026-12-05T11:30:00Z", False),  # Saturday, 12.30
        ("2026-12-05T12:30:00Z", True),
        ("2026-12-24T10:00:00Z", False),  # Thursday, Christmas Eve
    ],
)
def test_a_line_is_said_to_be_open_when_it_is(page: Page, moment: str, is_open: bool) -> None:
    """And nothing is said when it is not, or on a holiday that its source does not mention."""
    at(page, moment, "stodlinjer/")
    mark = page.locator(MARK).first
    expect(mark).to_have_css("visibility", "visible" if is_open else "hidden")
    assert page.errors == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Bangkok"])
def test_hours_are_those_of_sweden_wherever_the_phone_is(
    browser: Browser, address: str, zone: str
) -> None:
    """A phone that is set to another country asks what the clock is here."""
    context = browser.new_context(base_url=address, viewport=PHONE, timezone_id=zone)
    page = context.new_page()
    at(page, "2026-11-30T17:30:00Z", "stodlinjer/")
    expect(page.locator(MARK).first).to_have_css("visibility", "visible")
    context.close()


def test_a_season_has_its_own_hours(page: Page) -> None:
    """In June and July it answers on weekdays until 19, and not at weekends."""
    page.goto("stodlinjer/")
    rules = page.locator(MARK).first.get_attribute("data-open") or ""
    assert "06-01/07-31 Mo-Fr 09:00-19:00" in rules.split(";")
    for moment, is_open in (("2026-06-12T16:30:00Z", True), ("2026-06-13T08:00:00Z", False)):
        page.clock.set_fixed_time(moment)
        page.evaluate("dispatchEvent(new Event('pageshow'))")
        expect(page.locator(MARK).first).to_have_css(
            "visibility", "visible" if is_open else "hidden"
        )


@pytest.mark.parametrize("folder", SHOWING)
def test_at_night_the_filled_buttons_are_those_that_always_answer(page: Page, folder: str) -> None:
    """By day the centre's. At night those of the lines that answer round the clock.

    Never one half of a pair: with the line for women stand those for men and for trans persons.
    """
    lines = DIRECTORY.lines
    by_day, by_night = "2026-11-30T10:00:00Z", "2026-11-30T22:00:00Z"
    at(page, by_day, f"{folder}kommun/taby/")
    centre = [f"tel:{DIRECTORY.centre_of['0160'].phones[0].tel}"]
    assert page.evaluate(FILLED) == centre
    at(page, by_night, f"{folder}kommun/taby/")
    names = ("kvinnofridslinjen", "bris")
    assert page.evaluate(FILLED) == [f"tel:{lines[name].tel}" for name in names]
    card = page.locator(".card", has=page.locator(f'a[href="tel:{lines[names[0]].tel}"]'))
    for name in ("man", "transpersoner"):
        expect(card.locator(f'a[href="tel:{lines[name].tel}"]')).to_be_visible()


@pytest.mark.parametrize("path", ["kommun/taby/", "kommun/vara/", "stodlinjer/", ""])
@pytest.mark.parametrize("folder", SHOWING)
def test_nothing_moves_when_somebody_is_marked_as_open(
    phone: BrowserContext, folder: str, path: str
) -> None:
    """Every element stands where it stood, by day and by night."""
    page = phone.new_page()
    places = []
    for moment in ("2026-11-30T10:00:00Z", "2026-11-30T22:00:00Z"):
        at(page, moment, f"{folder}{path}")
        page.evaluate("document.documentElement.className = 'js'")
        before = page.evaluate(PLACES)
        page.evaluate("dispatchEvent(new Event('pageshow'))")
        places += [before, page.evaluate(PLACES)]
    names = [[one.replace(" is ", " ") for one in seen] for seen in places]
    assert names[0] == names[1] == names[2] == names[3]


def test_without_a_script_the_hours_stand_there(browser: Browser, address: str) -> None:
    """And nothing is said of now."""
    context = browser.new_context(base_url=address, viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto("kommun/taby/")
    expect(page.locator("main")).to_contain_text("åndag och tisdag 9–19")
    expect(page.locator(".now-open").first).to_be_hidden()
    context.close()
