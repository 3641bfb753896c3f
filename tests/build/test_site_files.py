"""The files of the site beside its pages, and what none of all its files may hold."""

import gzip
import re
from pathlib import Path

import invariants
from built import SITE_URL, asset
from centres.pages import look
from centres.site import open_data
from helpers import DIRECTORY, personal_addresses
from invariants import Page, Site

# The language and the address that a line of the sitemap names for a page.
ALTERNATE = re.compile(r'hreflang="([^"]*)" href="([^"]*)"')


def test_an_address_of_a_persons_form_is_in_no_file(site: Path) -> None:
    """One that the report prints is withheld: not on a page, in the open data or in the index."""
    for path in site.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".json", ".xml", ".txt", ".js", ".css"}:
            assert personal_addresses(path.read_text(encoding="utf-8")) == [], path


def test_what_a_field_fetches_is_small(site: Path) -> None:
    """In two parts: what answers first, and all other names with postcodes."""

    def size(name: str) -> int:
        return len(gzip.compress(asset(site, name).read_bytes(), 9))

    codes = [language.code for language in DIRECTORY.languages if not language.variant_of]
    for code in codes:
        assert size("finder.js") + size(f"answers.{code}.json") <= 16_000, code
        assert size(f"more.{code}.json") <= 17_000, code
    assert size("places.json") <= 36_000
    assert size("late.js") <= 6_000


def test_easy_swedish_is_not_found_by_searching(site: Path) -> None:
    """Whoever searches finds the Swedish page, and easy Swedish from there."""
    assert [path.name for path in (site / "pagefind").rglob("*simple*")] == []


def sitemap_of(site: Site) -> str:
    """Return the sitemap that robots are told of; of one in several files, all of those."""
    robots = (site.folder / "robots.txt").read_text(encoding="utf-8")
    (name,) = re.findall(rf"^Sitemap: {re.escape(site.url)}(.*)$", robots, re.MULTILINE)
    text = (site.folder / str(name)).read_text(encoding="utf-8")
    if "<sitemapindex" not in text:
        return text
    parts = re.findall(rf"<loc>{re.escape(site.url)}([^<]*)</loc>", text)
    return "\n".join((site.folder / part).read_text(encoding="utf-8") for part in parts)


def test_the_sitemap_lists_every_page_once(site: Path, example: Site) -> None:
    """But for the page for wrong addresses, those that only lead to another, and centres' own."""
    for whole in (invariants.site(site, SITE_URL), example):
        listed = re.findall(rf"<loc>{re.escape(SITE_URL)}([^<]*)</loc>", sitemap_of(whole))
        left_out = ("404.html", *whole.moved)
        listable = [one for one in whole.addresses if not one.startswith("redigera/")]
        assert sorted(listed) == [one for one in listable if not one.endswith(left_out)]


def test_the_sitemap_names_the_languages_of_every_page(site: Path, example: Site) -> None:
    """Absolutely, each page's own among them, and x-default is Swedish; a variant is none."""
    for whole in (invariants.site(site, SITE_URL), example):
        codes = whole.full.items()
        for line in sitemap_of(whole).splitlines():
            address = line.partition(f"<loc>{SITE_URL}")[2].partition("<")[0]
            if "<loc>" not in line:
                continue
            page = Page(whole, address, "")
            there = {code: one.folder + page.path for code, one in codes}
            there = {code: one for code, one in there.items() if whole.file(one) in whole.files}
            expected = {code: SITE_URL + one for code, one in there.items()}
            if page.language.variant_of:
                expected = {}
            elif expected:
                expected["x-default"] = SITE_URL + page.path
            assert dict(ALTERNATE.findall(line)) == expected, address


def test_the_open_data_are_those_of_the_directory(site: Path) -> None:
    """The data and their schema, byte for byte; tests/unit/site has what they hold."""
    for address, text in open_data.files(DIRECTORY).items():
        assert (site / address).read_text(encoding="utf-8") == text, address


def test_the_page_that_shows_the_parts_is_there_and_found_by_nobody_else(site: Path) -> None:
    """It is for maintainers: in no list, in no other language, and no page leads there."""
    shown = site / look.PATH / "index.html"
    assert '<meta name="robots" content="noindex">' in shown.read_text(encoding="utf-8")
    assert [*site.rglob(f"*/{look.PATH.split('/')[1]}")] == [shown.parent]
    leading = [
        path
        for path in site.rglob("*")
        if path.suffix in {".html", ".xml", ".txt", ".json"} and path != shown
        if "utseende/" in path.read_text(encoding="utf-8")
    ]
    assert leading == []


def test_each_centre_has_a_page_of_its_own_on_which_it_answers(site: Path) -> None:
    """In Swedish alone, for no search engine; only the centre's own page in Swedish leads there."""
    pages = {path.parent.name: path for path in site.glob("redigera/*/index.html")}
    assert {*pages} == {centre.id for centre in DIRECTORY.centres}
    for path in pages.values():
        assert '<meta name="robots" content="noindex">' in path.read_text(encoding="utf-8")
    assert [*site.rglob("redigera")] == [site / "redigera"]
    leading = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.suffix in {".html", ".xml", ".txt", ".json"} and path not in pages.values()
        if "redigera/" in path.read_text(encoding="utf-8")
    }
    assert leading == {f"stodcentrum/{name}/index.html" for name in pages}
