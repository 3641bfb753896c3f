"""axe on every kind of page, in every language, in both faces; and what axe does not see."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from page_kinds import EVERY, PHONE, VISITOR

AXE = Axe()
# Our own inline policy keeps axe's script out, so the browser is told to look away for axe alone.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", EVERY)
def test_axe_finds_nothing(browser: Browser, address: str, path: str, scheme: str) -> None:
    """WCAG 2.2 AA and axe's own good practice."""
    context = browser.new_context(
        base_url=address,
        viewport=PHONE,
        color_scheme=scheme,  # type: ignore[arg-type]
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(path)
    found = AXE.run(page, options=RULES).response["violations"]
    context.close()
    assert [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found] == []


@pytest.mark.parametrize("path", EVERY)
def test_nothing_is_wider_than_a_small_phone(page: Page, path: str) -> None:
    """360 px, and 320 px as WCAG 1.4.10 asks."""
    page.goto(path)
    for width in (360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", VISITOR)
def test_text_twice_as_large_still_fits(page: Page, path: str) -> None:
    """200 % text on a phone (WCAG 1.4.4)."""
    page.goto(path)
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("path", VISITOR)
def test_every_link_and_button_is_large_enough_to_hit(page: Page, path: str) -> None:
    """24 px at least (WCAG 2.5.8); links beside other words are excepted, there and here."""
    page.goto(path)
    small = page.evaluate(
        """() => [...document.querySelectorAll('a, button, input')]
            .filter(one => one.checkVisibility())
            .filter(one => one.parentElement.textContent.trim() === one.textContent.trim())
            .filter(one => one.getBoundingClientRect().height < 24)
            .map(one => one.outerHTML.slice(0, 80))"""
    )
    assert small == []


@pytest.mark.parametrize(
    "path", ["kommun/taby/", "ar/kommun/taby/", "kommun/vara/", "ar/kommun/vara/"]
)
def test_the_answer_stands_above_the_fold(page: Page, path: str) -> None:
    """Place, who helps and a number to press, on a phone of 360 x 740, without scrolling."""
    page.goto(path)
    call = page.locator("main a.call").first.bounding_box()
    assert call
    assert call["y"] + call["height"] <= 740
    assert call["height"] >= 56


@pytest.mark.parametrize("path", VISITOR)
def test_the_keyboard_reaches_the_content_first(page: Page, path: str) -> None:
    """One Tab shows the way past the header, and focus can be seen."""
    page.goto(path)
    page.keyboard.press("Tab")
    focused = page.evaluate(
        """() => { const one = document.activeElement; const style = getComputedStyle(one);
            return [one.className, one.getAttribute('href'), style.outlineStyle]; }"""
    )
    assert focused == ["skip", "#innehall", "solid"]
