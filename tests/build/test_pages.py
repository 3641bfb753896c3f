"""Which pages there are, and what each of them says."""

import gzip
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from bilaga_2 import PRINTED, shown
from built import Read
from centres.directory import FRESH_DAYS
from centres.model import Centre
from centres.words import Words
from helpers import DIRECTORY, FOLDERS, LANGUAGES, LATEST

SLUGS = {one.name: one.slug for one in DIRECTORY.municipalities}
CODES = {one.name: one.code for one in DIRECTORY.municipalities}
# On every such page, whoever else is there: Bris, Brottsofferjouren and 112.
ALWAYS = ["116111", "116006", "112"]


def called(page: BeautifulSoup) -> list[str]:
    """What the page's call links dial."""
    return [link["href"].removeprefix("tel:") for link in page.select('a[href^="tel:"]')]


def shows_exactly(page: BeautifulSoup, municipality: str) -> None:
    """The numbers and addresses printed for a municipality, and no others."""
    numbers, addresses = PRINTED[municipality]
    digits = [re.sub(r"\D", "", shown(number)) for number in numbers]
    assert [re.sub(r"^\+46", "0", one) for one in called(page)] == digits + ALWAYS
    for number in numbers:
        assert shown(number) in said(page)
    written = [link["href"] for link in page.select('a[href^="mailto:"]')]
    assert written == [f"mailto:{shown(address)}" for address in addresses]


def said(page: BeautifulSoup) -> str:
    """The text of the page's main part, on one line."""
    return " ".join(page.main.get_text(" ").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_municipality_and_every_centre_has_a_page(site: Path, language: str) -> None:
    """290 and 28, in each language."""
    root = site / FOLDERS[language]
    assert len(list((root / "kommun").iterdir())) == 290
    assert len([path for path in (root / "stodcentrum").iterdir() if path.is_dir()]) == 28


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("municipality", PRINTED)
def test_a_served_municipality_shows_every_number_and_address(
    read: Read, language: str, municipality: str
) -> None:
    """On its own page, to be called and to be read, as Bilaga 2 prints them."""
    page = read(f"{FOLDERS[language]}kommun/{SLUGS[municipality]}")
    assert page.main["data-kommun"] == CODES[municipality]
    assert page.main["data-centre"] != ""
    shows_exactly(page, municipality)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("centre", [one.id for one in DIRECTORY.centres])
def test_a_centres_page_shows_the_same(read: Read, language: str, centre: str) -> None:
    """All its municipalities have one and the same row in Bilaga 2."""
    page = read(f"{FOLDERS[language]}stodcentrum/{centre}")
    (entry,) = [one for one in DIRECTORY.centres if one.id == centre]
    for municipality in entry.municipalities:
        shows_exactly(page, municipality)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_municipality_without_a_centre_offers_no_centres_number(
    read: Read, language: str
) -> None:
    """All 248: the pair, 112, and never a neighbour's number as if it served them."""
    for one in DIRECTORY.municipalities:
        if one.name not in PRINTED:
            page = read(f"{FOLDERS[language]}kommun/{one.slug}")
            assert called(page) == ALWAYS, one.name
            assert page.main["data-centre"] == ""


def test_the_pair_is_never_shown_by_halves(visitor_pages: list[Path]) -> None:
    """Wherever the line for the young can be called, the line for everybody else can too."""
    for path in visitor_pages:
        text = path.read_text(encoding="utf-8")
        assert ('href="tel:116111"' in text) == ('href="tel:116006"' in text), path


def test_what_is_said_of_a_line_is_what_the_data_says_with_its_date(read: Read) -> None:
    """Free calls to 116 006 rest on a decision of 2007; the rest on a page of 2020."""
    text = said(read("kommun/vara"))
    assert "Öppettiderna är inte bekräftade." in text
    assert "Gratis att ringa. (uppgift från 7 december 2007)" in text
    assert "Uppgifterna är inte färska (15 september 2020)." in text


def test_a_fact_about_a_line_says_its_date_or_that_it_has_none(read: Read) -> None:
    """Kvinnofridslinjen and the bill: the page has no date."""
    text = said(read("stodlinjer"))
    assert "Samtalet syns inte på telefonräkningen. (uppgift utan datum)" in text


def test_gnosjo_says_that_there_is_no_number_and_gives_the_way_round(read: Read) -> None:
    """A centre without contact details is still a centre."""
    text = said(read("kommun/gnosjo"))
    assert "varken telefonnummer eller e-post" in text
    assert "ring kommunens växel och be att få prata med: Stödcentrum." in text


def test_goteborg_leads_with_the_phone_and_warns_of_the_address(read: Read) -> None:
    """The number stands above the address that may be a misprint."""
    text = said(read("kommun/goteborg"))
    assert (
        text.index("020-520 530") < text.index("brotsutsatta@") < text.index("inte bekräftad. Ring")
    )


def test_a_switchboard_says_what_to_ask_for(read: Read) -> None:
    """The caller does not have to explain."""
    text = said(read("kommun/kungalv"))
    assert (
        "ser ut att gå till kommunens växel. Be att få prata med: Brottsförebyggande teamet."
        in text
    )


def test_norrtalje_says_that_a_letter_becomes_a_public_record(read: Read) -> None:
    """Before somebody writes it."""
    assert "allmän handling" in said(read("kommun/norrtalje"))


def test_nynashamns_personal_address_is_nowhere_on_the_site(site: Path) -> None:
    """Not on a page, not in the open data, not in the index."""
    for path in site.rglob("*"):
        if path.is_file():
            assert b"@nynashamn" not in path.read_bytes(), path


@pytest.mark.parametrize("municipality", ["Danderyd", "Täby", "Vallentuna", "Vaxholm", "Österåker"])
def test_tabys_hidden_number_is_whole_and_selectable(read: Read, municipality: str) -> None:
    """As text, never as a link: a phone would cut it and show the number."""
    page = read(f"kommun/{SLUGS[municipality]}")
    assert [one.get_text() for one in page.select("bdi.dial")] == [
        "#31#0855557238",
        "#31#0855557240",
    ]


def test_no_page_but_tabys_advises_a_hidden_number(site: Path) -> None:
    """Sourced for one centre; five municipalities and its own page, in three languages."""
    with_code = [path for path in site.rglob("*.html") if "#31#" in path.read_text()]
    assert len(with_code) == 6 * len(LANGUAGES)


def test_an_age_from_an_undated_source_is_a_question_not_an_answer(read: Read) -> None:
    """Täby: 10-20 years, from a page without a date."""
    text = said(read("kommun/taby"))
    assert "En källa utan datum säger från 10 till och med 20 år. Fråga centret" in text
    assert "Vallentuna kommun, utan datum" in text
    assert "Är du äldre än centret tar emot?" in text


def test_a_dated_age_limit_is_said_in_both_halves(read: Read) -> None:
    """Lund: under 25 the centre, from 25 Brottsofferjouren."""
    text = said(read("kommun/lund"))
    assert "under 25 år" in text
    assert "Är du 25 år eller äldre?" in text


def test_a_fact_from_an_undated_source_is_shown_as_a_question(read: Read) -> None:
    """Malmö and close relationships: the intranet page has no date."""
    page = read("stodcentrum/malmo")
    term = page.find("dt", string="Tar emot vid våld i en nära relation")
    answer = " ".join(term.find_next("dd").get_text(" ").split())
    assert answer.startswith("Fråga centret (")
    assert answer.endswith("utan datum: Nej )") or answer.endswith("utan datum: Nej)")


def test_a_page_without_a_centre_says_how_old_that_is(read: Read) -> None:
    """A centre may have opened since."""
    text = said(read("kommun/vara"))
    assert "Att det inte finns något stödcentrum här kommer från:" in text
    assert "mer än 180 dagar sedan" in text


def test_every_source_is_listed_and_linked_where_it_is_public(read: Read) -> None:
    """On a page of its own, reached from the page about the site."""
    page = read("om/kallor")
    assert len(page.select("main li")) == len(DIRECTORY.sources)
    public = [source.url for source in DIRECTORY.sources.values() if source.url]
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


def test_every_visitors_page_fits_in_the_first_round_trip(visitor_pages: list[Path]) -> None:
    """14 kB compressed, style and all."""
    sizes = {path: len(gzip.compress(path.read_bytes(), 9)) for path in visitor_pages}
    assert {path: size for path, size in sizes.items() if size > 14_000} == {}


def test_every_visitors_page_is_complete_in_one_file(visitor_pages: list[Path]) -> None:
    """No style sheet, font, picture or script of its own; search alone has a script."""
    for path in visitor_pages:
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert not page.select("link[rel=stylesheet], img, iframe, object"), path
        scripts = [script["src"] for script in page.select("script")]
        assert all(one.endswith("assets/search.js") for one in scripts), path
        assert not scripts or path.parent.name == "sok", path


def test_the_guide_has_no_address_of_another_host(site: Path) -> None:
    """Material's fonts are off, and nothing else is fetched."""
    for path in site.glob("**/data/index.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        fetched = [one.get("src") or one.get("href") for one in page.select("script[src], link")]
        own = ("..", "./", "data:", "https://stod.example/")
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
