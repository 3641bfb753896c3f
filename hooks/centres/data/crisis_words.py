"""Read the words that raise a card with numbers to call: locales/<code>/crisis.yaml.

A card must come when somebody needs it, and not when somebody writes where she lives: no name of a
place, nor any beginning of one, may raise it, nor what the file lists as ordinary.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
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
_ORDINARY = N_("”%(text)s” ska inte visa något kort, men det gör ”%(word)s”. Ändra ett av dem.")
_NOT_A_WORD = N_("”%(word)s” är granskat, men står inte bland orden. Ta bort det, eller lägg till.")
_TWICE = N_("”%(word)s” står två gånger. Ta bort den ena.")


@dataclass(frozen=True)
class _Matcher:
    """Which of some words raise a card for a text; `glued` are the language's prefixes."""

    words: tuple[str, ...]
    glued: tuple[str, ...]

    def raised_by(self, text: str) -> str | None:
        """Return the first of the words that `text` raises a card by; None if it raises none."""
        typed = terms.fold(text).split()
        found = (word for word, term in self._terms if len(term.words) <= len(typed))
        return next((word for word in found if self._of[word].is_in(typed, self.glued)), None)

    @cached_property
    def _of(self) -> dict[str, Term]:
        return {word: Term.of(word) for word in self.words}

    @cached_property
    def _terms(self) -> list[tuple[str, Term]]:
        return list(self._of.items())


def read(
    root: Path, languages: list[Language], word_lists: dict[str, WordList], names: Iterable[str]
) -> tuple[dict[str, CrisisWords], list[Problem]]:
    """Return the crisis words of each language by its code, and what is wrong in the files.

    Each language needs a file but a variant, which has its base language's. `names` are those of
    all places.
    """
    beginnings = list(_beginnings(names))
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
        problems += list(_problems_in(file, lists[code], glued, beginnings))[:ENOUGH]
    return lists, problems


def _beginnings(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each text that stands in the field on the way to a name, folded, with the name."""
    seen = set()
    for name in names:
        folded = terms.fold(name)
        for length in range(LEAST, len(folded) + 1):
            text = folded[:length].strip()
            if text not in seen:
                seen.add(text)
                yield text, name


def _problems_in(
    file: TextFile, words: CrisisWords, glued: tuple[str, ...], beginnings: list[tuple[str, str]]
) -> Iterator[Problem]:
    for kind in KINDS:
        listed = getattr(words, kind)
        matcher = _Matcher(listed.words, glued)
        for at, word in enumerate(listed.words):
            if word in listed.words[:at]:
                yield file.problem((kind, "words", at), _TWICE, word=word)
            if name := _place_of(word, glued, beginnings):
                yield file.problem((kind, "words", at), _OF_PLACE, word=word, name=name)
        for at, word in enumerate(listed.reviewed):
            if word not in listed.words:
                yield file.problem((kind, "reviewed", at), _NOT_A_WORD, word=word)
        for at, text in enumerate(words.ordinary):
            if word := matcher.raised_by(text):
                yield file.problem(("ordinary", at), _ORDINARY, text=text, word=word)


def _place_of(word: str, glued: tuple[str, ...], beginnings: list[tuple[str, str]]) -> str | None:
    """Return the place whose name, or a beginning of it, raises a card by `word`; None if none."""
    term = Term.of(word)
    first = term.words[0]
    likely = ((text, name) for text, name in beginnings if first in text)
    return next((name for text, name in likely if term.is_in(text.split(), glued)), None)
