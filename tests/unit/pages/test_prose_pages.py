"""Pages of prose: what is filled in, what stands at the foot, and what there is to read."""

import re
from pathlib import Path

import pytest

from centres.errors import PageError
from centres.pages.prose_pages import ProsePage
from centres.site import load
from centres.site.site import Site
from helpers import ROOT, SETTINGS, TODAY
from prose_page import PAGE, write_page

PATH = "rad/anmala/"


def site(root: Path, text: str = PAGE) -> Site:
    """Return the site of the example with one page of prose, in Swedish and English."""
    write_page(root, text)
    return load.load(root, TODAY, SETTINGS, frozenset({"sv", "en"}), design=ROOT)


def page(site: Site, code: str) -> ProsePage:
    """Return what the page shows in a language."""
    values = site.prose_pages.page(site.editions[code], PATH).values
    assert isinstance(values, ProsePage)
    return values


def test_a_page_has_its_sources_at_its_foot_with_the_headings_that_they_stand_behind(
    tmp_path: Path,
) -> None:
    """Neither number nor mark stands in the text."""
    shown = page(site(tmp_path), "sv")
    (source,) = shown.sources
    assert {str(heading) for heading in source.headings} == {"Hur anmäler jag?", "Sedan"}
    assert "bilaga-2" not in shown.html
    assert "#malsagande" in shown.html


def test_a_page_that_nobody_has_translated_is_the_swedish_one_and_not_indexed(
    tmp_path: Path,
) -> None:
    """Its heading is marked as Swedish, and who helps is said as on the Swedish page."""
    made = site(tmp_path)
    shown = page(made, "en")
    assert shown.is_fallback
    assert shown.heading == '<bdi lang="sv">Hur anmäler jag?</bdi>'
    assert [card.helpline.id for card in shown.helps] == ["kvinnofridslinjen"]
    assert made.prose_pages.page(made.editions["en"], PATH).indexed is None
    assert made.prose_pages.page(made.editions["sv"], PATH).indexed


def test_on_a_page_for_who_cannot_talk_nobody_is_to_be_called_and_the_first_stands_at_the_top(
    tmp_path: Path,
) -> None:
    """The lines for all are named too: what is said elsewhere of them begins with their numbers."""
    silent = PAGE.replace("helps:", "first: kvinnofridslinjen\n    silent: true\n    helps:")
    made = site(tmp_path, silent)
    shown = page(made, "en")
    assert shown.first
    cards = [shown.first, *shown.helps]
    assert {
        card.helpline.id: [button.channel.kind for button in card.buttons] for card in cards
    } == {
        "kvinnofridslinjen": ["chat"],
        "bris": ["sms", "chat"],
        "brottsofferjouren": ["chat", "mail"],
    }
    document = made.at(PATH) or ""
    assert document.index("kvinnofridslinjen.se") < document.index("Du är")
    assert set(re.findall('href="(tel:[^"]*)', document)) == {"tel:112"}


def test_what_there_is_to_read_stands_under_its_heading_with_the_glossary_beside_it(
    tmp_path: Path,
) -> None:
    """A heading without pages is left out."""
    made = site(tmp_path)
    (shelf,) = made.prose_pages.shelves(made.editions["sv"])
    assert shelf.heading == "Polis, rättegång och pengar"
    assert [reading.path for reading in shelf.readings] == [PATH, "rad/ordlista/"]


@pytest.mark.parametrize("asked", ["{{ figures.centers }}", "{{ number(1) }}"])
def test_prose_that_asks_for_what_the_data_lacks_is_named_with_its_file(
    tmp_path: Path, asked: str
) -> None:
    """Instead of a hole in a sentence."""
    made = site(tmp_path, PAGE.replace("Det står i lagen", asked))
    with pytest.raises(PageError, match=r"^content/sv/rad/anmala\.md: "):
        made.prose_pages.html(made.editions["sv"], PATH)
