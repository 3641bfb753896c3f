"""The guide for municipalities as built: every municipality, in both languages, and the whole."""

import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from built import SITE_URL, Read
from centres.content import marks, prose
from centres.content.library import Library
from centres.data import coverage
from centres.data.geography import Municipality
from centres.pages.guide import book
from helpers import DIRECTORY, GUIDE_LANGUAGES, LANGUAGES, ROOT

FOLDERS = {code: LANGUAGES[code].folder for code in GUIDE_LANGUAGES}
BY_CODE = {one.code: one for one in DIRECTORY.municipalities}
TEXTS = prose.by_address(prose.read(ROOT, list(FOLDERS))[0])
LIBRARY = Library(TEXTS, list(LANGUAGES.values()))
PROSE = [page for page in TEXTS.values() if prose.is_guide(page.path)]


def page_of(read: Read, language: str, name: str) -> BeautifulSoup:
    return read(f"{FOLDERS[language]}starta/{name}")


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


@pytest.mark.parametrize("language", FOLDERS)
@pytest.mark.parametrize("municipality", DIRECTORY.municipalities, ids=lambda one: one.slug)
def test_a_municipality_finds_its_centre_its_neighbours_and_a_text(
    read: Read, municipality: Municipality, language: str
) -> None:
    """All 290, from the data: whom it has, who is beside it and has one, and what to paste."""
    page = page_of(read, language, f"kommun/{municipality.slug}/")
    centre = DIRECTORY.centre_of.get(municipality.code)
    main = page.main
    assert (main["data-kommun"], main["data-centre"]) == (
        municipality.code,
        centre.id if centre else "",
    )
    neighbours = {BY_CODE[code] for code in municipality.neighbours}
    rows = {row.th.get_text(): row.td for row in main.select("tbody tr")}
    assert set(rows) == {one.name for one in neighbours}
    for one in neighbours:
        beside = DIRECTORY.centre_of.get(one.code)
        assert bool(rows[one.name].a) is (beside is not None)
        assert beside is None or beside.name in rows[one.name].get_text()
    for spoken in FOLDERS:
        pasted = BeautifulSoup(main.find(id=f"html-{spoken}").get_text(), "html.parser")
        plain = main.find(id=f"text-{spoken}").get_text()
        assert "".join(pasted.get_text().split()) == "".join(plain.split())
        called = {link["href"].removeprefix("tel:") for link in pasted.select('a[href^="tel:"]')}
        own = {phone.tel for phone in centre.phones} if centre else set()
        assert called == own | {
            DIRECTORY.lines[name].tel for name in ("bris", "brottsofferjouren", "112")
        }
        address = f"{SITE_URL}{FOLDERS[spoken]}kommun/{municipality.slug}/"
        assert pasted.find("a", href=address)
    assert not main.select(".exit")


@pytest.mark.parametrize("language", FOLDERS)
def test_who_has_none_sees_what_would_change_and_who_has_one_who_could_join(
    read: Read, language: str
) -> None:
    """The figures are the country's with as many more, for each of the 290."""
    served, every = len(DIRECTORY.centre_of), len(BY_CODE)
    of = {"sv": "av", "en": "of"}[language]
    for one in DIRECTORY.municipalities:
        page = page_of(read, language, f"kommun/{one.slug}/")
        lacking = len(coverage.without(DIRECTORY, one))
        if one.code in DIRECTORY.centre_of:
            more = {lacking} if lacking else set()
        else:
            more = {1, 1 + lacking}
        said = {int(n) for n in re.findall(rf"(\d+) {of} {every}\b", page.main.get_text())}
        assert said == {served + n for n in more}, one.name


@pytest.mark.parametrize("language", FOLDERS)
def test_every_municipality_is_on_the_map_and_in_the_table(read: Read, language: str) -> None:
    """Each leads to its page; what it has is said in words, and by a pattern of its own."""
    page = page_of(read, language, "tackning/")
    country, county = page.select("svg.map")
    slugs = {one.slug for one in DIRECTORY.municipalities}
    drawn = [link["href"].rstrip("/").rpartition("/")[2] for link in country.select("a")]
    assert Counter(drawn) == Counter(slugs)
    assert len(county.select("a")) == sum(one.county_code == "01" for one in BY_CODE.values())
    counts = [len(group.select("a")) for group in country.select("g")]
    alone = [one for one in DIRECTORY.centres if len(one.municipalities) == 1]
    assert counts == [
        290 - len(DIRECTORY.centre_of),
        len(DIRECTORY.centre_of) - len(alone),
        len(alone),
    ]
    assert len({group["fill"] for group in country.select("g")}) == 3
    for link in country.select("a") + county.select("a"):
        assert (link.get("tabindex") == "-1") is (link.get("aria-hidden") == "true")
        assert ": " in link.title.get_text()
    listed = page.select(".every tbody tr")
    assert [row.th.get_text() for row in listed] == [one.name for one in DIRECTORY.municipalities]
    with_centre = [row.th.get_text() for row in listed if row.select("td")[1].a]
    assert with_centre == [
        one.name for one in DIRECTORY.municipalities if one.code in DIRECTORY.centre_of
    ]


@pytest.mark.parametrize("language", FOLDERS)
def test_a_bar_is_as_long_as_the_number_beside_it(read: Read, language: str) -> None:
    """And the numbers are the directory's, for every county and each main group."""
    page = page_of(read, language, "tackning/")
    rows = page.select(".shares tbody tr")
    shares = coverage.by_county(DIRECTORY) + coverage.by_group(DIRECTORY)
    said = Counter(
        (*map(int, re.findall(r"\d+", words(row))), row.select("rect")[1]["width"]) for row in rows
    )
    assert said == Counter((one.served, one.all, one.percent, str(one.percent)) for one in shares)


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.name)
def test_a_number_in_the_text_leads_to_its_source_below(read: Read, page: prose.Prose) -> None:
    """Each source once, in the order of the text, and none that the text does not name."""
    html = read(f"{FOLDERS[page.language]}{page.path}")
    listed = [one["id"] for one in html.select(".guide-sources li")]
    assert listed == [f"kalla-{n}" for n in range(1, len(listed) + 1)]
    first = list(dict.fromkeys(link["href"] for link in html.select(".note a")))
    assert first == [f"#{one}" for one in listed]
    if page.path != book.WHOLE:
        assert len(listed) == len(marks.cited(page.body))
    assert html.select_one(".guide-reviewed")


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.name)
def test_a_page_stands_in_the_menu_and_leads_to_the_next(read: Read, page: prose.Prose) -> None:
    """The reader sees where they are; the first has none before it, the last none after."""
    html = read(f"{FOLDERS[page.language]}{page.path}")
    links = html.select(".guide-nav a")
    assert len(links) == len([one for one in PROSE if one.language == page.language]) + 1
    current = html.select(".guide-nav [aria-current=page]")
    assert [one.get_text() for one in current] == [page.matter.title]
    turns = {link["rel"][0] for link in html.select(".guide-next a")}
    order = [one.path for chapter in book.chapters(LIBRARY, page.language) for one in chapter.pages]
    expected = {"prev", "next"} - {"prev" if page.path == order[0] else ""}
    assert turns == expected - {"next" if page.path == order[-1] else ""}


@pytest.mark.parametrize("language", FOLDERS)
def test_the_whole_guide_has_every_page_once_and_leads_within_itself(
    read: Read, language: str
) -> None:
    """A chapter a page, in the menu's order, each in the list at the top; no id stands twice."""
    html = page_of(read, language, "hela/")
    chapters = html.select("h2.chapter")
    pages = [
        page
        for chapter in book.chapters(LIBRARY, language)
        for page in chapter.pages
        if page.path not in (book.WHOLE, book.SOURCES)
    ]
    assert [one.get_text() for one in chapters] == [page.heading for page in pages]
    contents = html.select_one("article ol")
    assert [link["href"] for link in contents.select("a")] == [f"#{one['id']}" for one in chapters]
    ids = [tag["id"] for tag in html.select("[id]")]
    assert [name for name, times in Counter(ids).items() if times > 1] == []
    article = html.select_one("article")
    leading_out = [
        link["href"]
        for link in article.select("a")
        for page in pages
        if link["href"].rstrip("/").endswith(page.path.rstrip("/")) and "rel" not in link.attrs
    ]
    assert leading_out == []


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_directory_and_the_guide_lead_to_each_other(read: Read, folder: str) -> None:
    """From a municipality's page to its own in the guide and back; from the footer to the guide."""
    visitor = read(f"{folder}kommun/vara/")
    assert visitor.main.select_one('a[href$="starta/kommun/vara/"]')
    assert visitor.footer.select_one('a[href$="starta/"]')
    assert read(f"{folder}starta/kommun/vara/").main.select_one(
        f'a[href$="../{folder}kommun/vara/"]'
    )


def test_the_guide_is_in_swedish_and_english_and_no_page_says_otherwise(
    site: Path, read: Read
) -> None:
    """Arabic has no guide, and nothing there leads to one; no page offers a language it lacks."""
    assert not (site / "ar/starta").exists()
    for path in ("ar/", "ar/kommun/vara/"):
        assert not read(path).select('a[href*="starta/"]')
    for path in ("starta/", "starta/kommun/", "starta/kommun/vara/"):
        offered = [link["lang"] for link in read(path).select(".top nav a")]
        assert offered == ["en"]


@pytest.mark.parametrize("folder", ["", "en/", "ar/"])
def test_visitors_have_a_map_and_the_same_places_in_lists(read: Read, folder: str) -> None:
    """Every municipality with access once on the maps for the keyboard, and marked in each list."""
    main = read(f"{folder}kommuner/karta/").main
    names = {one.name for one in DIRECTORY.municipalities if one.code in DIRECTORY.centre_of}
    stops = [
        link.title.get_text().partition(": ")[0] for link in main.select("svg a:not([tabindex])")
    ]
    assert Counter(stops) == Counter(names)
    lists = [f"{folder}kommuner/", f"{folder}kommuner/lan/", f"{folder}stodcentrum/"]
    up = "../" * (2 + folder.count("/"))
    assert [link["href"] for link in main.select("#lista a")] == [up + one for one in lists]
    for path in lists[:2]:
        marked = [link.get_text() for link in read(path).main.select(".az a.has")]
        assert Counter(marked) == Counter(names), path
