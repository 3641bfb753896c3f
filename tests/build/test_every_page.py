"""What must be so of every page is so of every page, in every language: see tests/invariants."""

from pathlib import Path

import pytest

import invariants
from built import SITE_URL
from helpers import DIRECTORY

CODES = [language.code for language in DIRECTORY.languages]


@pytest.mark.parametrize("code", CODES)
def test_every_page_of_a_language_is_as_every_page_must_be(site: Path, code: str) -> None:
    """Each page is parsed once, and every invariant is a function of it."""
    addresses = invariants.site(site, SITE_URL).addresses_in(code)
    assert addresses, f"there is no page in {code}"
    found = invariants.faults(site, addresses, SITE_URL)
    assert not found, invariants.report(found)


def test_every_page_is_in_a_language(site: Path) -> None:
    """So that the tests above leave out none."""
    whole = invariants.site(site, SITE_URL)
    by_language = [address for code in CODES for address in whole.addresses_in(code)]
    assert sorted(by_language) == whole.addresses
