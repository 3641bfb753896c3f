"""A page as plain values, before anything makes HTML of it."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from markupsafe import Markup

from centres.content.prose import Audience
from centres.data.model import Language

# The path of the list of all municipalities, by letter: a variant has one too.
MUNICIPALITIES = "kommuner/"


class Values(Protocol):
    """What a template shows: a frozen dataclass that names its template.

    The template reads the fields from `page` (a whole page) or `part` (a piece of one). A test
    compares the fields with what the template asks for.
    """

    template: ClassVar[str]


@dataclass(frozen=True)
class Indexed:
    """What full-text search reads of a page: a title to show, and HTML to find words in.

    `title_language` is the title's own language (BCP 47) if that is not the page's. `also` are
    words that lead to the page and do not stand on it.
    """

    title: str
    content: Markup
    title_language: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """A page in one language. `path` is its address without the language's folder: "kommun/taby/".

    `title` stands in the browser's history, where others may read it: a place, not a purpose.
    `title_language` is its own language (BCP 47) if that is not the page's.
    `indexed` is None for a page that full-text search leaves out. `leads_to` is the path of the
    page that has taken its place, if one has. A page for the audience "guide" has no way out and no
    field for a place: it is for people at work. `is_reviewed` is false for a translation of prose
    that nobody has reviewed as it is.
    """

    path: str
    title: str
    values: Values
    indexed: Indexed | None = None
    leads_to: str = ""
    title_language: str = ""
    audience: Audience = "visitor"
    is_reviewed: bool = True


@dataclass(frozen=True)
class Link:
    """Where a language is reached from a page: `path` is an address without its folder."""

    language: Language
    path: str

    @property
    def address(self) -> str:
        """The address from the site's root."""
        return self.language.folder + self.path


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
