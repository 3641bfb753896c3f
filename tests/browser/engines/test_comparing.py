"""What engines lay out, refuse and print by themselves: it is the same in all of them."""

import io

import pytest
from pypdf import PdfReader

from browser.engines.driver import Driver
from helpers import SERVED_BY
from page_kinds import KINDS, PHONE, SHOWING

FOLDER = pytest.mark.parametrize("folder", SHOWING)
# Of each number on the page, its characters in the order in which they are drawn, from the left.
DRAWN = """[...document.querySelectorAll("main bdi[dir=ltr], main .dial")].map(one => {
    const text = one.firstChild;
    const drawn = [...text.data].map((letter, at) => {
        const range = document.createRange();
        range.setStart(text, at); range.setEnd(text, at + 1);
        const { x, y } = range.getBoundingClientRect();
        return { letter, x, y: Math.round(y) }; });
    drawn.sort((a, b) => a.y - b.y || a.x - b.x);
    return [text.data, drawn.map(one => one.letter).join("")];
})"""


def test_numbers_are_drawn_from_left_to_right_in_arabic(tab: Driver) -> None:
    """As they are dialled, or somebody types one backwards."""
    for path in ("kommun/taby/", "kommun/vara/", "stodlinjer/"):
        tab.open(f"ar/{path}")
        numbers = tab.evaluate(DRAWN)
        assert numbers, tab.url
        assert [drawn for _, drawn in numbers] == [text for text, _ in numbers], tab.url


def test_a_page_in_arabic_begins_at_the_right(tab: Driver) -> None:
    """Text, lists and the bar: the way out is at the left end of it."""
    tab.open("ar/kommun/vara/")
    exit, home = tab.box(".exit"), tab.box(".home")
    assert exit["x"] < home["x"]
    assert home["x"] + home["width"] > PHONE["width"] - 30


@FOLDER
def test_no_kind_of_page_is_wider_than_a_phone_and_the_way_out_is_in_its_bar(
    tab: Driver, folder: str
) -> None:
    """At 360 px, where nobody scrolls sideways; and 44 px high at least."""
    faults = []
    for path in KINDS.values():
        tab.open(folder + path)
        width = tab.evaluate("document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            faults.append(f"/{folder}{path} is {width} px wide")
        bar, exit = tab.box(".bar"), tab.box(".exit")
        inside = exit["x"] >= 0 and exit["x"] + exit["width"] <= PHONE["width"]
        if not inside or exit["height"] < 44 or exit["y"] + exit["height"] > bar["height"]:
            faults.append(f"/{folder}{path} has its way out at {exit}, and the bar at {bar}")
    assert faults == []


def test_the_policy_refuses_a_script_a_style_and_a_picture_of_others(tab: Driver) -> None:
    """Whatever got into a page, it does not run, and nothing is fetched for it."""
    tab.open("kommun/taby/")
    tab.evaluate("window.refused = []")
    tab.evaluate(
        """void addEventListener("securitypolicyviolation",
            one => refused.push(one.effectiveDirective))"""
    )
    tab.evaluate(
        """void (() => {
        const script = document.createElement("script");
        script.textContent = "window.foreign = true";
        const style = document.createElement("style");
        style.textContent = "main { display: none }";
        const picture = document.createElement("img");
        picture.src = "https://www.smhi.se/picture.png";
        document.body.append(script, style, picture); })()"""
    )
    tab.wait_for("new Set(refused).size === 3")
    assert set(tab.evaluate("refused")) == {"script-src-elem", "style-src-elem", "img-src"}
    assert not tab.evaluate("window.foreign")
    assert tab.is_shown("main")


def test_a_municipality_is_printed_on_one_sheet_with_its_number(tab: Driver) -> None:
    """To keep: without the way out, and without what cannot be pressed on paper."""
    tab.open("kommun/taby/")
    printed = tab.printed()
    if printed is None:
        pytest.skip("WebKitWebDriver has no command to print")
    (sheet,) = PdfReader(io.BytesIO(printed)).pages
    text = sheet.extract_text()
    assert SERVED_BY["Täby"].phones[0].number in text
    assert "Lämna sidan" not in text


def test_what_is_for_the_screen_only_is_not_for_paper(tab: Driver) -> None:
    """The sheet's rules for paper, shown on the screen, also where no driver prints."""
    tab.open("kommun/taby/")
    tab.evaluate(
        """[...document.styleSheets[0].cssRules].filter(one => one.media?.mediaText === "print")
            .forEach(one => { one.media.mediaText = "all"; })"""
    )
    for unseen in (".exit", ".top", ".copy", "footer", "main > details"):
        assert not tab.is_shown(unseen), unseen
    for shown in ("h1", "main a.call", ".dial"):
        assert tab.is_shown(shown), shown
    assert tab.evaluate("getComputedStyle(document.querySelector('.call')).color") == "rgb(0, 0, 0)"
