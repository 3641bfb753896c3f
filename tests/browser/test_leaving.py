"""The way out, as somebody uses it in a hurry. Where it leads is answered here, never visited.

Siblings: templates/parts/bar.html, theme/assets/visitor.js.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from page_kinds import PHONE, SHOWING

TARGET = "https://www.smhi.se/"
# Whatever stands in the middle of the window: the page itself, or the cover over it.
COVERED = "document.elementFromPoint(180, 370) === document.documentElement"


@pytest.fixture
def asked(phone: BrowserContext) -> list[Request]:
    """Collect the requests for where the way out leads; each is answered with a page of weather."""
    requests: list[Request] = []

    def answer(route: Route) -> None:
        requests.append(route.request)
        route.fulfill(content_type="text/html", body="<title>Vädret</title><h1>Vädret</h1>")

    phone.route(f"{TARGET}**", answer)
    return requests


@pytest.fixture
def stopped(phone: BrowserContext) -> list[Request]:
    """Collect the requests for where the way out leads; each comes to nothing, and the page stays.

    As when somebody stops the load. While one is under way, nobody can ask Chromium for anything.
    """
    requests: list[Request] = []

    def answer(route: Route) -> None:
        requests.append(route.request)
        route.fulfill(status=204)

    phone.route(f"{TARGET}**", answer)
    return requests


def press_exit(page: Page, asked: list[Request]) -> None:
    """Press the way out, and wait until where it leads has been asked for."""
    page.locator(".exit").click()
    wait_until(page, lambda: len(asked) == 1)


def wait_until(page: Page, holds: Callable[[], bool]) -> None:
    """Wait until something holds that the browser has asked for."""
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(50)
    pytest.fail("It never holds.")


def is_whole(page: Page) -> bool:
    """Nothing covers the page, and nothing is left of an attempt to leave it."""
    return not page.evaluate(COVERED) and page.locator(".exit-said").inner_text() == ""


@pytest.mark.parametrize("folder", SHOWING)
def test_a_press_leaves_and_back_does_not_lead_to_the_page(
    page: Page, phone: BrowserContext, asked: list[Request], folder: str
) -> None:
    """The page's entry in the tab is replaced; Back shows the page before it, whole."""
    page.goto(f"{folder}kommuner/")
    page.goto(f"{folder}kommun/taby/")
    page.locator(".exit").click()
    page.wait_for_url(TARGET)
    assert len(phone.pages) == 1
    page.go_back()
    page.wait_for_url(f"**/{folder}kommuner/")
    assert is_whole(page)
    assert [one.url for one in asked] == [TARGET]
    assert "referer" not in asked[0].headers


def test_a_leap_within_the_page_leaves_nothing_behind(page: Page, asked: list[Request]) -> None:
    """Links within a page replace its entry, or Back would lead to it after all."""
    page.goto("kommuner/")
    page.goto("kommun/taby/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kommun/taby/#innehall")
    page.locator(".exit").click()
    page.wait_for_url(TARGET)
    page.go_back()
    page.wait_for_url("**/kommuner/")


def test_the_page_is_covered_before_the_weather_has_come(page: Page, asked: list[Request]) -> None:
    """On a slow line the answer may take long; what was read is gone at once."""
    page.goto("kommun/taby/")
    assert not page.evaluate(COVERED)
    covered, title, said = page.evaluate(
        f"""() => {{ document.querySelector(".exit").click();
            return [{COVERED}, document.title,
                document.querySelector(".exit-said").textContent]; }}"""
    )
    assert covered
    assert title == "www.smhi.se"
    assert said == "Lämnar sidan."


def test_no_key_takes_the_cover_away(page: Page, asked: list[Request]) -> None:
    """Somebody frightened goes on pressing while the line is slow."""
    page.goto("kommun/taby/")
    assert page.evaluate(
        f"""() => {{ document.querySelector(".exit").click();
            for (const key of ["Shift", "Shift", "Shift", "Shift", "a"])
                for (const kind of ["keydown", "keyup"])
                    dispatchEvent(new KeyboardEvent(kind, {{ key }}));
            return {COVERED}; }}"""
    )


@pytest.mark.parametrize("folder", SHOWING)
def test_shift_three_times_leaves_and_says_how_many_are_left(
    page: Page, asked: list[Request], folder: str
) -> None:
    """From anywhere on the page, also while the place field has the focus."""
    page.goto(folder)
    page.locator("#ort").focus()
    link = page.locator(".exit")
    for said in ("twice", "once"):
        page.keyboard.press("Shift")
        expect(page.locator(".exit-said")).to_have_text(
            link.get_attribute(f"data-{said}") or "missing"
        )
    page.keyboard.press("Shift")
    page.wait_for_url(TARGET)
    assert len(asked) == 1


def test_shift_three_times_in_more_than_five_seconds_stays(
    page: Page, asked: list[Request]
) -> None:
    """And it is said that the time has run out."""
    page.clock.install()
    page.goto("kommun/taby/")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.fast_forward(5_100)
    expect(page.locator(".exit-said")).to_have_text("Tiden gick ut. Sidan är kvar.")
    page.keyboard.press("Shift")
    expect(page.locator(".exit-said")).to_contain_text("två gånger till")
    assert asked == []


def test_capital_letters_are_no_way_out(page: Page, asked: list[Request]) -> None:
    """Nor is a step backwards with Shift and Tab, or Alt and Shift, which changes the language."""
    page.goto("")
    page.locator("#ort").focus()
    for key in ("Shift+U", "Shift+P", "Shift+B", "Shift+Tab"):
        page.keyboard.press(key)
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("a")
    page.keyboard.press("Shift")
    page.keyboard.down("Alt")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.keyboard.up("Alt")
    assert asked == []
    assert not page.evaluate(COVERED)


def test_the_keyboard_leaves_with_enter(page: Page, asked: list[Request]) -> None:
    """The way past the header, the start page, the way out: the third stop of the Tab key."""
    page.goto("kommun/taby/")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "exit"
    page.keyboard.press("Enter")
    page.wait_for_url(TARGET)
    assert len(asked) == 1


@pytest.mark.parametrize("folder", SHOWING)
def test_while_the_weather_is_on_its_way_the_address_is_the_start_pages(
    page: Page, stopped: list[Request], folder: str
) -> None:
    """Reloaded, the page is the start page; Back shows the page before."""
    page.goto(f"{folder}kommuner/")
    page.goto(f"{folder}kommun/taby/")
    start = urljoin(page.url, "../../")
    press_exit(page, stopped)
    assert page.url == start
    assert page.title() == "www.smhi.se"
    assert page.evaluate(COVERED)
    page.reload()
    expect(page.locator("#ort")).to_be_visible()
    assert (page.url, is_whole(page)) == (start, True)
    page.go_back()
    page.wait_for_url(f"**/{folder}kommuner/")
    assert is_whole(page)


def test_a_wrong_address_is_no_longer_in_sight_either(page: Page, stopped: list[Request]) -> None:
    """The page that answers it stands at any depth."""
    page.goto("rad/nara-relation/finns-inte/")
    start = urljoin(page.url, "/")
    press_exit(page, stopped)
    assert (page.url, page.evaluate(COVERED)) == (start, True)


def test_leaving_is_tried_again_when_the_load_is_stopped(
    page: Page, stopped: list[Request]
) -> None:
    """Nothing uncovers the page meanwhile; and a second press finds the start page's address."""
    page.goto("kommun/taby/")
    start = urljoin(page.url, "../../")
    press_exit(page, stopped)
    page.keyboard.press("Escape")
    for _ in range(3):
        assert page.evaluate(COVERED)
        page.keyboard.press("Shift")
    wait_until(page, lambda: len(stopped) == 2)
    assert (page.url, page.evaluate(COVERED)) == (start, True)


def test_presses_on_the_cover_do_not_begin_a_slow_load_again(
    page: Page, stopped: list[Request]
) -> None:
    """Whoever goes on pressing would never get there. After five seconds a press tries again."""
    page.clock.install()
    page.goto("kommun/taby/")
    press_exit(page, stopped)
    for _ in range(4):
        page.mouse.click(180, 370)
    page.clock.fast_forward(4_000)
    page.mouse.click(180, 370)
    assert len(stopped) == 1
    page.clock.fast_forward(1_500)
    page.mouse.click(180, 370)
    wait_until(page, lambda: len(stopped) == 2)
    assert page.evaluate(COVERED)


@pytest.mark.parametrize("press", [{"modifiers": ["Control"]}, {"button": "middle"}], ids=str)
def test_a_press_that_opens_a_tab_covers_this_one_too(
    page: Page, phone: BrowserContext, press: dict[str, Any]
) -> None:
    """The page stands behind the other. Three times Shift, and it leaves too."""
    page.goto("kommun/taby/")
    start = urljoin(page.url, "../../")
    # A page of ours: what a new tab asks for first is answered by nobody here.
    page.evaluate("document.querySelector('.exit').href = '/om/'")
    with phone.expect_page() as opened:
        page.locator(".exit").click(**press)
    opened.value.wait_for_url("**/om/")
    assert (page.url, page.title(), page.evaluate(COVERED)) == (start, "127.0.0.1", True)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/om/")


def test_a_page_kept_as_it_was_left_comes_back_as_the_start_page(
    page: Page, stopped: list[Request]
) -> None:
    """Some browsers keep a page alive and show it again on Back."""
    page.goto("kommun/taby/")
    start = urljoin(page.url, "../../")
    press_exit(page, stopped)
    assert page.evaluate(COVERED)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator("#ort")).to_be_visible()
    assert (page.url, is_whole(page)) == (start, True)


def test_where_no_cover_is_drawn_the_page_is_hidden_all_the_same(
    page: Page, stopped: list[Request]
) -> None:
    """In a browser to which the sheet's cover says nothing: only the way out is left."""
    page.goto("kommun/taby/")
    page.evaluate(
        """() => { const [{ sheet }] = document.querySelectorAll("style");
            const at = [...sheet.cssRules].findIndex(one => one.selectorText === ".left::after");
            sheet.deleteRule(at); }"""
    )
    press_exit(page, stopped)
    shown = """() => [...document.querySelectorAll("body *")].filter(one =>
        getComputedStyle(one).visibility === "visible" && !one.closest("svg"))
        .map(one => one.className)"""
    assert page.evaluate(shown) == ["exit", "exit-said"]


@pytest.mark.parametrize("folder", SHOWING)
def test_without_a_script_it_is_an_ordinary_link_and_back_shows_the_page(
    browser: Browser, address: str, folder: str
) -> None:
    """No promise of Shift is made then."""
    context = browser.new_context(base_url=address, viewport=PHONE, java_script_enabled=False)
    context.route(
        f"{TARGET}**", lambda route: route.fulfill(content_type="text/html", body="Vädret")
    )
    page = context.new_page()
    page.goto(f"{folder}kommun/taby/")
    expect(page.locator(".keys")).to_be_hidden()
    page.locator(".exit").click()
    page.wait_for_url(TARGET)
    page.go_back()
    expect(page.locator("main a.call").first).to_be_visible()
    context.close()


def test_what_it_does_not_do_is_said_beside_it(page: Page) -> None:
    """One tap from there to what a visit leaves behind."""
    page.goto("kommun/taby/")
    beside = page.locator("footer p").first
    expect(beside).to_contain_text("Besöket syns i webbläsarens historik.")
    beside.get_by_role("link", name="Dina spår").click()
    page.wait_for_url("**/om/integritet/")
    expect(page.locator("main")).to_contain_text("Lämna sidan")
