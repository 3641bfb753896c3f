"""The way out, as somebody uses it in a hurry. Where it leads is answered here, never visited.

Siblings: templates/parts/bar.html, theme/assets/visitor.js.
"""

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


def test_a_page_that_comes_back_as_it_was_left_is_uncovered(page: Page) -> None:
    """Some browsers keep a page alive and show it again on Back."""
    page.goto("kommun/taby/")
    page.evaluate("document.documentElement.classList.add('left')")
    assert page.evaluate(COVERED)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert is_whole(page)


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
    beside = page.locator(".top p").first
    beside.get_by_role("link", name="Besöket syns i webbläsarens historik.").click()
    page.wait_for_url("**/om/integritet/")
    expect(page.locator("main")).to_contain_text("Lämna sidan")
