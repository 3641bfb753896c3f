"""The real directory against the report it is made from, and the traps in that report.

What the report says is held here only as long as the report is a fact's source: an editor who knows
better gives the fact a source of its own, or confirms the entry, and no test stands in the way.
"""

from collections.abc import Iterator

from bilaga_2 import CENTRES as PRINTED_CENTRES
from bilaga_2 import PRINTED, shown
from centres.data.directory import BASE_SOURCE
from centres.data.model import Centre, Email, Phone
from helpers import DIRECTORY, LATEST, ROOT, SERVED_BY, personal_addresses, problems

RETIRED = {name for retired in DIRECTORY.retired for name in retired.municipalities}


def from_report(centre: Centre, fact: object) -> bool:
    """Whether the report is where this fact about a centre comes from."""
    return (getattr(fact, "source", None) or centre.source) == BASE_SOURCE


def phones_from_report() -> Iterator[tuple[str, Phone]]:
    """Every number that comes from the report, with its centre's id."""
    for centre in DIRECTORY.centres:
        yield from ((centre.id, one) for one in centre.phones if from_report(centre, one))


def emails_from_report() -> Iterator[tuple[str, Email]]:
    """Every address that comes from the report, with its centre's id."""
    for centre in DIRECTORY.centres:
        yield from ((centre.id, one) for one in centre.emails if from_report(centre, one))


def test_the_data_has_no_problems() -> None:
    """What `make check` says."""
    assert problems(ROOT / "data", today=LATEST) == []


def test_the_report_has_28_centres_for_42_municipalities() -> None:
    """Its own count, and that of its table as it is typed here."""
    assert (len(PRINTED_CENTRES), len(PRINTED)) == (28, 42)


def test_every_municipality_of_the_report_still_has_its_centre_or_has_lost_it_by_a_source() -> None:
    """Those who shared a centre in January share one now, unless another source says otherwise."""
    for municipalities in PRINTED_CENTRES:
        serving = [SERVED_BY[name] for name in municipalities if name not in RETIRED]
        by_report = {one.id for one in serving if one.source == BASE_SOURCE}
        assert len(by_report) <= 1, municipalities


def test_no_other_municipality_has_a_centre_unless_another_source_says_so() -> None:
    """248 had none in January."""
    others = {name: one.source for name, one in SERVED_BY.items() if name not in PRINTED}
    assert [name for name, source in others.items() if source == BASE_SOURCE] == []
    figures = DIRECTORY.figures
    assert figures["served"] == len(set(PRINTED) - (RETIRED - set(SERVED_BY))) + len(others)
    assert figures["served"] + figures["not_served"] == figures["municipalities"] == 290


def test_only_malmo_and_goteborg_take_all_ages_by_the_report() -> None:
    """The other 26 are for the young."""
    for centre in DIRECTORY.centres:
        if from_report(centre, centre.ages):
            assert (centre.ages.group == "all") == (centre.id in {"malmo", "goteborg"}), centre.id


def test_what_comes_from_the_report_is_printed_there() -> None:
    """Numbers and addresses in the order printed; all of them, where nothing has been changed."""
    for municipality in sorted(set(PRINTED) - RETIRED):
        centre = SERVED_BY[municipality]
        numbers, addresses = ([shown(one) for one in those] for those in PRINTED[municipality])
        phones = [one.number for one in centre.phones if from_report(centre, one)]
        emails = [
            one.address
            for one in centre.emails
            if from_report(centre, one) and one.address != "withheld"
        ]
        assert phones == [one for one in numbers if one in phones], municipality
        assert emails == [one for one in addresses if one in emails], municipality
        if centre.source == BASE_SOURCE and not any(one.source for one in centre.phones):
            assert phones == numbers, municipality
        if centre.source == BASE_SOURCE and not any(one.source for one in centre.emails):
            assert emails == addresses, municipality


def test_the_address_of_goteborg_is_kept_as_printed_and_marked_not_confirmed() -> None:
    """One t: a misprint or not, nobody knows."""
    for name, email in emails_from_report():
        assert (email.status == "not confirmed") == email.address.startswith("brotsutsatta@"), name


def test_a_number_shown_otherwise_than_printed_has_the_same_digits() -> None:
    """Lerum's is shown as a mobile number."""
    for _, phone in phones_from_report():
        if phone.printed:
            assert [c for c in phone.printed if c.isdigit()] == [
                c for c in phone.number if c.isdigit()
            ]


def test_an_address_of_a_persons_form_is_in_no_file_of_the_data() -> None:
    """A named employee is not published. The report prints one: its entry says `withheld`."""
    for path in sorted((ROOT / "data").rglob("*.*")):
        assert personal_addresses(path.read_text(encoding="utf-8")) == [], path


def test_a_mailbox_that_several_read_is_no_persons() -> None:
    """A centre whose printed address was a person's may have one of its own."""
    assert personal_addresses("anna.exempelsson@kommunen.example") != []
    for mailbox in ("ungabrottsutsatta", "stod.unga", "registrator.socialnamnden"):
        assert personal_addresses(f"{mailbox}@kommunen.example") == []


def test_an_address_that_the_report_prints_as_a_persons_stays_withheld() -> None:
    """Whatever else an editor adds beside it, with another source."""
    for name, email in emails_from_report():
        assert (email.kind == "named person") == (email.address == "withheld"), name


def test_a_registrars_address_is_marked_as_one() -> None:
    """What is written there becomes a public record: Norrtälje's."""
    for name, email in emails_from_report():
        assert (email.kind == "registrar") == email.address.startswith("registrator"), name


def test_the_reports_four_switchboards_say_what_to_ask_for() -> None:
    """Gislaved, Kungälv, Värnamo and Örebro; that they say it is a rule of the model."""
    known = {"gislaved", "kungalv", "varnamo", "orebro"}
    for name, phone in phones_from_report():
        assert (phone.kind == "switchboard") == (name in known), name


def test_only_taby_says_in_the_report_that_the_caller_may_hide_the_number() -> None:
    """Sourced for one centre, and not extended to others."""
    assert {name for name, phone in phones_from_report() if phone.hidden_number} <= {"taby"}


def test_no_web_address_of_the_report_is_published() -> None:
    """Six look machine-made, the rest are empty: somebody has to open the page and say so."""
    for centre in DIRECTORY.centres:
        if centre.web_page and from_report(centre, centre.web_page):
            assert centre.web_page.url == "not confirmed", centre.id


def test_no_age_limit_comes_from_the_table_of_the_report_but_lunds() -> None:
    """The report's text names one limit: under 25 in Lund. The others have sources of their own."""
    limits = {
        centre.id: (centre.ages.lowest, centre.ages.under, centre.ages.up_to)
        for centre in DIRECTORY.centres
        if from_report(centre, centre.ages) and centre.ages.known
    }
    assert limits.items() <= {"lund": (None, 25, None)}.items()


def test_nobody_is_said_to_take_anonymous_callers_because_of_the_report() -> None:
    """Every older statement is unverified since the law of 1 July 2025."""
    for centre in DIRECTORY.centres:
        if from_report(centre, centre.anonymity):
            assert centre.anonymity.value == "not confirmed", centre.id


def test_one_centre_of_the_report_is_run_by_a_victim_support_association() -> None:
    """Västerås; the report says there is exactly one."""
    for centre in DIRECTORY.centres:
        if from_report(centre, centre.run_by):
            assert centre.run_by.kind.startswith("victim") == (centre.id == "vasteras"), centre.id
