"""Prose in every language: each page with what a page needs."""

import re
from pathlib import Path

import pytest

from centres import prose
from centres.words import Words
from helpers import LANGUAGES, ROOT

PAGES = sorted((ROOT / "content").rglob("*.md"))
READ, WRONG = prose.read(ROOT, list(LANGUAGES))


def test_every_page_has_front_matter_that_can_be_read() -> None:
    """Title, the day it was read through, and nothing that nobody knows."""
    assert [one.said(Words("sv")) for one in WRONG] == []
    assert len(READ) == len(PAGES)


@pytest.mark.parametrize("page", READ, ids=lambda page: page.name)
def test_a_page_has_its_title_for_a_heading(page: prose.Prose) -> None:
    """The title stands in the browser's list of pages, the heading on the page."""
    plain = re.sub(r"<[^>]+>", "", page.body)
    assert plain.lstrip().startswith(f"# {page.matter.title}\n")


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "sv"])
def test_a_page_in_another_language_has_a_swedish_page(language: str) -> None:
    """The same paths, so that a page leads to itself in the other languages.

    One that is missing is shown in Swedish, and `centres check` says so: it stops nobody.
    """
    swedish = {page.path: page.matter.face for page in READ if page.language == "sv"}
    pages = {page.path: page.matter.face for page in READ if page.language == language}
    assert pages.items() <= swedish.items()
    if language not in prose.GUIDE_LANGUAGES:
        assert "guide" not in pages.values()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_numbers_that_the_data_knows_are_never_typed(path: Path) -> None:
    """Counts come from {{ figures }}: they change when a centre opens."""
    text = re.sub(r"\{\{.*?\}\}|https?://\S+", "", path.read_text(encoding="utf-8"))
    assert re.findall(r"(?<![\d-])(?:28|42|248|290)(?![\d%-])", text) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_number_to_call_dials_what_it_says(path: Path) -> None:
    """The link and the text are the same digits."""
    calls = re.findall(r"\[([^\]]+)\]\(tel:([^)]+)\)", path.read_text(encoding="utf-8"))
    for said, dialled in calls:
        assert re.sub(r"\D", "", re.sub(r"<[^>]+>", "", said)) == dialled
