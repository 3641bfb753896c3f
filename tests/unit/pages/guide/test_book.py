"""The guide as one book: its order, its numbered sources, and the whole as one page."""

import pytest

from centres.content.library import Library
from centres.content.prose import FrontMatter, Prose
from centres.pages.guide import book


def prose(code: str, name: str, body: str, **matter: str) -> Prose:
    """Return a page of the guide."""
    fields = {"title": name or "start", "reviewed": "2026-11-24", **matter}
    front_matter = FrontMatter.model_validate(fields)
    path = f"starta/{name}/" if name else "starta/"
    return Prose(code, path, f"content/{code}/starta/{name}.md", front_matter, body)


@pytest.fixture
def library() -> Library:
    """Return two chapters, of which one page is translated."""
    law = "# Lagen\n\n## Vad den säger\n\nSe [starta]({{ here }}starta/)."
    run = "# Driva\n\n[Lagen]({{ here }}starta/lagen/#vad), [du]({{ here }}rad/)."
    pages = [
        prose("sv", "", "# Starta\n\nVälj.[^b]", group="decide", order="1"),
        prose("sv", "lagen", law, group="decide", order="2"),
        prose("sv", "driva", run, group="run", order="1"),
        prose("sv", "hela", "# Hela\n\n{{ whole_guide() }}", group="tools", order="1"),
        prose("en", "lagen", "# The law\n\nText."),
    ]
    return Library({(page.language, page.path): page for page in pages}, [])


def test_chapters_stand_in_the_order_of_the_swedish_pages_and_swedish_is_the_fallback(
    library: Library,
) -> None:
    """A page that nobody has translated is there all the same."""
    chapters = book.chapters(library, "en")
    assert [
        (chapter.heading, [page.heading for page in chapter.pages]) for chapter in chapters
    ] == [
        ("Besluta", ["Starta", "The law"]),
        ("Bygga upp", []),
        ("Driva", ["Driva"]),
        ("Verktyg", ["Hela"]),
    ]


def test_a_source_has_the_number_of_its_first_mention() -> None:
    """Named again, it keeps it."""
    note = book.notes("A[^b][^a, 1 §]. B[^a, 2 §].")
    assert note(["a"]) == '<sup class="note"><a href="#kalla-2">2</a></sup>'
    assert note(["b", "a"]) == (
        '<sup class="note"><a href="#kalla-1">1</a>, <a href="#kalla-2">2</a></sup>'
    )


def test_the_whole_guide_is_every_other_page_a_step_down_with_links_that_stay_in_it(
    library: Library,
) -> None:
    """Only what leads out of the guide leads out of the page."""
    chapters = book.chapters(library, "sv")
    assert book.whole(library.page("sv", "starta/hela/").body, chapters) == (
        "# Hela\n\n"
        "1. [Starta](#oversikt)\n1. [Lagen](#lagen)\n1. [Driva](#driva)\n\n"
        "## Starta {: #oversikt .chapter }\n\nVälj.[^b]\n\n"
        "## Lagen {: #lagen .chapter }\n\n### Vad den säger\n\nSe [starta](#oversikt).\n\n"
        "## Driva {: #driva .chapter }\n\n[Lagen](#vad), [du]({{ here }}rad/)."
    )


def test_a_page_that_does_not_ask_for_the_whole_is_left_as_it_is(library: Library) -> None:
    """However it is written."""
    body = library.page("sv", "starta/driva/").body
    assert book.whole(body, book.chapters(library, "sv")) == body
