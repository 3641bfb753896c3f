"""Which page of prose stands at an address, in a language that may not have it."""

from pathlib import Path

import pytest

from centres.content import prose
from centres.content.library import Library
from centres.data import loader
from helpers import TODAY, changed_data
from prose_page import PAGE, write_page

GUIDE = PAGE.replace("group: process", "audience: guide\n    group: decide")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Return a page in Swedish and English, one in Swedish, and one of the guide in Swedish.

    Somebody has also begun a language that is not published yet.
    """
    languages = loader.load(changed_data(tmp_path), TODAY).languages
    for name in ("sv/rad/a.md", "sv/rad/b.md", "en/rad/a.md", "fi/rad/c.md"):
        write_page(tmp_path, name=name)
    write_page(tmp_path, GUIDE, "sv/starta/index.md")
    pages, problems = prose.read(tmp_path, ["sv", "en", "ar", "fi"])
    assert problems == []
    return Library(prose.by_address(pages), languages)


def test_a_language_has_its_own_page_or_the_swedish_one(library: Library) -> None:
    """And none that Swedish has not either."""
    assert library.page("en", "rad/a/").name == "content/en/rad/a.md"
    assert library.page("en", "rad/b/").name == "content/sv/rad/b.md"
    assert [library.is_written("en", path) for path in ("rad/a/", "rad/b/")] == [True, False]
    with pytest.raises(KeyError):
        library.page("en", "rad/d/")


def test_each_audience_has_its_pages_in_every_published_language(library: Library) -> None:
    """With Swedish ones as fallbacks; the guide is in Swedish and English alone."""
    paths = {
        (code, audience): library.paths(code, audience)
        for code in ("sv", "en", "ar", "fi")
        for audience in ("visitor", "guide")
    }
    advice = ["rad/a/", "rad/b/"]
    assert paths == {
        ("sv", "visitor"): advice,
        ("sv", "guide"): ["starta/"],
        ("en", "visitor"): advice,
        ("en", "guide"): ["starta/"],
        ("ar", "visitor"): advice,
        ("ar", "guide"): [],
        ("fi", "visitor"): [],
        ("fi", "guide"): [],
    }


def test_the_fallbacks_are_the_translations_that_are_missing(library: Library) -> None:
    """An outdated one is shown: it is in the language."""
    fallbacks = sorted((page.language, page.path) for page in library.fallbacks)
    assert fallbacks == [("ar", "rad/a/"), ("ar", "rad/b/"), ("en", "rad/b/"), ("en", "starta/")]
