"""The real directory against the report it is made from, and the traps in that report."""

import pytest

from bilaga_2 import PRINTED, shown
from centres.model import Centre
from helpers import DIRECTORY, LATEST, ROOT, problems

CENTRES = {centre.id: centre for centre in DIRECTORY.centres}


def centre_in(municipality: str) -> Centre:
    return next(one for one in DIRECTORY.centres if municipality in one.municipalities)


def test_the_data_has_no_problems() -> None:
    """What `make check` says."""
    assert problems(ROOT / "data", today=LATEST) == []


def test_there_are_28_centres_for_42_municipalities_and_248_have_none() -> None:
    """The report's own count."""
    figures = DIRECTORY.figures
    assert (figures["centres"], figures["served"], figures["not_served"]) == (28, 42, 248)
    assert figures["municipalities"] == 290


def test_exactly_the_municipalities_of_bilaga_2_have_a_centre() -> None:
    """No more and no fewer."""
    assert sorted(name for one in DIRECTORY.centres for name in one.municipalities) == sorted(
        PRINTED
    )


def test_only_malmo_and_goteborg_take_all_ages() -> None:
    """The other 26 are for the young."""
    assert {one.id for one in DIRECTORY.centres if one.ages.group == "all"} == {"malmo", "goteborg"}


@pytest.mark.parametrize("municipality", PRINTED)
def test_a_municipality_has_the_numbers_and_addresses_of_bilaga_2(municipality: str) -> None:
    """All of them, in the order printed, and no others."""
    numbers, addresses = PRINTED[municipality]
    centre = centre_in(municipality)
    published = [email.address for email in centre.emails if email.address != "withheld"]
    assert [phone.number for phone in centre.phones] == [shown(number) for number in numbers]
    assert published == [shown(address) for address in addresses]


def test_the_address_of_goteborg_is_kept_as_printed_and_marked_not_confirmed() -> None:
    """One t: a misprint or not, nobody knows."""
    (email,) = CENTRES["goteborg"].emails
    assert email.status == "not confirmed"


def test_lerums_number_is_shown_as_a_mobile_number_with_the_same_digits() -> None:
    """What the report prints is kept beside it."""
    (phone,) = CENTRES["lerum"].phones
    assert (phone.number, phone.printed) == ("076-129 58 00", "0761-29 58 00")
    assert phone.tel == "+46761295800"


def test_nynashamns_personal_address_is_withheld_and_its_numbers_are_not() -> None:
    """A named employee is not published, in any file of the data."""
    centre = CENTRES["nynashamn"]
    assert [email.address for email in centre.emails] == ["withheld"]
    assert len(centre.phones) == 2
    for path in sorted((ROOT / "data").iterdir()):
        assert "@nynashamn" not in path.read_text(encoding="utf-8"), path


def test_norrtaljes_address_is_marked_as_the_registrars() -> None:
    """What is written there becomes a public record."""
    (email,) = CENTRES["norrtalje"].emails
    assert email.kind == "registrar"


def test_the_four_switchboards_say_what_to_ask_for() -> None:
    """Gislaved, Kungälv, Värnamo and Örebro."""
    switchboards = {
        one.id: phone.ask_for
        for one in DIRECTORY.centres
        for phone in one.phones
        if phone.kind == "switchboard"
    }
    assert set(switchboards) == {"gislaved", "kungalv", "varnamo", "orebro"}
    assert all(switchboards.values())


def test_gnosjo_has_neither_number_nor_address() -> None:
    """The page gives the way round; see the build tests."""
    centre = CENTRES["gnosjo"]
    assert (centre.phones, centre.emails) == ([], [])


def test_only_taby_says_that_the_caller_may_hide_the_number() -> None:
    """Sourced for one centre, and not extended to others."""
    advised = {
        one.id for one in DIRECTORY.centres if any(phone.hidden_number for phone in one.phones)
    }
    assert advised == {"taby"}


def test_no_web_address_is_published_until_somebody_confirms_one() -> None:
    """Six in the report look machine-made, the rest are empty."""
    assert {one.web_page.url for one in DIRECTORY.centres if one.web_page} == {"not confirmed"}
    assert [one.id for one in DIRECTORY.centres if one.web_page is None] == ["gislaved"]


def test_the_age_limits_are_those_of_the_sources_and_no_others() -> None:
    """Under 25 and up to and including 24 are different facts."""
    limits = {
        one.id: (one.ages.lowest, one.ages.under, one.ages.up_to)
        for one in DIRECTORY.centres
        if one.ages.limit is not None
    }
    assert limits == {
        "lund": (None, 25, None),
        "stockholm": (None, 21, None),
        "taby": (10, None, 20),
        "uppsala": (10, None, 21),
    }


def test_nobody_has_confirmed_that_a_centre_is_anonymous_since_the_new_law() -> None:
    """Every older statement is unverified since 1 July 2025."""
    assert {one.anonymity.value for one in DIRECTORY.centres} == {"not confirmed"}


def test_one_centre_is_run_by_a_victim_support_association() -> None:
    """Västerås; the report says there is exactly one."""
    kinds = {one.id: one.run_by.kind for one in DIRECTORY.centres}
    assert [name for name, kind in kinds.items() if kind.startswith("victim")] == ["vasteras"]


def test_every_listed_source_is_used() -> None:
    """A source that nothing cites says nothing."""
    text = "".join((ROOT / f"data/{name}.yaml").read_text() for name in ("centres", "helplines"))
    unused = [name for name in DIRECTORY.sources if f"source: {name}" not in text]
    assert unused == []
