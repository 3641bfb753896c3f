"""Make what the search field answers from in one language, but for the names of places.

All is fetched whole when somebody touches the field. First comes what answers most: municipalities
and counties, the pages that words lead to, and the words that raise a card; then the headings of
those pages, and what `place_list` makes. theme/assets/answers.js reads them.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from babel import UnknownLocaleError

from centres.content import markdown
from centres.content.library import Library
from centres.content.search_words import LINES
from centres.data import terms
from centres.data.crisis_words import KINDS
from centres.data.directory import Directory
from centres.data.geography import Municipality, slug
from centres.data.model import CrisisWords, Helpline, SearchWords, WordList
from centres.i18n import SOURCE_LANGUAGE
from centres.pages.directory import all_pages, national
from centres.pages.directory.national import GLOSSARY
from centres.pages.edition import Edition

# What stands between two terms; no word that is compared holds it.
_BETWEEN = "|"
_WORD = re.compile(r"[^\W\d_]+")
# What nobody reads of prose: values, and where links and notes lead.
_NOT_SAID = re.compile(r"\{\{.*?\}\}|\{:.*?\}|\]\(.*?\)|\[\^.*?\]")
# The page for who is abroad, or from there: the name of any other country leads to it.
ABROAD = "rad/besok/"
_SWEDEN = "SE"
# Codes of CLDR's list of countries that are none: they have digits, or stand for a group.
_NO_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ", _SWEDEN}


def first_text(
    edition: Edition,
    library: Library,
    topics: Iterable["Topic"],
    word_lists: Mapping[str, WordList],
    crisis: Mapping[str, CrisisWords],
) -> str:
    """Return what comes first as JSON for the language of `edition`.

    `word_lists` and `crisis` are those of all languages, by code: what somebody writes around a
    place is known in any of them.
    """
    code = edition.language.base_code
    directory = edition.directory
    around = word_lists.values()
    whole = {
        "before": _distinct(word for one in around for word in one.before_place),
        "after": _distinct(word for one in around for word in one.after_place),
        "separators": "".join(
            _distinct(script.separator for script in directory.scripts.values())
        ).replace(",", ""),
        "glued": word_lists[code].glued,
        "ordinary": sorted(_ordinary(edition, library)),
        "municipalities": [
            {"name": one.name, **({"slug": one.slug} if one.slug != slug(one.name) else {})}
            for one in by_code(directory)
        ],
        "counties": _counties(directory),
        "topics": [topic.entry() for topic in topics],
        "cards": [
            {"kind": kind, "terms": _joined(getattr(crisis[code], kind).words)} for kind in KINDS
        ],
    }
    return _json(whole)


def headings_text(edition: Edition, topics: Iterable["Topic"]) -> str:
    """Return the headings of `topics`, in their order, as JSON, and the names of countries."""
    headings = [
        [(anchor, terms.fold(text)) for anchor, text in topic.headings.items()] for topic in topics
    ]
    abroad = {"path": ABROAD, "terms": _joined(_countries(edition))}
    return _json({"headings": headings, "abroad": abroad})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def by_code(directory: Directory) -> list[Municipality]:
    """Return the municipalities by SCB code: those of a county stand together."""
    return sorted(directory.municipalities, key=lambda municipality: municipality.code)


def _ordinary(edition: Edition, library: Library) -> set[str]:
    """Return the names of places, folded, that are also words of the language's pages.

    "Vara" is one, as "få vara anonym" says: within a text it is no place by itself.
    """
    names = {terms.fold(place.name) for place in edition.directory.places}
    names |= {terms.fold(municipality.name) for municipality in edition.directory.municipalities}
    code = edition.language.base_code
    bodies = (page.body for (language, _), page in library.pages.items() if language == code)
    words = {word for body in bodies for word in _WORD.findall(_NOT_SAID.sub(" ", body))}
    return names & {terms.fold(word) for word in words if word == word.lower()}


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _joined(written: Iterable[str]) -> str:
    return _BETWEEN.join(_distinct(" ".join(_folded(one)) for one in written))


def _folded(written: str) -> Iterator[str]:
    """Yield the words of a term as the field compares them, each with its `*`."""
    term = terms.Term.of(written)
    for word, ends in zip(term.words, term.open_ended, strict=True):
        yield word + terms.ANY_END * ends


def _counties(directory: Directory) -> list[tuple[str, str, int]]:
    """Return each county's name, its anchor in the list by county, and its first municipality."""
    counties = []
    at = 0
    for name, municipalities in groupby(by_code(directory), key=lambda one: one.county):
        counties.append((name, slug(name), at))
        at += len(list(municipalities))
    return counties


@dataclass(frozen=True)
class Topic:
    """A page that words lead to: `path` from the language's folder, and its neutral `title`.

    `headings` are those of its parts, by their anchors. `language` is the title's own (BCP 47) if
    that is not the page's.
    """

    path: str
    title: str
    terms: tuple[str, ...]
    headings: Mapping[str, str]
    language: str = ""

    def entry(self) -> dict[str, object]:
        """Return it for the list; a field without a value is left out."""
        entry = {
            "path": self.path,
            "title": self.title,
            "language": self.language,
            "terms": _joined((self.title, *self.terms)),
        }
        return {key: value for key, value in entry.items() if value}


def topics(edition: Edition, library: Library, words: SearchWords) -> Iterator[Topic]:
    """Yield what words lead to in the language of `edition`, whose own words are `words`."""
    yield from _prose(edition, library)
    lines = [line for line in edition.directory.helplines if line.needs[0] != "calling"]
    headings = {
        GLOSSARY: {
            word.id: f"{edition.words.plain(word.word)} {word.word}"
            for word in edition.directory.glossary
        },
        LINES: {anchor: edition.words.plain(label) for anchor, label in national.choices()},
    }
    for page in all_pages.shared_pages(edition, []):
        if page.path in words.search or page.path in headings:
            listed = words.search.get(page.path, ())
            yield Topic(page.path, page.title, listed, headings.get(page.path, {}))
    for line in lines:
        path = f"{LINES}#{line.id}"
        listed = (*_numbers(line), *words.search.get(path, ()))
        language = "" if edition.localizer.is_swedish else SOURCE_LANGUAGE
        yield Topic(path, line.name, listed, {}, language)


def _prose(edition: Edition, library: Library) -> Iterator[Topic]:
    code = edition.language.code
    for path in library.paths(code, "visitor"):
        if not path:
            continue
        page = library.page(code, path)
        language = "" if page.language == code else page.language
        headings = {"": page.heading} | markdown.anchors(page.body)
        yield Topic(path, page.matter.title, page.matter.search, headings, language)


def _countries(edition: Edition) -> Iterator[str]:
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
