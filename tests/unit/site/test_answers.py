"""What the search field answers from in one language, but for the names of places."""

import json

import pytest

from centres.site import load
from centres.site.site import Site
from helpers import ROOT, SETTINGS, TODAY
from prose_page import PAGE, add_easy_swedish, write_page

ADVICE = PAGE.replace("helps:", "search: [polisen, göra en anmälan, 'anmäl*']\n    helps:").replace(
    "## Sedan", "## Sedan {: #efter }\n\n    Sen.\n\n    ## Kan jag få vara anonym?"
)
ABOUT = "---\ntitle: Om\nreviewed: 2026-11-22\nsearch: [öppna data]\n---\n# Om sidan\n"
WORDS = "search:\n  stodlinjer/: [jour]\n  stodlinjer/#bris: [barnlinjen]\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the example with a page of advice in Swedish, in easy Swedish a start page."""
    root = add_easy_swedish(write_page(tmp_path_factory.mktemp("site"), ADVICE))
    for name in ("sv/om/index.md", "sv-simple/index.md"):
        write_page(root, ABOUT, name)
    (root / "locales/sv/search.yaml").write_text(WORDS, encoding="utf-8")
    return load.load(root, TODAY, SETTINGS, design=ROOT)


def part(site: Site, name: str) -> dict[str, object]:
    """Return one of the lists."""
    return json.loads(site.assets[name].text)  # type: ignore[no-any-return]


def topics(site: Site, code: str) -> dict[str, list[str]]:
    """Return the topics of a language, by their paths: title, first terms, the title's language."""
    lines = str(part(site, f"answers.{code}.json")["topics"]).split("\n")
    return {path: rest for path, *rest in (line.split("\t") for line in lines)}


def test_every_language_has_its_lists_but_a_variant_which_has_its_bases(site: Site) -> None:
    """And all share the names of places."""
    lists = {name for name in site.assets if name.endswith(".json")}
    of_languages = {
        f"{kind}.{code}.json" for kind in ("answers", "more") for code in ("sv", "en", "ar")
    }
    assert lists == {*of_languages, "places.json"}


def test_a_page_is_found_by_its_title_and_its_words_single_ones_first(site: Site) -> None:
    """Who writes one word waits least; a neutral title is shown, which the history may hold."""
    first = topics(site, "sv")
    more = part(site, "more.sv.json")
    at = list(first).index("rad/anmala/")
    assert first["rad/anmala/"] == ["Att anmäla", "anmal*|att anmala|polisen", ""]
    assert more["topics"][at] == "gora en anmalan"  # type: ignore[index]
    assert more["headings"][at] == {  # type: ignore[index]
        "": "hur anmaler jag",
        "efter": "sedan",
        "_2": "kan jag fa vara anonym",
    }
    assert first["om/"] == ["Om", "om", ""]
    assert "" not in first


def test_a_page_that_nobody_has_translated_is_found_with_its_swedish_title(site: Site) -> None:
    """Marked as Swedish; lines have Swedish names everywhere."""
    english = topics(site, "en")
    assert english["rad/anmala/"][0::2] == ["Att anmäla", "sv"]
    assert english["stodlinjer/#bris"][0::2] == ["Bris", "sv"]
    assert topics(site, "sv")["stodlinjer/#bris"][0::2] == ["Bris", ""]


def test_a_line_is_found_by_its_name_its_numbers_and_its_words(site: Site) -> None:
    """Numbers with and without blanks; what one needs leads to the list."""
    first, more = topics(site, "sv"), part(site, "more.sv.json")
    assert {"bris", "116 111"} <= set(first["stodlinjer/#bris"][1].split("|"))
    assert "116111" in first["stodlinjer/#bris"][1].split("|")
    assert more["topics"][list(first).index("stodlinjer/#bris")] == "barnlinjen"  # type: ignore[index]
    assert more["topics"][list(first).index("stodlinjer/")] == "jour"  # type: ignore[index]
    assert "jag mar daligt" in more["headings"][list(first).index("stodlinjer/")].values()  # type: ignore[index]


def test_municipalities_stand_by_their_codes_and_counties_begin_at_the_first_of_theirs(
    site: Site,
) -> None:
    """The names of places refer to them by that order."""
    names = str(part(site, "answers.sv.json")["municipalities"]).split("|")
    counties = part(site, "more.sv.json")["counties"]
    assert names[:2] == ["Upplands Väsby", "Vallentuna"]
    assert [(name, anchor, names[at]) for name, anchor, at in counties] == [  # type: ignore[attr-defined]
        ("Stockholms län", "stockholms-lan", "Upplands Väsby"),
        ("Södermanlands län", "sodermanlands-lan", "Eskilstuna"),
        ("Jönköpings län", "jonkopings-lan", "Gnosjö"),
        ("Skåne län", "skane-lan", "Malmö"),
        ("Västra Götalands län", "vastra-gotalands-lan", "Ale"),
    ]
    assert part(site, "answers.sv.json")["slugs"] == {}


def test_other_countries_lead_to_the_page_for_who_is_abroad_and_sweden_does_not(
    site: Site,
) -> None:
    """In the words of the language, and in Swedish and English."""
    for code, finland, sweden in (("sv", "finland", "sverige"), ("ar", "فنلندا", "السويد")):
        abroad = part(site, f"more.{code}.json")["abroad"]
        assert abroad["path"] == "rad/besok/"  # type: ignore[index]
        names = abroad["terms"].split("|")  # type: ignore[index]
        assert finland in names
        assert {"tyskland", "germany"} <= set(names)
        assert not {sweden, "sweden", "sverige"} & set(names)
        assert len(names) > 240


def test_a_name_that_is_a_word_of_the_pages_is_told(site: Site) -> None:
    """Vara is a municipality, and in Swedish a verb; ids and links are nobody's words."""
    assert part(site, "more.sv.json")["ordinary"] == ["vara"]
    assert part(site, "more.ar.json")["ordinary"] == []


def test_what_raises_a_card_comes_first(site: Site) -> None:
    """With its exceptions; terms are folded."""
    first = part(site, "answers.sv.json")
    assert set(first["cards"]) == {"suicide", "violence"}  # type: ignore[call-overload]
    assert "sjalvmord*" in first["cards"]["suicide"].split("|")  # type: ignore[index]
    assert isinstance(first["exceptions"], str)
