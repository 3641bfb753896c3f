"""The words of every published language: nothing missing, nothing left over, nothing broken."""

import re

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from centres import catalogues
from helpers import DIRECTORY, ROOT

CATALOGUES = [
    (domain, code)
    for domain in ("site", "editor")
    for code in catalogues.languages(DIRECTORY, domain)
]
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def messages(domain: str, code: str) -> list[Message]:
    with (ROOT / f"locales/{code}/{domain}.po").open("rb") as file:
        return [message for message in read_po(file) if message.id]


@pytest.mark.parametrize(("domain", "code"), CATALOGUES)
def test_a_catalogue_holds_exactly_the_words_of_the_site(domain: str, code: str) -> None:
    """If not, `make translations` has not been run."""
    gathered = {str(one.id) for one in catalogues.gather(ROOT, DIRECTORY, domain) if one.id}
    assert {str(one.id) for one in messages(domain, code)} == gathered


@pytest.mark.parametrize(("domain", "code"), CATALOGUES)
def test_every_word_has_a_translation_in_all_its_forms(domain: str, code: str) -> None:
    """A published language is whole; Swedish only stands in while one is being made."""
    missing = [
        one.id
        for one in messages(domain, code)
        if one.fuzzy or not one.string or (one.pluralizable and not all(one.string))
    ]
    assert missing == []


@pytest.mark.parametrize(("domain", "code"), CATALOGUES)
def test_a_translation_fills_in_the_same_values_as_the_swedish(domain: str, code: str) -> None:
    """A number lost in translation is a lost number. Plural forms may leave out the count."""
    for one in messages(domain, code):
        if one.pluralizable:
            allowed = set(PLACEHOLDER.findall(" ".join(one.id)))
            assert all(set(PLACEHOLDER.findall(form)) <= allowed for form in one.string), one.id
        else:
            wanted = set(PLACEHOLDER.findall(one.id))
            assert set(PLACEHOLDER.findall(one.string)) == wanted, one.id


@pytest.mark.parametrize("code", [code for domain, code in CATALOGUES if domain == "site"])
def test_numbers_to_call_survive_translation(code: str) -> None:
    """116 006 and 112 in Swedish are 116 006 and 112 in every language, in digits a phone has."""
    for one in messages("site", code):
        if not one.pluralizable:
            for number in re.findall(r"116 \d{3}|\b112\b|2025:400", one.id):
                assert number in one.string, one.id
            assert not re.search(r"[٠-٩]", one.string), one.id
