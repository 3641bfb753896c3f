"""Find what words lead to in one language: pages of prose, pages made from data, and lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from babel import UnknownLocaleError

from centres.content import markdown
from centres.content.library import Library
from centres.content.prose import ADVICE
from centres.content.search_words import LINES
from centres.data import terms
from centres.data.model import Helpline, SearchWords
from centres.i18n import SOURCE_LANGUAGE
from centres.pages.directory import all_pages, national
from centres.pages.directory.national import GLOSSARY
from centres.pages.edition import Edition

# The page for who is abroad, or from there: the name of any other country leads to it.
ABROAD = "rad/besok/"
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
    """Yield the pages of prose; of advice, single words come first: who writes them waits least."""
    code = edition.language.code
    for path in library.paths(code, "visitor"):
        if not path:
            continue
        page = library.page(code, path)
        first = [term for term in page.matter.search if path.startswith(ADVICE) and " " not in term]
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


def countries(edition: Edition) -> Iterator[str]:
    """Yield the names of all countries but Sweden in a language, as CLDR has them."""
    try:
        territories = edition.words.locale.territories if edition.words.locale else {}
    except UnknownLocaleError:
        return
    for code, name in territories.items():
        if code.isalpha() and code not in _NO_COUNTRIES:
            yield name


def _numbers(line: Helpline) -> Iterator[str]:
    """Yield the numbers of a line, as they are printed and without blanks."""
    for channel in line.channels:
        if channel.number:
            yield from (channel.number, "".join(terms.fold(channel.number).split()))
