"""Find what words lead to in one language: pages of prose, pages made from data, and lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from centres.content import markdown
from centres.content.library import Library
from centres.content.prose import ADVICE
from centres.content.search_words import LINES
from centres.data import terms
from centres.data.model import Helpline, SearchWords
from centres.i18n import SOURCE_LANGUAGE, Words
from centres.pages.directory import all_pages, national
from centres.pages.directory.national import GLOSSARY
from centres.pages.edition import Edition

# The page for who is abroad, or from there: the name of any other country leads to it.
ABROAD = "rad/besok/"
# Terms of a page that come first at most: all first parts stay within 16 kB compressed.
_FIRST = 12
# Codes of CLDR's list of countries that are none, and Sweden's.
_NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ", "SE"}


@dataclass(frozen=True)
class Topic:
    """What words lead to: `path` from the language's folder, and its neutral `title`.

    `first` are the terms that are needed at once, and `more` all others. `headings` are those of
    its parts, by their anchors. `language` is the title's own (BCP 47) if that is not the page's.
    """

    path: str
    title: str
    first: tuple[str, ...]
    more: tuple[str, ...]
    headings: Mapping[str, str]
    language: str = ""


def topics(edition: Edition, library: Library, words: SearchWords) -> Iterator[Topic]:
    """Yield what words lead to in the language of `edition`, whose own words are `words`."""
    yield from _prose(edition, library)
    headings = {
        GLOSSARY: {
            word.id: f"{edition.words.plain(word.word)} {word.word}"
            for word in edition.directory.glossary
        },
        LINES: {anchor: edition.words.plain(label) for anchor, label in national.choices()},
    }
    for page in all_pages.shared_pages(edition, []):
        listed = words.search.get(page.path, ())
        if page.path == GLOSSARY:
            listed = (*listed, *_glossary(edition))
        if listed or page.path in headings:
            yield Topic(page.path, page.title, (), listed, headings.get(page.path, {}))
    for line in edition.directory.helplines:
        if line.needs[0] != "calling":
            path = f"{LINES}#{line.id}"
            language = "" if edition.localizer.is_swedish else SOURCE_LANGUAGE
            listed = words.search.get(path, ())
            yield Topic(path, line.name, tuple(_numbers(line)), listed, {}, language)


def _prose(edition: Edition, library: Library) -> Iterator[Topic]:
    """Yield the pages of prose; of advice, single words come first: who writes them waits least.

    As many as `_FIRST` of a page, in the order of its front matter; and none for who is abroad, as
    many of those are names of towns.
    """
    code = edition.language.code
    for path in library.paths(code, "visitor"):
        if not path:
            continue
        page = library.page(code, path)
        is_first = path.startswith(ADVICE) and path != ABROAD
        first = [term for term in page.matter.search if is_first and " " not in term][:_FIRST]
        more = [term for term in page.matter.search if term not in first]
        yield Topic(
            path,
            page.matter.title,
            tuple(first),
            tuple(more),
            {"": page.heading} | markdown.anchors(page.body),
            "" if page.language == code else page.language,
        )


def _glossary(edition: Edition) -> Iterator[str]:
    """Yield the words of the glossary, in the language and as they stand on a letter."""
    for word in edition.directory.glossary:
        yield from (edition.words.plain(word.word), word.word)


def countries(edition: Edition) -> set[str]:
    """Return the names of all countries but Sweden, as CLDR has them in a language.

    Also in the languages of the guide, which many write for want of a keyboard of their own.
    """
    guides = (Words(one.code).locale for one in edition.directory.languages if one.has_guide)
    return {
        name
        for locale in (edition.words.locale, *guides)
        for code, name in _territories(locale).items()
        if code.isalpha() and code not in _NO_COUNTRIES
    }


def _territories(locale: Locale | None) -> Mapping[str, str]:
    try:
        return locale.territories if locale else {}
    except UnknownLocaleError:
        return {}


def _numbers(line: Helpline) -> Iterator[str]:
    """Yield the numbers of a line, as they are printed and without blanks."""
    for channel in line.channels:
        if channel.number:
            yield from (channel.number, "".join(terms.fold(channel.number).split()))
