"""A page as plain values, before anybody makes HTML of it, and what leads to it."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from centres.data.model import Language


@dataclass(frozen=True)
class Indexed:
    """What is indexed of a page: a title to show, and HTML to find words in.

    `title_language` is the title's own language, where that is not the page's. `also` are words
    that lead to the page and do not stand on it.
    """

    title: str
    content: Markup
    title_language: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """A page in one language. `path` is its address without the language's folder: "kommun/taby/".

    `title` stands in the browser's history, where others may read it: a place, not a purpose.
    `indexed` is what full-text search reads of the page, None for pages that it leaves out.
    `leads_to` is the path of the page that has taken its place, if one has. `face` is "guide" for
    people at work, on whose pages there is no way out and nobody looks for help.
    """

    path: str
    template: str
    title: str
    values: dict[str, object]
    indexed: Indexed | None = None
    leads_to: str = ""
    face: Literal["visitor", "guide"] = "visitor"


@dataclass(frozen=True)
class Reading:
    """A page to read: its address without the language's folder, and what it is called, as HTML."""

    path: str
    title: Markup


@dataclass(frozen=True)
class Shelf:
    """Pages to read under one heading, which is in Swedish; `group` as in their front matter."""

    group: str
    heading: str
    readings: list[Reading]


@dataclass(frozen=True)
class Link:
    """Where a language is reached from a page: `path` is an address without its folder."""

    language: Language
    path: str

    @property
    def address(self) -> str:
        """The address from the site's root."""
        return self.language.folder + self.path
