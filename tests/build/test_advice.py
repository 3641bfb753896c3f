"""Information for victims: what each page has around its text, in every language."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from built import Read
from centres.content import marks, prose
from helpers import (
    DIRECTORY,
    FOLDERS,
    LANGUAGES,
    LATEST,
    ROOT,
    VARIANTS,
    print_at_the_end,
)

READ, _ = prose.read(ROOT, ["sv", *VARIANTS])
ADVICE = [page.path for page in READ if page.language == "sv" and page.path.startswith("rad/")]
IN_EVERY = [(folder, path) for folder in FOLDERS.values() for path in ADVICE]
EASY = [page for page in READ if page.language in VARIANTS]


def text(part: Tag | None) -> str:
    """Return a part of a page on one line; empty if there is none."""
    return " ".join(part.get_text(" ").split()) if part else ""


def called(part: Tag) -> list[str]:
    return [link["href"].removeprefix("tel:") for link in part.select('a.call[href^="tel:"]')]


@pytest.mark.parametrize(("folder", "path"), IN_EVERY)
def test_a_page_says_who_helps_from_the_data_and_never_half_of_a_pair(
    read: Read, folder: str, path: str
) -> None:
    """The lines that its front matter names, Bris, Brottsofferjouren and 112, in that order."""
    named = next(one for one in READ if one.path == path and one.language == "sv").matter.helps
    expected = [DIRECTORY.lines[name].tel for name in (*named, "bris", "brottsofferjouren", "112")]
    page = read(folder + path)
    assert called(page.main) == [number for number in expected if number]
    root = "../" * (folder + path).count("/")
    assert page.main.select_one(".doors a")["href"] == f"{root}{folder}kommuner/"


@pytest.mark.parametrize(("folder", "path"), IN_EVERY)
def test_a_page_has_the_way_out_the_languages_and_the_day_it_was_read(
    read: Read, folder: str, path: str
) -> None:
    """Above the text, and below it."""
    page = read(folder + path)
    assert page.select_one("a.exit")["href"] == "https://www.smhi.se/"
    leads_to = {link["lang"] for link in page.select(".top nav a")}
    own = next(code for code, one in FOLDERS.items() if one == folder)
    assert leads_to == {*LANGUAGES, *VARIANTS} - {own}
    assert str(LATEST.year) in text(page.main.select("p")[-1])


@pytest.mark.parametrize("path", ADVICE)
def test_the_foot_lists_each_source_once_with_what_it_stands_behind(read: Read, path: str) -> None:
    """In the order of the text, with its date, and for a law the paragraphs."""
    page = next(one for one in READ if one.path == path and one.language == "sv")
    items = read(path).select(".sources li")
    assert len(items) == len(marks.cited(page.body))
    for item, (name, headings) in zip(items, marks.cited(page.body).items(), strict=True):
        said = text(item).replace("\u00a0", " ")
        source = DIRECTORY.sources[name]
        assert said.startswith(source.title)
        assert ("utan datum" in said) == (source.date == "undated")
        for heading, places in headings.items():
            assert heading == page.heading or heading in said
            assert all(place in said for place in places)


def test_no_sign_of_a_source_or_of_a_word_is_left_in_a_page(site: Path) -> None:
    """What editors write between brackets is for the program, in the guide too."""
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "[^" not in html, path
        assert "ord:" not in html, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_has_every_word_with_what_it_means(read: Read, language: str) -> None:
    """And in other languages the Swedish word beside: it is the one on the letter."""
    page = read(f"{FOLDERS[language]}rad/ordlista")
    assert {entry["id"] for entry in page.select("dt")} == set(DIRECTORY.meanings)
    for word in DIRECTORY.glossary:
        entry = page.select_one(f"dt#{word.id}")
        beside = entry.select_one('bdi[lang="sv"]')
        if language == "sv":
            assert text(entry) == word.word
            assert beside is None
        else:
            assert text(beside) == word.word
            assert text(entry) != f"{word.word} ({word.word})"
        assert text(entry.find_next("dd"))


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "sv"])
@pytest.mark.parametrize("path", ADVICE)
def test_a_word_in_another_language_has_the_swedish_one_beside(
    read: Read, language: str, path: str
) -> None:
    """Each link to the glossary is followed by the word in brackets, said as Swedish."""
    page = read(FOLDERS[language] + path)
    if page.select_one('main > div[lang="sv"]'):
        return  # not translated: the Swedish text stands there
    for link in page.main.select('a[href*="ordlista/#"]'):
        beside = link.find_next_sibling()
        assert beside.name == "bdi", link
        name = link["href"].partition("#")[2]
        assert (beside["lang"], text(beside)) == ("sv", DIRECTORY.meanings[name].word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_start_page_and_the_list_lead_to_everything_there_is_to_read(
    read: Read, language: str
) -> None:
    """The list to all of it, the start page to where one begins and to the list."""
    folder = FOLDERS[language]
    listed = [link["href"] for link in read(f"{folder}rad").select("main .doors a")]
    prefix = "../" if not folder else f"../../{folder}"
    assert sorted(listed) == sorted(f"{prefix}{path}" for path in [*ADVICE, "rad/ordlista/"])
    first = [page for page in READ if page.language == "sv" and page.matter.group == "first"]
    order = [page.path for page in sorted(first, key=lambda one: one.matter.order)]
    home = [link["href"] for link in read(folder.rstrip("/") or ".").select("section .doors a")]
    prefix = "./" if not folder else f"../{folder}"
    assert home == [f"{prefix}{path}" for path in [*order, "rad/"]]


@pytest.mark.parametrize("page", EASY, ids=lambda page: page.name)
def test_easy_swedish_says_which_language_it_is_and_leads_on_in_swedish(
    read: Read, page: prose.Prose
) -> None:
    """BCP 47 has a subtag for it; a reader's own voice reads it as Swedish.

    No search engine is given it as a language of its own, since none knows the subtag.
    """
    html = read(f"sv-simple/{page.path}")
    assert (html.html["lang"], html.html["dir"]) == ("sv-simple", "ltr")
    assert "lättläst" in text(html.select_one(".unreviewed"))
    assert html.select("link[rel=alternate]") == []
    assert html.select_one("a.exit")
    root = "../" * (1 + page.path.count("/"))
    assert html.select_one("a.home")["href"] == f"{root}sv-simple/"
    assert html.select_one("footer a")["href"] == f"{root}kommuner/"
    assert {"112", "116111", "116006"} <= set(called(html.main))


def test_easy_swedish_is_found_from_every_page_and_not_by_searching(
    site: Path, visitor_pages: list[Path]
) -> None:
    """Where a page has no easy Swedish, its link leads to where that begins."""
    easy = {page.path for page in EASY}
    for path in visitor_pages:
        if path.name == "404.html":
            continue
        address = path.parent.relative_to(site).as_posix() + "/"
        folder = next((one for one in FOLDERS.values() if one and address.startswith(one)), "")
        html = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        link = html.select_one('.top nav a[lang="sv-simple"]')
        if address.startswith("sv-simple/"):
            assert link is None
            continue
        own = address.removeprefix(folder).removeprefix("./")
        assert link["href"].endswith(f"sv-simple/{own if own in easy else ''}"), path
    indexed = {path.name for path in (site / "pagefind").rglob("*simple*")}
    assert indexed == set()


def test_every_address_on_another_host_is_one_that_the_data_has(
    visitor_pages: list[Path], pytestconfig: pytest.Config
) -> None:
    """So that whoever checks them has one list: the sources, the lines and the centres."""
    known = {"https://www.smhi.se/"}
    for name in ("sources", "helplines", "centres"):
        known |= set(addresses(yaml.safe_load((ROOT / f"data/{name}.yaml").read_text("utf-8"))))
    found: dict[str, Path] = {}
    for path in visitor_pages:
        if path.parent.name == "data" or "/om/" in path.as_posix():
            continue  # about the site itself: licences, and who watches over accessibility
        html = path.read_text(encoding="utf-8")
        for href in re.findall(r'<a\b[^>]*\bhref="(https?:[^"]*)"', html):
            found.setdefault(href.replace("&amp;", "&"), path)
    assert {href: path for href, path in found.items() if href not in known} == {}
    hosts = sorted({urlsplit(href).netloc for href in found})
    heading = f"Other hosts that visitors' pages lead to ({len(found)} addresses)"
    print_at_the_end(pytestconfig, heading, hosts)


def addresses(part: object) -> list[str]:
    """Every web address in data."""
    if isinstance(part, dict):
        return [one for value in part.values() for one in addresses(value)]
    if isinstance(part, list):
        return [one for value in part for one in addresses(value)]
    return [part] if isinstance(part, str) and part.startswith("http") else []
