"""Read the words that raise a card with numbers to call: locales/<code>/crisis.yaml.

A card must come when somebody needs it, and not when somebody writes where she lives: no name of a
place, nor any beginning of one, may raise it, nor what the file lists as ordinary.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, product
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from centres.data import terms
from centres.data.field_messages import ENOUGH, explain_all
from centres.data.model import CrisisWords, Language, WordList
from centres.data.terms import Term
from centres.files import yaml_file
from centres.files.problem import Problem
from centres.files.yaml_file import TextFile
from centres.i18n import N_

# The kinds of crisis, in the order of their cards.
KINDS = ("suicide", "violence")
# While fewer letters stand in the field, it offers places only.
LEAST = 3

_OF_PLACE = N_("”%(word)s” visar ett kort när någon skriver orten ”%(name)s”. Skriv fler ord.")
_NEVER = N_("”%(word)s” visar aldrig något kort, för ”%(text)s” är ett undantag.")
_ORDINARY = N_("”%(text)s” ska inte visa något kort, men gör det. Skriv fler ord där uppe.")
_NOT_A_WORD = N_("”%(word)s” är granskat, men står inte bland orden. Ta bort det, eller lägg till.")
_TWICE = N_("”%(word)s” står två gånger. Ta bort den ena.")


def raised(words: CrisisWords, text: str, glued: Iterable[str] = ()) -> list[str]:
    """Return the kinds of card that a text raises, in the order of `KINDS`.

    The words of an exception raise none where they stand so. `glued` are the language's prefixes.
    """
    return _Cards.of(words, tuple(glued)).raised(text)


@dataclass(frozen=True)
class _Cards:
    """The terms of a language, made once for many texts: of each kind by their first letters.

    `known` are their whole words.
    """

    kinds: dict[str, dict[str, list[Term]]]
    exceptions: list[Term]
    known: frozenset[str]
    glued: tuple[str, ...]

    @classmethod
    def of(cls, words: CrisisWords, glued: tuple[str, ...]) -> "_Cards":
        kinds: dict[str, dict[str, list[Term]]] = {kind: {} for kind in KINDS}
        known: set[str] = set()
        for kind, by_letter in kinds.items():
            for term in map(Term.of, getattr(words, kind).words):
                for letter in {form.text[0] for form in term.words[0]}:
                    by_letter.setdefault(letter, []).append(term)
                known.update(form.text for form in chain(*term.words) if not form.open_ended)
        return cls(kinds, list(map(Term.of, words.exceptions)), frozenset(known), glued)

    def raised(self, text: str) -> list[str]:
        folded = terms.fold(text)
        if len(folded) < LEAST:
            return []
        typed = folded.split()
        joined = [word for one in typed for word in terms.apart(one, self.known)]
        texts = {tuple(self._without_exceptions(words)) for words in (typed, joined)}
        return [kind for kind in KINDS if any(self._stand(kind, words) for words in texts)]

    def _stand(self, kind: str, typed: tuple[str, ...]) -> bool:
        forms = (form for word in typed for form in terms.with_and_without(word, self.glued))
        letters = {form[0] for form in forms if form}
        return any(
            term.is_in(typed, self.glued, slips=True)
            for letter in letters
            for term in self.kinds[kind].get(letter, ())
        )

    def _without_exceptions(self, typed: list[str]) -> list[str]:
        typed = list(typed)
        for term in self.exceptions:
            for place in term.places_in(typed, self.glued, gap=0) or ():
                typed[place] = ""
        return typed


def read(
    root: Path, languages: list[Language], word_lists: dict[str, WordList], names: Iterable[str]
) -> tuple[dict[str, CrisisWords], list[Problem]]:
    """Return the crisis words of each language by its code, and what is wrong in the files.

    Each language needs a file but a variant, which has its base language's. `names` are those of
    all places.
    """
    beginnings = _beginnings(tuple(names))
    lists: dict[str, CrisisWords] = {}
    problems: list[Problem] = []
    for code in dict.fromkeys(language.base_code for language in languages):
        name = f"locales/{code}/crisis.yaml"
        file = yaml_file.read(root / name, name)
        if file.problems:
            problems += file.problems
            continue
        try:
            lists[code] = CrisisWords.model_validate(file.content)
        except ValidationError as errors:
            problems += [
                file.problem(location, message, **values)
                for location, (message, values) in explain_all(errors.errors(), CrisisWords)
            ]
            continue
        glued = word_lists[code].glued if code in word_lists else ()
        problems += islice(_problems_in(file, lists[code], glued, beginnings), ENOUGH)
    return lists, problems


@lru_cache(maxsize=16)
def _beginnings(names: tuple[str, ...]) -> "_Beginnings":
    return _Beginnings(names)


class _Beginnings:
    """What stands in the field on the way to the name of each place, to be looked up by a word."""

    def __init__(self, names: Iterable[str]) -> None:
        # Each such text, folded, with the name that it begins.
        name_of: dict[str, str] = {}
        for name in names:
            folded = terms.fold(name)
            for length in range(LEAST, len(folded) + 1):
                name_of.setdefault(folded[:length].strip(), name)
        self._found = sorted((word, text) for text in name_of for word in text.split())
        self._name_of = name_of

    def name_with(self, term: Term, glued: Iterable[str]) -> str | None:
        """Return a name that begins with a text in which `term` stands; None if there is none."""
        for prefix, first in product(("", *glued), term.words[0]):
            begun = prefix + first.text
            at = bisect_left(self._found, (begun, ""))
            while at < len(self._found):
                word, text = self._found[at]
                at += 1
                if not (word.startswith(begun) if first.open_ended else word == begun):
                    break
                if term.is_in(text.split(), glued):
                    return self._name_of[text]
        return None


class _Fault(NamedTuple):
    """What is wrong at a location in a file."""

    location: tuple[str | int, ...]
    message: str
    values: dict[str, str]


def _problems_in(
    file: TextFile, words: CrisisWords, glued: tuple[str, ...], beginnings: _Beginnings
) -> Iterator[Problem]:
    for kind in KINDS:
        for at, word in enumerate(getattr(words, kind).words):
            if name := beginnings.name_with(Term.of(word), glued):
                yield file.problem((kind, "words", at), _OF_PLACE, word=word, name=name)
    for location, message, values in _faults(words, glued):
        yield file.problem(location, message, **values)


# A preview, and tests, read the same words again and again.
@lru_cache(maxsize=16)
def _faults(words: CrisisWords, glued: tuple[str, ...]) -> tuple[_Fault, ...]:
    """Return what is wrong in the words of a language, whatever places there are."""
    return tuple(_find_faults(words, glued))


def _find_faults(words: CrisisWords, glued: tuple[str, ...]) -> Iterator[_Fault]:
    for kind in KINDS:
        listed = getattr(words, kind)
        for at, word in enumerate(listed.words):
            if word in listed.words[:at]:
                yield _Fault((kind, "words", at), _TWICE, {"word": word})
            if text := next(_hiding(Term.of(word), words.exceptions, glued), None):
                yield _Fault((kind, "words", at), _NEVER, {"word": word, "text": text})
        for at, word in enumerate(listed.reviewed):
            if word not in listed.words:
                yield _Fault((kind, "reviewed", at), _NOT_A_WORD, {"word": word})
    cards = _Cards.of(words, glued)
    for at, text in enumerate(words.ordinary):
        if cards.raised(text):
            yield _Fault(("ordinary", at), _ORDINARY, {"text": text})


def _hiding(term: Term, exceptions: Iterable[str], glued: Iterable[str]) -> Iterator[str]:
    """Yield the exceptions that stand in a term, so that it would never raise a card."""
    texts = [[form.text for form in forms] for forms in product(*term.words)]
    for written in exceptions:
        if any(Term.of(written).places_in(typed, glued, gap=0) for typed in texts):
            yield written
