"""Which pages there are in every language, and how each is found."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from centres.pages.document.inlined import KINDS
from centres.site import load
from centres.site.site import Site
from helpers import ROOT, SETTINGS, TODAY
from prose_page import PAGE, add_easy_swedish, write_page

ABOUT = "---\ntitle: Om\nreviewed: 2026-11-22\n---\n# Om sidan\n"
GUIDE = ABOUT.replace("---\n#", "audience: guide\ngroup: decide\norder: 1\n---\n#")


def _in_all(path: str) -> list[str]:
    """Return the addresses of a page that every language and easy Swedish have."""
    return [folder + path for folder in ("", "en/", "ar/", "sv-simple/")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the example with advice and a guide in Swedish, and easy Swedish's start page.

    One page is in English too; nothing is in Arabic.
    """
    root = add_easy_swedish(write_page(tmp_path_factory.mktemp("site"), PAGE))
    for name in ("sv/om/index.md", "en/om/index.md", "sv-simple/index.md"):
        write_page(root, ABOUT, name)
    write_page(root, GUIDE, "sv/starta/index.md")
    return load.load(root, TODAY, SETTINGS, design=ROOT)


@pytest.mark.parametrize(
    ("path", "addresses"),
    [
        ("", ["", "en/", "ar/", "sv-simple/"]),
        ("kommun/taby/", _in_all("kommun/taby/")),
        ("kommuner/", _in_all("kommuner/")),
        ("kommuner/lan/", [*_in_all("kommuner/lan/")[:3], "sv-simple/"]),
        ("om/", ["om/", "en/om/", "ar/om/", "sv-simple/"]),
        ("rad/anmala/", ["rad/anmala/", "en/rad/anmala/", "ar/rad/anmala/", "sv-simple/"]),
        ("starta/", ["starta/", "en/starta/"]),
        ("starta/kommun/taby/", ["starta/kommun/taby/", "en/starta/kommun/taby/"]),
    ],
    ids=[
        "start",
        "municipality",
        "list",
        "other list",
        "prose",
        "fallback",
        "guide",
        "guide from data",
    ],
)
def test_a_page_leads_to_itself_in_every_language_that_has_it(
    site: Site, path: str, addresses: list[str]
) -> None:
    """Easy Swedish keeps the place, and is found from all else but the guide by its start page."""
    assert [link.address for link in site.links(path)] == addresses


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("", "sv"),
        ("om/", "sv"),
        ("en/om/", "en"),
        ("ar/om/", "ar"),
        ("ar/kommun/taby/", "ar"),
        ("en/starta/kommun/taby/", "en"),
        ("sv-simple/", "sv-simple"),
        ("sv-simple/kommuner/", "sv-simple"),
        ("sv-simple/kommun/taby/", "sv-simple"),
    ],
)
def test_an_address_leads_to_one_document_in_the_language_of_its_folder(
    site: Site, address: str, language: str
) -> None:
    """Made from data, or of prose; what nobody has translated too."""
    html = site.at(address)
    assert html is not None
    page = LexborHTMLParser(html)
    (root,) = page.css("html")
    (canonical,) = page.css("link[rel=canonical]")
    assert root.attributes["lang"] == language
    assert canonical.attributes["href"] == f"{SETTINGS.site_url}{address}"


@pytest.mark.parametrize(
    "address",
    [
        "nej/",
        "om",
        "sv/om/",
        "starta/",
        "en/starta/",
        "ar/starta/kommun/taby/",
        "sv-simple/om/",
        "sv-simple/rad/",
    ],
)
def test_an_address_without_a_page_of_ours_leads_nowhere(site: Site, address: str) -> None:
    """MkDocs makes the guide's prose; a language has no pages beyond its own."""
    assert site.at(address) is None


def test_the_pages_of_a_language_are_those_that_it_publishes(site: Site) -> None:
    """A variant has its places and what somebody has written; Arabic fallbacks, and no guide."""
    places = [f"kommun/{place.slug}/" for place in site.directory.municipalities]
    easy = list(site.pages("sv-simple"))
    assert [page.path for page in easy] == ["kommuner/", *places, ""]
    assert [page.path for page in easy if page.indexed] == []
    arabic = [page.path for page in site.pages("ar")]
    assert len(arabic) == len(set(arabic))
    assert {"", "om/", "rad/anmala/", "kommun/taby/", "rad/ordlista/"} < set(arabic)
    assert not [path for path in arabic if path.startswith("starta/")]


def test_the_guides_prose_is_in_two_languages(site: Site) -> None:
    """MkDocs makes it, so nothing here writes it."""
    assert site.guide_addresses == ["starta/", "en/starta/"]


@pytest.mark.parametrize(
    ("path", "languages"),
    [("kommun/taby/", ["sv", "en", "ar"]), ("", ["sv", "en", "ar"]), ("starta/", ["sv", "en"])],
    ids=["municipality", "start", "guide"],
)
def test_search_engines_are_told_of_languages_and_not_of_variants(
    site: Site, path: str, languages: list[str]
) -> None:
    """They know no subtag for lättläst, which has a start page too."""
    folders = {"sv": "", "en": "en/", "ar": "ar/"}
    assert site.alternates(path) == {code: folders[code] + path for code in languages}


def test_a_language_adds_no_more_to_the_policy_of_the_site_than_the_fonts_of_its_script(
    site: Site,
) -> None:
    """Hosts send one policy with every page, and read 2,000 characters of it."""
    scripts = {edition.script.code for edition in site.editions.values() if edition.script}
    assert scripts == {"Arab"}
    assert len(site.visitors_policy.styles) == len(KINDS) + len(scripts)


def test_all_languages_share_some_files(site: Site, tmp_path: Path) -> None:
    """The page for wrong addresses, that of the parts, centres' own, assets, and the open data."""
    files = dict(site.files())
    names = sorted(re.sub(r"\.[0-9a-f]{8}\.", ".HASH.", name) for name in files)
    assets = [name.replace(".HASH", "") for name in names if name.startswith("assets/")]
    made = [name for name in assets if not (ROOT / "theme" / name).exists()]
    assert made == [
        *(f"assets/answers.{code}.json" for code in ("ar", "en", "sv")),
        "assets/late.js",
        *(f"assets/more.{code}.json" for code in ("ar", "en", "sv")),
        "assets/places.json",
    ]
    ids = [centre.id for centre in site.directory.centres]
    others = [name for name in names if not name.startswith("assets/")]
    assert others == [
        "404.html",
        "data/centres.json",
        "data/centres.schema.json",
        "data/notices.atom",
        "om/utseende/index.html",
        *(f"redigera/{name}/index.html" for name in sorted(ids)),
    ]
    assert '<html lang="sv"' in files["404.html"]
