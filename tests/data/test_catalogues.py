"""The words of every published language: nothing missing, nothing left over, nothing broken."""

import re

import pytest
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


def messages(domain: str, code: str) -> list[Message]:
    with (ROOT / f"locales/{code}/{domain}.po").open("rb") as file:
        return [message for message in read_po(file) if message.id]


def test_every_catalogue_of_the_repository_is_looked_at_here() -> None:
    """And no other: the program says which languages have the words of which domain."""
    there = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("locales/*/*.po")}
    assert {f"locales/{code}/{domain}.po" for domain, code in CATALOGUES} == there


def from_data(message: Message) -> bool:
    """Whether a word stands only in the data, where an editor may change it in Swedish alone.

    Such a word is shown in Swedish, and `centres check` says so: it stops nobody.
    """
    return all(place.startswith("data/") for place, _ in message.locations)


@pytest.mark.parametrize(("domain", "code"), CATALOGUES)
def test_a_catalogue_holds_exactly_the_words_of_the_program(domain: str, code: str) -> None:
    """If not, `make translations` has not been run."""
    gathered = po_files.gather(ROOT, DIRECTORY, domain)
    wanted = {str(one.id) for one in gathered if one.id and not from_data(one)}
    there = {str(one.id) for one in messages(domain, code)}
    assert wanted - there == set()
    of_program = {str(one.id) for one in messages(domain, code) if not from_data(one)}
    assert of_program - {str(one.id) for one in gathered} == set()


@pytest.mark.parametrize(("domain", "code"), CATALOGUES)
def test_every_word_of_the_program_has_a_translation_in_all_its_forms(
    domain: str, code: str
) -> None:
    """A published language is whole; Swedish only stands in while one is being made."""
    missing = [
        one.id
        for one in messages(domain, code)
        if not from_data(one)
        and (one.fuzzy or not one.string or (one.pluralizable and not all(one.string)))
    ]
    assert missing == []


@pytest.mark.parametrize(("domain", "code"), CATALOGUES)
def test_a_translation_fills_in_the_same_values_as_the_swedish(domain: str, code: str) -> None:
    """A number lost in translation is a lost number. Plural forms may leave out the count."""
    for one in (one for one in messages(domain, code) if one.string):
        if one.pluralizable:
            allowed = set(PLACEHOLDER.findall(" ".join(one.id)))
            assert all(set(PLACEHOLDER.findall(form)) <= allowed for form in one.string), one.id
        else:
            wanted = set(PLACEHOLDER.findall(one.id))
            assert set(PLACEHOLDER.findall(one.string)) == wanted, one.id


@pytest.mark.parametrize(
    ("domain", "code"), [(domain, code) for domain, code in CATALOGUES if domain != "editor"]
)
def test_numbers_to_call_survive_translation(domain: str, code: str) -> None:
    """116 006 and 112 in Swedish are 116 006 and 112 in every language, in digits a phone has."""
    for one in (one for one in messages(domain, code) if one.string):
        if not one.pluralizable:
            for number in re.findall(r"116 \d{3}|\b112\b|2025:400", one.id):
                assert number in one.string, one.id
            assert not re.search(r"[٠-٩]", one.string), one.id
