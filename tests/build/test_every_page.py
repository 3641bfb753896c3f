"""What must be so of every page is so of every page, in every language: see tests/invariants."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

import invariants
from built import SITE_URL
from helpers import DIRECTORY, ROOT
from invariants import Site
from links import unreached

CODES = [language.code for language in DIRECTORY.languages]
_EXAMPLE = (ROOT / "tests/example/languages.yaml").read_text(encoding="utf-8")
OF_EXAMPLE = [language["code"] for language in yaml.safe_load(_EXAMPLE)]


def assert_as_they_must_be(site: Site, code: str) -> None:
    """Assert that nothing is wrong with any page of a language: each is parsed once."""
    addresses = site.addresses_in(code)
    assert addresses, f"there is no page in {code}"
    found = invariants.faults(site.folder, addresses, site.url, site.root)
    assert not found, invariants.report(found)


@pytest.mark.parametrize("code", CODES)
def test_every_page_of_a_language_is_as_every_page_must_be(site: Path, code: str) -> None:
    """The real site."""
    assert_as_they_must_be(invariants.site(site, SITE_URL), code)


@pytest.mark.parametrize("code", OF_EXAMPLE)
def test_every_page_of_the_example_is_too(example: Site, code: str) -> None:
    """There some centres have closed, and some pages nobody has translated."""
    assert_as_they_must_be(example, code)


def test_every_page_is_in_a_language(site: Path) -> None:
    """So that the tests above leave out none."""
    whole = invariants.site(site, SITE_URL)
    by_language = [address for code in CODES for address in whole.addresses_in(code)]
    assert sorted(by_language) == whole.addresses


@pytest.mark.parametrize("code", CODES)
def test_every_page_that_there_should_be_is_there(site: Path, example: Site, code: str) -> None:
    """A municipality's, a centre's and a closed one's, each text, and what the site is built of."""
    sites = (invariants.site(site, SITE_URL), example)
    for whole in (one for one in sites if code in one.languages):
        language = whole.languages[code]
        paths = {path for spoken, path in whole.library.addresses if spoken == code}
        if not language.variant_of:
            paths |= {f"kommun/{slug}/" for slug in whole.municipalities}
            paths |= {f"stodcentrum/{name}/" for name in (*whole.centres, *whole.retired)}
            paths |= {"", "kommuner/", "kommuner/lan/", "kommuner/karta/", "stodcentrum/", "sok/"}
            paths |= {"stodlinjer/", "om/stodlinjer/", "om/kallor/", "om/farskhet/"}
            paths |= {"rad/", "rad/ordlista/"}
        if language.variant_of:
            paths |= {f"kommun/{slug}/" for slug in whole.municipalities} | {"kommuner/"}
        if "starta/" in paths:
            paths |= {f"starta/kommun/{slug}/" for slug in whole.municipalities}
            paths |= {"starta/kommun/"}
        expected = {language.folder + path for path in paths}
        if language.is_source:
            expected |= {"404.html", *(f"redigera/{name}/" for name in whole.centres)}
        assert set(whole.addresses_in(code)) == expected


@pytest.mark.parametrize("code", CODES)
def test_every_page_is_reached_from_the_start_page_without_leaving_the_language(
    site: Path, code: str
) -> None:
    """But the page for wrong addresses, and those of centres and pages that are no more."""
    whole = invariants.site(site.resolve(), SITE_URL)
    language = whole.languages[code]
    pages = {whole.folder / whole.file(address) for address in whole.addresses_in(code)}
    closed = {f"{language.folder}stodcentrum/{one}/index.html" for one in whole.retired}
    closed |= {f"{language.folder}{path}index.html" for path in whole.moved}
    start = whole.folder / language.folder / "index.html"
    left = unreached(whole.folder, urlsplit(whole.url).path, start, pages)
    assert set(left) <= {*closed, "404.html"}


def test_a_page_that_only_an_unlinked_page_links_to_is_not_reached(tmp_path: Path) -> None:
    """Whatever leads out of it."""
    links = {"": "a/", "a": "../", "b": "../c/", "c": "/a/"}
    for name, href in links.items():
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "index.html").write_text(f'<a href="{href}">', encoding="utf-8")
    pages = [tmp_path / name / "index.html" for name in links]
    assert unreached(tmp_path, "/", pages[0], pages) == ["b/index.html", "c/index.html"]
