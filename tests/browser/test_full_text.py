"""What is found in the text of pages, as somebody types on the search page.

Siblings: theme/assets/fulltext.js, hooks/centres/site/full_text.py.
"""

import re

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect

GUESSES = "Menade du något av de här?"
# The text of each block of a page, as it stands there.
BLOCKS = """() => [...document.querySelectorAll("main p, main li, main dd")]
  .map((block) => block.textContent.replace(/\\s+/g, " ").trim())"""
# Sets `window.answered` to a promise of all answers to what is typed from now on.
WATCH = """() => {
  const box = document.querySelector(".answers");
  let busy = false;
  window.answered = new Promise((resolve) => new MutationObserver((_, observer) => {
    const before = busy;
    busy = box.getAttribute("aria-busy") === "true";
    if (busy || !before) return;
    observer.disconnect();
    resolve();
  }).observe(box, { attributeFilter: ["aria-busy"] }));
}"""


def type_in(page: Page, text: str) -> Locator:
    """Type a text, wait until all is there, and return the hits."""
    page.evaluate(WATCH)
    page.locator("#sok").fill(text)
    page.evaluate("window.answered")
    return page.locator(".answers li")


def found(page: Page, text: str) -> dict[str, str]:
    """Return what is found in pages: each address with the title shown, best first."""
    type_in(page, text)
    links = page.locator(".answers a").all()
    return {one.get_attribute("href") or "": one.inner_text() for one in links}


@pytest.mark.parametrize(
    ("folder", "typed", "leads_to", "title"),
    [
        ("", "kontoutdrag", "/rad/stulet/#", "Om något är stulet eller förstört – Försäkringen"),
        # A line leads to its card, and a word on a letter to the word.
        ("", "dövblind", "/stodlinjer/#nkjt", "Stödlinjer – Nationell kvinnojour"),
        ("", "jurist", "/rad/ordlista/#malsagandebitrade", "Ord i breven du får – målsägande"),
        ("en/", "receipts", "/en/rad/ordlista/#delgivningskvitto", "acknowledgement of receipt ("),
        ("ar/", "إيصالات", "/ar/rad/stulet/#", "إذا سُرق شيء أو أُتلف – "),
    ],
)
def test_a_hit_leads_to_the_section(
    page: Page, folder: str, typed: str, leads_to: str, title: str
) -> None:
    """Its title is the page's and the section's, and the section is there."""
    page.goto(f"{folder}sok/")
    shown = found(page, typed)
    href = next(iter(shown))
    assert href.startswith(leads_to)
    assert title in shown[href]
    page.goto(href.lstrip("/"))
    assert page.locator(f"[id='{href.partition('#')[2]}']").count() == 1
    assert page.errors == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("typed", ["försäkring", "tolk", "kontoutdrag", "anmälan", "vuxen", "112"])
def test_an_excerpt_begins_where_a_sentence_or_a_block_does(page: Page, typed: str) -> None:
    """And what is found is marked in it, but for what only a heading has."""
    page.goto("sok/")
    hits = type_in(page, typed).all()
    assert hits
    excerpts = [
        (hit.locator("a").get_attribute("href") or "", hit.locator("div").inner_text())
        for hit in hits
    ]
    marked = page.locator(".answers mark").all_inner_texts()
    assert any(typed[:4].casefold() in one.casefold() for one in marked), marked
    for href, excerpt in excerpts:
        page.goto(href.lstrip("/"))
        begin = " ".join(excerpt.split()[:2])
        blocks = [block for block in page.evaluate(BLOCKS) if begin in block]
        before = {block.partition(begin)[0].rstrip() for block in blocks}
        assert any(not one or re.search(r"[.!?…][”»)]*$", one) for one in before), (href, excerpt)


def test_numbers_in_an_arabic_excerpt_stand_as_they_are_dialled(page: Page) -> None:
    """114 is drawn to the left of 14, also where both are marked; and so is what is not marked."""
    page.goto("ar/sok/")
    for typed in ("الشرطة", "114 14"):
        number = type_in(page, typed).locator("bdi[dir=ltr]", has_text="114 14").first
        expect(number).to_have_text("114 14")
        left = """(number) => {
          const range = document.createRange();
          const [first, last] = [number.firstChild, number.lastChild];
          const at = (node, from) => {
            const text = node.firstChild ?? node;
            range.setStart(text, from < 0 ? text.length + from : from);
            range.setEnd(text, (from < 0 ? text.length + from : from) + 1);
            return range.getBoundingClientRect().left;
          };
          return [at(first, 0), at(last, -1)];
        }"""
        first, last = number.evaluate(left)
        assert first < last


@pytest.mark.parametrize("typed", ["husdjur", "dagbok"])
def test_a_shortened_word_is_said_to_be_a_guess(page: Page, typed: str) -> None:
    """The index has no such word, and answers with a part of it."""
    page.goto("sok/")
    assert type_in(page, typed).count()
    expect(page.locator(".answers h2")).to_have_text(GUESSES)


@pytest.mark.parametrize("typed", ["avgasrör", "spelmissbruk"])
def test_what_has_hardly_a_letter_of_the_word_is_no_answer(page: Page, typed: str) -> None:
    """The index would answer with "av" and "spelas"."""
    page.goto("sok/")
    assert type_in(page, typed).count() == 0


@pytest.mark.parametrize("typed", ["hämnd", "domaren", "nedlagt", "inbrottslarm"])
def test_a_bent_word_and_a_part_of_a_compound_are_answers(page: Page, typed: str) -> None:
    """As "hämnas", "domare", "nedlagd" and "inbrott" are."""
    page.goto("sok/")
    type_in(page, typed)
    assert page.locator(".hits a").count()
    expect(page.locator("form h2", has_text=GUESSES)).to_have_count(0)


def test_the_first_hits_are_shown_before_the_texts_of_all_have_come(page: Page) -> None:
    """On a slow phone each text is a wait; the rest comes below, and moves nothing."""
    held: list[Route] = []
    asked: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route)
        held.append(route) if len(asked) > 3 else route.continue_()

    page.route("**/fragment/*", hold)
    page.goto("sok/")
    page.locator("#sok").fill("polisen")
    first = page.locator(".answers a").first
    expect(first).to_be_visible()
    assert page.locator(".answers").get_attribute("aria-busy") == "true"
    stood = first.bounding_box()
    few = page.locator(".answers a").count()
    page.wait_for_timeout(100)
    for route in held:
        route.continue_()
    expect(page.locator('.answers[aria-busy="false"]')).to_be_attached()
    assert page.locator(".answers a").count() > few
    assert first.bounding_box() == stood


def test_all_that_the_engine_needs_begins_to_come_before_the_engine(page: Page) -> None:
    """Each file that is found to be needed by another would be one more wait for the network."""
    held: list[Route] = []
    page.route("**/pagefind.js", lambda route: held.append(route))
    page.goto("sok/")
    with (
        page.expect_request("**/pagefind-entry.json*"),
        page.expect_request("**/wasm.sv.pagefind"),
        page.expect_request("**/*.pf_meta"),
        page.expect_request("**/*.pf_index"),
    ):
        page.locator("#sok").focus()
    again: list[str] = []
    page.on("request", lambda request: again.append(request.url))
    for route in held:
        route.continue_()
    assert type_in(page, "kontoutdrag").count()
    assert [one for one in again if "/pagefind/" in one and "fragment" not in one] == []


def test_what_is_fetched_of_the_index_does_not_depend_on_the_word(page: Page) -> None:
    """Or the host would be told how it begins."""
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    for typed in ("åtal", "bank"):
        page.goto("sok/")
        assert type_in(page, typed).count()
    index = [one.url.rpartition("/")[2] for one in asked if "pf_index" in one.url]
    assert len(set(index)) == 1
