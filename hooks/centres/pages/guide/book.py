"""The guide for municipalities: its pages in order, the menu, sources by number, and the whole.

Its prose is Markdown in content/<language>/starta/, in Swedish and English: it is for people at
work in Sweden. `guidetables` fills in what is counted, `guidepages` makes the pages from data.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from centres.content import marks
from centres.content.prose import GUIDE, GuideGroup, Prose, is_guide
from centres.i18n import N_, SOURCE_LANGUAGE

# The addresses of its pages that are made in another way than by an author.
CHOOSE, WHOLE, SOURCES = (f"{GUIDE}{name}/" for name in ("kommun", "hela", "kallor"))
# The headings of the menu, by the `group` of a page's front matter.
CHAPTERS: dict[GuideGroup, str] = {
    "decide": N_("Besluta"),
    "build": N_("Bygga upp"),
    "run": N_("Driva"),
    "tools": N_("Verktyg"),
}
# Where the page of the whole guide asks for the text of all the others.
_EVERY_TEXT = "{{ whole_guide() }}"
_HEADING = re.compile(r"^(#+ )", re.MULTILINE)


@dataclass(frozen=True)
class Chapter:
    """Pages of the guide under one heading, which is in Swedish."""

    heading: str
    pages: list[Prose]


def chapters(texts: dict[tuple[str, str], Prose], code: str) -> list[Chapter]:
    """The guide's prose in a language, in the order that the Swedish pages say.

    A page that nobody has translated is the Swedish one.
    """
    swedish = sorted(
        (
            page
            for (spoken, path), page in texts.items()
            if spoken == SOURCE_LANGUAGE and is_guide(path)
        ),
        key=lambda one: one.matter.order,
    )
    return [
        Chapter(
            heading,
            [texts.get((code, one.path), one) for one in swedish if one.matter.group == group],
        )
        for group, heading in CHAPTERS.items()
    ]


def menu(these: list[Chapter], path: str) -> dict[str, object]:
    """What the menu and the foot of the page at `path` need: chapters, and what is beside it.

    Empty for a page outside the guide.
    """
    order = [page for chapter in these for page in chapter.pages]
    place = next((at for at, page in enumerate(order) if page.path == path), None)
    if place is None:
        return {"chapters": [], "before": None, "after": None}
    return {
        "chapters": these,
        "path": path,
        "choose": CHOOSE,
        "before": order[place - 1] if place else None,
        "after": order[place + 1] if place + 1 < len(order) else None,
    }


def notes(body: str) -> Callable[[list[str]], str]:
    """What stands in the text where it names sources: their numbers in the list below it."""
    numbers = {name: number for number, name in enumerate(marks.cited(body), 1)}

    def note(names: list[str]) -> str:
        links = (f'<a href="#kalla-{n}">{n}</a>' for n in map(numbers.__getitem__, names))
        return f'<sup class="note">{", ".join(links)}</sup>'

    return note


def whole(body: str, these: list[Chapter]) -> str:
    """The page that holds the whole guide: `body` with every other page's text in its place.

    First a list of them. Headings move down one step, and what leads to a page of the guide leads
    to its chapter here. Any other page's `body` is returned as it is.
    """
    if _EVERY_TEXT not in body:
        return body
    every = [page for chapter in these for page in chapter.pages]
    kept = {page.path: page for page in every if page.path not in (WHOLE, SOURCES)}
    contents = "\n".join(f"1. [{page.heading}](#{_anchor(page)})" for page in kept.values())
    text = "\n\n".join([contents, *map(_as_chapter, kept.values())])

    def within(found: re.Match[str]) -> str:
        page = kept.get(found["path"])
        return f"(#{found['heading'] or _anchor(page)})" if page else found[0]

    links = rf"\(\{{\{{ here \}}\}}(?P<path>{GUIDE}(?:[a-z-]+/)?)(?:#(?P<heading>[\w-]+))?\)"
    return body.replace(_EVERY_TEXT, re.sub(links, within, text))


def _anchor(page: Prose) -> str:
    """Where a page begins in the whole guide."""
    return page.path.removeprefix(GUIDE).strip("/") or "oversikt"


def _as_chapter(page: Prose) -> str:
    marked = f"{page.heading} {{: #{_anchor(page)} .chapter }}"
    return _HEADING.sub(r"#\1", page.body.strip().replace(page.heading, marked, 1))
