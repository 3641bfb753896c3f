"""The field that answers a place or what has happened: finger, keyboard, screen reader.

Siblings: templates/parts/place_field.html, theme/assets/fields.js, theme/assets/finder.js,
theme/assets/shown.js.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, Route, expect

from browser.checks import axe, axe_in_the_dark, fits_a_small_phone
from browser.fields import KEYBOARDS, SUICIDE, VIOLENCE, bottoms, boxes, raise_keyboard
from browser.visit import Visitor
from built import asset
from helpers import FOLDERS, GUIDE_LANGUAGES
from nginx import Nginx
from page_kinds import PHONE, SHOWING

FOLDER = pytest.mark.parametrize("folder", SHOWING)
# Keeps each text that a screen reader is given.
SPOKEN = """() => { window.spoken = []; const status = document.querySelector("main [role=status]");
    new MutationObserver(() => window.spoken.push(status.textContent))
        .observe(status, { childList: true, characterData: true, subtree: true }); }"""


def type_in(page: Page, text: str) -> None:
    """Type as a person does; answers come without a press on a key."""
    page.locator("#ort").press_sequentially(text, delay=20)
    expect(page.get_by_role("option").first).to_be_visible()


def options(page: Page) -> list[str]:
    """Return the answers, in the order of the list."""
    return page.get_by_role("option").all_inner_texts()


def active(page: Page) -> Locator:
    """Return the answer that the field points a screen reader to."""
    return page.locator(f"#{page.locator('#ort').get_attribute('aria-activedescendant')}")


def status(page: Page) -> Locator:
    """Return what a screen reader says of the field."""
    return page.locator("main [role=status]").first


def held_phone(browser: Browser, address: str, width: int, height: int) -> BrowserContext:
    """Return a phone that somebody holds in her hand."""
    return browser.new_context(
        base_url=address,
        viewport={"width": width, "height": height},
        has_touch=True,
        is_mobile=True,
    )


@FOLDER
def test_from_the_start_page_to_an_answer_with_a_finger_and_no_scrolling(
    browser: Browser, address: str, folder: str
) -> None:
    """Above the keyboard stand the question, the field, and three answers; one on the smallest."""
    for width, height, left in KEYBOARDS:
        context = held_phone(browser, address, width, height)
        page = context.new_page()
        page.goto(folder)
        raise_keyboard(page, "#ort", left)
        bar, label = page.locator(".bar"), page.locator(".finder label")
        stood = boxes(label)
        assert bottoms(bar)[0] <= stood[0][1] <= bottoms(bar)[0] + 16
        type_in(page, "taby")
        seen = [bottom for bottom in bottoms(page.get_by_role("option")) if bottom <= left]
        assert len(seen) >= (3 if left > 400 else 1)
        assert boxes(label) == stood
        [(field_x, field_y, *_), (button_x, button_y, *_)] = boxes(page.locator(".field > *"))
        assert field_y == button_y
        assert field_x != button_x
        assert all(one[3] >= 56 for one in boxes(page.locator(".field > *")))
        page.get_by_role("option").first.tap()
        page.wait_for_url(f"**/{folder}kommun/taby/")
        assert page.locator("main").get_attribute("data-kommun") == "0160"
        context.close()


def test_from_any_page_to_another_place_with_the_keyboard(page: Page) -> None:
    """A link in the header leads to the field of the start page."""
    page.goto("kommun/vara/")
    page.locator(".place").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/#ort")
    page.locator("#ort").focus()
    type_in(page, "Lund")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kommun/lund/")


def test_answers_stand_below_each_other_and_go_away(page: Page) -> None:
    """A closed list takes no room. Escape closes it, then empties the field, and opens nothing."""
    page.goto("")
    expect(page.get_by_role("listbox")).to_be_hidden()
    type_in(page, "mal")
    found = boxes(page.get_by_role("option"))
    assert len({x for x, *_ in found}) == 1
    assert len({y for _, y, *_ in found}) == len(found) > 1
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#ort")).to_have_value("mal")
    page.keyboard.press("Escape")
    expect(page.locator("#ort")).to_have_value("")
    assert page.url.endswith("/")


def test_a_list_below_open_answers_can_be_pressed(page: Page) -> None:
    """For those whose place is not among the answers: nothing moves away under the finger."""
    page.goto("")
    type_in(page, "lund")
    page.get_by_role("link", name="Alla kommuner, A till Ö").click()
    page.wait_for_url("**/kommuner/")


def test_what_has_happened_leads_to_its_page_and_looks_unlike_a_place(page: Page) -> None:
    """Each kind of answer has a picture of its own, and a page its neutral title."""
    page.goto("")
    type_in(page, "kista")
    place = page.get_by_role("option").first.locator("svg").inner_html()
    page.locator("#ort").fill("")
    type_in(page, "rånad")
    assert page.get_by_role("option").first.locator("svg").inner_html() != place
    page.get_by_role("option").first.click()
    page.wait_for_url("**/rad/ute/")


@FOLDER
def test_a_card_with_numbers_to_call_stands_above_every_answer_and_the_keyboard(
    browser: Browser, address: str, folder: str
) -> None:
    """For suicide 112, Självmordslinjen and Bris; for violence now 112, and without a voice.

    What is said is what the card is about, and its numbers.
    """
    code = next(code for code, one in FOLDERS.items() if one == folder)
    context = held_phone(browser, address, PHONE["width"], PHONE["height"])
    page = context.new_page()
    page.goto(folder)
    raise_keyboard(page, "#ort", KEYBOARDS[0][2])
    page.locator("#ort").press_sequentially(SUICIDE[code], delay=20)
    buttons = page.locator(".cards a")
    expect(buttons).to_have_count(5)
    hrefs = [str(one.get_attribute("href")) for one in buttons.all()]
    assert [one for one in hrefs if one.startswith("tel:")] == [
        "tel:112",
        "tel:90101",
        "tel:116111",
    ]
    assert max(bottoms(buttons)) <= KEYBOARDS[0][2]
    assert min(one[3] for one in boxes(buttons)) >= 56
    expect(status(page)).to_contain_text("116 111")
    said = status(page).inner_text()
    assert page.locator(".cards h2").inner_text() in said
    assert all(number in said for number in ("112", "90101"))
    page.locator("#ort").fill(VIOLENCE[code])
    expect(buttons).to_have_count(2)
    assert max(bottoms(buttons)) <= KEYBOARDS[0][2]
    assert buttons.first.get_attribute("href") == "tel:112"
    buttons.last.tap()
    page.wait_for_url(f"**/{folder}rad/utan-att-prata/")
    context.close()


def test_it_says_to_a_screen_reader_what_it_is_and_what_it_shows(page: Page) -> None:
    """The states of the ARIA pattern, one after another."""
    page.goto("")
    field = page.get_by_role("combobox", name="Var bor du, eller vad har hänt?")
    expect(field).to_have_attribute("aria-autocomplete", "list")
    expect(field).to_have_attribute("aria-expanded", "false")
    type_in(page, "floda")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator(f"#{field.get_attribute('aria-controls')}")).to_be_visible()
    said = page.locator(f"#{field.get_attribute('aria-describedby')}")
    expect(said).to_have_text(f"Förslag: {len(options(page))}. Först: {options(page)[0]}.")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(active(page)).to_have_attribute("aria-selected", "true")
    expect(active(page)).to_have_text(options(page)[0])
    page.keyboard.press("ArrowUp")
    expect(active(page)).to_have_text(options(page)[-1])
    expect(page.locator("[aria-selected=true]")).to_have_count(1)
    page.keyboard.press("Backspace")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    assert field.get_attribute("aria-activedescendant") is None


def test_a_voice_is_given_the_first_answer_after_a_pause_and_once(page: Page) -> None:
    """Not at every letter, nor again when nothing has changed; and nobody sees it."""
    page.goto("")
    type_in(page, "m")
    page.locator("#ort").fill("")
    page.wait_for_load_state("networkidle")
    page.evaluate(SPOKEN)
    type_in(page, "Mariestad")
    said = f"Förslag: 1. Först: {options(page)[0]}."
    expect(status(page)).to_have_text(said)
    page.keyboard.press("Backspace")
    page.keyboard.press("d")
    page.wait_for_timeout(1200)
    assert page.evaluate("window.spoken") == [said]
    assert boxes(status(page))[0][2:] == [1, 1]
    expect(page.locator(".seen")).to_have_text("")


def test_enter_or_visa_opens_a_municipality_by_its_own_whole_name_alone(page: Page) -> None:
    """Floda is in Gagnef and in Lerum, Habo is another than Håbo, and Nora a part of Danderyd."""
    page.goto("")
    show = page.get_by_role("button", name="Visa")
    for typed in ("Floda", "habo", "Nora, Danderyd"):
        page.locator("#ort").fill("")
        type_in(page, typed)
        for way in ("Enter", "Visa"):
            if way == "Enter":
                page.keyboard.press(way)
            else:
                show.click()
            expect(active(page)).to_have_text(options(page)[0])
            expect(page.locator("#ort")).to_be_focused()
            page.locator("#ort").press("End")
            page.locator("#ort").press_sequentially(" ")
        assert page.locator("main").get_attribute("data-kommun") is None
    page.locator("#ort").fill("Arvika")
    show.click()
    page.wait_for_url("**/kommun/arvika/")


@pytest.mark.parametrize("lost", ["finder.*.js", "answers.*.json", "places.*.json"])
def test_a_key_pressed_before_the_lists_have_come_is_kept(page: Page, lost: str) -> None:
    """A quick typist on a slow line."""
    held: list[Route] = []
    page.route(f"**/{lost}", lambda route: held.append(route))
    page.goto("")
    page.locator("#ort").focus()
    page.keyboard.type("Uppsala")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.locator("main").get_attribute("data-kommun") is None
    for route in held:
        route.continue_()
    page.wait_for_url("**/kommun/uppsala/")


def test_nothing_moves_when_all_other_names_come(page: Page) -> None:
    """Neither an answer, nor what is chosen of them, nor what is said."""
    held: list[Route] = []
    page.route("**/places.*.json", lambda route: held.append(route))
    page.goto("")
    type_in(page, "mal")
    page.keyboard.press("ArrowDown")
    before, first = boxes(page.get_by_role("option")), options(page)
    chosen = active(page).inner_text()
    with page.expect_response("**/places.*.json"):
        for route in held:
            route.continue_()
    expect(page.get_by_role("option")).not_to_have_count(len(first))
    assert boxes(page.get_by_role("option"))[: len(first)] == before
    assert options(page)[: len(first)] == first
    assert active(page).inner_text() == chosen


def test_a_guess_is_said_to_be_one(page: Page) -> None:
    """Two letters have changed places."""
    page.goto("")
    type_in(page, "Norrkopnig")
    assert options(page)[0] == "Norrköping kommun"
    expect(page.locator(".seen")).to_have_text("Menade du Norrköping kommun?")
    expect(status(page)).to_have_text("Menade du Norrköping kommun?")


@FOLDER
def test_what_it_does_not_know_offers_the_lists_and_the_pair_and_says_their_numbers(
    page: Page, folder: str
) -> None:
    """And never that it is how somebody spells."""
    page.goto(folder)
    page.locator("#ort").press_sequentially("qqqqqq")
    unknown = page.locator("main .unknown")
    expect(unknown).to_be_visible()
    hrefs = [str(one.get_attribute("href")) for one in unknown.locator("a").all()]
    assert [one for one in hrefs if one.startswith("tel:")] == ["tel:116111", "tel:116006"]
    for path in ("kommuner/", "kommuner/lan/", "stodlinjer/"):
        expect(unknown.locator(f'a[href$="/{path}"]')).to_be_visible()
    said = page.locator("#ort").get_attribute("data-unknown") or "missing"
    expect(page.locator(".seen")).to_have_text(said)
    for part in (said, "116 111", "116 006"):
        expect(status(page)).to_contain_text(part)
    assert "stavning" not in unknown.inner_text()


def test_an_arabic_name_answers_with_the_swedish_one(page: Page) -> None:
    """Each in its own language and direction."""
    page.goto("ar/")
    type_in(page, "ستوكهولم")
    option = page.get_by_role("option").first
    assert option.locator("bdi").all_inner_texts() == ["ستوكهولم", "Stockholm"]
    assert [one.get_attribute("lang") for one in option.locator("bdi").all()] == ["ar", "sv"]
    assert "، " in option.inner_text()
    option.click()
    page.wait_for_url("**/ar/kommun/stockholm/")


def test_the_lists_and_the_script_arrive_when_the_field_is_touched_and_not_before(
    page: Page, site: Path
) -> None:
    """The page itself is one request. Each list comes whole, whatever is typed."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto("", wait_until="networkidle")
    assert asked == [""]
    page.locator("#ort").focus()
    page.wait_for_load_state("networkidle")
    type_in(page, "Täby")
    names = ("answers.sv.json", "finder.js", "late.js", "more.sv.json", "places.json")
    assert sorted(asked) == sorted(["", *(asset(site, name).name for name in names)])


def test_nothing_typed_is_sent_stored_or_put_in_the_address(page: Page) -> None:
    """The field has no name; the choice is an address like any other on the page."""
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.goto("")
    before = page.evaluate("history.length")
    type_in(page, "Rinkeby")
    page.keyboard.press("Escape")
    assert [one.url for one in asked if "inkeby" in one.url or one.post_data] == []
    assert page.url.endswith("/")
    assert page.evaluate("history.length") == before
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]
    assert page.locator("#ort").get_attribute("name") is None
    assert page.locator("#ort").get_attribute("autocomplete") == "off"


def test_a_card_stays_when_the_rest_of_the_lists_is_lost(page: Page) -> None:
    """Its numbers can be called without contact with the net."""
    page.route("**/places.*.json", lambda route: route.abort())
    page.goto("")
    page.locator("#ort").fill(SUICIDE["sv"])
    expect(page.locator(".seen")).to_contain_text("Listan gick inte att hämta.")
    expect(page.locator('.cards a[href="tel:112"]')).to_be_visible()


@pytest.mark.parametrize("lost", ["**/finder.*.js", "**/answers.*.json", "**/places.*.json"])
def test_without_contact_it_says_so_and_tries_again(
    page: Page, lost: str, asks_again: bool
) -> None:
    """In a lift; outside it works, without loading the page again.

    In a browser that remembers a script as lost, the lists remain.
    """
    page.route(lost, lambda route: route.abort())
    page.goto("")
    # At once: a script that a letter has asked for would be the same request for the next one.
    page.locator("#ort").fill("Lu")
    for told in (page.locator(".seen"), status(page)):
        expect(told).to_contain_text("Listan gick inte att hämta.")
    page.unroute(lost)
    page.locator("#ort").blur()
    page.locator("#ort").focus()
    page.locator("#ort").press_sequentially("nd")
    if asks_again or not lost.endswith(".js"):
        expect(page.get_by_role("option").first).to_have_text("Lund kommun")
        expect(page.locator(".seen")).to_have_text("")
    else:
        expect(page.locator(".seen")).to_contain_text("Listan gick inte att hämta.")
        expect(page.locator('main a[href$="kommuner/"]').first).to_be_visible()


def test_without_contact_it_says_so_before_it_leaves_a_page_with_numbers(page: Page) -> None:
    """Over the field, so that nothing moves: the next press is on the same answer, and leaves."""
    page.goto("")
    type_in(page, "Lund")
    before = boxes(page.get_by_role("option"))
    page.context.set_offline(True)
    over = page.locator(".over span")
    page.get_by_role("option").first.click()
    expect(over).to_be_visible()
    expect(status(page)).to_have_text(over.inner_text())
    assert boxes(page.get_by_role("option")) == before
    page.context.set_offline(False)
    expect(over).to_be_hidden()
    page.context.set_offline(True)
    page.locator("#ort").fill("qqqqqq")
    page.locator(".unknown a").first.click()
    expect(over).to_be_visible()
    with page.expect_event("requestfailed"):
        page.locator(".unknown a").first.click()


@pytest.mark.parametrize("code", GUIDE_LANGUAGES)
def test_in_the_guide_it_opens_a_municipalitys_page_there(
    visitor: Visitor, host: Nginx, code: str
) -> None:
    """A county is a heading of that very page, no page of advice answers, and cards do."""
    folder = f"{FOLDERS[code]}starta/kommun/"
    visit = visitor.open(host.address, folder)
    page = visit.page
    for typed in ("qqqqqq", SUICIDE[code], "vara"):
        page.locator("#ort").fill(typed)
        shown = {"qqqqqq": ".unknown", "vara": "[role=option]"}.get(typed, ".cards a")
        expect(page.locator(shown).first).to_be_visible()
        assert axe(visit) + axe_in_the_dark(visit) + fits_a_small_phone(visit) == [], typed
    assert not [one for one in options(page) if "," not in one and "Vara" not in one]
    page.locator("#ort").fill("Skåne län")
    page.get_by_role("option").first.click()
    page.wait_for_url(f"**/{folder}#skane-lan")
    expect(page.locator("#ort")).to_have_value("")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.locator("#ort").fill("Arvika")
    page.locator("#ort").press("Enter")
    page.wait_for_url(f"**/{folder}arvika/")
    assert visit.troubles == []


@FOLDER
def test_without_a_script_there_is_no_field_but_the_lists_one_tap_away(
    browser: Browser, address: str, folder: str
) -> None:
    """On the start page, to which the header of every other page leads."""
    context = browser.new_context(base_url=address, viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(folder)
    expect(page.locator("#ort")).to_be_hidden()
    for path in ("kommuner/", "kommuner/lan/"):
        expect(page.locator(f'main .lists a[href$="{path}"]')).to_be_visible()
    page.goto(f"{folder}kommun/vara/")
    page.locator(".place").click()
    expect(page.locator('main .lists a[href$="kommuner/"]')).to_be_visible()
    context.close()
