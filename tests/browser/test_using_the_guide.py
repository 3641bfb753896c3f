"""The guide in a browser: the map by keyboard, the self-check, the text to copy, and the paper.

Siblings: templates/parts/map.html, templates/guide/answer.html, templates/guide/result.html,
theme/assets/selfcheck.js.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from pypdf import PdfReader

from centres.content import prose
from centres.content.library import Library
from centres.i18n import SOURCE_LANGUAGE
from centres.pages import map_shapes
from centres.pages.guide import book
from clipboard import pasted
from helpers import DIRECTORY, GUIDE_LANGUAGES, LANGUAGES, ROOT

FOLDERS = {code: LANGUAGES[code].folder for code in GUIDE_LANGUAGES}
TEXTS = prose.by_address(prose.read(ROOT, list(FOLDERS))[0])
LIBRARY = Library(TEXTS, list(LANGUAGES.values()))
DESK: ViewportSize = {"width": 1280, "height": 800}
# What the page says when nothing, and when everything, has been answered.
NONE_YET = "Ni har inte svarat på någon fråga än."
ALL_SAID = "Ja: 7. Delvis: 1. Nej: 1. Vet inte: 1."
# As many sheets as somebody will carry to a meeting.
MOST_SHEETS = 90


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """Open a computer at work."""
    context = browser.new_context(base_url=address, viewport=DESK, accept_downloads=True)
    context.set_default_timeout(10_000)
    yield context
    context.close()


def kept(page: Page) -> list[object]:
    """Return what the page keeps on the device, which should be nothing."""
    return list(
        page.evaluate("[...Object.entries(localStorage), ...Object.entries(sessionStorage)]")
    )


def test_the_map_is_walked_by_keyboard_and_skipped_in_one_press(page: Page) -> None:
    """Every municipality with access once, by name; Enter opens its page; and the way past."""
    page.goto("starta/tackning/")
    skip = page.locator(".skip-map")
    skip.focus()
    page.keyboard.press("Tab")
    named = []
    for _ in range(len(DIRECTORY.centre_of)):
        named.append(page.evaluate("document.activeElement.querySelector('title').textContent"))
        page.keyboard.press("Tab")
    served = [one for one in DIRECTORY.municipalities if one.code in DIRECTORY.centre_of]
    said = {"own": "Eget stödcentrum", "shared": "Delar ett stödcentrum"}
    assert sorted(named) == sorted(
        f"{one.name}: {said[map_shapes.access(DIRECTORY, one)]}" for one in served
    )
    skip.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('svg')") is None
    page.locator("svg.map a:not([tabindex])").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/starta/kommun/[a-z-]+/$"))


def test_a_screen_reader_hears_the_map_as_a_named_group_of_named_links(page: Page) -> None:
    """And a table with a header for each column and each row beside it."""
    page.goto("starta/tackning/")
    country = page.get_by_role("group", name="Sverige")
    county = page.get_by_role("group", name="Stockholms län")
    heard = country.get_by_role("link").count() + county.get_by_role("link").count()
    assert heard == len(DIRECTORY.centre_of)
    expect(county.get_by_role("link", name="Täby: Delar ett stödcentrum")).to_have_count(1)
    table = page.locator(".every table")
    assert table.get_by_role("row").count() == 291
    assert table.get_by_role("rowheader").count() == 290
    assert table.get_by_role("columnheader").count() == 3


def test_the_self_check_counts_what_is_answered_and_makes_a_file_that_the_reader_saves(
    desk: BrowserContext, tmp_path: Path
) -> None:
    """With the questions, the answers and the notes; nothing is kept on the device or sent."""
    page = desk.new_page()
    asked: list[str] = []
    page.goto("starta/sjalvkoll/", wait_until="networkidle")
    page.on("request", lambda request: asked.append(request.url))
    expect(page.locator(".count")).to_have_text(NONE_YET)
    for number in range(1, 11):
        value = {8: "partly", 9: "no", 10: "unknown"}.get(number, "yes")
        page.locator(f'[data-measure="{number}"] input[value={value}]').check()
    page.locator('[data-measure="9"] textarea').fill("Enhetschefen frågar skolorna i mars.")
    expect(page.locator(".count")).to_have_text(ALL_SAID)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Spara svaren som en fil").click()
    saved = tmp_path / "saved.txt"
    waiting.value.save_as(saved)
    assert waiting.value.suggested_filename == "sjalvkoll.txt"
    lines = saved.read_text(encoding="utf-8").splitlines()
    body = TEXTS["sv", "starta/sjalvkoll/"].body
    questions = re.findall(r"^## (\d+\. .*)$", body, re.MULTILINE)
    answers = ["Ja"] * 7 + ["Delvis", "Nej", "Vet inte"]
    assert lines[0] == "Självkoll: tio frågor om er kommuns stöd"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", lines[1])
    expected = [
        f"{question}: {answer}" for question, answer in zip(questions, answers, strict=True)
    ]
    expected.insert(9, "   Anteckning: Enhetschefen frågar skolorna i mars.")
    assert lines[2:] == ["", *expected, "", ALL_SAID]
    assert kept(page) == []
    assert [url for url in asked if not url.startswith("blob:")] == []


def test_the_self_check_forgets_when_it_is_told_to_and_when_it_is_opened_anew(
    desk: BrowserContext,
) -> None:
    """Whoever sits down at the same computer next sees no answers."""
    page = desk.new_page()
    page.goto("starta/sjalvkoll/")
    first = page.locator('[data-measure="1"]')

    def away_and_back() -> None:
        page.goto("starta/")
        page.go_back()

    for forget in (
        page.get_by_role("button", name="Töm alla svar").click,
        page.reload,
        away_and_back,
    ):
        first.locator("input[value=yes]").check()
        first.locator("textarea").fill("En anteckning")
        forget()
        expect(page.locator(".count")).not_to_contain_text("Ja: 1")
        expect(first.locator("input:checked")).to_have_count(0)
        expect(first.locator("textarea")).to_have_value("")
    assert kept(page) == []


def test_the_self_check_can_be_filled_in_and_printed_without_a_script(
    browser: Browser, address: str
) -> None:
    """The buttons that need one are not there; the answers are."""
    context = browser.new_context(base_url=address, java_script_enabled=False, viewport=DESK)
    page = context.new_page()
    page.goto("starta/sjalvkoll/")
    assert page.locator(".answer input").count() == 40
    page.locator('[data-measure="3"] input[value=no]').check()
    expect(page.locator(".without-script")).to_be_visible()
    expect(page.locator(".with-script")).to_be_hidden()
    text = "".join(one.extract_text() for one in PdfReader(BytesIO(page.pdf())).pages)
    assert text.count("Delvis") >= 10
    context.close()


@pytest.mark.parametrize("kind", ["html", "text"])
def test_the_text_for_a_website_is_copied_as_it_stands(desk: BrowserContext, kind: str) -> None:
    """The HTML with its marks, the plain text without."""
    desk.grant_permissions(["clipboard-write"])
    page = desk.new_page()
    page.goto("starta/kommun/taby/")
    shown = page.locator(f"#{kind}-sv").text_content()
    page.locator(f'[data-copies="{kind}-sv"]').click()
    expect(page.locator(f'[data-copies="{kind}-sv"] + [role=status]')).to_have_text("Kopierat")
    assert pasted(page) == shown
    assert str(shown).startswith('<section lang="sv">' if kind == "html" else "Har du")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_menu_is_folded_on_a_phone_and_open_at_a_desk(page: Page, width: int) -> None:
    """The same list: on a phone it must not stand between the reader and the answer."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("starta/modeller/")
    link = page.locator(".guide-nav li a").first
    if width == 360:
        expect(link).to_be_hidden()
        page.locator(".guide-nav summary").click()
    expect(link).to_be_visible()


def test_the_answer_is_the_first_thing_and_the_headings_unfold_below_it(page: Page) -> None:
    """On a phone: who speaks, where one is, the answer, its day and sources; then the folds."""
    page.goto("starta/modeller/")
    expect(page.locator(".guide-header b")).to_have_text("Handbok för kommuner")
    expect(page.locator(".crumbs a")).to_have_text(["Handbok för kommuner"])
    expect(page.locator(".hero h1")).to_have_text("Välj en modell")
    expect(page.locator(".hero p").first).to_contain_text("Svaret först")
    sources = page.locator(".guide-sources li").count()
    expect(page.locator(".guide-reviewed a")).to_have_text(f"{sources} källor")
    headings = page.locator(".guide-toc a")
    expect(headings.first).to_be_hidden()
    page.locator(".guide-toc summary").click()
    assert headings.all_text_contents() == page.locator("#texten h2").all_text_contents()
    headings.first.click()
    expect(page).to_have_url(re.compile(r"/starta/modeller/#eget-centrum$"))


def test_whoever_has_no_mouse_passes_the_open_menu_in_one_press(desk: BrowserContext) -> None:
    """At a desk it is open, and stands before the text."""
    page = desk.new_page()
    page.goto("starta/modeller/")
    skip = page.locator(".guide-nav .skip")
    expect(skip).not_to_be_in_viewport()
    skip.focus()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#texten') !== null")


@pytest.mark.long
def test_the_whole_guide_is_a_document_to_print(desk: BrowserContext) -> None:
    """Every chapter begins a sheet, no row of figures is cut, nothing of the screen is there."""
    page = desk.new_page()
    page.goto("starta/hela/", wait_until="networkidle")
    menu = page.locator(".guide-nav summary").text_content()
    file = page.pdf(prefer_css_page_size=True, outline=True, tagged=True)
    reader = PdfReader(BytesIO(file))
    # Each sheet has its number and how many there are in the margin, which is read first.
    sheets = [re.sub(r"^\d+\(\d+\)", "", squeezed(one.extract_text())) for one in reader.pages]
    assert 30 < len(sheets) <= MOST_SHEETS
    assert all(sheets), "an empty sheet"
    width, height = (float(one) for one in reader.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)  # A4, in points
    for chapter in book.chapters(LIBRARY, SOURCE_LANGUAGE):
        for one in chapter.pages:
            if one.path not in (book.WHOLE, book.SOURCES):
                heading = squeezed(one.heading)
                assert any(sheet.startswith(heading) for sheet in sheets), one.heading
    rows = page.locator(".shares tbody tr").evaluate_all(
        "all => all.map(one => [...one.cells].map(cell => cell.textContent.trim()))"
    )
    assert len(rows) == 24
    for name, count, share in rows:
        whole = squeezed(name + count + share)
        assert any(whole in sheet for sheet in sheets), (name, count, share)
    assert not any(squeezed(menu or "") in sheet for sheet in sheets)


def squeezed(text: str) -> str:
    """Text without what a line break or a ligature does to it."""
    for joined, apart in {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}.items():
        text = text.replace(joined, apart)
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("face", ["light", "dark"])
@pytest.mark.parametrize("path", ["starta/tackning/", "kommuner/karta/"])
def test_whoever_walks_the_map_by_keyboard_sees_where_they_are(
    browser: Browser, address: str, face: Literal["light", "dark"], path: str
) -> None:
    """Each shape is drawn otherwise when it has the focus, and the smallest looks otherwise too."""
    context = browser.new_context(base_url=address, viewport=DESK, color_scheme=face)
    page = context.new_page()
    page.goto(path)
    links = page.locator("svg.map a:not([tabindex])")
    unmarked = links.evaluate_all(
        """all => all.filter(link => {
            const drawn = () => [...link.querySelectorAll("path")].map(one => {
                const { fill, stroke, strokeWidth } = getComputedStyle(one);
                return [fill, stroke, strokeWidth]; }).join();
            const before = drawn();
            link.focus();
            const isSame = drawn() === before;
            link.blur();
            return isSame; }).map(link => link.textContent)"""
    )
    assert links.count() >= len(DIRECTORY.centre_of)
    assert unmarked == []
    sizes = links.evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => box.width * box.height)"
    )
    smallest = links.nth(sizes.index(min(sizes)))
    smallest.scroll_into_view_if_needed()
    box = smallest.bounding_box()
    assert box
    before = page.screenshot(clip=box)
    smallest.focus()
    assert page.screenshot(clip=box) != before, smallest.text_content()
    context.close()


def test_a_long_note_is_printed_to_its_end(desk: BrowserContext) -> None:
    """And the counts with it; the buttons are not."""
    page = desk.new_page()
    page.goto("starta/sjalvkoll/")
    first = page.locator('[data-measure="1"]')
    first.locator("input[value=no]").check()
    note = " ".join(f"rad{number}" for number in range(80))
    first.locator("textarea").fill(note)
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = squeezed("".join(one.extract_text() for one in sheets))
    assert squeezed(note) in text
    assert squeezed("Nej: 1. Vet inte: 0.") in text
    assert squeezed("Spara svaren som en fil") not in text
