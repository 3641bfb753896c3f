"""The search page, as somebody types in it.

Siblings: templates/search.html, theme/assets/fields.js, theme/assets/search.js.
"""

import re

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from browser.fields import KEYBOARDS, SUICIDE, VIOLENCE, bottoms, boxes, raise_keyboard
from helpers import FOLDERS
from page_kinds import PHONE, SHOWING


def type_in(page: Page, text: str) -> None:
    """Type as a person does; answers come without a press on a key."""
    page.locator("#sok").press_sequentially(text, delay=20)
    expect(page.locator('.answers[aria-busy="false"]')).to_be_attached()
    expect(page.locator(".hits li").first).to_be_visible()


def quick(page: Page) -> list[str]:
    """Return the answers of the lists, best first: places, and titles of pages."""
    return page.locator(".quick a").all_inner_texts()


def pages(page: Page) -> list[str]:
    """Titles of all pages found, best first."""
    return [one.inner_text() for one in page.locator(".hits a:not([href*='kommun/'])").all()]


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS.keys())
def test_a_municipality_without_its_dots_is_found_in_every_language(
    page: Page, folder: str
) -> None:
    """Taby leads to Täby's page in the reader's language, above everything else."""
    page.goto(f"{folder}sok/")
    type_in(page, "Taby")
    assert quick(page)[0].split()[0] == "Täby"
    page.locator(".hits a").first.click()
    page.wait_for_url(f"**/{folder}kommun/taby/")
    assert page.locator("main").get_attribute("data-kommun") == "0160"


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        (
            "",
            {
                "rättegång": "rad/rattegang/",
                # Inside a compound: "polisanmälan".
                "anmälan": "rad/polisanmalan/",
                # Words that people use, and that do not stand on the page.
                "mobbning": "rad/skolan/",
                "hedersvåld": "rad/nara-relation/",
                "nakenbild": "rad/natet/",
            },
        ),
        ("en/", {"trial": "rad/rattegang/"}),
        ("ar/", {"المحكمة": "rad/rattegang/"}),
    ],
)
def test_a_word_finds_the_page_about_it_first(
    page: Page, folder: str, found: dict[str, str]
) -> None:
    """With its neutral title, and before any text that has the word."""
    page.goto(f"{folder}sok/")
    for typed, path in found.items():
        page.locator("#sok").fill("")
        type_in(page, typed)
        href = page.locator(".hits a:not([href*='kommun/'])").first.get_attribute("href") or ""
        assert href.partition("#")[0].endswith(f"{folder}{path}"), typed
    assert page.errors == []  # type: ignore[attr-defined]


def test_a_name_that_several_places_share_shows_them_all_with_their_municipality(
    page: Page,
) -> None:
    """Floda is in Gagnef and in Lerum; nobody is led to one of them unasked."""
    page.goto("sok/")
    type_in(page, "floda")
    assert {"Floda, Gagnef", "Floda, Lerum"} <= set(quick(page))
    assert page.url.endswith("/sok/")


def test_a_municipality_named_as_one_still_finds_its_centre(page: Page) -> None:
    """What is left out of a name is left out for the pages too."""
    page.goto("sok/")
    page.locator("#sok").fill("Täby kommun")
    expect(page.locator(".hits a[href*='stodcentrum/taby']").first).to_be_visible()


def test_vara_is_vara_and_not_varmdo(page: Page) -> None:
    """Full-text search alone gets this wrong."""
    page.goto("sok/")
    type_in(page, "Vara")
    assert quick(page)[0] == "Vara kommun"
    assert not [title for title in pages(page) if "Värmdö" in title or "Värnamo" in title]


def test_habo_and_habo_with_a_ring_are_both_offered(page: Page) -> None:
    """They fold to the same letters."""
    page.goto("sok/")
    type_in(page, "habo")
    assert {"Habo kommun", "Håbo kommun"} == set(quick(page)[:2])


def test_what_is_not_found_says_so_and_offers_a_way(page: Page) -> None:
    """The lists stand below all the time."""
    page.goto("sok/")
    page.locator("#sok").press_sequentially("qqqqqq")
    expect(page.locator(".seen")).to_have_text("Vi hittar inget som passar.")
    unknown = page.locator(".unknown")
    expect(unknown.get_by_role("link", name="Alla kommuner, A till Ö")).to_be_visible()
    expect(unknown.locator('a[href="tel:116006"]')).to_be_visible()
    expect(page.locator("#sagt")).to_contain_text("116 006")
    assert "stavning" not in page.locator("main").inner_text()


@pytest.mark.parametrize("folder", SHOWING)
def test_above_a_phones_keyboard_stand_answers_and_the_numbers_of_a_card(
    browser: Browser, address: str, folder: str
) -> None:
    """The question is just below the bar, the card above every answer, and all of it is seen."""
    code = next(code for code, one in FOLDERS.items() if one == folder)
    left = KEYBOARDS[0][2]
    context = browser.new_context(base_url=address, viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{folder}sok/")
    raise_keyboard(page, "#sok", left)
    assert 0 <= boxes(page.locator("form label"))[0][1] - bottoms(page.locator(".bar"))[0] <= 16
    type_in(page, "taby")
    assert len([bottom for bottom in bottoms(page.locator(".quick a")) if bottom <= left]) >= 3
    page.locator("#sok").fill(SUICIDE[code])
    expect(page.locator(".cards a")).to_have_count(5)
    assert max(bottoms(page.locator(".cards a"))) <= left
    expect(page.locator("#sagt")).to_contain_text("90101")
    page.locator("#sok").fill(VIOLENCE[code])
    expect(page.locator(".cards a")).to_have_count(2)
    expect(page.locator('.cards a[href="tel:112"]')).to_be_visible()
    context.close()


def test_without_contact_it_says_so_before_it_leaves_a_page_with_numbers(page: Page) -> None:
    """Over the field; the next press leaves."""
    page.goto("sok/")
    type_in(page, "Lund")
    page.context.set_offline(True)
    page.locator(".quick a").first.click()
    expect(page.locator(".over span")).to_be_visible()
    with page.expect_event("requestfailed"):
        page.locator(".quick a").first.click()


def test_nothing_is_loaded_until_the_field_is_touched(page: Page) -> None:
    """The page itself is one file."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto("sok/", wait_until="networkidle")
    assert asked == [""]
    with page.expect_request("**/places.*.json"), page.expect_request("**/pagefind.js"):
        page.locator("#sok").focus()


def test_nothing_typed_is_sent_stored_or_put_in_the_address(page: Page) -> None:
    """Not in a request, not in the history, not on the device."""
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.goto("sok/")
    before = page.evaluate("history.length")
    type_in(page, "rättegång")
    page.locator("#sok").press("Enter")
    assert [
        one.url for one in asked if "gång" in one.url or "g%C3%A5ng" in one.url or one.post_data
    ] == []
    assert page.url.endswith("/sok/")
    assert page.evaluate("history.length") == before
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]


def test_search_in_one_language_never_answers_from_another(page: Page) -> None:
    """A Swedish word leads to pages in Arabic, if to any."""
    page.goto("ar/sok/")
    for typed in ("polisanmälan", "polisstation"):
        page.locator("#sok").fill(typed)
        expect(page.locator('.answers[aria-busy="false"]')).to_be_attached()
        links = [one.get_attribute("href") or "" for one in page.locator(".hits a").all()]
        assert all("/ar/" in link for link in links), links


def test_places_answer_even_if_the_index_cannot_load(page: Page) -> None:
    """And what is missing is said."""
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto("sok/")
    type_in(page, "Lund")
    assert quick(page)[0] == "Lund kommun"
    expect(page.locator(".seen")).to_contain_text("En del av sökningen gick inte att ladda.")
    expect(page.locator("#sagt")).to_have_text(
        re.compile(
            r"Träffar: \d+\. Först: Lund kommun\. En del av sökningen gick inte att ladda\. "
        )
    )


def test_a_place_is_answered_before_the_index_has_come(page: Page) -> None:
    """On a slow phone the index takes seconds more, adds to what is there, and moves nothing."""
    held: list[Route] = []
    page.route("**/pagefind.js", lambda route: held.append(route))
    page.goto("sok/")
    page.locator("#sok").fill("Vara")
    first = page.locator(".hits a").first
    expect(first).to_have_attribute("href", re.compile("kommun/vara/$"))
    stood = first.bounding_box()
    expect(page.locator(".answers")).to_have_attribute("aria-busy", "true")
    expect(page.locator(".seen")).to_have_text("Söker …")
    first.focus()
    for route in held:
        route.continue_()
    expect(page.locator(".answers")).to_have_attribute("aria-busy", "false")
    expect(page.locator("#sagt")).to_contain_text("Först: Vara kommun.")
    expect(page.locator(".seen")).to_have_text("")
    expect(first).to_be_focused()
    assert first.bounding_box() == stood


@pytest.mark.parametrize("lost", ["search.*.js", "answers.*.json", "pagefind.js", "wasm.*"])
def test_without_contact_search_says_so_and_tries_again(
    page: Page, lost: str, asks_again: bool
) -> None:
    """In a lift; outside it works, without loading the page again.

    In a browser that remembers a script as lost, the lists remain.
    """
    page.route(f"**/{lost}", lambda route: route.abort())
    page.goto("sok/")
    # At once: a script that a letter has asked for would be the same request for the next one.
    page.locator("#sok").fill("rättegån")
    expect(page.locator(".seen")).to_contain_text("gick inte att ladda")
    page.unroute(f"**/{lost}")
    page.locator("#sok").press_sequentially("g")
    if asks_again or not lost.endswith(".js"):
        expect(page.locator('.hits a[href$="rad/rattegang/"]')).to_be_visible()
    else:
        expect(page.locator(".seen")).to_contain_text("gick inte att ladda")
        expect(page.locator('main .doors a[href$="kommuner/"]')).to_be_visible()


def test_an_earlier_answer_never_stands_under_a_later_question(page: Page) -> None:
    """Contact is lost between two words."""
    page.goto("sok/")
    type_in(page, "Lund")
    page.route("**/*", lambda route: route.abort())
    page.locator("#sok").fill("hjälp med blanketter")
    expect(page.locator('.hits a[href$="kommun/lund/"]')).to_have_count(0)


def test_a_centre_found_in_arabic_says_where_it_is_in_swedish(page: Page) -> None:
    """Several are just called Stödcentrum; the name is marked as Swedish and isolated."""
    page.goto("ar/sok/")
    type_in(page, "Värnamo")
    name = page.locator('.hits a[href*="stodcentrum/varnamo"] bdi')
    expect(name).to_have_text("Stödcentrum, Värnamo")
    assert name.get_attribute("lang") == "sv"


def test_the_answers_are_reached_with_the_keyboard_alone(page: Page) -> None:
    """Tab to the field, type, Tab past the button to the first answer, Enter."""
    page.goto("sok/")
    page.locator("#sok").focus()
    page.keyboard.type("Lund")
    expect(page.locator(".hits a").first).to_have_text("Lund kommun")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kommun/lund/")
