"""A whole document: refused calls, its title, and the address for search engines."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from centres.errors import PageError
from centres.pages.document.document import DocumentMaker, refuse_unsafe_calls
from centres.pages.document.frame import Framer
from centres.pages.document.language_selector import LanguageSelector
from centres.pages.document.settings import Settings
from centres.pages.document.templates import Templates
from centres.pages.edition import Edition
from centres.pages.page import Page
from helpers import ROOT


@dataclass(frozen=True)
class Note:
    """A page with one text."""

    template: ClassVar[str] = "note.html"
    text: str


@pytest.fixture
def maker(tmp_path: Path) -> DocumentMaker:
    """Return what makes documents of a template that prints its head and its text."""
    head = "{{ head.title }}|{{ head.canonical }}|{{ page.text }}"
    (tmp_path / "note.html").write_text(head, encoding="utf-8")
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/languages.html").write_text("", encoding="utf-8")
    settings = Settings("https://stod.example/", "https://www.smhi.se/")
    templates = Templates(tmp_path)
    framer = Framer(settings, templates, {}, LanguageSelector(templates, []))
    return DocumentMaker(framer, ROOT / "theme")


@pytest.mark.parametrize(
    "html",
    [
        '<a href="tel:#31#0855557238">',
        '<a href="tel:%2331%230855557238">',
        '<a href="tel:*31#0855557238">',
        '<a href="tel:08-555 572 38">',
        '<a href="tel:">',
        "<p>Ring #31# först",
    ],
)
def test_a_call_that_would_show_the_number_stops_the_build(html: str) -> None:
    """Phones cut a link at #, or do not dial it, and she believed her number hidden."""
    with pytest.raises(PageError) as told:
        refuse_unsafe_calls(html, "kommun/taby/")
    assert str(told.value).startswith("/kommun/taby/: a call that phones do not dial as meant: ")


def test_a_call_with_digits_and_a_whole_string_to_dial_are_let_through() -> None:
    """With a plus or without."""
    refuse_unsafe_calls('<a href="tel:+46855557238"><a href="tel:112"> #31#0855557238', "")


def test_a_title_says_the_sites_name_last_and_the_start_page_says_it_once(
    maker: DocumentMaker, editions: dict[str, Edition]
) -> None:
    """What stands in the history is a place."""
    page = maker.document(Page("kommun/taby/", "Täby", Note("")), editions["sv"], [])
    assert page == "Täby – Stöd nära dig|https://stod.example/kommun/taby/|"
    start = maker.document(Page("", "Stöd nära dig", Note("")), editions["sv"], [])
    assert start == "Stöd nära dig|https://stod.example/|"


def test_a_page_that_has_moved_tells_search_engines_of_its_successor(
    maker: DocumentMaker, editions: dict[str, Edition]
) -> None:
    """In its own language."""
    page = Page("stodcentrum/a/", "A", Note(""), leads_to="stodcentrum/taby/")
    html = maker.document(page, editions["en"], [])
    assert html.split("|")[1] == "https://stod.example/en/stodcentrum/taby/"


def test_a_page_made_of_hostile_data_is_text_or_refused(
    maker: DocumentMaker, editions: dict[str, Edition]
) -> None:
    """A value is escaped, and a bare #31# is another command to the phone."""
    html = maker.document(Page("a/", "A", Note("<script>")), editions["sv"], [])
    assert html.endswith("|&lt;script&gt;")
    with pytest.raises(PageError, match="phones do not dial"):
        maker.document(Page("a/", "A", Note("#31#")), editions["sv"], [])
