"""Each check of a visit finds the fault that is planted for it, in a page where none finds any."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import Route

from browser.checks import (
    CHECKS,
    Check,
    asks_no_other_host,
    axe,
    axe_in_the_dark,
    breaks_no_policy,
    can_be_hit,
    exit_stays_in_reach,
    faults,
    fits_a_small_phone,
    fits_a_window_enlarged_four_times,
    fits_with_large_text,
    keyboard_reaches_the_content_first,
    nothing_moves,
    stores_nothing,
)
from browser.visit import Visitor

ADDRESS = "http://127.0.0.1:9/"
ELSEWHERE = "https://x.example/"
# A page of ours in small, without fault; faults are planted at the end of its head or its text.
PAGE = """<!doctype html><html lang="sv" dir="ltr"><head><meta charset="utf-8"><title>Stöd</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<style>
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #222; font: 1rem/1.5 system-ui, sans-serif; }
a { color: #0a5157; display: inline-block; padding-block: 8px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; outline: 3px solid #000; }
.bar { position: sticky; top: 0; z-index: 1; background: #fff; display: flex; }
.exit, .call { display: flex; align-items: center; min-height: 44px; }
main { min-height: 2000px; }
@media (prefers-color-scheme: dark) {
  body, .bar { background: #111; color: #eee; }
  a { color: #a3dcd8; }
}
</style></head>
<body><a class="skip" href="#innehall">Hoppa</a>
<header class="bar"><a class="exit" href="https://www.smhi.se/">Lämna</a></header>
<main id="innehall"><h1>Stöd nära dig</h1><p><a class="call" href="tel:112">Ring 112</a></p>
</main></body></html>"""
# When the page has been drawn, what stands above the last words grows.
LATE = """<p id="late"></p><p>Under</p><script>
const next = requestAnimationFrame;
next(() => next(() => next(() => { document.getElementById("late").style.height = "200px"; })));
</script>"""


def style(rule: str) -> str:
    """Return a style sheet with a rule."""
    return f"<style>{rule}</style>"


def script(text: str) -> str:
    """Return a script."""
    return f"<script>{text}</script>"


# check -> what is planted in the head, what in the text, and the messages.
PLANTED: list[tuple[Check, str, str, list[str]]] = [
    (axe, "", '<img src="data:,">', ['image-alt: <img src="data:,">']),
    (
        axe_in_the_dark,
        style("@media (prefers-color-scheme: dark) { .pale { color: #333; } }"),
        '<p class="pale">Blekt</p>',
        ['color-contrast: <p class="pale">Blekt</p>'],
    ),
    (nothing_moves, "", LATE, ["moved: <p>Under</p>"]),
    (
        nothing_moves,
        style(".slow { transition: color 1s; }"),
        '<p class="slow">Långsamt</p>',
        ['can move: <p class="slow">Långsamt</p>'],
    ),
    (
        keyboard_reaches_the_content_first,
        style(".skip:focus { outline: 0; }"),
        "",
        ['has a focus that cannot be seen: <a class="skip" href="#innehall">Hoppa</a>'],
    ),
    (
        keyboard_reaches_the_content_first,
        style(".skip { display: none; }"),
        "",
        ['leads past no header: <a class="exit" href="https://www.smhi.se/">Lämna</a>'],
    ),
    (
        can_be_hit,
        style(".low { padding: 0; line-height: 20px; }"),
        '<p><a class="low" href="/">Lågt</a></p>',
        [
            'lower than 24 px: <a class="low" href="/">Lågt</a> (in DejaVu Sans)',
            'lower than 24 px: <a class="low" href="/">Lågt</a> (in Noto Sans)',
        ],
    ),
    (
        can_be_hit,
        style(".low { padding: 0; display: inline; font-size: 18px; }"),
        '<p><a class="low" href="/">Lågt i ett typsnitt</a></p>',
        ['lower than 24 px: <a class="low" href="/">Lågt i ett typsnitt</a> (in DejaVu Sans)'],
    ),
    (
        can_be_hit,
        "",
        '<details><summary style="min-height: 24px">Mer</summary>'
        '<p><a href="tel:116006">116 006</a></p></details>',
        [
            'lower than 44 px: <a href="tel:116006">116 006</a> (in DejaVu Sans)',
            'lower than 44 px: <a href="tel:116006">116 006</a> (in Noto Sans)',
        ],
    ),
    (
        can_be_hit,
        style("h1 { font-family: 'DejaVu Sans' }"),
        "",
        ["drawn in DejaVu Sans, not in Noto Sans"],
    ),
    (
        fits_a_small_phone,
        style("@media (max-width: 330px) and (min-height: 600px) { .wide { width: 340px; } }"),
        '<p class="wide">Brett</p>',
        [
            '340 px wide on 320: <p class="wide">Brett</p>',
            'unfolded, 340 px wide on 320: <p class="wide">Brett</p>',
        ],
    ),
    (
        fits_with_large_text,
        style(".long { width: 15em; }"),
        '<p class="long">Brett</p>',
        ['480 px wide on 360: <p class="long">Brett</p>'],
    ),
    (
        fits_with_large_text,
        style(".call { width: 3em; white-space: nowrap; overflow: hidden; }"),
        "",
        ['bursts: <a class="call" href="tel:112">Ring 112</a>'],
    ),
    (
        fits_a_window_enlarged_four_times,
        style("@media (max-height: 300px) { .wide { width: 340px; } }"),
        '<p class="wide">Brett</p>',
        ['340 px wide on 320: <p class="wide">Brett</p>'],
    ),
    (
        fits_a_window_enlarged_four_times,
        style(".bar { min-height: 100px; }"),
        "",
        ["the bar is 100 px high, of 85"],
    ),
    (
        exit_stays_in_reach,
        style(".bar { position: static; }"),
        "",
        ["outside the screen, at 0, -1539, 103 x 64 px"],
    ),
    (
        exit_stays_in_reach,
        style(".exit { margin-left: -1px; }"),
        "",
        ["outside the screen, at -1, 0, 103 x 64 px"],
    ),
    (exit_stays_in_reach, style(".exit { display: none; }"), "", ["there is no way out"]),
    (
        exit_stays_in_reach,
        style(".over { position: fixed; top: 0; width: 100%; height: 50px; z-index: 2; }"),
        '<p class="over"></p>',
        ["covered"],
    ),
    (
        asks_no_other_host,
        "",
        f'<img alt="" src="{ELSEWHERE}a.png">',
        [f"asks for {ELSEWHERE}a.png"],
    ),
    (
        asks_no_other_host,
        f'<link rel="stylesheet" href="{ADDRESS}a.css">',
        "",
        [f"asks for {ADDRESS}a.css"],
    ),
    (
        breaks_no_policy,
        "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\">",
        script("document.title = 'foreign'"),
        ["refused: script-src-elem inline"],
    ),
    (breaks_no_policy, script("throw new Error('Nej')"), "", ["Nej"]),
    (breaks_no_policy, script("console.error('Nej')"), "", ["Nej"]),
    (stores_nothing, script("localStorage.setItem('a', 1)"), "", ["keeps localStorage a"]),
    (stores_nothing, script("sessionStorage.setItem('a', 1)"), "", ["keeps sessionStorage a"]),
    (stores_nothing, script("document.cookie = 'a=1'"), "", ["keeps cookie a"]),
    (stores_nothing, script("indexedDB.open('a')"), "", ["keeps database a"]),
    (stores_nothing, script("caches.open('a')"), "", ["keeps cache a"]),
]


def faults_of(
    visitor: Visitor, checks: Sequence[Check], head: str = "", main: str = ""
) -> list[str]:
    """Return the faults that `checks` find in the small page with something planted."""
    page = PAGE.replace("</head>", f"{head}</head>").replace("</main>", f"{main}</main>")

    def answer(route: Route) -> None:
        if route.request.url == ADDRESS:
            route.fulfill(body=page, content_type="text/html; charset=utf-8")
        else:
            route.fulfill(body="", content_type="text/css")

    for host in (ADDRESS, ELSEWHERE):
        visitor.page.route(f"{host}**", answer)
    found = faults(visitor.open(ADDRESS, ""), checks)
    visitor.page.unroute_all()
    if any(one.startswith(stores_nothing.__name__) for one in found):
        visitor.start_anew()
    return found


def test_the_page_itself_is_without_fault(visitor: Visitor) -> None:
    assert faults_of(visitor, CHECKS) == []


@pytest.mark.parametrize(
    ("check", "head", "main", "messages"), PLANTED, ids=lambda one: getattr(one, "__name__", "")
)
def test_a_planted_fault_is_found(
    visitor: Visitor, check: Check, head: str, main: str, messages: list[str]
) -> None:
    assert faults_of(visitor, [check], head, main) == [
        f"{check.__name__}: {one}" for one in messages
    ]


def test_every_check_has_a_planted_fault() -> None:
    """One that finds nothing would hold for any page."""
    assert {check for check, *_ in PLANTED} == set(CHECKS)
