"""Find the page of prose at an address in every language, with Swedish as the fallback."""

from dataclasses import dataclass
from functools import cached_property

from centres.content import prose
from centres.content.prose import Audience, PageToTranslate, Prose
from centres.data.model import Language
from centres.i18n import SOURCE_LANGUAGE


@dataclass(frozen=True)
class Library:
    """The prose of every language, and the languages that are published.

    `pages` holds each page that somebody has written, by language code and by address without the
    language's folder ("rad/anonym/").
    """

    pages: dict[tuple[str, str], Prose]
    languages: list[Language]

    @cached_property
    def fallbacks(self) -> list[PageToTranslate]:
        """The translations that a published language lacks: it shows the Swedish page."""
        pages = prose.pages_to_translate(list(self.pages.values()), self.languages)
        return [page for page in pages if page.missing]

    @cached_property
    def addresses(self) -> frozenset[tuple[str, str]]:
        """Language code and path of every published page, fallbacks included."""
        codes = {language.code for language in self.languages}
        written = (address for address in self.pages if address[0] in codes)
        return frozenset([*written, *((page.language, page.path) for page in self.fallbacks)])

    def page(self, code: str, path: str) -> Prose:
        """Return the page at an address: the language's own, or the Swedish one as a fallback.

        Raises KeyError if Swedish has none either.
        """
        return self.pages.get((code, path)) or self.pages[SOURCE_LANGUAGE, path]

    def is_written(self, code: str, path: str) -> bool:
        """Return whether the language has a page of its own at `path`."""
        return (code, path) in self.pages

    def paths(self, code: str, audience: Audience) -> list[str]:
        """Return the paths of the published pages of a language for an audience, sorted.

        `audience` is a value of that field in the front matter: "visitor" or "guide".
        """
        return sorted(
            path
            for language, path in self.addresses
            if language == code and self.has(code, path, audience)
        )

    def has(self, code: str, path: str, audience: Audience) -> bool:
        """Return whether a page for an audience is published at an address."""
        return (code, path) in self.addresses and (
            self.page(code, path).matter.audience == audience
        )

    def swedish(self) -> list[Prose]:
        """Return the Swedish pages: their group and order hold for every language."""
        return [page for page in self.pages.values() if page.language == SOURCE_LANGUAGE]
