"""The place field on the start page and in the header: finger, keyboard, screen reader.

Siblings: templates/parts/finder.html, theme/assets/fields.js, theme/assets/places.js.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from built import asset
from page_kinds import PHONE, SHOWING

FOLDER = pytest.mark.parametrize("folder", SHOWING)


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


@FOLDER
def test_from_the_start_page_to_an_answer_with_a_finger(
    browser: Browser, address: str, folder: str
) -> None:
    """Touch the field, type without dots, touch the answer."""
    context = browser.new_context(base_url=address, viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(folder)
    page.locator("#ort").tap()
    type_in(page, "taby")
    page.get_by_role("option").first.tap()
    page.wait_for_url(f"**/{folder}kommun/taby/")
    assert page.locator("main").get_attribute("data-kommun") == "0160"
    context.close()


@FOLDER
def test_from_any_page_to_another_place_with_the_keyboard(page: Page, folder: str) -> None:
    """A link in the header leads to the field of the start page."""
    page.goto(f"{folder}kommun/vara/")
    page.locator(".place").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{folder}#ort")
    page.locator("#ort").focus()
    type_in(page, "Lund")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{folder}kommun/lund/")


@FOLDER
def test_answers_stand_below_each_other_and_go_away(page: Page, folder: str) -> None:
    """A closed list takes no room."""
    page.goto(folder)
    expect(page.locator("#ort-lista")).to_be_hidden()
    type_in(page, "mal")
    boxes = [one.bounding_box() for one in page.get_by_role("option").all()]
    assert len({box["x"] for box in boxes if box}) == 1
    assert len({box["y"] for box in boxes if box}) == len(boxes) > 1
    page.keyboard.press("Escape")
    expect(page.locator("#ort-lista")).to_be_hidden()


def test_a_list_below_open_answers_can_be_pressed(page: Page) -> None:
    """For those whose place is not among the answers: nothing moves away under the finger."""
    page.goto("")
    type_in(page, "lund")
    page.get_by_role("link", name="Alla kommuner, A till Ö").click()
    page.wait_for_url("**/kommuner/")


def test_enter_opens_no_namesake_of_a_place_said_more_closely(page: Page) -> None:
    """Nora is a municipality, and a part of Danderyd."""
    page.goto("")
    type_in(page, "Nora, Danderyd")
    page.keyboard.press("Enter")
    expect(active(page)).to_have_text(options(page)[0])
    assert page.locator("main").get_attribute("data-kommun") is None


def test_it_says_to_a_screen_reader_what_it_is_and_what_it_shows(page: Page) -> None:
    """The states of the ARIA pattern, one after another."""
    page.goto("")
    field = page.get_by_role("combobox", name="Var bor du? Skriv en ort eller kommun")
    expect(field).to_have_attribute("aria-autocomplete", "list")
    expect(field).to_have_attribute("aria-expanded", "false")
    type_in(page, "floda")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator(f"#{field.get_attribute('aria-controls')}")).to_be_visible()
    expect(page.locator(f"#{field.get_attribute('aria-describedby')}")).to_have_text("Förslag: 3.")
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


def test_escape_closes_the_answers_and_then_empties_the_field(page: Page) -> None:
    """As the pattern says; nothing is opened on the way."""
    page.goto("")
    type_in(page, "Lund")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#ort")).to_have_value("Lund")
    page.keyboard.press("Escape")
    expect(page.locator("#ort")).to_have_value("")
    assert page.url.endswith("/")


def test_a_name_that_several_places_share_is_never_opened_unasked(page: Page) -> None:
    """There are three Floda: all are shown with their municipality, Enter opens none."""
    page.goto("")
    type_in(page, "Floda")
    assert sorted(options(page)[:3]) == ["Floda, Gagnef", "Floda, Katrineholm", "Floda, Lerum"]
    before = page.url
    page.keyboard.press("Enter")
    expect(active(page)).to_have_text(options(page)[0])
    assert page.url == before


def test_enter_opens_a_municipality_by_its_own_whole_name(page: Page) -> None:
    """Nothing else is called that."""
    page.goto("")
    type_in(page, "Arvika")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kommun/arvika/")


def test_enter_chooses_nothing_between_habo_and_habo_with_a_ring(page: Page) -> None:
    """They fold to the same letters."""
    page.goto("")
    type_in(page, "habo")
    assert [one.split()[0] for one in options(page)[:2]] == ["Habo", "Håbo"]
    page.keyboard.press("Enter")
    assert page.url.endswith("/")


def test_a_guess_is_said_to_be_one(page: Page) -> None:
    """Two letters have changed places."""
    page.goto("")
    type_in(page, "Norrkopnig")
    assert options(page)[0] == "Norrköping kommun"
    expect(page.get_by_role("status").filter(has_text="Menade du")).to_be_visible()


@FOLDER
def test_a_place_it_does_not_know_says_so_and_offers_the_lists_and_the_pair(
    page: Page, folder: str
) -> None:
    """A-Ö stands below; both lines can be called."""
    page.goto(folder)
    page.locator("#ort").press_sequentially("qqqqqq")
    unknown = page.locator("main .unknown")
    expect(unknown).to_be_visible()
    numbers = [one.get_attribute("href") for one in unknown.locator("a").all()]
    assert numbers == ["tel:116111", "tel:116006"]
    expect(page.locator('main a[href$="kommuner/"]')).to_be_visible()
    said = page.locator("#ort").get_attribute("data-unknown") or "missing"
    expect(page.locator("#ort-sagt")).to_have_text(said)


def test_an_arabic_name_answers_with_the_swedish_one(page: Page) -> None:
    """Each in its own language and direction."""
    page.goto("ar/")
    type_in(page, "ستوكهولم")
    name = page.get_by_role("option").first.locator("bdi")
    assert name.all_inner_texts() == ["ستوكهولم", "Stockholm"]
    assert [one.get_attribute("lang") for one in name.all()] == ["ar", "sv"]
    page.get_by_role("option").first.click()
    page.wait_for_url("**/ar/kommun/stockholm/")


def test_the_list_and_its_script_arrive_when_the_field_is_touched_and_not_before(
    page: Page, site: Path
) -> None:
    """The page itself is one request."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto("", wait_until="networkidle")
    assert asked == [""]
    page.locator("#ort").focus()
    page.wait_for_load_state("networkidle")
    page.locator("#ort").press_sequentially("Täby")
    expect(page.get_by_role("option").first).to_be_visible()
    assert asked == ["", *(asset(site, name).name for name in ("places.js", "places.json"))]


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


@pytest.mark.parametrize("lost", ["**/places.*.js", "**/places.*.json"])
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
    expect(page.locator("#ort-sagt")).to_contain_text("Listan gick inte att hämta.")
    page.unroute(lost)
    page.locator("#ort").blur()
    page.locator("#ort").focus()
    page.locator("#ort").press_sequentially("nd")
    if asks_again or not lost.endswith(".js"):
        expect(page.get_by_role("option").first).to_have_text("Lund kommun")
    else:
        expect(page.locator("#ort-sagt")).to_contain_text("Listan gick inte att hämta.")
        expect(page.locator('main a[href$="kommuner/"]').first).to_be_visible()


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
        expect(page.locator(f'main a[href$="{path}"]').first).to_be_visible()
    page.goto(f"{folder}kommun/vara/")
    page.locator(".place").click()
    expect(page.locator('main a[href$="kommuner/"]').first).to_be_visible()
    context.close()
