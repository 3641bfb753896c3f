"""The pages of places in a variant: short, to its own pages, and never more than the data say."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from centres.content import prose
from centres.data.directory import Directory
from centres.pages.directory import easy
from centres.pages.directory.all_pages import pages as all_pages
from centres.pages.edition import Edition
from centres.pages.page import Reading
from centres.site import load
from centres.site.site import Site
from helpers import DIRECTORY as REAL
from helpers import ROOT, SETTINGS, TODAY
from prose_page import PAGE, add_easy_swedish, write_page

# What is promised of a line, where the data say so.
ALWAYS = "De svarar hela dagen och hela natten."
FREE = "Det kostar inget att ringa."
NAMELESS = "Du behöver inte säga vad du heter."
INTERPRETER = "Du kan få en tolk som översätter."
START = "---\ntitle: Stöd\nreviewed: 2026-11-22\n---\n# Hej\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the example in Swedish and easy Swedish, which has its start page and one more."""
    root: Path = add_easy_swedish(write_page(tmp_path_factory.mktemp("site"), PAGE))
    write_page(root, START, "sv-simple/index.md")
    write_page(root, START.replace("# Hej", "# Så anmäler du"), "sv-simple/rad/anmala.md")
    return load.load(root, TODAY, SETTINGS, frozenset({"sv", "sv-simple"}), design=ROOT)


def page(site: Site, address: str) -> LexborHTMLParser:
    """Return a page without styles and scripts."""
    html = site.at(address)
    assert html is not None
    parsed = LexborHTMLParser(html)
    parsed.strip_tags(["script", "style", "svg"])
    return parsed


def sentences(site: Site, address: str, selector: str) -> list[list[str]]:
    """Return the lines of each element that a CSS selector matches: each a sentence."""
    return [
        [" ".join(line.split()) for line in one.text().strip().splitlines()]
        for one in page(site, address).css(selector)
    ]


def hrefs(parsed: LexborHTMLParser, selector: str) -> list[str]:
    """Return where the links that a CSS selector matches lead."""
    return [link.attributes.get("href") or "" for link in parsed.css(selector)]


def test_a_variant_has_a_list_and_a_page_of_each_place_at_the_paths_of_its_base(
    swedish: Edition,
) -> None:
    """So a language is changed without the place being lost."""
    base = {one.path for one in all_pages(swedish, [])}
    made = [one.path for one in easy.pages(swedish, [])]
    places = [f"kommun/{place.slug}/" for place in swedish.directory.municipalities]
    assert made == ["kommuner/", *places]
    assert easy.paths(swedish.directory) == {*made}
    assert {*made} < base


def test_a_page_of_a_place_has_its_centre_its_contact_and_what_the_variant_has_to_read(
    swedish: Edition,
) -> None:
    """One without a centre, or that nobody knows how to reach, has a page as well."""
    readings = [Reading("rad/anmala/", swedish.words.html("Så anmäler du"))]
    found = {}
    for place in swedish.directory.municipalities:
        made = easy.municipality_page(swedish, place, readings)
        assert isinstance(made.values, easy.EasyMunicipalityPage)
        assert (made.title, made.values.readings, made.indexed) == (place.name, readings, None)
        assert not made.is_reviewed
        card, contact = made.values.card, made.values.contact
        found[place.name] = (card.centre.id if card else "", contact.host if contact else "")
    assert found["Täby"] == ("taby", "www.taby.se")
    assert found["Vara"] == ("", "www.vara.se")
    served = swedish.directory.centre_of
    for place in swedish.directory.municipalities:
        assert bool(found[place.name][0]) == (place.code in served)


def test_each_sentence_has_a_line_of_its_own_and_the_age_is_said_as_surely_as_it_is_known(
    site: Site,
) -> None:
    """A limit from a source without a date is about; an unknown one is asked for."""
    said = {
        slug: sentences(site, f"sv-simple/kommun/{slug}/", ".first .who p")
        for slug in ("taby", "goteborg", "gnosjo")
    }
    first = "Där kan du prata med någon."
    assert said == {
        "taby": [
            [
                first,
                "Det är för barn och unga, ungefär mellan 10 och 20 år.",
                "Är du osäker? Fråga.",
            ]
        ],
        "goteborg": [[first, "Det är för alla, unga och gamla."]],
        "gnosjo": [
            [
                first,
                "Det är för barn och unga.",
                "Ofta får du komma till och med 21 år.",
                "Är du osäker? Fråga.",
            ]
        ],
    }


def test_the_three_lines_are_said_to_be_for_those_whom_the_data_name(
    site: Site, directory: Directory
) -> None:
    """The sentences stand in a template: here they are held to the data."""
    cards = sentences(site, "sv-simple/kommun/vara/", ".card:not(.first) .who p")
    assert cards == [
        [
            "Kvinnofridslinjen är för kvinnor.",
            "Du kan också få hjälp om det gäller en kvinna nära dig.",
            *(ALWAYS, NAMELESS, INTERPRETER),
        ],
        ["Bris är för dig som är under 18 år.", *(ALWAYS, FREE, NAMELESS)],
        [
            "Brottsofferjouren är för alla, unga och gamla.",
            "Du kan också få hjälp om du har sett något hända.",
            *(FREE, NAMELESS),
        ],
    ]
    women, young, everybody = (
        directory.lines[name].for_whom
        for name in ("kvinnofridslinjen", "bris", "brottsofferjouren")
    )
    assert women.startswith("Kvinnor")
    assert "anhöriga" in women
    assert young.startswith("Du som är under 18 år")
    assert "vittne" in everybody.casefold()


def test_a_line_that_a_page_of_the_variant_shows_has_sentences_with_the_ages_of_the_data() -> None:
    """What the data say of whom a line is for is not written for readers of the variant."""
    template = (ROOT / "templates/easy/said.html").read_text(encoding="utf-8")
    said = dict(re.findall(r'line\.id == "([^"]+)" %}\n(.*?)(?={% el)', template, re.DOTALL))
    pages, _ = prose.read(ROOT, ["sv", "sv-simple"])
    by_address = prose.by_address(pages)
    swedish = [by_address.get(("sv", one.path)) for one in pages if one.language == "sv-simple"]
    shown = {name for one in swedish if one for name in one.matter.helps}
    assert shown - said.keys() == set()
    for name, sentences_of_it in said.items():
        ages = set(re.findall(r"\d+", sentences_of_it))
        assert ages <= set(re.findall(r"\d+", REAL.lines[name].for_whom)), name


def test_the_frame_leads_to_the_pages_that_somebody_has_written_for_the_variant(
    site: Site,
) -> None:
    """What can be seen afterwards is read by those who need it easy as well."""
    assert hrefs(page(site, "sv-simple/kommun/vara/"), ".trace a") == ["../../../om/integritet/"]
    written = replace(
        site.documents.framer,
        of_variants={"sv-simple": frozenset({"om/integritet/"})},
        shared={},
    )
    frame = written.frame(site.editions["sv-simple"], "kommun/vara/", [])
    assert frame.to("om/integritet/") == "../../../sv-simple/om/integritet/"
    assert frame.to("om/") == "../../../om/"


def test_links_stay_in_the_variant_where_it_has_the_page_and_else_lead_to_its_base(
    site: Site,
) -> None:
    """The last of what there is to read is the ordinary page of the same place."""
    taby, places = page(site, "sv-simple/kommun/taby/"), page(site, "sv-simple/kommuner/")
    assert hrefs(taby, "a.place") == ["../../../sv-simple/kommuner/"]
    assert hrefs(taby, ".top nav a") == ["../../../kommun/taby/"]
    assert hrefs(taby, "h2 ~ .rows:last-child a") == [
        "../../../sv-simple/rad/anmala/",
        "../../../kommun/taby/",
    ]
    assert hrefs(places, "a.place") == []
    assert "../../sv-simple/kommun/taby/" in hrefs(places, ".az a")
    ordinary = page(site, "kommun/taby/")
    assert hrefs(ordinary, ".top nav a") == ["../../sv-simple/kommun/taby/"]
    assert hrefs(ordinary, "a.place") == ["../../#ort"]


def test_a_line_that_a_page_of_the_variant_shows_has_a_heading_that_is_easy_to_read() -> None:
    """Its own, or the data's where that is easy: about anything, and advice on care."""
    said = (ROOT / "templates/easy/said.html").read_text(encoding="utf-8")
    titles = (ROOT / "templates/easy/titles.html").read_text(encoding="utf-8")
    shown = set(re.findall(r'line\.id == "([^"]+)"', said))
    own = set(re.findall(r'^ "([^"]+)": _\(', titles, re.MULTILINE))
    assert own <= REAL.lines.keys()
    helpers_to_call = {"texttelefoni", "bildtelefoni", "teletal"}
    assert shown - own == {"bris", "1177", *helpers_to_call}
