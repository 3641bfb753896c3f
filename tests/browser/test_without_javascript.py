"""Everything a victim needs works without a script."""

import re

import pytest
from playwright.sync_api import Browser, expect

from helpers import SERVED_BY
from page_kinds import KINDS, PHONE, SHOWING


@pytest.mark.parametrize("folder", SHOWING)
def test_from_the_start_page_to_a_call_in_two_taps(
    browser: Browser, address: str, folder: str
) -> None:
    """Start, all municipalities, Täby, and the number is there to press."""
    context = browser.new_context(base_url=address, viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(folder)
    page.locator('main a[href$="kommuner/"]:visible').first.click()
    page.get_by_role("link", name=re.compile("^Täby")).click()
    call = page.locator("main a.call").first
    expect(call).to_be_visible()
    assert call.get_attribute("href") == f"tel:{SERVED_BY['Täby'].phones[0].tel}"
    context.close()


@pytest.mark.parametrize("folder", SHOWING)
def test_the_search_page_leads_to_the_lists(browser: Browser, address: str, folder: str) -> None:
    """The field that would not work is not shown."""
    context = browser.new_context(base_url=address, viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{folder}sok/")
    expect(page.locator("#sok")).to_be_hidden()
    expect(page.locator('main a[href$="kommuner/"]:visible').first).to_be_visible()
    context.close()


def test_every_page_says_the_same_with_and_without_scripts(browser: Browser, address: str) -> None:
    """But for a field, a button and who answers now: lists, text and hours stand beside them."""
    texts = []
    for enabled in (True, False):
        context = browser.new_context(base_url=address, java_script_enabled=enabled)
        page = context.new_page()
        seen = {}
        for path in KINDS.values():
            if path != KINDS["search"]:
                page.goto(path)
                page.evaluate(
                    """document.querySelectorAll(".finder, .copy, .now-open")
                        .forEach(one => one.remove())"""
                )
                seen[path] = page.locator("main").inner_text()
        texts.append(seen)
        context.close()
    assert texts[0] == texts[1]
