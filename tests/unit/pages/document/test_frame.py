"""What stands around a page, as seen from its address."""

from typing import Any

import pytest

from centres.data.model import Language
from centres.pages.document.frame import NOT_FOUND, Framer
from centres.pages.document.settings import Settings
from centres.pages.document.templates import Templates
from centres.pages.edition import Edition
from centres.pages.page import Link
from helpers import ROOT

EASY: dict[str, Any] = {
    "code": "sv-simple",
    "name": "Lättläst",
    "name_in_swedish": "lättläst svenska",
    "direction": "ltr",
    "variant_of": "sv",
}


@pytest.fixture(scope="module")
def framer() -> Framer:
    """Return what makes frames, for a site at the path /vald/."""
    settings = Settings("https://stod.example/vald/", "https://www.smhi.se/")
    return Framer(settings, Templates(ROOT / "templates"), {})


@pytest.fixture(scope="module")
def easy(editions: dict[str, Edition]) -> Edition:
    """Return a variant of Swedish."""
    swedish = editions["sv"]
    return Edition(swedish.directory, Language.model_validate(EASY), swedish.words)


@pytest.mark.parametrize(
    ("code", "path", "root"),
    [
        ("sv", "", "./"),
        ("sv", "kommun/taby/", "../../"),
        ("en", "", "../"),
        ("en", "kommun/taby/", "../../../"),
        # Shown at any address, so from the path that the site stands at.
        ("sv", NOT_FOUND, "/vald/"),
    ],
)
def test_a_page_finds_the_sites_root_from_where_it_is(
    framer: Framer, editions: dict[str, Edition], code: str, path: str, root: str
) -> None:
    """So that the site may stand below another's address."""
    assert framer.root_url(editions[code].language, path) == root


def test_a_variant_leads_to_the_data_of_its_base_language(framer: Framer, easy: Edition) -> None:
    """It has no page of its own for a municipality."""
    urls = framer.urls(easy.language, "rad/polisanmalan/")
    assert (urls.language_url, urls.data_url) == ("../../../sv-simple/", "../../../")


def test_a_page_leads_to_its_other_languages_and_not_to_itself(
    framer: Framer, editions: dict[str, Edition]
) -> None:
    """Each by its own name in its own letters."""
    links = [Link(edition.language, "kommun/taby/") for edition in editions.values()]
    frame = framer.frame(editions["ar"], "kommun/taby/", links)
    assert [str(link) for link in frame.language_links] == [
        '<li><a href="../../../kommun/taby/" lang="sv" hreflang="sv" dir="ltr">Svenska</a></li>',
        '<li><a href="../../../en/kommun/taby/" lang="en" hreflang="en" dir="ltr">English</a></li>',
    ]


def test_search_engines_are_told_of_languages_and_not_of_variants(
    framer: Framer, editions: dict[str, Edition], easy: Edition
) -> None:
    """They know no subtag for lättläst. Swedish is for those whose language is not there."""
    links = [Link(edition.language, "") for edition in (*editions.values(), easy)]
    told = framer.frame(editions["sv"], "", links).alternates
    codes = ["sv", "en", "ar", "x-default"]
    assert [line.split('"')[3] for line in told.splitlines()] == codes
    assert 'hreflang="x-default" href="https://stod.example/vald/"' in told
    assert framer.frame(easy, "", links).alternates == ""


def test_the_guide_has_no_way_out_and_no_field_for_a_place(
    framer: Framer, swedish: Edition
) -> None:
    """It is for people at work. The start page has the field among its own words."""
    frames = {
        "guide": framer.frame(swedish, "starta/", [], guide=True),
        "start": framer.frame(swedish, "", []),
        "page": framer.frame(swedish, "kommun/taby/", []),
    }
    has = {name: (frame.exit_url is not None, frame.has_finder) for name, frame in frames.items()}
    assert has == {"guide": (False, False), "start": (True, False), "page": (True, True)}


def test_a_fixed_part_is_the_same_on_pages_at_one_depth_and_another_at_the_next(
    framer: Framer, swedish: Edition
) -> None:
    """It leads to the same pages from each."""

    def footer(path: str) -> str:
        fixed: Any = framer.names(swedish, framer.frame(swedish, path, []))["fixed"]
        return str(fixed("parts/footer"))

    assert footer("kommun/taby/") == footer("kommun/vara/")
    assert 'href="../../kommuner/"' in footer("kommun/taby/")
    assert 'href="../kommuner/"' in footer("sok/")
