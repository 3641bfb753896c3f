"""What pages say of a change before, on and after its day, in every language."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from centres.site import load
from centres.site.open_data import publication
from centres.site.site import Site
from helpers import ROOT, SETTINGS, copy_locales
from prose_page import PAGE, add_easy_swedish, write_page

SAID = "source: centret, checked: 2026-11-20"
BEFORE, EVE, DAY, AFTER = (
    date(2026, 11, 22),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2027, 3, 1),
)
# At New Year: Vara gets Lund's centre, Österåker leaves Täby's, Gnosjö's closes until February,
# Botkyrka's becomes part of Malmö's, and Borås's is called something else.
CHANGES = (
    ("[Lund]", f"[Lund, {{name: Vara, from: 2027-01-01, {SAID}}}]"),
    ("Österåker]", f"{{name: Österåker, to: 2026-12-31, {SAID}}}]"),
    ("[Malmö]", f"[Malmö, {{name: Botkyrka, from: 2027-01-01, {SAID}}}]"),
    (
        "  name_is: description\n",
        "  name_is: description\n  renamed: {to: Stödcentrum Sjuhärad, name_is: official, "
        f"from: 2027-01-01, {SAID}}}\n",
    ),
)
CLOSED = """
- id: botkyrka
  name: Stödcentrum för unga brottsutsatta
  moved_to: malmo
  municipalities: [Botkyrka]
  date: 2027-01-01
  source: centret
  checked: 2026-11-20

- id: gnosjo
  name: Stödcentrum
  moved_to: none
  municipalities: [Gnosjö]
  date: 2027-01-01
  reopens: 2027-02-01
  source: centret
  checked: 2026-11-20
"""
EASY_START = "---\ntitle: Stöd\nreviewed: 2026-11-22\n---\n# Hej\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root: Path = add_easy_swedish(write_page(tmp_path_factory.mktemp("site"), PAGE))
    write_page(root, EASY_START, "sv-simple/index.md")
    copy_locales(root)
    centres = root / "data/centres.yaml"
    text = centres.read_text(encoding="utf-8")
    for old, new in CHANGES:
        assert old in text
        text = text.replace(old, new, 1)
    centres.write_text(text, encoding="utf-8")
    with (root / "data/retired.yaml").open("a", encoding="utf-8") as file:
        file.write(CLOSED)
    return root


@pytest.fixture(scope="module")
def sites(root: Path) -> "Sites":
    return Sites(root)


class Sites:
    """The example on different days, each made once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.on = cache(self._on)

    def _on(self, day: date) -> Site:
        return load.load(self._root, day, SETTINGS, design=ROOT)

    def said(self, day: date, address: str) -> list[str]:
        """Return what a page says of what is to come, or has: each sentence."""
        page = self.page(day, address)
        return [" ".join(one.text().split()) for one in page.css(".coming")]

    def page(self, day: date, address: str) -> Any:
        """Return the page at an address on a day."""
        html = self.on(day).at(address)
        assert html is not None, address
        return LexborHTMLParser(html)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "kommun/vara/",
            "Från och med 1 januari 2027 finns ett stödcentrum som hjälper dig här: Stödcentrum "
            "(Lund).",
        ),
        (
            "en/kommun/vara/",
            "From 1 January 2027 there is a support centre that helps you here: Stödcentrum "
            "(Lund).",
        ),
        (
            "ar/kommun/vara/",
            "ابتداءً من 1 يناير (كانون الثاني) 2027 يوجد هنا مركز دعم يساعدك: Stödcentrum (Lund).",
        ),
        (
            "sv-simple/kommun/vara/",
            "Den 1 januari 2027 öppnar ett stödcentrum. Det heter Stödcentrum (Lund). Då kan du få "
            "hjälp där.",
        ),
        (
            "starta/kommun/vara/",
            "Från och med 1 januari 2027 finns ett stödcentrum som hjälper dig här: Stödcentrum "
            "(Lund).",
        ),
        (
            "kommun/osteraker/",
            "Från och med 1 januari 2027 finns inget stödcentrum här. Du kan få hjälp ändå.",
        ),
        (
            "sv-simple/kommun/osteraker/",
            "Den 1 januari 2027 stänger stödcentrumet. Du kan få hjälp ändå.",
        ),
        (
            "kommun/botkyrka/",
            "Från och med 1 januari 2027 är det i stället Stödcentrum (Malmö) som hjälper dig.",
        ),
        ("kommun/boras/", "Från och med 1 januari 2027 heter centret Stödcentrum Sjuhärad."),
        ("en/kommun/boras/", "From 1 January 2027 the centre is called Stödcentrum Sjuhärad."),
        (
            "stodcentrum/lund/",
            "Från och med 1 januari 2027 är centret också till för dig som bor här:",
        ),
        (
            "stodcentrum/taby/",
            "Från och med 1 januari 2027 är centret inte längre till för dig som bor här. Så kan "
            "du få hjälp då:",
        ),
        (
            "stodcentrum/botkyrka/",
            "Centret stänger 1 januari 2027. Sedan är det Stödcentrum (Malmö) som hjälper dig.",
        ),
        (
            "en/stodcentrum/gnosjo/",
            "The centre closes on 1 January 2027. You can still get support. What there will be "
            "where you live:",
        ),
    ],
)
@pytest.mark.parametrize("day", [BEFORE, EVE])
def test_a_page_says_beforehand_what_is_decided(
    sites: Sites, day: date, address: str, said: str
) -> None:
    """Up to the last day before, and on it no more."""
    assert said in sites.said(day, address)
    if sites.on(DAY).at(address):
        assert said not in sites.said(DAY, address)


@pytest.mark.parametrize(
    ("address", "before", "after"),
    [
        ("kommun/vara/", "", "lund"),
        ("kommun/osteraker/", "taby", ""),
        ("kommun/botkyrka/", "botkyrka", "malmo"),
        ("kommun/gnosjo/", "gnosjo", ""),
        ("ar/kommun/botkyrka/", "botkyrka", "malmo"),
        ("sv-simple/kommun/botkyrka/", "botkyrka", "malmo"),
        ("starta/kommun/botkyrka/", "botkyrka", "malmo"),
    ],
)
def test_a_municipality_has_one_centre_until_the_day_and_another_from_it(
    sites: Sites, address: str, before: str, after: str
) -> None:
    """Nothing was committed between."""
    found = {
        day: sites.page(day, address).css_first("[data-centre]").attributes.get("data-centre") or ""
        for day in (BEFORE, EVE, DAY)
    }
    assert found == {BEFORE: before, EVE: before, DAY: after}


def test_a_municipality_that_left_says_since_when_and_how_we_know(sites: Sites) -> None:
    """Also much later: it is the record of it."""
    for day in (DAY, AFTER):
        assert sites.said(day, "kommun/osteraker/") == ["Så är det sedan 1 januari 2027."]
        fold = sites.page(day, "kommun/osteraker/").css_first("details.certain").text()
        assert "inget stödcentrum" in fold
        assert "20 november 2026" in fold
    assert sites.said(DAY, "en/kommun/osteraker/") == ["It has been so since 1 January 2027."]
    assert sites.said(DAY, "sv-simple/kommun/osteraker/") == [
        "Det har varit så sedan 1 januari 2027."
    ]


def test_the_addresses_of_centres_that_end_lead_on_from_the_day(sites: Sites) -> None:
    """To the successor, or to who helps instead and when it opens again."""
    assert "Sidan har flyttat" not in sites.page(EVE, "stodcentrum/botkyrka/").body.text()
    assert "Sidan har flyttat" in sites.page(DAY, "stodcentrum/botkyrka/").body.text()
    closed = sites.page(DAY, "stodcentrum/gnosjo/").body.text()
    assert "Stödcentrumet har stängt. Du kan få stöd ändå." in closed
    assert sites.said(DAY, "stodcentrum/gnosjo/") == ["Centret öppnar igen 1 februari 2027."]
    assert sites.said(AFTER, "stodcentrum/gnosjo/") == []
    assert "har stängt" not in sites.page(AFTER, "stodcentrum/gnosjo/").body.text()


def test_lists_maps_and_figures_are_those_of_the_day(sites: Sites) -> None:
    """A centre that has ended is not counted, nor is its municipality unless it has another."""
    figures = {day: sites.on(day).directory.figures for day in (EVE, DAY, AFTER)}
    assert [(one["centres"], one["served"]) for one in figures.values()] == [
        (10, 14),
        (8, 13),
        (9, 14),
    ]
    for address, mark in (("kommuner/", ".az a.has"), ("kommuner/karta/", "svg a:not([tabindex])")):
        named = {
            day: " ".join(one.text() for one in sites.page(day, address).css(mark))
            for day in (EVE, DAY)
        }
        assert ("Österåker" in named[EVE], "Vara" in named[EVE]) == (True, False)
        assert ("Österåker" in named[DAY], "Vara" in named[DAY]) == (False, True)


def test_a_new_name_is_said_with_its_source_from_the_day(sites: Sites) -> None:
    """The fold says how we know it."""
    assert sites.page(EVE, "stodcentrum/boras/").css_first("h1").text() == "Stödcentrum i Borås"
    page = sites.page(DAY, "stodcentrum/boras/")
    assert page.css_first("h1").text() == "Stödcentrum Sjuhärad"
    assert "Uppgift från centret" in page.css_first("details.certain").text()


def test_open_data_has_the_days_and_what_is_decided(sites: Sites) -> None:
    """As HSDS names them; what has happened is a decision no more."""
    before, after = (publication(sites.on(day).directory) for day in (EVE, DAY))
    changes = {(one["centre"], one["kind"]): one for one in before["changes"]}
    assert set(changes) == {
        ("boras", "renamed"),
        ("botkyrka", "closes"),
        ("gnosjo", "closes"),
        ("gnosjo", "opens"),
        ("lund", "joins"),
        ("malmo", "joins"),
        ("taby", "leaves"),
    }
    assert changes["botkyrka", "closes"] == {
        "valid_from": "2027-01-01",
        "centre": "botkyrka",
        "kind": "closes",
        "municipalities": [{"code": "0127", "name": "Botkyrka"}],
        "name": None,
        "moved_to": "malmo",
        "source": "centret",
        "checked": "2026-11-20",
    }
    assert [(one["centre"], one["kind"]) for one in after["changes"]] == [("gnosjo", "opens")]
    (lund,) = (one for one in after["centres"] if one["id"] == "lund")
    assert lund["municipalities"][1] == {
        "code": "1470",
        "name": "Vara",
        "valid_from": "2027-01-01",
        "valid_to": None,
        "source": "centret",
        "checked": "2026-11-20",
    }
