"""MkDocs's events: what the theme is told of a page of the guide."""

from types import SimpleNamespace

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

import main
from centres.content.prose import FrontMatter, Prose


@pytest.mark.parametrize("title", ["no", "2026-01-14", "0114", "null"])
def test_the_title_of_a_page_of_the_guide_is_the_text_that_stands_there(title: str) -> None:
    """To YAML's own types it is false, a day, a number or nothing."""
    matter = FrontMatter.model_validate({"title": title, "reviewed": "2026-01-14"})
    prose = Prose("sv", "starta/a/", "content/sv/starta/a.md", matter, "# Rubrik\n")
    filled = SimpleNamespace(fill=lambda _edition, _path, markdown: markdown)
    library = SimpleNamespace(page=lambda _code, _path: prose)
    events = main.Events()
    events.site = SimpleNamespace(library=library, editions={"sv": None}, prose_pages=filled)  # type: ignore[assignment]
    file = File("sv/starta/a.md", "content", "site", use_directory_urls=True)
    page = Page(None, file, MkDocsConfig())
    page.markdown = events.on_page_read_source(page)
    assert events.on_page_markdown(page.markdown, page) == "# Rubrik\n"
    assert (page.title, page.meta) == (title, {"title": title, "hide": []})
