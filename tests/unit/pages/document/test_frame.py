"""What stands around a page, as seen from its address."""

from typing import Any

import pytest

from centres.data.model import Language
from centres.pages.document.frame import NOT_FOUND, Framer
from centres.pages.document.language_selector import LanguageSelector
from centres.pages.document.settings import Settings
from centres.pages.document.templates import Templates
from centres.pages.edition import Edition
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
    templates = Templates(ROOT / "templates")
    return Framer(settings, templates, {}, LanguageSelector(templates, []))


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
    """Beside its start page it has its places in its own folder, and nothing else of the data."""
    urls = framer.urls(easy.language, "rad/polisanmalan/")
    assert (urls.language_url, urls.data_url) == ("../../../sv-simple/", "../../../")


def test_the_guide_has_no_way_out_and_no_field_for_a_place(
    framer: Framer, swedish: Edition
) -> None:
    """It is for people at work. The start page has the field among its own words."""
    frames = {
        "guide": framer.frame(swedish, "starta/", [], guide=True),
        "start": framer.frame(swedish, "", []),
        "page": framer.frame(swedish, "kommun/taby/", []),
    }
    has = {name: (frame.exit_url is not None, frame.has_place) for name, frame in frames.items()}
    assert has == {"guide": (False, False), "start": (True, False), "page": (True, True)}


def test_a_variant_has_a_list_where_others_have_a_field_for_a_place(
    framer: Framer, easy: Edition
) -> None:
    """So every page leads there but the list itself."""
    has = {path: framer.frame(easy, path, []).has_place for path in ("", "kommuner/", "rad/a/")}
    assert has == {"": True, "kommuner/": False, "rad/a/": True}


def test_a_language_and_its_variants_are_called_the_same_to_an_interpreter(
    framer: Framer, editions: dict[str, Edition]
) -> None:
    """Nobody interprets to easy English."""
    english = editions["en"]
    variant = EASY | {"code": "en-simple", "variant_of": "en"}
    variant |= {"name": "Easy English", "name_in_swedish": "lättläst engelska"}
    easy_english = Edition(english.directory, Language.model_validate(variant), english.words)
    assert framer.frame(english, "", []).in_swedish == "engelska"
    assert framer.frame(easy_english, "", []).in_swedish == "engelska"


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


@pytest.mark.parametrize(
    ("path", "guide", "is_guide", "is_handbook"),
    [
        ("kommun/taby/", False, False, False),
        ("starta/kommun/taby/", True, True, True),
        ("data/", True, True, False),
    ],
    ids=["visitors", "municipalities", "whoever uses the data"],
)
def test_a_page_says_whom_it_is_for(
    framer: Framer,
    editions: dict[str, Edition],
    path: str,
    guide: bool,
    is_guide: bool,
    is_handbook: bool,
) -> None:
    """Only the handbook has its name in the bar."""
    frame = framer.frame(editions["sv"], path, [], guide=guide)
    assert (frame.is_guide, frame.is_handbook) == (is_guide, is_handbook)
