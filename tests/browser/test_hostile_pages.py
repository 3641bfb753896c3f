"""What gets past every rule is put into finished pages here: a browser does none of it."""

from collections.abc import Callable
from itertools import chain

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from centres.content import allowlist
from centres.errors import PageError

ELSEWHERE = "https://x.example/"
RUNS = "document.title = 'foreign'"
# What is put at the end of a page's text, and all that the browser says it refused of it.
HOSTILE = {
    f"<script>{RUNS}</script>": ["script-src-elem"],
    f'<script src="{ELSEWHERE}a.js"></script>': ["script-src-elem"],
    f'<img src="data:," alt="" onerror="{RUNS}">': ["script-src-attr"],
    f'<svg onload="{RUNS}"><script>{RUNS}</script></svg>': ["script-src-attr", "script-src-elem"],
    "<style>main { display: none }</style>": ["style-src-elem"],
    '<p style="position: fixed; inset: 0">a</p>': ["style-src-attr"],
    f'<link rel="stylesheet" href="{ELSEWHERE}a.css">': ["style-src-elem"],
    f'<img src="{ELSEWHERE}a.png" alt="">': ["img-src"],
    f'<video src="{ELSEWHERE}a.mp4"></video>': ["media-src"],
    f'<iframe src="{ELSEWHERE}"></iframe>': ["frame-src"],
    '<iframe src="data:text/html,foreign"></iframe>': ["frame-src"],
    # A page of its own, under the policy of the page around it.
    f'<iframe srcdoc="<script>parent.{RUNS}</script>"></iframe>': ["script-src-elem"],
    f'<object data="{ELSEWHERE}a.svg"></object>': ["object-src"],
    f'<embed src="{ELSEWHERE}a.svg">': ["object-src"],
    f'<base href="{ELSEWHERE}">': ["base-uri"],
}
# What waits for somebody to press it.
PRESSED = {
    f'<a data-press href="javascript:{RUNS}">a</a>': ["script-src-elem"],
    '<a data-press href="data:text/html,foreign">a</a>': [],
    f'<form action="{ELSEWHERE}"><button data-press>a</button></form>': ["form-action"],
}
# A page holds its own policy, for hosts that send no headers; the headers hold one for all pages.
POLICIES: dict[str, Callable[[dict[str, str], str], tuple[dict[str, str], str]]] = {
    "headers": lambda headers, body: (
        headers,
        body.replace('http-equiv="Content-Security-Policy"', ""),
    ),
    "page": lambda headers, body: (
        {name: one for name, one in headers.items() if name != "content-security-policy"},
        body,
    ),
}
PAGES = [(path, policy) for path in ("kommun/taby/", "data/") for policy in POLICIES]
SEEN = """addEventListener("securitypolicyviolation", (one) => seen(one.effectiveDirective));"""
# Opens a page at an address with HTML put in, under one of the policies. With the page: what its
# browser refused, and which addresses elsewhere were asked.
Opened = tuple[Page, list[str], list[str]]
Open = Callable[[str, str, str], Opened]


@pytest.fixture
def open_with(phone: BrowserContext) -> Open:
    """Whoever is asked elsewhere answers: what is not refused would work."""

    def opened(path: str, html: str, policy: str) -> Opened:
        refused: list[str] = []
        asked: list[str] = []

        def elsewhere(route: Route) -> None:
            asked.append(route.request.url)
            route.fulfill(body=RUNS, content_type="text/javascript")

        def injected(route: Route) -> None:
            served = route.fetch()
            headers, body = POLICIES[policy](served.headers, served.text())
            assert body.count("</main>") == 1
            body = body.replace("</main>", f"{html}</main>")
            route.fulfill(response=served, headers=headers, body=body)

        page = phone.new_page()
        page.expose_function("seen", lambda directive: refused.append(directive))
        page.add_init_script(SEEN)
        page.route(f"{ELSEWHERE}**", elsewhere)
        page.route(f"**/{path}", injected)
        page.goto(path)
        return page, refused, asked

    return opened


def wait_for(page: Page, refused: list[str], count: int) -> None:
    """Wait until so many things have been refused, and half a second longer.

    What is not refused would be asked for, or done, by then.
    """
    while len(refused) < count:
        page.wait_for_timeout(10)
    page.wait_for_timeout(500)


@pytest.mark.parametrize(("path", "policy"), PAGES)
def test_what_is_put_into_a_page_does_nothing_by_itself(
    open_with: Open, address: str, path: str, policy: str
) -> None:
    """No script runs, nobody is asked, nothing of another host is framed, and the text is seen."""
    page, refused, asked = open_with(path, "".join(HOSTILE), policy)
    wait_for(page, refused, len(list(chain(*HOSTILE.values()))))
    assert sorted(refused) == sorted(chain(*HOSTILE.values()))
    assert page.title().endswith(" – Stöd nära dig")
    assert asked == []
    assert {one.url for one in page.frames[1:]} == {"about:srcdoc", "chrome-error://chromewebdata/"}
    assert page.evaluate("document.baseURI") == page.url == address + path
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("html", PRESSED, ids=["script", "data", "form"])
@pytest.mark.parametrize(("path", "policy"), PAGES)
def test_what_is_pressed_runs_nothing_and_sends_nothing(
    open_with: Open, address: str, path: str, policy: str, html: str
) -> None:
    """A form is answered by the browser itself, with a page that says it was stopped."""
    page, refused, asked = open_with(path, html, policy)
    page.locator("[data-press]").dispatch_event("click")
    wait_for(page, refused, len(PRESSED[html]))
    assert refused == PRESSED[html]
    assert asked == []
    assert page.title() != "foreign"
    assert page.url in (address + path, "chrome-error://chromewebdata/")


@pytest.mark.parametrize("policy", POLICIES)
def test_no_policy_stops_what_sends_a_reader_away(open_with: Open, policy: str) -> None:
    """A refresh is no script and no request of the page's: only the build can refuse it."""
    refresh = f'<meta http-equiv="refresh" content="0;url={ELSEWHERE}">'
    page, refused, asked = open_with("kommun/taby/", refresh, policy)
    page.wait_for_url(ELSEWHERE)
    assert (refused, asked) == ([], [ELSEWHERE])
    with pytest.raises(PageError, match="prose may not bring <meta>"):
        allowlist.refuse_foreign(refresh, "kommun/taby/")
