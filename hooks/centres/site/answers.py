"""Make what the search field answers from in one language, but for the names of places.

All is fetched whole when somebody touches the field. First comes what answers most, and is kept
small: municipalities, the pages that words lead to, and the words that raise a card. More terms,
headings and counties come after it, with what `place_list` makes. theme/assets/answers.js reads
them.
"""

import json
import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from centres.content.library import Library
from centres.data import terms
from centres.data.directory import Directory
from centres.data.geography import Municipality, slug
from centres.data.model import CrisisWords, WordList
from centres.data.words.crisis import KINDS
from centres.pages.edition import Edition
from centres.site.topics import ABROAD, Topic, countries

# What stands between two terms or names; no word that is compared holds it.
_BETWEEN = "|"
_WORD = re.compile(r"[^\W\d_]+")
# What nobody reads of prose: values, and where links and notes lead.
_NOT_SAID = re.compile(r"\{\{.*?\}\}|\{:.*?\}|\]\(.*?\)|\[\^.*?\]")


def first_text(
    edition: Edition, topics: Iterable[Topic], words: WordList, crisis: CrisisWords
) -> str:
    """Return what comes first as JSON, for the language of `edition`.

    `municipalities`: the names, in the order of `by_code`. `slugs`: the last part of the address of
    those whose name does not tell it. `topics`: a line for each, with tabs between the path, the
    title, its first terms and, if it is not the page's, the title's language (BCP 47). `cards`: the
    terms that raise each kind, and `exceptions` where they do not. `glued`: prefixes that the
    language writes as one with a word.
    """
    municipalities = by_code(edition.directory)
    whole = {
        "municipalities": _BETWEEN.join(one.name for one in municipalities),
        "slugs": {one.name: one.slug for one in municipalities if one.slug != slug(one.name)},
        "topics": "\n".join(
            "\t".join([one.path, one.title, _joined((one.title, *one.first)), one.language])
            for one in topics
        ),
        "cards": {kind: _joined(getattr(crisis, kind).words) for kind in KINDS},
        "exceptions": _joined(crisis.exceptions),
        "glued": [terms.fold(word) for word in words.glued],
    }
    return _json(whole)


def more_text(
    edition: Edition,
    library: Library,
    topics: Iterable[Topic],
    word_lists: Mapping[str, WordList],
) -> str:
    """Return what comes next as JSON, for the language of `edition`.

    `topics` and `headings`: more terms of each topic, and its headings by their anchors. `abroad`:
    the names of other countries, and the path that they lead to. `before` and `after`: words that
    are no part of a name, in any language of `word_lists`. `separators`: signs between two names.
    `counties`: the name of each, its anchor in the list by county, and the index of its first
    municipality. `groups`: the digit of each municipality's group (SKR's): the large cities' is 1.
    `ordinary`: names of places that are words of the language's pages too. `sounds`:
    what letters of other scripts may stand for in Swedish.
    """
    topics = list(topics)
    around = word_lists.values()
    scripts = edition.directory.scripts.values()
    whole = {
        "topics": [_joined(topic.more) for topic in topics],
        "headings": [
            {anchor: terms.fold(text) for anchor, text in topic.headings.items()}
            for topic in topics
        ],
        "abroad": {"path": ABROAD, "terms": _joined(countries(edition))},
        "before": _words(phrase for one in around for phrase in one.before_place),
        "after": _words(phrase for one in around for phrase in one.after_place),
        "separators": "".join(sorted({script.separator for script in scripts} - {","})),
        "counties": _counties(edition.directory),
        "groups": "".join(one.group[1] for one in by_code(edition.directory)),
        "ordinary": sorted(_ordinary(edition, library)),
        "sounds": {
            letter: sounds for script in scripts for letter, sounds in script.sounds.items()
        },
    }
    return _json(whole)


def by_code(directory: Directory) -> list[Municipality]:
    """Return the municipalities by SCB code: those of a county stand together."""
    return sorted(directory.municipalities, key=lambda municipality: municipality.code)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _joined(written: Iterable[str]) -> str:
    return _BETWEEN.join(sorted({str(terms.Term.of(one)) for one in written}))


def _words(phrases: Iterable[str]) -> str:
    return " ".join(sorted({word for phrase in phrases for word in terms.fold(phrase).split()}))


def _counties(directory: Directory) -> list[tuple[str, str, int]]:
    counties = []
    at = 0
    for name, municipalities in groupby(by_code(directory), key=lambda one: one.county):
        counties.append((name, slug(name), at))
        at += len(list(municipalities))
    return counties


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
