"""What opens on a page, what the keyboard reaches, colours of one's own, and paper."""

import re
from io import BytesIO
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from browser.checks import axe, axe_in_the_dark, fits_a_small_phone, fits_with_large_text
from browser.fields import SUICIDE, VIOLENCE
from browser.visit import Visit, Visitor
from helpers import FOLDERS, INVENTED_WORDS
from nginx import Nginx
from page_kinds import PHONE, SHOWING

FOCUSABLE = "a[href], button, input, summary"


@pytest.mark.parametrize("folder", SHOWING)
def test_axe_finds_nothing_in_what_opens(visitor: Visitor, host: Nginx, folder: str) -> None:
    """Steps, answers of a field with one marked, a guess, what is not known, and both cards."""
    code = next(code for code, one in FOLDERS.items() if one == folder)
    visit = visitor.open(host.address, f"{folder}kommun/taby/")
    visit.page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
    assert in_both_faces(visit) == []
    shown = {
        "floda": ".hits li",
        "taaby": ".hits li",
        "xyzzy": ".unknown",
        SUICIDE[code]: ".cards a",
        VIOLENCE[code]: ".cards a",
    }
    for path, field in (("", "#ort"), ("sok/", "#sok")):
        visit = visitor.open(host.address, f"{folder}{path}")
        for typed, what in shown.items():
            visit.page.locator(field).fill(typed)
            expect(visit.page.locator(what).first).to_be_visible()
            visit.page.keyboard.press("ArrowDown")
            assert in_both_faces(visit) + fits_a_small_phone(visit) == [], typed
            assert fits_with_large_text(visit) == [], typed


def in_both_faces(visit: Visit) -> list[str]:
    """List what axe finds in the light and in the dark."""
    return axe(visit) + axe_in_the_dark(visit)


@pytest.mark.parametrize(
    "path", ["", "stodlinjer/", *(f"{folder}kommun/taby/" for folder in SHOWING)]
)
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


@pytest.mark.parametrize("path", ["", "kommun/taby/", f"{SHOWING[-1]}kommun/vara/"])
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


@pytest.mark.parametrize(
    ("folder", "scheme"), [("", "light"), *((folder, "dark") for folder in FOLDERS.values())]
)
def test_a_municipality_prints_on_one_sheet_with_its_numbers(
    browser: Browser, address: str, folder: str, scheme: Literal["light", "dark"]
) -> None:
    """A4, black on white from a dark screen too, and every number in words that a copier keeps."""
    context = browser.new_context(base_url=address, color_scheme=scheme)
    page = context.new_page()
    faults = []
    for name in ("taby", "eskilstuna", "norrtalje", "sigtuna", "malmo", "vara"):
        page.goto(f"{folder}kommun/{name}/")
        faults += [f"{name}: {fault}" for fault in faults_on_paper(page)]
    context.close()
    assert faults == []


def faults_on_paper(page: Page) -> list[str]:
    """List what is wrong with a municipality's page when it is printed."""
    page.emulate_media(media="print")
    numbers = page.locator("main a.call bdi[dir], .dial").all_inner_texts()
    colours = page.evaluate(
        """() => [...new Set([...document.querySelectorAll("main *")]
            .filter(one => one.checkVisibility() && one.textContent.trim())
            .map(one => getComputedStyle(one).color))]"""
    )
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    size = [round(float(side)) for side in sheets[0].mediabox[2:]]
    # Text read back from right-to-left paper comes in pieces: the digits after a code are enough.
    printed = re.sub(r"[^0-9]", "", sheets[0].extract_text())
    digits = {one: re.sub(r"[^0-9]", "", one.rpartition("#")[2]) for one in numbers}
    wrong = {
        f"{len(sheets)} sheets": len(sheets) > (2 if INVENTED_WORDS else 1),
        f"{size} points, not A4": size != [595, 842],
        f"in {colours}": colours != ["rgb(0, 0, 0)"],
        f"only {len(numbers)} numbers": len(numbers) < 3,
        **{f"without {number}": digits[number] not in printed for number in numbers},
    }
    return [fault for fault, is_so in wrong.items() if is_so]
