"""Prose in every language: the same pages, each with what a page needs."""

import datetime
import re
from pathlib import Path

import pytest
import yaml

from helpers import LANGUAGES, ROOT

PAGES = sorted((ROOT / "content").rglob("*.md"))
# The guide is for municipalities and people who reuse the data: Swedish and English (design, 1).
GUIDE_LANGUAGES = {"sv", "en"}


def front_matter(path: Path) -> dict[str, object]:
    return yaml.safe_load(path.read_text(encoding="utf-8").split("---")[1])


def paths(language: str, face: str) -> set[str]:
    folder = ROOT / "content" / language
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.md")
        if front_matter(path).get("face", "visitor") == face
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_pages_that_swedish_has(language: str) -> None:
    """The same paths, so that a page leads to itself in the other languages."""
    assert paths(language, "visitor") == paths("sv", "visitor")
    if language in GUIDE_LANGUAGES:
        assert paths(language, "guide") == paths("sv", "guide")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_has_a_title_its_heading_and_the_day_it_was_read(path: Path) -> None:
    """The title stands in the browser's list of pages, the heading on the page."""
    matter = front_matter(path)
    assert set(matter) <= {"title", "reviewed", "face", "hide"}
    assert isinstance(matter["reviewed"], datetime.date)
    plain = re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8"))
    assert f"\n# {matter['title']}\n" in plain


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
