"""A centre that closes or is taken over keeps its address; an untranslated page is there too."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from built import copied, mkdocs
from centres.i18n import Words
from helpers import DIRECTORY, FOLDERS, LANGUAGES, LATEST, VARIANTS
from links import broken_links

CLOSED, MOVED = DIRECTORY.centres[0], DIRECTORY.centres[1]
SUCCESSOR = DIRECTORY.centres[2]
# A page that one translator has not come to yet.
UNTRANSLATED = "rad/rattegang"
UNTRANSLATED_GUIDE = ("index", "modeller")


def without(text: str, name: str) -> str:
    """centres.yaml without the entry `name`."""
    return re.sub(rf"^- id: {name}\n(?:(?!- id:).*\n)*", "", text, flags=re.MULTILINE)


def entry(centre: object, moved_to: str) -> str:
    return (
        f"- id: {centre.id}\n  name: {centre.name}\n  moved_to: {moved_to}\n"
        f"  municipalities: [{', '.join(centre.municipalities)}]\n"
        f"  date: {LATEST}\n  source: centret\n  checked: {LATEST}\n"
    )


def with_more_to_serve(text: str) -> str:
    """centres.yaml where the successor serves the other's municipalities too, by its own word."""
    start = text.index(f"- id: {SUCCESSOR.id}\n")
    before, its = text[:start], text[start:]
    served = ", ".join(SUCCESSOR.municipalities)
    more = ", ".join((*SUCCESSOR.municipalities, *MOVED.municipalities))
    its = its.replace(f"[{served}]", f"[{more}]", 1)
    its = re.sub(r"^  source: .*$", "  source: centret", its, count=1, flags=re.MULTILINE)
    return before + re.sub(
        r"^  checked: .*$", f"  checked: {LATEST}", its, count=1, flags=re.MULTILINE
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site after one centre has closed and another has been taken over."""
    root = copied(tmp_path_factory.mktemp("retired"))
    path = root / "data/centres.yaml"
    text = without(without(path.read_text(encoding="utf-8"), CLOSED.id), MOVED.id)
    path.write_text(with_more_to_serve(text), encoding="utf-8")
    gone = entry(CLOSED, "none") + "\n" + entry(MOVED, SUCCESSOR.id)
    retired = root / "data/retired.yaml"
    # Ids of the first centres come before those of any that have closed in the real data.
    retired.write_text(f"{gone}\n{retired.read_text(encoding='utf-8')}", encoding="utf-8")
    (root / f"content/ar/{UNTRANSLATED}.md").unlink()
    for name in UNTRANSLATED_GUIDE:
        (root / f"content/en/starta/{name}.md").unlink()
    done = mkdocs(root / "site", root, SITE_URL="https://stod.example/")
    assert done.returncode == 0, done.stderr
    return root / "site"


def page(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html.parser")


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS.keys())
def test_the_address_of_a_centre_taken_over_leads_to_its_successor(site: Path, folder: str) -> None:
    """By itself, and by a link for whoever's browser does not follow."""
    address = f"{folder}stodcentrum/{MOVED.id}"
    found = page(site, address)
    refresh = found.select_one('meta[http-equiv="refresh"]')["content"]
    seconds, target = refresh.split("; url=")
    assert seconds == "0"
    assert [one["href"] for one in found.select("main a")] == [target]
    there = (site / address / target).resolve()
    assert there == (site / folder / "stodcentrum" / SUCCESSOR.id).resolve()
    assert (there / "index.html").exists()
    canonical = found.select_one("link[rel=canonical]")["href"]
    assert canonical == f"https://stod.example/{folder}stodcentrum/{SUCCESSOR.id}/"
    assert f"/{address}/" not in (site / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS.keys())
def test_the_address_of_a_closed_centre_says_so_and_who_helps_instead(
    site: Path, folder: str
) -> None:
    """Its municipality's page, the pair for every age, 112, since when, and how we know."""
    found = page(site, f"{folder}stodcentrum/{CLOSED.id}").main
    calls = [one["href"] for one in found.select('a[href^="tel:"]')]
    assert calls == ["tel:116111", "tel:116006", "tel:112"]
    (town,) = [one for one in DIRECTORY.municipalities if one.name in CLOSED.municipalities]
    assert found.select_one(f'a[href$="kommun/{town.slug}/"]').get_text() == town.name
    assert found["data-centre"] == ""
    assert not any(phone.number in found.get_text() for phone in CLOSED.phones)


def test_a_closed_centre_says_it_in_words(site: Path) -> None:
    """The day and the source."""
    text = " ".join(page(site, f"stodcentrum/{CLOSED.id}").main.get_text(" ").split())
    assert "Stödcentrumet har stängt. Du kan få stöd ändå." in text
    assert "Centret stängde " in text
    assert "Källa: Uppgift från centret, Centret, " in text


def test_its_municipality_has_no_centre_any_more(site: Path) -> None:
    """Its own page says what there is instead."""
    (town,) = [one for one in DIRECTORY.municipalities if one.name in CLOSED.municipalities]
    found = page(site, f"kommun/{town.slug}").main
    assert found["data-centre"] == ""
    text = " ".join(found.get_text(" ").split())
    # The review said that there was one: that there is none now is known from elsewhere.
    assert "Att det inte finns något stödcentrum här kommer från: Uppgift från centret," in text
    assert "nationell granskning" not in text


def test_a_page_that_nobody_has_translated_is_shown_in_swedish_and_says_so(site: Path) -> None:
    """Never as if it were in the other language; its own words in that language."""
    found = page(site, f"ar/{UNTRANSLATED}")
    assert (found.html["lang"], found.html["dir"]) == ("ar", "rtl")
    borrowed = found.main.select_one('div[lang="sv"][dir="ltr"]')
    assert borrowed.h1.get_text() == page(site, UNTRANSLATED).h1.get_text()
    assert "لم يترجم أحد هذه الصفحة بعد" in found.main.get_text()
    links = {one["lang"] for one in page(site, UNTRANSLATED).select(".top nav a")}
    assert links == {*LANGUAGES, *VARIANTS} - {"sv"}


@pytest.mark.parametrize("path", ["starta", "starta/modeller"])
def test_a_page_of_the_guide_that_nobody_has_translated_is_swedish_and_says_so(
    site: Path, path: str
) -> None:
    """The menu and the whole guide have it too; no link of the English pages leads nowhere."""
    found = page(site, f"en/{path}")
    assert found.html["lang"] == "en"
    borrowed = found.select_one('article div[lang="sv"]')
    assert borrowed.h1.get_text() == page(site, path).h1.get_text()
    assert "Nobody has translated this page yet" in found.select_one("article").get_text()
    menu = found.select_one(".guide-nav [aria-current]")
    assert menu["lang"] == "sv"
    headings = [one.get_text() for one in page(site, "en/starta/hela").select("h2.chapter")]
    assert borrowed.h1.get_text() in headings


def test_the_guide_says_of_a_closed_centre_what_visitors_pages_say(site: Path) -> None:
    """That there is none now, from whoever said so, and from that day: not from the old review."""
    name = CLOSED.municipalities[0]
    slug = next(one.slug for one in DIRECTORY.municipalities if one.name == name)
    found = page(site, f"starta/kommun/{slug}").main
    assert found["data-centre"] == ""
    text = " ".join(found.get_text(" ").split())
    source = DIRECTORY.sources["centret"]
    assert f"Källa: {source.title}, {source.publisher}" in text
    day = found.find(id="text-sv").get_text().rpartition("Uppgifterna är från ")[2]
    assert day == f"{Words('sv').day(LATEST)}."
    assert CLOSED.phones[0].number not in text


def test_every_link_still_leads_somewhere(site: Path) -> None:
    """All pages, all languages."""
    assert broken_links(site) == []
