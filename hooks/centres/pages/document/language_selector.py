"""The language selector of a page: the nearest languages, and all of them behind one label."""

from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import name

from markupsafe import Markup

from centres.data.model import Language
from centres.i18n import N_, SOURCE_LANGUAGE
from centres.pages.document.templates import Templates
from centres.pages.edition import Edition
from centres.pages.page import Link

# What the selector is called. The translation is plural: "Languages".
NAME = N_("Språk")
# A label in more words, or more links beside it, would push the answer below the fold.
_MOST = 3
# Stands in links for the path of the page, so that pages that differ in it alone share one HTML.
_PATH = "{path}"


@dataclass(frozen=True)
class LabelWord:
    """What the selector is called in `language`."""

    language: Language
    text: str

    @property
    def script(self) -> str:
        """The script of the word, by Unicode's name of its first letter: "ARABIC"."""
        return name(next(filter(str.isalpha, self.text), " ")).partition(" ")[0]


def label_words(editions: Iterable[Edition]) -> list[LabelWord]:
    """Return what the selector is called in each language that has a word for it.

    A variant says it as its base language does.
    """
    return [
        LabelWord(edition.language, edition.words.plain(NAME))
        for edition in editions
        if edition.language.code == SOURCE_LANGUAGE or NAME in edition.words.known
        if not edition.language.variant_of
    ]


@dataclass(frozen=True)
class LanguageSelector:
    """Makes the selector of each page. `words` are in the order of data/languages.yaml."""

    templates: Templates
    words: list[LabelWord]

    def html(self, language: Language, path: str, links: list[Link], root_url: str) -> Markup:
        """Return the selector of the page at `path` in `language`; nothing if it has no other.

        `links` lead to the languages of the page, its own included; `root_url` to the site's root.
        """
        key = (language.code, root_url, *((one.language.code, one.path == path) for one in links))
        anywhere = [
            Link(link.language, _PATH if link.path == path else link.path) for link in links
        ]
        html = self.templates.render_once(
            "parts/languages.html", key, lambda: self._values(language, anywhere, root_url)
        )
        return html.replace(_PATH, path)

    def _values(self, language: Language, links: list[Link], root_url: str) -> dict[str, object]:
        near = nearest(language, [link for link in links if link.language.code != language.code])
        is_long = len(near) > _MOST
        return {
            "near": near[:_MOST],
            "links": links if is_long else [],
            "label": self._label(language) if is_long else [],
            "name": next(
                (one.text for one in self.words if one.language.code == language.base_code), NAME
            ),
            "language": language,
            "root_url": root_url,
        }

    def _label(self, language: Language) -> list[LabelWord]:
        """Return the word of `language`, and of the first language in each script.

        The source language stands for no other: whoever reads it finds its name beside the label.
        """
        words = [one for one in self.words if one.language.code == language.base_code]
        first: dict[str, LabelWord] = {}
        for word in self.words:
            if word.language.code != SOURCE_LANGUAGE:
                first.setdefault(word.script, word)
        return [*words, *(word for word in first.values() if word not in words)][:_MOST]


def nearest(language: Language, links: list[Link]) -> list[Link]:
    """Return `links` to other languages, the nearest to `language` first.

    That is its own variants, then the languages in their order, then the variants of others.
    """

    def distance(link: Link) -> int:
        own = link.language.base_code == language.base_code
        return 0 if own else 2 if link.language.variant_of else 1

    return sorted(links, key=distance)
