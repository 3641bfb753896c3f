"""Municipalities as the site uses them."""

from helpers import DIRECTORY

MUNICIPALITIES = DIRECTORY.municipalities


def test_no_two_municipalities_share_an_address() -> None:
    """Habo and Håbo fold to the same letters; one of them would have vanished."""
    slugs = [one.slug for one in MUNICIPALITIES]
    assert sorted(slugs) == sorted(set(slugs))
    assert {one.slug for one in MUNICIPALITIES if one.name in ("Habo", "Håbo")} == {"habo", "haabo"}


def test_every_address_is_plain_ascii() -> None:
    """So that it can be read aloud and typed on any keyboard."""
    assert [one.slug for one in MUNICIPALITIES if not one.slug.isascii()] == []


def test_names_are_sorted_as_a_swedish_reader_expects() -> None:
    """Å, Ä and Ö come last, in that order."""
    names = [one.name for one in MUNICIPALITIES]
    assert names[0] == "Ale"
    assert names[-1] == "Övertorneå"
    assert (
        names.index("Ystad") < names.index("Åmål") < names.index("Älmhult") < names.index("Öckerö")
    )
