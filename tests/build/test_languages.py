"""Every page says which language it is in, and leads to itself in the others."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from built import SITE_URL, Read
from centres.content import prose
from centres.editors import po_files
from centres.site import load
from helpers import DIRECTORY, FOLDERS, LANGUAGES, ROOT, VARIANTS

TRANSLATED = [code for code, one in LANGUAGES.items() if not one.is_source]
TEXTS = po_files.texts_of(DIRECTORY)


EVERY = {**LANGUAGES, **VARIANTS}
# The language and the address that a line of the sitemap names for a page.
ALTERNATE = re.compile(r'hreflang="([^"]*)" href="([^"]*)"')


def language_of(path: Path, site: Path) -> str:
    first = path.relative_to(site).parts[0]
    return first if first in EVERY else "sv"


def test_language_and_direction_stand_on_the_root_of_every_page(
    own_pages: list[Path], site: Path
) -> None:
    """The first folder decides."""
    for path in own_pages:
        html = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").html
        code = language_of(path, site)
        assert (html["lang"], html["dir"]) == (code, EVERY[code].direction), path


@pytest.mark.parametrize(
    "path", ["", "kommun/taby/", "stodcentrum/lund/", "kommuner/", "rad/rattegang/"]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_leads_to_itself_in_the_other_languages(
    read: Read, site: Path, path: str, language: str
) -> None:
    """By each language's own name, and the address exists."""
    folder = FOLDERS[language]
    page = read(folder + path)
    others = [link for link in page.select(".top nav a") if not link.has_attr("aria-current")]
    links = {link["lang"]: link for link in others}
    assert {code: link.get_text() for code, link in links.items()} == {
        code: one.name for code, one in EVERY.items() if code != language
    }
    for code in LANGUAGES.keys() & links.keys():
        link = links[code]
        target = (site / folder / path / link["href"]).resolve() / "index.html"
        assert target.exists()
        assert language_of(target, site.resolve()) == code


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_that_nobody_has_reviewed_says_so_in_both_languages(
    own_pages: list[Path], site: Path, language: str
) -> None:
    """Swedish marked as Swedish; a page by its own state, of its prose and of its catalogues."""
    words = load.words(ROOT, language)
    prose_of = {page.path: page for page in prose.read(ROOT, [language])[0]}
    for path in own_pages:
        if language_of(path, site) == language:
            address = f"{path.relative_to(site / language).parent.as_posix()}/".removeprefix("./")
            text = prose_of.get(address)
            domains = ("site", "guide") if prose.is_guide(address) else ("site",)
            is_reviewed = words.are_reviewed(*domains) and (text is None or text.is_reviewed)
            page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
            said = [one.get_text() for one in page.select('.unreviewed [lang="sv"]')]
            assert ["är inte granskad" in one for one in said] == [True] * (not is_reviewed), path


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_word_of_ours_is_left_in_swedish(
    own_pages: list[Path], site: Path, language: str
) -> None:
    """Reviewed or not; only the notice that nobody has reviewed it says it in Swedish too."""
    for path in own_pages:
        if language_of(path, site) == language:
            page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
            # Only a word that stands in for a translation has a direction of its own. A text
            # in the data may: an editor writes it in Swedish alone.
            standing_in = [one.get_text() for one in page.select(":not(.unreviewed) > span[dir]")]
            assert [text for text in standing_in if text not in TEXTS] == [], path


def test_numbers_and_addresses_are_isolated_in_right_to_left_text(read: Read) -> None:
    """Or the digits of a number change places."""
    page = read("ar/kommun/taby")
    for link in page.select('a[href^="tel:"], a[href^="mailto:"]'):
        assert link.select_one('bdi[dir="ltr"]'), link
    for code in page.select(".dial"):
        assert (code.name, code["dir"]) == ("bdi", "ltr")


def test_swedish_names_are_marked_as_swedish_in_other_languages(read: Read) -> None:
    """So that a screen reader says Täby, not something else."""
    heading = read("ar/kommun/taby").h1.bdi
    assert (heading["lang"], heading.get_text()) == ("sv", "Täby")


def test_one_page_for_wrong_addresses_speaks_all_languages_swedish_first(read: Read) -> None:
    """No host knows which language was meant; its links work from any depth."""
    page = read("404.html")
    sections = page.select("main section")
    assert [one["lang"] for one in sections] == list(LANGUAGES)
    assert [one["dir"] for one in sections] == [one.direction for one in LANGUAGES.values()]
    links = [link["href"] for link in page.select("a") if link["href"] != "#innehall"]
    own = [link for link in links if not link.startswith(("tel:", "https://"))]
    assert all(link.startswith("/") for link in own), own


def test_the_sitemap_names_the_languages_of_every_page_and_no_head_does(site: Path) -> None:
    """Absolutely, and x-default is Swedish; robots are told where the sitemap is."""
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    name = re.search(rf"^Sitemap: {re.escape(SITE_URL)}(.*)$", robots, re.MULTILINE)[1]
    text = (site / name).read_text(encoding="utf-8")
    told = {
        line.partition("<loc>")[2].partition("<")[0]: dict(ALTERNATE.findall(line))
        for line in text.splitlines()
    }
    for path, codes in {"kommun/taby/": LANGUAGES, "": LANGUAGES, "data/": ("sv", "en")}.items():
        languages = {code: f"{SITE_URL}{FOLDERS[code]}{path}" for code in codes}
        for address in languages.values():
            assert told[address] == {**languages, "x-default": languages["sv"]}, address
    assert told[f"{SITE_URL}sv-simple/"] == {}
    for page in site.rglob("*.html"):
        assert "hreflang" not in page.read_text(encoding="utf-8"), page
