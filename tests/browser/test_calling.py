"""Calling without showing one's number: what is copied, and what happens where nothing can be.

Siblings: templates/parts/centre_card.html, templates/parts/copy.html, theme/assets/calls.js.
"""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from clipboard import pasted
from helpers import SERVED_BY
from page_kinds import PHONE, SHOWING

# What an editor may change: the first number of the centre in Täby.
CODE = SERVED_BY["Täby"].phones[0].with_hidden_number or ""


@pytest.mark.parametrize("folder", SHOWING)
def test_the_button_copies_the_whole_string_and_says_so(
    page: Page, phone: BrowserContext, folder: str
) -> None:
    """To a screen reader too: the words appear in a live region."""
    phone.grant_permissions(["clipboard-write"])
    page.goto(f"{folder}kommun/taby/")
    button = page.locator(".unseen .copy").first
    button.click()
    said = page.locator(".unseen [role=status]").first
    expect(said).to_have_text(button.get_attribute("data-done") or "missing")
    assert pasted(page) == CODE


@pytest.mark.parametrize("folder", SHOWING)
def test_the_text_to_hand_over_is_copied_whole(
    page: Page, phone: BrowserContext, folder: str
) -> None:
    """From the first question to the address, with the numbers of the data."""
    phone.grant_permissions(["clipboard-write"])
    page.goto(f"{folder}rad/mota-nagon/")
    button = page.locator("main .copy")
    button.click()
    said = page.locator("main .copy + [role=status]")
    expect(said).to_have_text(button.get_attribute("data-done") or "missing")
    copied = pasted(page)
    paragraphs = page.locator("#lamna p").all_inner_texts()
    assert [line for line in copied.splitlines() if line] == paragraphs
    assert {"116 111", "116 006", "112"} <= set(page.locator("#lamna a").all_inner_texts())


@pytest.mark.parametrize("folder", SHOWING)
def test_the_string_and_its_button_do_not_touch(page: Page, folder: str) -> None:
    """From whichever side the page reads: the string itself reads from the left."""
    page.set_viewport_size({"width": 800, "height": 740})
    page.goto(f"{folder}kommun/taby/")
    code, button = (
        page.locator(f".unseen {part}").first.bounding_box() for part in (".dial", ".copy")
    )
    assert code
    assert button
    first, second = sorted((code, button), key=lambda box: box["x"])
    assert second["x"] - first["x"] - first["width"] >= 8


def test_where_nothing_can_be_copied_the_string_is_marked_instead(page: Page) -> None:
    """An old phone, or a browser that refuses: it says what to do."""
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "Document.prototype.execCommand = () => false;"
    )
    page.goto("kommun/taby/")
    page.locator(".unseen .copy").first.click()
    said = page.locator(".unseen [role=status]").first
    expect(said).to_have_text("Markerat. Kopiera med telefonens meny.")
    assert page.evaluate("getSelection().toString()") == CODE


@pytest.mark.parametrize("folder", SHOWING)
def test_without_a_script_one_press_marks_the_whole_string(
    browser: Browser, address: str, folder: str
) -> None:
    """`user-select: all`; no button that would do nothing, and the fold opens all the same."""
    context = browser.new_context(base_url=address, viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{folder}kommun/taby/")
    expect(page.locator(".copy").first).to_be_hidden()
    code = page.locator(".dial").first
    expect(code).to_have_text(CODE)
    expect(code).to_have_css("user-select", "all")
    page.goto(f"{folder}kommun/boras/")
    expect(page.locator(".dial").first).to_be_hidden()
    page.locator(".unseen summary").click()
    expect(page.locator(".dial").first).to_be_visible()
    context.close()


def test_the_call_stands_before_the_way_to_hide_and_both_above_the_fold(page: Page) -> None:
    """On a phone of 360 x 740: whoever presses has seen that there is another way."""
    page.goto("kommun/taby/")
    call = page.locator("main a.call").first.bounding_box()
    code = page.locator(".dial").first.bounding_box()
    assert call
    assert code
    assert call["y"] < code["y"]
    assert code["y"] + code["height"] <= 740


def test_the_string_keeps_its_order_in_right_to_left_text(page: Page) -> None:
    """The first character stands leftmost, or somebody types it backwards."""
    page.goto("ar/kommun/taby/")
    left, right = page.evaluate(
        """() => { const text = document.querySelector('.dial').firstChild;
            const at = (index) => { const range = document.createRange();
                range.setStart(text, index); range.setEnd(text, index + 1);
                return range.getBoundingClientRect().x; };
            return [at(0), at(text.length - 1)]; }"""
    )
    assert left < right
