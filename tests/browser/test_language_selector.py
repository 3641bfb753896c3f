"""The language selector, with as many languages as the site is made for, on a page as published.

Siblings: templates/parts/languages.html, theme/assets/visitor.js.
"""

import json
import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from bench import content
from centres.data.model import Language
from centres.pages.document.language_selector import LabelWord, LanguageSelector
from centres.pages.document.templates import Templates
from centres.pages.page import Link
from helpers import ROOT
from page_kinds import PHONE

LANGUAGES = {one.code: one for one in content.languages(24)}
WORDS = {"sv": "Språk", "en": "Languages", "ar": "اللغات", "uk": "Мови"}


def selector(own: Language) -> str:
    """Return the selector of Täby's page in `own`."""
    words = [LabelWord(LANGUAGES[code], word) for code, word in WORDS.items()]
    links = [Link(one, "kommun/taby/") for one in LANGUAGES.values()]
    root_url = "../" * (own.folder + "kommun/taby/").count("/")
    made = LanguageSelector(Templates(ROOT / "templates"), words)
    return str(made.html(own, "kommun/taby/", links, root_url))


@pytest.fixture(params=["light", "dark"])
def phone_of(
    request: pytest.FixtureRequest, browser: Browser, address: str
) -> Iterator[BrowserContext]:
    """Open a phone, light or dark, without the policy that keeps axe's script out."""
    context = browser.new_context(
        base_url=address, viewport=PHONE, color_scheme=request.param, bypass_csp=True
    )
    context.set_default_timeout(10_000)
    yield context
    context.close()


def with_all_languages(page: Page, code: str) -> Page:
    """Open Täby's page in a language, and give it the selector that it has with 24."""
    page.goto(f"{LANGUAGES[code].folder}kommun/taby/")
    replace = "(nav, html) => { nav.outerHTML = html; }"
    page.locator(".top nav").evaluate(replace, selector(LANGUAGES[code]))
    return page


@pytest.mark.parametrize("code", ["sv", "ar"])
def test_all_languages_are_one_key_away_and_the_first_call_is_still_in_sight(
    phone_of: BrowserContext, code: str
) -> None:
    """Closed it takes no room that the answer needs; open, each language is large enough to hit."""
    page = with_all_languages(phone_of.new_page(), code)
    call = page.locator("main a.call").first.bounding_box()
    assert call
    assert call["y"] <= 560
    label = page.locator(".languages summary")
    expect(label).to_contain_text("اللغات")
    label.focus()
    page.keyboard.press("Enter")
    links = page.locator(".languages a")
    expect(links).to_have_count(24)
    expect(links.last).to_be_visible()
    heights = """all => all.map(one => [one.textContent, one.getBoundingClientRect().height])"""
    targets = page.locator(".top :is(summary, nav a)").evaluate_all(heights)
    assert [target for target in targets if target[1] < 44] == []
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    expect(page.locator(".languages [aria-current]")).to_have_text(LANGUAGES[code].name)


@pytest.mark.parametrize("code", ["sv", "ar"])
def test_the_open_list_fits_on_a_small_phone_and_with_text_twice_as_large(
    page: Page, code: str
) -> None:
    """320 px wide, 200 % text; and it is not printed."""
    with_all_languages(page, code).locator(".languages summary").click()
    for width, size in ((320, "100%"), (360, "200%")):
        page.set_viewport_size({"width": width, "height": 740})
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(media="print")
    expect(page.locator(".languages")).to_be_hidden()


def test_a_language_keeps_the_page_one_is_on(page: Page) -> None:
    """Also from the list."""
    with_all_languages(page, "sv").locator(".languages summary").click()
    page.locator(".languages a[lang=ar]").click()
    page.wait_for_url("**/ar/kommun/taby/")


def opened_by(page: Page, languages: list[str], path: str) -> Page:
    """Open a page in a browser that asks for these languages, the dearest first."""
    asked = json.dumps(languages)
    page.add_init_script(
        f"Object.defineProperty(navigator, 'languages', {{ configurable: true,"
        f" get: () => {asked} }});"
    )
    page.goto(path)
    return page


def row(page: Page) -> list[str]:
    """Return the codes of the languages that are seen, from the first, the marked one with a *."""
    seen = """all => all.filter(one => one.checkVisibility()).map(one =>
        one.lang + (one.closest(".offered") ? "*" : ""))"""
    codes: list[str] = page.locator(".top nav a").evaluate_all(seen)
    return codes


@pytest.mark.parametrize(
    ("path", "languages", "expected"),
    [
        ("kommun/taby/", ["ar-SY"], ["ar*", "sv-simple", "en"]),
        ("kommun/taby/", ["so-SO", "en-GB", "ar"], ["en*", "sv-simple", "ar"]),
        ("kommun/taby/", ["sv-FI", "ar"], ["sv-simple", "en", "ar"]),
        ("kommun/taby/", ["so", "ti"], ["sv-simple", "en", "ar"]),
        ("en/kommun/taby/", ["sv-SE", "en"], ["sv*", "ar", "sv-simple"]),
        ("ar/kommun/taby/", ["ar-EG-u-nu-arab", "en"], ["sv", "en", "sv-simple"]),
        ("sv-simple/", ["sv", "en"], ["sv", "en", "ar"]),
    ],
    ids=str,
)
def test_the_language_that_the_browser_asks_for_comes_first_and_is_marked(
    page: Page, path: str, languages: list[str], expected: list[str]
) -> None:
    """If the page is in another; of those asked for, the first that the site has."""
    assert row(opened_by(page, languages, path)) == expected
    assert page.evaluate("[localStorage.length, document.cookie]") == [0, ""]


def test_a_language_of_the_long_list_is_offered_beside_its_label(page: Page) -> None:
    """And the row is no longer for it: the answer stands where it stood."""

    def with_all(route: Route) -> None:
        response = route.fetch()
        nav = re.sub(r"\s*\n\s*", "", selector(LANGUAGES["sv"]))
        html, count = re.subn(
            r'<nav aria-label="Språk">.*?</nav>', nav, response.text(), count=1, flags=re.DOTALL
        )
        assert count == 1
        route.fulfill(response=response, body=html)

    page.route("**/kommun/taby/", with_all)
    opened_by(page, ["sv"], "kommun/taby/")
    usual = row(page)
    stood = page.locator("main").bounding_box()
    opened_by(page, ["uk-UA"], "kommun/taby/")
    assert row(page) == ["uk*", *usual[:-1]]
    assert page.locator("main").bounding_box() == stood
    link = page.locator(".offered a")
    expect(link).to_have_text("українська")
    box = link.bounding_box()
    assert box
    assert box["height"] >= 44
    page.locator(".languages summary").click()
    expect(page.locator(".languages a")).to_have_count(24)
