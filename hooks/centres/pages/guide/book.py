"""The guide for municipalities as one book: its chapters in order, numbered sources, and the whole.

Its prose is Markdown in content/<language>/starta/, in Swedish and English: it is for people at
work in Sweden. `tables` fills in what is counted, `municipality_pages` makes the pages from data.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from centres.content import marks
from centres.content.library import Library
from centres.content.prose import GUIDE, Prose, is_guide
from centres.pages.guide.labels import CHAPTERS

# The addresses of its pages that are made in another way than by an author.
CHOOSE, WHOLE, SOURCES = (f"{GUIDE}{name}/" for name in ("kommun", "hela", "kallor"))
# Where the page of the whole guide asks for the text of all the others.
_EVERY_TEXT = "{{ whole_guide() }}"
_HEADING = re.compile(r"^(#+ )", re.MULTILINE)


@dataclass(frozen=True)
class Chapter:
    """Pages of the guide under one heading, which is in Swedish."""

    heading: str
    pages: list[Prose]


def chapters(library: Library, code: str) -> list[Chapter]:
    """Return the guide's prose in a language, in the order that the Swedish pages say.

    A page that nobody has translated is the Swedish one.
    """
    swedish = [page for page in library.swedish() if is_guide(page.path)]
    swedish.sort(key=lambda page: page.matter.order)
    return [
        Chapter(
            heading,
            [library.page(code, page.path) for page in swedish if page.matter.group == group],
        )
        for group, heading in CHAPTERS.items()
    ]


def in_order(chapters: list[Chapter]) -> list[Prose]:
    """Return the pages of all chapters, from the first to the last."""
    return [page for chapter in chapters for page in chapter.pages]


def notes(body: str) -> Callable[[list[str]], str]:
    """Return a function from ids of sources to what stands in `body` where it names them.

    That is their numbers in the list below the text, as links.
    """
    numbers = {name: number for number, name in enumerate(marks.cited(body), 1)}

    def note(names: list[str]) -> str:
        links = (f'<a href="#kalla-{n}">{n}</a>' for n in map(numbers.__getitem__, names))
        return f'<sup class="note">{", ".join(links)}</sup>'

    return note


def whole(body: str, chapters: list[Chapter]) -> str:
    """Return the page of the whole guide: `body` with every other page's text in its place.

    A list of them comes first. Headings move down one step, and a link to a page of the guide leads
    to its chapter here. Any other page's `body` is returned as it is.
    """
    if _EVERY_TEXT not in body:
        return body
    kept = {page.path: page for page in in_order(chapters) if page.path not in (WHOLE, SOURCES)}
    contents = "\n".join(f"1. [{page.heading}](#{_anchor(page)})" for page in kept.values())
    text = "\n\n".join([contents, *map(_as_chapter, kept.values())])

    def within(link: re.Match[str]) -> str:
        page = kept.get(link["path"])
        return f"(#{link['heading'] or _anchor(page)})" if page else link[0]

    links = rf"\(\{{\{{ here \}}\}}(?P<path>{GUIDE}(?:[a-z-]+/)?)(?:#(?P<heading>[\w-]+))?\)"
    return body.replace(_EVERY_TEXT, re.sub(links, within, text))


def _anchor(page: Prose) -> str:
    """Return the id of a page's heading in the whole guide."""
    return page.path.removeprefix(GUIDE).strip("/") or "oversikt"


def _as_chapter(page: Prose) -> str:
    marked = f"{page.heading} {{: #{_anchor(page)} .chapter }}"
    return _HEADING.sub(r"#\1", page.body.strip().replace(page.heading, marked, 1))
