"""Read the words that raise a card with numbers to call: locales/<code>/crisis.yaml.

A card must come when somebody needs it, and not when somebody writes where she lives: no name of a
place, nor any beginning of one, may raise it, nor what the file lists as ordinary.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

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
    typed = terms.fold(text).split()
    for written in words.exceptions:
        for place in Term.of(written).places_in(typed, glued) or ():
            typed[place] = ""
    return [kind for kind in KINDS if _stand(getattr(words, kind).words, typed, glued)]


def _stand(words: Iterable[str], typed: list[str], glued: Iterable[str]) -> bool:
    return any(Term.of(word).is_in(typed, glued) for word in words)


def read(
    root: Path, languages: list[Language], word_lists: dict[str, WordList], names: Iterable[str]
) -> tuple[dict[str, CrisisWords], list[Problem]]:
    """Return the crisis words of each language by its code, and what is wrong in the files.

    Each language needs a file but a variant, which has its base language's. `names` are those of
    all places.
    """
    beginnings = _Beginnings(names)
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
        first, ends = term.words[0], term.open_ended[0]
        for prefix in ("", *glued):
            at = bisect_left(self._found, (prefix + first, ""))
            for word, text in islice(self._found, at, None):
                if not (word.startswith(prefix + first) if ends else word == prefix + first):
                    break
                if term.is_in(text.split(), glued):
                    return self._name_of[text]
        return None


def _problems_in(
    file: TextFile, words: CrisisWords, glued: tuple[str, ...], beginnings: _Beginnings
) -> Iterator[Problem]:
    for kind in KINDS:
        listed = getattr(words, kind)
        for at, word in enumerate(listed.words):
            if word in listed.words[:at]:
                yield file.problem((kind, "words", at), _TWICE, word=word)
            if name := beginnings.name_with(Term.of(word), glued):
                yield file.problem((kind, "words", at), _OF_PLACE, word=word, name=name)
            typed = Term.of(word).words
            hiding = (one for one in words.exceptions if Term.of(one).is_in(typed, glued))
            if text := next(hiding, None):
                yield file.problem((kind, "words", at), _NEVER, word=word, text=text)
        for at, word in enumerate(listed.reviewed):
            if word not in listed.words:
                yield file.problem((kind, "reviewed", at), _NOT_A_WORD, word=word)
    for at, text in enumerate(words.ordinary):
        if raised(words, text, glued):
            yield file.problem(("ordinary", at), _ORDINARY, text=text)
