"""Pages of prose: Markdown with what the data knows filled in, as checked HTML."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from markupsafe import Markup, escape

from centres.content import allowlist, critical, marks
from centres.content.library import Library
from centres.content.markdown import MarkdownReader
from centres.content.prose import FrontMatter, Prose, is_guide
from centres.data.directory import BRIS, BROTTSOFFERJOUREN
from centres.data.terms import Term
from centres.errors import PageError
from centres.i18n import N_, SOURCE_LANGUAGE
from centres.pages import labels
from centres.pages.citations import FootSource
from centres.pages.directory.centre import MovedPage
from centres.pages.directory.national import GLOSSARY
from centres.pages.document.frame import Framer, Urls
from centres.pages.edition import Edition
from centres.pages.guide import book, tables
from centres.pages.helplines import LineCard
from centres.pages.page import Indexed, Page, Reading, Shelf


@dataclass(frozen=True)
class ProsePage:
    """A page of prose that visitors read: `headline` is its first heading, `html` the rest.

    `is_fallback` if nobody has translated it, so that it is in Swedish; `is_advice` if it says who
    helps, and then `helps` are the lines for what it is about, without the `first`, which stands at
    its top; `is_silent` if it is for who cannot talk: then `helps` has those for all. `reviewed` is
    a day in words.
    """

    template: ClassVar[str] = "prose.html"
    headline: Markup
    html: Markup
    heading: Markup
    is_fallback: bool
    is_advice: bool
    first: LineCard | None
    helps: list[LineCard]
    is_silent: bool
    sources: list[FootSource]
    reviewed: str


@dataclass(frozen=True)
class CopyButton:
    """A button that copies the element whose id is `copied`."""

    template: ClassVar[str] = "parts/copy_button.html"
    copied: str


@dataclass(frozen=True)
class ProsePages:
    """Makes pages of the prose in `library`; `figures` are the numbers that prose may name."""

    library: Library
    figures: Mapping[str, int]
    reader: MarkdownReader
    framer: Framer

    def page(self, edition: Edition, path: str) -> Page:
        """Return the page at `path` as visitors read it.

        The Swedish page decides for all languages who helps. Raises PageError as `html` does.
        """
        code = edition.language.code
        prose = self.library.page(code, path)
        swedish = self.library.pages.get((SOURCE_LANGUAGE, path), prose).matter
        is_fallback = not self.library.is_written(code, path)
        title_language = SOURCE_LANGUAGE if is_fallback else ""
        if swedish.moved_to:
            return _moved(path, prose.matter.title, title_language, swedish.moved_to)
        html = self.html(edition, path)
        cards = _cards(edition, swedish)
        headline, end, rest = html.partition("</h1>")
        values = ProsePage(
            headline=headline + end,
            html=rest,
            heading=_localize(prose, edition)(prose.heading),
            is_fallback=is_fallback,
            is_advice=swedish.group is not None or edition.language.variant_of is not None,
            first=next((card for card in cards if card.helpline.id == swedish.first), None),
            helps=[card for card in cards if card.helpline.id != swedish.first],
            is_silent=swedish.silent,
            sources=_sources(prose, edition),
            reviewed=edition.words.day(prose.matter.reviewed),
        )
        # What is not in the page's language is not found by that language's words.
        is_indexed = not is_fallback and not edition.language.variant_of
        also = tuple(Term.of(term).all_words for term in prose.matter.search)
        indexed = Indexed(prose.heading, html, also=also) if is_indexed else None
        return Page(
            path,
            prose.matter.title,
            values,
            indexed,
            title_language=title_language,
            is_reviewed=prose.is_reviewed,
        )

    def html(self, edition: Edition, path: str) -> Markup:
        """Return the text of the page at `path`: what stands between its header and its foot.

        Raises PageError with the page's file if it names what the data does not know, or holds what
        prose may not bring.
        """
        prose = self.library.page(edition.language.code, path)
        try:
            html = self.reader.html(self.fill(edition, path, self._body(edition, prose)))
            html = _keep_names(html, [line.name for line in edition.directory.helplines])
            guide = prose.matter.audience == "guide"
            allowlist.refuse_foreign(html, edition.language.folder + path, guide=guide)
            return Markup(html)  # noqa: S704 (read above, as a browser does)
        except PageError as error:
            raise PageError(f"{prose.name}: {error}") from error

    def _body(self, edition: Edition, prose: Prose) -> str:
        """Return the Markdown of a page; what is critical and not up to date of it is Swedish."""
        swedish = self.library.pages.get((SOURCE_LANGUAGE, prose.path))
        if swedish is None or prose.language == SOURCE_LANGUAGE:
            return prose.body
        outdated, missing = (edition.words.plain(one) for one in labels.CRITICAL)
        return critical.with_fallbacks(
            prose,
            swedish,
            edition.directory.propositions,
            outdated_says=outdated,
            missing_says=None if edition.language.variant_of else missing,
        )

    def fill(self, edition: Edition, path: str, markdown: str) -> str:
        """Return the Markdown of the page at `path` with what the data knows filled in.

        That is figures, numbers to call and the glossary; in the guide tables and maps too. Raises
        PageError if it names something that the data does not know.
        """
        urls = self.framer.urls(edition.language, path)
        part = partial(self.framer.part, edition, urls)
        values = self._values(edition, urls)
        # Swedish prose as a fallback has its words in Swedish already.
        is_own = self.library.is_written(edition.language.code, path)

        def after_link(name: str) -> str:
            word = edition.directory.meanings[name]
            return edition.localizer.swedish_beside(word) if is_own else ""

        note: Callable[[list[str]], str] = marks.unseen
        if is_guide(path):
            chapters = book.chapters(self.library, edition.language.code)
            values |= tables.parts(edition, part, urls, chapters)
            markdown = book.whole(markdown, chapters)
            note = book.notes(markdown)
        # Our marks are the author's: they are read before the data is filled in, which is text.
        marked = marks.shown(markdown, urls.data_url + GLOSSARY, after_link, note)
        return self.reader.fill(marked, values)

    def shelves(self, edition: Edition) -> list[Shelf]:
        """Return what there is to read in a language, in the order that the Swedish pages say."""
        shelves = []
        for group, heading in labels.READING.items():
            prose = [page for page in self.library.swedish() if page.matter.group == group]
            readings = [
                self._reading(edition, page.path)
                for page in sorted(prose, key=lambda page: page.matter.order)
                if (edition.language.code, page.path) in self.library.addresses
            ]
            if group == "process" and not edition.language.variant_of:
                readings.append(Reading(GLOSSARY, edition.words.html(N_("Ord i breven du får"))))
            if readings:
                shelves.append(Shelf(group, heading, readings))
        return shelves

    def _values(self, edition: Edition, urls: Urls) -> dict[str, object]:
        """Return what any prose may name; `allowlist.NAMES` lists it too (a test compares them)."""
        settings, lines = self.framer.settings, edition.directory.lines
        site_name = settings.site_url.partition("://")[2]
        return {
            "figures": self.figures,
            "number_to_hide": edition.directory.number_to_hide,
            "number": lambda name: edition.localizer.call(lines[name]),
            "here": urls.data_url,
            "root": urls.root_url,
            "address": f"{site_name}{edition.language.data_folder}",
            "copy": lambda copied: self.framer.part(edition, urls, CopyButton(copied)),
            "publisher": settings.publisher,
            "contact": settings.contact,
        }

    def _reading(self, edition: Edition, path: str) -> Reading:
        prose = self.library.page(edition.language.code, path)
        return Reading(path, _localize(prose, edition)(prose.heading))


def _moved(path: str, title: str, title_language: str, moved_to: str) -> Page:
    """Return the page that only leads to another."""
    values = MovedPage(moved_to)
    return Page(path, title, values, leads_to=moved_to, title_language=title_language)


def _cards(edition: Edition, swedish: FrontMatter) -> list[LineCard]:
    """Return the lines that help with what a page is about: for who cannot talk, without calls."""
    lines = edition.directory.lines
    if not swedish.silent:
        return [edition.line_card(lines[name]) for name in swedish.helps]
    names = (*swedish.helps, BRIS, BROTTSOFFERJOUREN)
    return [edition.line_card(lines[name].without_calls) for name in names]


def _sources(prose: Prose, edition: Edition) -> list[FootSource]:
    """Return the sources that a page names, each under the headings that it stands behind."""
    localize = _localize(prose, edition)
    return [
        edition.citations.at_foot(
            name, {localize(heading): places for heading, places in headings.items()}
        )
        for name, headings in marks.cited(prose.body).items()
    ]


def _keep_names(html: str, names: Iterable[str]) -> str:
    """Return HTML in which no browser translates a name that is alone in a link or is strong."""
    alone = "|".join(re.escape(escape(name)) for name in names)
    return re.sub(
        rf"(<(?:a|strong)\b(?![^<>]*translate)[^<>]*)(?=>(?:{alone})</)", r'\1 translate="no"', html
    )


def _localize(prose: Prose, edition: Edition) -> Callable[[str], Markup]:
    """Return how words of a page are shown: as they are, or marked as fallback Swedish."""
    return escape if prose.language == edition.language.code else edition.localizer.swedish
