"""The way out, and the way back, where the browser keeps pages as they were left (its page cache).

Where the way out leads is answered on this machine: `world` has been asked, or nobody has left.
"""

import pytest

from browser.engines.driver import Driver
from browser.engines.outside import Outside
from page_kinds import SHOWING

TARGET = "https://www.smhi.se/"
FOLDER = pytest.mark.parametrize("folder", SHOWING)
# Points of the whole screen where something of the page can be seen or pressed.
SEEN = """[...Array(81).keys()]
    .map(n => document.elementFromPoint(2 + (n % 9) * 44.5, 2 + Math.floor(n / 9) * 92))
    .filter(one => one && one !== document.documentElement).map(one => one.outerHTML)"""
# Kept by the page cache or made anew: what a page was told stays only where it is kept.
KEPT = "window.kept === true"


def has_left(tab: Driver, world: Outside) -> None:
    """Wait until the tab shows where the way out leads; hold that it told nothing of us there."""
    tab.wait_for_url(TARGET)
    assert tab.evaluate("document.title") == "Outside"
    (asked,) = [one for one in world.asked if one.url == TARGET]
    assert "Referer" not in asked.headers


@FOLDER
def test_a_press_leaves_and_back_shows_the_page_before_whole(
    tab: Driver, world: Outside, folder: str
) -> None:
    """The page's entry is replaced. Nothing covers the one before, made anew or from the cache."""
    tab.open(f"{folder}kommuner/")
    tab.open(f"{folder}kommun/taby/")
    tab.click(".exit")
    has_left(tab, world)
    tab.back()
    tab.wait_for_url(f"/{folder}kommuner/")
    assert tab.evaluate(SEEN)
    assert tab.text(".exit-said") == ""
    assert tab.evaluate("document.title") != "www.smhi.se"


def test_a_page_that_was_left_and_kept_comes_back_as_the_start_page(tab: Driver) -> None:
    """As it does where a browser does not replace the entry: nothing is seen before that."""
    tab.open("kommun/taby/")
    tab.evaluate("window.kept = true")
    tab.evaluate("document.documentElement.classList.add('left')")
    tab.evaluate("history.replaceState(null, '', '../../')")
    assert tab.evaluate(SEEN) == []
    tab.open("kommuner/")
    tab.back()
    tab.wait_for(f"{KEPT} || location.pathname === '/' && document.readyState === 'complete'")
    tab.wait_for(f"!({KEPT}) && document.readyState === 'complete'")
    assert tab.url == tab.home
    assert tab.evaluate(SEEN)
    assert tab.evaluate("document.querySelectorAll('#ort').length") == 1


@pytest.mark.parametrize(
    ("path", "field", "answer"),
    [
        ("", "#ort", "[role=option]"),
        ("sok/", "#sok", ".hits a"),
    ],
    ids=["the place field", "the search page"],
)
def test_what_was_typed_is_gone_when_the_page_cache_brings_the_page_back(
    tab: Driver, path: str, field: str, answer: str
) -> None:
    """Neither the word nor its answers are there for whoever presses Back."""
    # A browser keeps no page that still loads something, and may let go of any: it is asked again.
    for _ in range(3):
        tab.open(path)
        tab.evaluate("window.kept = true")
        tab.click(field)
        tab.type("lund")
        tab.wait_for(f"document.querySelector('{answer}') !== null")
        tab.wait_for("document.querySelector('[aria-busy=true]') === null")
        tab.open("kommuner/")
        tab.back()
        tab.wait_for_url(f"/{path}")
        if tab.evaluate(KEPT):
            break
    assert tab.evaluate(KEPT), "It was loaded anew: the page cache is off."
    assert tab.evaluate(f"document.querySelector('{field}').value") == ""
    assert tab.evaluate(f"document.querySelectorAll('{answer}').length") == 0


@FOLDER
def test_nothing_of_the_page_is_seen_from_the_moment_of_the_press(
    tab: Driver, world: Outside, folder: str
) -> None:
    """The cover hides the whole screen at once, and takes every press."""
    tab.open(f"{folder}kommun/taby/")
    assert tab.evaluate(SEEN)
    seen, cover, title = tab.evaluate(
        f"""(() => {{ document.querySelector(".exit").click();
            const {{ width, height, backgroundColor }} =
                getComputedStyle(document.documentElement, "::after");
            return [{SEEN}, [width, height, backgroundColor], document.title]; }})()"""
    )
    assert seen == []
    assert cover == ["360px", "740px", "rgb(255, 255, 255)"]
    assert title == "www.smhi.se"
    has_left(tab, world)


@FOLDER
def test_shift_three_times_leaves_from_within_the_field(
    tab: Driver, world: Outside, folder: str
) -> None:
    """And says how many presses are left."""
    tab.open(folder)
    tab.click("#ort")
    for said in ("twice", "once"):
        tab.press("Shift")
        assert tab.text(".exit-said") == tab.attribute(".exit", f"data-{said}")
    tab.press("Shift")
    has_left(tab, world)


def test_capital_letters_are_no_way_out(tab: Driver, world: Outside) -> None:
    """Each is Shift and a letter."""
    tab.click("#ort")
    for letter in "UPB":
        tab.press(f"Shift+{letter}")
    assert tab.evaluate("document.querySelector('#ort').value") == "UPB"
    tab.press("Shift")
    tab.press("Shift")
    tab.press("a")
    tab.press("Shift")
    assert tab.evaluate(SEEN)
    assert world.asked == []
