"""Which pages there are, and what each of them says."""

import gzip
import hashlib
import re
from base64 import b64encode
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from built import SITE_URL, Read, asset
from centres.data.directory import FRESH_DAYS
from centres.data.field_types import BY_FACT
from centres.data.model import Centre
from centres.i18n import Words
from helpers import DIRECTORY, FOLDERS, LANGUAGES, LATEST, SERVED_BY

SLUGS = {one.name: one.slug for one in DIRECTORY.municipalities}
CODES = {one.name: one.code for one in DIRECTORY.municipalities}
# On every such page, whoever else is there: Bris, Brottsofferjouren and 112.
ALWAYS = {"116111", "116006", "112"}


def called(page: BeautifulSoup) -> list[str]:
    """Return the numbers that the call links in the page's main part dial."""
    return [link["href"].removeprefix("tel:") for link in page.main.select('a[href^="tel:"]')]


def shows_exactly(page: BeautifulSoup, centre: Centre) -> None:
    """Assert that a page has the numbers and addresses of a centre, and no others.

    That they are those of Bilaga 2, as far as they come from there, is held in tests/data.
    """
    numbers = [phone.number for phone in centre.phones]
    addresses = [one.address for one in centre.emails if one.address != "withheld"]
    digits = [re.sub(r"\D", "", number) for number in numbers]
    calls = [re.sub(r"^\+46", "0", one) for one in called(page)]
    assert calls[: len(digits)] == digits
    assert sorted(calls[len(digits) :]) == sorted(ALWAYS)
    for number in numbers:
        assert number in said(page)
    written = [link["href"] for link in page.select('a[href^="mailto:"]')]
    assert written == [f"mailto:{address}" for address in addresses]


def said(page: BeautifulSoup) -> str:
    """Return the text of the page's main part, on one line."""
    return " ".join(page.main.get_text(" ").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_municipality_and_every_centre_has_a_page(site: Path, language: str) -> None:
    """290 and as many as there are and have been, in each language."""
    root = site / FOLDERS[language]
    assert len(list((root / "kommun").iterdir())) == 290
    folders = {path.name for path in (root / "stodcentrum").iterdir() if path.is_dir()}
    assert folders == {one.id for one in (*DIRECTORY.centres, *DIRECTORY.retired)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("municipality", SERVED_BY)
def test_a_served_municipality_shows_every_number_and_address(
    read: Read, language: str, municipality: str
) -> None:
    """On its own page, to be called and to be read."""
    page = read(f"{FOLDERS[language]}kommun/{SLUGS[municipality]}")
    assert page.main["data-kommun"] == CODES[municipality]
    assert page.main["data-centre"] == SERVED_BY[municipality].id
    shows_exactly(page, SERVED_BY[municipality])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("centre", DIRECTORY.centres, ids=lambda centre: centre.id)
def test_a_centres_page_shows_the_same(read: Read, language: str, centre: Centre) -> None:
    """Whatever municipality one comes from."""
    shows_exactly(read(f"{FOLDERS[language]}stodcentrum/{centre.id}"), centre)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_municipality_without_a_centre_offers_no_centres_number(
    read: Read, language: str
) -> None:
    """All of them: the pair, 112, and never a neighbour's number as if it served them."""
    for one in DIRECTORY.municipalities:
        if one.name not in SERVED_BY:
            page = read(f"{FOLDERS[language]}kommun/{one.slug}")
            assert sorted(called(page)) == sorted(ALWAYS), one.name
            assert page.main["data-centre"] == ""


def test_the_pair_is_never_shown_by_halves(visitor_pages: list[Path]) -> None:
    """Wherever the line for the young can be called, the line for everybody else can too."""
    for path in visitor_pages:
        text = path.read_text(encoding="utf-8")
        assert ('href="tel:116111"' in text) == ('href="tel:116006"' in text), path


def test_what_is_said_of_a_line_is_what_the_data_says_with_its_date(example: Read) -> None:
    """Free calls to 116 006 rest on a decision of 2007; the rest on a page of 2020."""
    text = said(example("kommun/vara"))
    assert "Öppettiderna är inte bekräftade." in text
    assert "Gratis att ringa. (Uppgift från 7 december 2007.)" in text
    assert "Uppgifterna är inte färska (15 september 2020)." in text


def test_a_fact_about_a_line_says_its_date_or_that_it_has_none(example: Read) -> None:
    """Kvinnofridslinjen and the bill: the page has no date."""
    text = said(example("stodlinjer"))
    assert "Samtalet syns inte på telefonräkningen. (Uppgift utan datum.)" in text


def test_gnosjo_says_that_there_is_no_number_and_gives_the_way_round(example: Read) -> None:
    """A centre without contact details is still a centre."""
    text = said(example("kommun/gnosjo"))
    assert "inget telefonnummer och ingen e-post till centret" in text
    assert "ring kommunens växel och be att få prata med: Stödcentrum." in text


def test_goteborg_leads_with_the_phone_and_warns_of_the_address(example: Read) -> None:
    """The number stands above the address that may be a misprint."""
    text = said(example("kommun/goteborg"))
    assert (
        text.index("020-520 530") < text.index("brotsutsatta@") < text.index("inte bekräftad. Ring")
    )


def test_a_switchboard_says_what_to_ask_for(example: Read) -> None:
    """The caller does not have to explain."""
    text = said(example("kommun/kungalv"))
    assert (
        "ser ut att gå till kommunens växel. Be att få prata med: Brottsförebyggande teamet."
        in text
    )


def test_norrtalje_says_that_a_letter_becomes_a_public_record(example: Read) -> None:
    """Before somebody writes it."""
    assert "allmän handling" in said(example("kommun/norrtalje"))


def test_nynashamns_personal_address_is_nowhere_on_the_site(site: Path) -> None:
    """Not on a page, not in the open data, not in the index."""
    for path in site.rglob("*"):
        if path.is_file():
            assert b"@nynashamn" not in path.read_bytes(), path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("municipality", SERVED_BY)
def test_every_number_that_may_be_hidden_says_how(
    read: Read, language: str, municipality: str
) -> None:
    """The whole string to dial, as text and never as a link; not on numbers that cost nothing."""
    page = read(f"{FOLDERS[language]}kommun/{SLUGS[municipality]}")
    numbers = [phone.number for phone in SERVED_BY[municipality].phones]
    expected = [f"#31#{re.sub('[^0-9]', '', one)}" for one in numbers if not one.startswith("020")]
    assert [one.get_text() for one in page.main.select("bdi.dial")] == expected
    for code in page.main.select("bdi.dial"):
        assert code.find_parent("a") is None
        assert code.find_next_sibling("button").get_text()
    steps = page.main.select("details ol")
    assert [len(one.select("li")) for one in steps] == ([3] if expected else [])


def test_lines_that_are_anonymous_in_themselves_have_no_code_to_dial(example: Read) -> None:
    """Only the authority's own number, which is an ordinary one; never 112, 116 006 or 020."""
    page = example("stodlinjer")
    assert [one.get_text() for one in page.main.select("bdi.dial")] == ["#31#090708200"]


def test_only_taby_is_said_to_take_calls_with_a_hidden_number(example: Read) -> None:
    """Bilaga 2 says so of one centre; of the others nobody has."""
    recommended = "Det här centret föreslår själv det sättet."
    assert recommended in said(example("kommun/taby"))
    assert recommended not in said(example("kommun/lund"))
    assert "Det är inte bekräftat att numret tar emot sådana samtal." in said(
        example("kommun/lund")
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("centre", DIRECTORY.centres, ids=lambda centre: centre.id)
def test_a_centre_for_the_young_stands_beside_the_half_for_those_who_are_older(
    read: Read, centre: Centre, language: str
) -> None:
    """Never one half without the other, each under a question of its own."""
    page = read(f"{FOLDERS[language]}kommun/{SLUGS[centre.municipalities[0]]}")
    cards = page.main.select(".halves > .card")
    calls = [{link["href"] for link in card.select('a[href^="tel:"]')} for card in cards]
    assert calls[1:] == [{"tel:116111"}, {"tel:116006"}]
    questions = [card.find(["h2", "h3"]).get_text() for card in cards]
    assert len(set(questions)) == 3


def test_what_they_ask_what_it_costs_and_being_anonymous_is_said_before_the_call(
    example: Read,
) -> None:
    """As far as the entry knows: for Lund nobody has confirmed either."""
    text = said(example("kommun/lund"))
    for words in (
        "ingen remiss",
        "inte har gjort en polisanmälan",
        "Det går inte att bara komma förbi",
        "De kan fråga hur gammal du är",
        "De antecknar ofta.",
        "lagen ändrades i juli 2025. Hur det är här är inte bekräftat.",
        "Är det gratis? Det är inte bekräftat här. Fråga.",
    ):
        assert words in text


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "sv"])
@pytest.mark.parametrize("path", ["kommun/lund", "kommun/vara", "stodcentrum/malmo"])
def test_a_reader_of_another_language_can_ask_for_an_interpreter_in_swedish(
    read: Read, language: str, path: str
) -> None:
    """A sentence to say or show, marked as Swedish, once a page."""
    page = read(FOLDERS[language] + path)
    sentence = f"Hej! Jag behöver tolk på {LANGUAGES[language].name_in_swedish}."
    found = [one for one in page.select(".quote") if one.get_text() == sentence]
    assert [(one["lang"], one["dir"]) for one in found] == [("sv", "ltr")]
    assert sentence not in str(read(path))


def test_an_age_from_an_undated_source_is_a_question_not_an_answer(example: Read) -> None:
    """Täby: 10-20 years, from a page without a date."""
    text = said(example("kommun/taby"))
    assert "En källa utan datum säger från 10 till och med 20 år. Fråga vad som gäller" in text
    assert "Vallentuna kommun, utan datum" in text
    assert "Är du äldre?" in text


def test_a_dated_age_limit_is_said_in_both_halves(example: Read) -> None:
    """Lund: under 25 the centre, from 25 Brottsofferjouren."""
    text = said(example("kommun/lund"))
    assert "Är du under 25 år?" in text
    assert "Är du 25 år eller äldre?" in text


def test_a_fact_from_an_undated_source_is_shown_as_a_question(example: Read) -> None:
    """Malmö and close relationships: the intranet page has no date."""
    page = example("stodcentrum/malmo")
    term = page.find("dt", string="Tar emot vid våld i en nära relation")
    answer = " ".join(term.find_next("dd").get_text(" ").split())
    assert answer.startswith("Fråga centret (")
    assert answer.endswith("utan datum: Nej )") or answer.endswith("utan datum: Nej)")


def test_a_page_without_a_centre_says_how_old_that_is(example: Read) -> None:
    """A centre may have opened since."""
    text = said(example("kommun/vara"))
    assert "Att det inte finns något stödcentrum här kommer från:" in text
    assert "mer än 180 dagar sedan" in text


def test_every_source_is_listed_and_linked_where_it_is_public(read: Read) -> None:
    """On a page of its own, reached from the page about the site.

    All that centres and lines come from, but for what has each fact's own day: that stands beside
    the fact. The sources of prose stand at the foot of each page.
    """
    page = read("om/kallor")
    cited = [DIRECTORY.sources[name] for name in DIRECTORY.cited]
    listed = [source for source in cited if source.date != BY_FACT]
    assert len(page.select("main li")) == len(listed)
    public = [source.url for source in listed if source.url]
    assert sorted(link["href"] for link in page.select("main li a")) == sorted(public)
    assert read("om").select_one('main a[href="kallor/"]')


@pytest.mark.parametrize("centre", DIRECTORY.centres, ids=lambda centre: centre.id)
def test_a_page_says_when_its_facts_are_from_and_whether_that_is_long_ago(
    read: Read, centre: Centre
) -> None:
    """Most of them 14 January 2026; an entry that somebody has confirmed says its own day."""
    text = said(read(f"kommun/{SLUGS[centre.municipalities[0]]}"))
    assert f"Uppgifterna är från {Words('sv').day(centre.checked)}. Källa: " in text
    stale = (LATEST - centre.checked).days > FRESH_DAYS
    assert ("Det är mer än 180 dagar sedan" in text) == stale


def test_every_page_of_our_own_fits_in_the_first_round_trip(own_pages: list[Path]) -> None:
    """14 kB compressed, style and all."""
    sizes = {path: len(gzip.compress(path.read_bytes(), 9)) for path in own_pages}
    assert {path: size for path, size in sizes.items() if size > 14_000} == {}


def test_every_page_of_our_own_is_complete_in_one_file(own_pages: list[Path]) -> None:
    """No style sheet, font, picture or script of its own: one request, and everything is there."""
    for path in own_pages:
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert not page.select("link[rel=stylesheet], img, iframe, object, script[src]"), path


def test_every_visitors_page_has_the_way_out_at_its_top_and_the_guide_has_none(
    site: Path, visitor_pages: list[Path]
) -> None:
    """One ordinary link, before everything else but the way past the header."""
    for path in site.rglob("*.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        way_out = page.select('a[href="https://www.smhi.se/"]')
        if path not in visitor_pages:
            assert way_out == [], path
            continue
        assert [one["rel"] for one in way_out] == [["noreferrer"]], path
        assert "target" not in way_out[0].attrs, path
        assert [one["class"] for one in page.select("a")[:3]] == [["skip"], ["home"], ["exit"]]


def test_a_shared_link_shows_the_sites_name_and_nothing_else(visitor_pages: list[Path]) -> None:
    """A preview in a chat may light up on a locked screen."""
    for path in visitor_pages:
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        texts = [one["content"] for one in page.select('[property^="og:"], [name="description"]')]
        assert len(texts) == 2, path
        assert not re.search("brott|crime|victim|جريم", " ".join(texts), re.IGNORECASE), path


def test_every_page_carries_the_hashes_of_its_own_scripts_and_styles(site: Path) -> None:
    """And nothing inline may run without one, in the guide as on visitors' pages."""
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]
        assert "unsafe-inline" not in policy, path
        for kind in ("script", "style"):
            for inline in re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL):
                digest = b64encode(hashlib.sha256(inline.encode()).digest()).decode()
                assert f"'sha256-{digest}'" in policy, path


def test_what_a_field_fetches_is_small(site: Path) -> None:
    """The script at most 4 kB compressed; the closed list stays in a few round trips."""
    script = gzip.compress(asset(site, "places.js").read_bytes(), 9)
    places = gzip.compress(asset(site, "places.json").read_bytes(), 9)
    assert len(script) <= 4_000
    assert len(places) <= 20_000


def test_the_guide_has_no_address_of_another_host(site: Path) -> None:
    """Material's fonts are off, and nothing else is fetched."""
    for path in site.glob("**/data/index.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        fetched = [one.get("src") or one.get("href") for one in page.select("script[src], link")]
        own = ("..", "./", "data:", SITE_URL)
        assert [one for one in fetched if not one.startswith(own)] == []


def test_no_page_lets_a_phone_make_links_of_its_own(site: Path) -> None:
    """Safari would link the digits of #31#… without the prefix."""
    for path in site.rglob("*.html"):
        assert 'name="format-detection" content="telephone=no"' in path.read_text(), path


def test_no_title_tells_what_a_municipality_or_centre_page_is_about(site: Path) -> None:
    """It stands in the history of a phone that others may open: a place and the site's name."""
    for path in [*site.glob("**/kommun/*/index.html"), *site.glob("**/stodcentrum/*/index.html")]:
        title = re.search(r"<title>(.*)</title>", path.read_text(encoding="utf-8"))[1]
        assert not re.search("brott|crime|victim|جريم|centrum|centre|مركز", title, re.IGNORECASE), (
            title
        )
