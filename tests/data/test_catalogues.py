"""The words of every published language: nothing missing, nothing left over, nothing broken."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from centres.editors import po_files
from helpers import DIRECTORY, ROOT

CATALOGUES = [
    (domain, code)
    for domain in po_files.DOMAINS
    for code in po_files.languages(ROOT, DIRECTORY, domain)
]
PLACEHOLDER = re.compile(r"%\(\w+\)s")
# What is to be dialled or looked up as it stands.
KEPT = re.compile(r"116 \d{3}|\b112\b|2025:400")
# Digits of other scripts, which no telephone's keys have.
OTHER_DIGITS = re.compile(r"(?![0-9])\d")


class Word(NamedTuple):
    """A message of a catalogue, by the line that it stands on."""

    place: str
    domain: str
    message: Message

    @property
    def from_data(self) -> bool:
        """Whether it stands only in the data, where an editor may change it in Swedish alone.

        Such a word is shown in Swedish, and `centres check` says so: it stops nobody.
        """
        return all(place.startswith("data/") for place, _ in self.message.locations)

    @property
    def forms(self) -> list[tuple[str, str]]:
        """Each form of the translation, with the Swedish that it is of: both forms of a plural."""
        ids, strings = self.message.id, self.message.string
        if isinstance(ids, str):
            return [(ids, str(strings))] if strings else []
        return [(" ".join(ids), form) for form in strings if form]


@cache
def words() -> list[Word]:
    """Return every message of every catalogue."""
    found = []
    for domain, code in CATALOGUES:
        path = f"locales/{code}/{domain}.po"
        with (ROOT / path).open("rb") as file:
            for message in read_po(file):
                if message.id:
                    found.append(Word(f"{path}:{message.lineno}", domain, message))
    return found


def test_every_catalogue_of_the_repository_is_looked_at_here() -> None:
    """And no other: the program says which languages have the words of which domain."""
    there = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("locales/*/*.po")}
    assert {f"locales/{code}/{domain}.po" for domain, code in CATALOGUES} == there
    domains = [domain for domain in po_files.DOMAINS if domain in {one for one, _ in CATALOGUES}]
    assert sorted({word.domain for word in words()}) == sorted(domains)
    assert {*po_files.DOMAINS} - {*domains} <= {"easy"}, "only what a variant alone needs"


def test_a_catalogue_holds_exactly_the_words_of_the_program() -> None:
    """If not, `make translations` has not been run."""
    faults: list[str] = []
    for domain in po_files.DOMAINS:
        gathered = po_files.gather(ROOT, DIRECTORY, domain)
        of_program = {
            str(one.id) for one in gathered if one.id and not Word("", domain, one).from_data
        }
        known = {str(one.id) for one in gathered}
        for code in po_files.languages(ROOT, DIRECTORY, domain):
            path = f"locales/{code}/{domain}.po"
            here = [word for word in words() if word.place.startswith(f"{path}:")]
            missing = of_program - {str(word.message.id) for word in here}
            faults += [f"{path} lacks {id}" for id in sorted(missing)]
            faults += [
                f"{word.place}: no longer in the program: {word.message.id}"
                for word in here
                if not word.from_data and str(word.message.id) not in known
            ]
    assert faults == []


def test_every_word_of_the_program_has_a_translation_in_all_its_forms() -> None:
    """A published language is whole; Swedish only stands in while one is being made."""
    assert [
        f"{word.place}: {one.id}"
        for word in words()
        if not word.from_data
        and (one := word.message)
        and (one.fuzzy or not one.string or (one.pluralizable and not all(one.string)))
    ] == []


def lost_values(swedish: str, form: str, plural: bool) -> Iterator[str]:
    """Yield the placeholders that one has and the other lacks; a plural may leave out the count."""
    wanted, there = set(PLACEHOLDER.findall(swedish)), set(PLACEHOLDER.findall(form))
    yield from there - wanted if plural else there ^ wanted


def test_a_translation_fills_in_the_same_values_as_the_swedish() -> None:
    """A number lost in translation is a lost number."""
    assert [
        f"{word.place}: {value}: {form}"
        for word in words()
        for swedish, form in word.forms
        for value in lost_values(swedish, form, word.message.pluralizable)
    ] == []


def test_numbers_to_call_survive_translation() -> None:
    """116 006 and 112 in Swedish are 116 006 and 112 in every language, in digits a phone has."""
    assert [
        f"{word.place}: {form}"
        for word in words()
        if word.domain != "editor"
        for swedish, form in word.forms
        if OTHER_DIGITS.search(form)
        or (
            not word.message.pluralizable
            and any(number not in form for number in KEPT.findall(swedish))
        )
    ] == []
