"""axe on every kind of page, in every language, in both faces; and what axe does not see."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from centres.data.geography import slug
from helpers import FOLDERS, SERVED_BY
from page_kinds import EVERY, PHONE, VISITOR

AXE = Axe()
FOCUSABLE = "a[href], button, input, summary"
# Our own inline policy keeps axe's script out, so the browser is told to look away for axe alone.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def faults(page: Page) -> list[tuple[str, list[str]]]:
    """List what axe finds: WCAG 2.2 AA and its own good practice."""
    found = AXE.run(page, options=RULES).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]


@pytest.fixture(params=["light", "dark"])
def open_to_axe(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """Open a page, light or dark, without the policy that keeps axe's script out."""
    context = browser.new_context(
        base_url=address, viewport=PHONE, color_scheme=request.param, bypass_csp=True
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", EVERY)
def test_axe_finds_nothing(open_to_axe: Page, path: str) -> None:
    """As the page arrives."""
    open_to_axe.goto(path)
    assert faults(open_to_axe) == []


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS.keys())
def test_axe_finds_nothing_in_what_opens(open_to_axe: Page, folder: str) -> None:
    """Steps, answers of the field with one marked, a guess, a name not known, and full text."""
    page = open_to_axe
    page.goto(f"{folder}kommun/taby/")
    for summary in page.locator("summary").all():
        summary.click()
    for typed, shown in {"floda": ".finder li", "tabby": ".finder li", "xyzzy": ".unknown"}.items():
        page.locator("#ort").fill(typed)
        expect(page.locator(shown).first).to_be_visible()
        page.keyboard.press("ArrowDown")
        assert faults(page) == [], typed
    page.goto(f"{folder}sok/")
    page.locator("#sok").fill("Stockholm")
    expect(page.locator(".answers li").first).to_be_visible()
    assert faults(page) == []


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
    bursting = """all => all.filter(one => one.scrollWidth > one.clientWidth)
        .map(one => one.textContent)"""
    assert page.locator(".call, .copy, .exit").evaluate_all(bursting) == []


@pytest.mark.parametrize("path", EVERY)
def test_every_link_and_button_is_large_enough_to_hit(in_each_font: Page, path: str) -> None:
    """24 px at least (WCAG 2.5.8); links beside other words are excepted, there and here."""
    in_each_font.goto(path)
    assert lower_than(in_each_font, 24, "a, button, summary, input:not(label input)") == []


@pytest.mark.parametrize("path", [*VISITOR, "404.html"])
def test_what_somebody_in_a_hurry_presses_is_larger(in_each_font: Page, path: str) -> None:
    """44 px: the way out, copying, the place field and its lists, and what leads to help."""
    page = in_each_font
    page.goto(path)
    page.locator(".find summary").click() if page.locator(".find").count() else None
    helps = "a[href^='tel:'], a[href^='mailto:'], a[href$='/stodlinjer/'], a[href$='/kommuner/']"
    pressed = ".call, .exit, .copy, .doors a, .door, .top :is(summary, nav a), input, [role=option]"
    assert lower_than(page, 44, f"{pressed}, {helps}") == []


@pytest.mark.parametrize("path", ["kommun/taby/", "ar/kommun/taby/", "starta/"])
def test_a_page_is_drawn_in_the_font_that_the_test_names(in_each_font: Page, path: str) -> None:
    """Or what is large enough would be so on this machine only."""
    page = in_each_font
    page.goto(path)
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    heading = session.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})
    used = session.send("CSS.getPlatformFontsForNode", {"nodeId": heading["nodeId"]})["fonts"]
    families = {one["familyName"] for one in used}
    assert families
    assert all(one.startswith(page.family) for one in families), families


def lower_than(page: Page, pixels: int, kinds: str) -> list[str]:
    """Things of these kinds that are not as high, but for links in the middle of a sentence.

    Numbers that lead to a source stand in one. Municipalities on a map are left out, too: they are
    as large as they are, and a list beside the map has them all.
    """
    return page.evaluate(
        """([pixels, kinds]) => [...document.querySelectorAll(kinds)]
            .filter(one => one.checkVisibility() && !one.closest("sup, svg"))
            .filter(one => one.matches("input, button, .call, .exit")
                || one.parentElement.textContent.trim() === one.textContent.trim())
            .filter(one => one.getBoundingClientRect().height < pixels)
            .map(one => one.outerHTML.slice(0, 80))""",
        [pixels, kinds],
    )


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS.keys())
def test_the_answer_stands_above_the_fold(page: Page, folder: str) -> None:
    """A number to press, whoever is there to help, on a phone of 360 x 740, without scrolling."""
    low = {}
    for one in [*SERVED_BY, "Vara"]:
        address = f"{folder}kommun/{slug(one)}/"
        page.goto(address)
        call = page.locator("main a.call").first.bounding_box()
        assert call, address
        if call["y"] > 560 or call["height"] < 56:
            low[address] = call
    assert low == {}


@pytest.mark.parametrize("path", ["", "kommun/taby/", "ar/kommun/taby/", "en/stodlinjer/"])
def test_focus_is_never_hidden_behind_the_bar(page: Page, path: str) -> None:
    """WCAG 2.4.11: every stop of the Tab key, forwards and back again, with text twice as large."""
    page.goto(path)
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    stops = page.locator(FOCUSABLE).filter(visible=True).count()
    for key in ("Tab", "Shift+Tab"):
        for _ in range(stops):
            page.keyboard.press(key)
            hidden = page.evaluate(
                """() => { const one = document.activeElement, bar = document.querySelector(".bar");
                    const [box, over] = [one, bar].map(each => each.getBoundingClientRect());
                    return !bar.contains(one) && one !== document.body && box.top >= over.top
                        && box.bottom <= over.bottom && one.outerHTML.slice(0, 80); }"""
            )
            assert not hidden


@pytest.mark.parametrize("path", VISITOR)
def test_a_window_enlarged_four_times_still_reads_in_one_column(page: Page, path: str) -> None:
    """400 % of 1280 x 1024 is 320 x 256 (WCAG 1.4.10); the bar leaves most of it to the text."""
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    bar = page.locator(".bar").bounding_box()
    assert bar
    assert bar["height"] <= 256 / 3


@pytest.mark.parametrize("path", VISITOR)
def test_nothing_moves_while_the_page_arrives_or_later(page: Page, path: str) -> None:
    """No layout shift, and no transition or animation for anybody, asked or not."""
    page.goto(path, wait_until="networkidle")
    shifts = page.evaluate(
        """() => new Promise(answer => {
            const seen = [];
            new PerformanceObserver(list => seen.push(...list.getEntries().map(one => one.value)))
                .observe({ type: "layout-shift", buffered: true });
            setTimeout(() => answer(seen), 100); })"""
    )
    assert shifts == []
    assert page.evaluate("document.getAnimations().length") == 0
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].map(one => getComputedStyle(one))
            .filter(style => style.transitionDuration !== "0s" || style.animationName !== "none"
                || style.scrollBehavior !== "auto").length"""
    )
    assert moving == 0


@pytest.mark.parametrize("path", ["", "kommun/taby/", "ar/kommun/vara/"])
def test_with_colours_of_ones_own_everything_to_press_has_an_edge(
    browser: Browser, address: str, path: str
) -> None:
    """Forced colours take backgrounds away: an edge and the focus are left."""
    context = browser.new_context(base_url=address, viewport=PHONE, forced_colors="active")
    page = context.new_page()
    page.goto(path)
    pressed = page.locator(".call, .exit, .copy, input").filter(visible=True)
    for one in pressed.all():
        width, colour, paper = one.evaluate(
            """one => { const style = getComputedStyle(one); return [
                parseFloat(style.borderTopWidth), style.borderTopColor,
                getComputedStyle(document.body).backgroundColor]; }"""
        )
        assert width >= 1
        assert colour != paper
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS.keys())
@pytest.mark.parametrize("slug", ["taby", "eskilstuna", "norrtalje", "sigtuna", "malmo", "vara"])
def test_a_municipality_prints_on_one_sheet_with_its_numbers(
    browser: Browser, address: str, slug: str, folder: str, scheme: str
) -> None:
    """A4, black on white from a dark screen too, and every number in words that a copier keeps."""
    context = browser.new_context(base_url=address, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{folder}kommun/{slug}/")
    page.emulate_media(media="print")
    numbers = page.locator("main a.call bdi[dir], .dial").all_inner_texts()
    colours = page.evaluate(
        """() => [...new Set([...document.querySelectorAll("main *")]
            .filter(one => one.checkVisibility() && one.textContent.trim())
            .map(one => getComputedStyle(one).color))]"""
    )
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    context.close()
    assert len(sheets) == 1
    assert [round(float(side)) for side in sheets[0].mediabox[2:]] == [595, 842]
    assert colours == ["rgb(0, 0, 0)"]
    # Text read back from right-to-left paper comes in pieces: the digits after a code are enough.
    printed = re.sub(r"[^0-9]", "", sheets[0].extract_text())
    assert len(numbers) >= 3
    for number in numbers:
        assert re.sub(r"[^0-9]", "", number.rpartition("#")[2]) in printed


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
