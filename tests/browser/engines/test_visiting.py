"""From the start page to a number to call, and what else helps, in each engine."""

import json

import pytest

from browser.engines.driver import Driver
from helpers import SERVED_BY
from page_kinds import SHOWING

FOLDER = pytest.mark.parametrize("folder", SHOWING)
TABY = SERVED_BY["Täby"].phones[0]


@FOLDER
def test_a_visitor_types_her_town_and_reaches_the_number_to_call(tab: Driver, folder: str) -> None:
    """With keys only: the field, the second answer, the page of her municipality."""
    tab.open(folder)
    tab.click("#ort")
    tab.type("taby")
    tab.wait_for("document.querySelector('[role=option]')?.innerText.startsWith('Täby')")
    tab.press("ArrowDown")
    active = tab.attribute("#ort", "aria-activedescendant")
    assert tab.attribute(f"#{active}", "aria-selected") == "true"
    tab.press("Enter")
    tab.wait_for_url(f"/{folder}kommun/taby/")
    assert tab.attribute("main", "data-kommun") == "0160"
    assert tab.attribute("main a.call", "href") == f"tel:{TABY.tel}"
    assert tab.text(".dial") == TABY.with_hidden_number


@FOLDER
def test_a_pointer_chooses_an_answer(tab: Driver, folder: str) -> None:
    """The list covers nothing, and stays under the finger."""
    tab.open(folder)
    tab.click("#ort")
    tab.type("Vara")
    tab.wait_for("document.querySelector('[role=option]')?.innerText.startsWith('Vara')")
    tab.click("[role=option]")
    tab.wait_for_url(f"/{folder}kommun/vara/")


@FOLDER
def test_the_string_that_hides_a_number_is_copied_and_it_is_said(tab: Driver, folder: str) -> None:
    """What a paste brings is the whole string, both # included."""
    tab.open(f"{folder}kommun/taby/")
    tab.click(".unseen .copy")
    done = tab.attribute(".unseen .copy", "data-done")
    tab.wait_for(f"document.querySelector('.unseen [role=status]').textContent === '{done}'")
    assert tab.evaluate("getSelection().toString()") == TABY.with_hidden_number
    tab.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    tab.click("textarea")
    tab.press("Control+v")
    assert tab.evaluate("document.querySelector('textarea').value") == TABY.with_hidden_number


@pytest.mark.parametrize(
    ("folder", "word", "found"),
    [
        ("", "kontoutdrag", "/rad/stulet/#"),
        ("en/", "receipts", "/en/rad/ordlista/#"),
        ("ar/", "إيصالات", "/ar/rad/stulet/#"),
    ],
)
def test_full_text_search_finds_the_page_about_a_word(
    tab: Driver, folder: str, word: str, found: str
) -> None:
    """The engine is WebAssembly, and the policy lets this page run it."""
    tab.open(f"{folder}sok/")
    tab.click("#sok")
    tab.type(word)
    # The first page found; those of fewer letters may come and go before it.
    first = "document.querySelector('.answers a')"
    tab.wait_for(f"({first}?.getAttribute('href') ?? '').includes({json.dumps(found)})")
