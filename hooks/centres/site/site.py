"""Know the whole site: which pages there are in every language, and make each as a document.

`load` makes a Site from the repository, and `writer` makes files of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_
from pathlib import Path

from centres.content.library import Library
from centres.content.prose import is_guide
from centres.data.directory import Directory
from centres.data.model import Language
from centres.pages import correction
from centres.pages.directory import all_pages, easy
from centres.pages.document.assets import Asset
from centres.pages.document.csp import Policy
from centres.pages.document.document import DocumentMaker
from centres.pages.document.inlined import KINDS
from centres.pages.document.not_found import not_found_page
from centres.pages.document.settings import Settings
from centres.pages.edition import Edition
from centres.pages.guide import municipality_pages
from centres.pages.guide.frame import GuideFrame, Surroundings
from centres.pages.look import look_page
from centres.pages.page import Link, Page
from centres.pages.prose_pages import ProsePages
from centres.site import notice_feed, open_data


@dataclass(frozen=True)
class Site:
    """Everything that is published, made from the repository at `root`.

    `editions` are the languages by their codes, the source language first; `assets` the files that
    pages fetch (`assets.published`).
    """

    root: Path
    directory: Directory
    settings: Settings
    library: Library
    editions: Mapping[str, Edition]
    assets: Mapping[str, Asset]
    prose_pages: ProsePages
    documents: DocumentMaker
    guide_frame: GuideFrame

    @property
    def languages(self) -> list[Language]:
        """The languages that are published, the source language first."""
        return self.library.languages

    @cached_property
    def full_editions(self) -> list[Edition]:
        """The editions that have every page made from data: all but those of variants."""
        editions = self.editions.values()
        return [edition for edition in editions if not edition.language.variant_of]

    @property
    def _guide_languages(self) -> set[str]:
        return {language.code for language in self.languages if language.has_guide}

    def links(self, path: str) -> list[Link]:
        """Return the links from the page at `path` to each language, in the languages' order.

        A language that has the page is linked to it. A variant that lacks it is linked to its start
        page, since its readers must find it from everywhere; but not from the guide.
        """
        prose = self.library.addresses
        full = {edition.language.code for edition in self.full_editions}
        made_from_data = self._guide_languages if is_guide(path) else full
        if path in self._easy_paths:
            made_from_data = set(self.editions)
        is_prose = any((code, path) in prose for code in full)
        links = []
        for language in self.languages:
            code = language.code
            if (code, path) in prose or (code in made_from_data and not is_prose):
                links.append(Link(language, path))
            elif language.variant_of and not is_guide(path) and (code, "") in prose:
                links.append(Link(language, ""))
        return links

    @cached_property
    def _easy_paths(self) -> frozenset[str]:
        """The paths of the pages made from data that variants have too."""
        return easy.paths(self.directory)

    def pages(self, code: str) -> Iterator[Page]:
        """Yield every page of a language but those of the guide's prose, which MkDocs makes."""
        yield from self.visitors_pages(code)
        yield from self.guide_pages(code)

    def visitors_pages(self, code: str) -> Iterator[Page]:
        """Yield the pages of a language for visitors: those made from data, and prose."""
        yield from self._visitors_from_data(code)
        for path in self.library.paths(code, "visitor"):
            yield self.prose_pages.page(self.editions[code], path)

    def guide_pages(self, code: str) -> Iterator[Page]:
        """Yield the pages of the guide that are made from data; a variant has none."""
        if not self.editions[code].language.variant_of:
            yield from municipality_pages.pages(self.editions, code, self.settings.site_url)

    def at(self, address: str) -> str | None:
        """Return the document at an address from the site's root; None if it is no page of ours.

        Raises PageError.
        """
        within = [language for language in self.languages if address.startswith(language.folder)]
        language = max(within, key=lambda language: len(language.folder), default=None)
        if language is None:
            return None
        code, path = language.code, address.removeprefix(language.folder)
        if self.library.has(code, path, "guide"):
            return None
        if self.library.has(code, path, "visitor"):
            page = self.prose_pages.page(self.editions[code], path)
            return self.document(code, page)
        made = next((page for page in self.from_data(code) if page.path == path), None)
        return self.document(code, made) if made else None

    def document(self, code: str, page: Page) -> str:
        """Return a page in a language as a whole HTML document.

        Raises PageError if its template and values do not fit, or it holds an unsafe call.
        """
        return self.documents.document(page, self.editions[code], self.links(page.path))

    @cached_property
    def visitors_policy(self) -> Policy:
        """What visitors' pages in all languages need together."""
        policies = (
            self.documents.policy(edition.script, kind)
            for edition in self.editions.values()
            for kind in KINDS
        )
        return reduce(or_, policies)

    def surroundings(self, code: str, path: str, html: str) -> Surroundings:
        """Return what MkDocs's theme shows around `html`, the text of a page of the guide.

        Raises PageError if `html` holds what prose may not bring.
        """
        links = [link for link in self.links(path) if link.path == path]
        return self.guide_frame.surroundings(self.editions[code], path, html, links)

    @property
    def guide_addresses(self) -> list[str]:
        """The addresses, from the site's root, of the guide's prose, which MkDocs makes."""
        return [
            self.address(code, path)
            for code in self.editions
            for path in self.library.paths(code, "guide")
        ]

    def alternates(self, path: str) -> dict[str, str]:
        """Return the addresses of the page at `path` by the code of each language that has it.

        For search engines: they know languages, scripts and regions, and no other variants.
        """
        return {
            link.language.code: link.address
            for link in self.links(path)
            if link.path == path and not link.language.variant_of
        }

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield the address and the text of each file that all languages share.

        That is the page for wrong addresses, the one that shows the parts of pages, those on which
        centres say what is right, the assets and the open data.
        """
        page = not_found_page(self.full_editions)
        first = next(iter(self.editions.values()))
        yield page.path, self.documents.document(page, first, [])
        look = look_page(self.documents.framer, self.full_editions, self.links(""))
        yield f"{look.path}index.html", self.documents.document(look, first, [])
        for one in correction.pages(first, self.settings):
            yield f"{one.path}index.html", self.documents.document(one, first, [])
        yield from ((asset.address, asset.text) for asset in self.assets.values())
        yield from open_data.files(self.directory).items()
        yield notice_feed.ADDRESS, notice_feed.text(first, self.settings)

    def address(self, code: str, path: str) -> str:
        """Return the address of a page from the site's root."""
        return self.editions[code].language.folder + path

    def from_data(self, code: str) -> Iterator[Page]:
        """Yield the pages of a language that are made from data; a variant has few."""
        yield from self._visitors_from_data(code)
        yield from self.guide_pages(code)

    def _visitors_from_data(self, code: str) -> Iterator[Page]:
        """Yield those for visitors."""
        edition = self.editions[code]
        made = easy.pages if edition.language.variant_of else all_pages.pages
        yield from made(edition, self.prose_pages.shelves(edition))
