"""What a page says of a notice: in which language, until when, and on which pages."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from centres.data.directory import Directory
from centres.data.model import Notice, Prepared, Wording
from centres.pages import notices
from centres.pages.edition import Edition
from centres.site import load
from helpers import ROOT, TODAY

PREPARED = {
    code: Prepared(texts={"line-down": Wording(heading=heading, text=text)})
    for code, heading, text in (
        ("sv", "%(about)s går inte att nå", "Felet är inte hos dig."),
        ("en", "%(about)s cannot be reached", "The fault is not yours."),
    )
}
KNOWN: dict[str, Any] = {
    "id": "2026-11-22-boras",
    "level": "service",
    "centres": ("boras",),
    "from": "2026-11-20 08:00",
    "until": "2026-11-24 12:30",
    "heading": "Centret har stängt",
    "text": "Du kan få hjälp av andra & fler.",
    "languages": {"en": {"heading": "The centre is closed", "text": "Others can help you."}},
    "line": "bris",
    "source": "centret",
    "checked": "2026-11-22",
}
NATIONAL: dict[str, Any] = {
    **{name: KNOWN[name] for name in ("from", "until", "source", "checked")},
    "id": "2026-11-22-bris",
    "level": "national",
    "prepared": "line-down",
    "about": "bris",
    "line": "brottsofferjouren",
}


def edition(
    directory: Directory, code: str, *known: dict[str, Any], today: date = TODAY
) -> Edition:
    """Return the example in a language, with these notices."""
    made = [Notice.model_validate(one) for one in known]
    held = replace(directory, notices=made, today=today)
    return Edition(held, held.by_language[code], load.words(ROOT, code), PREPARED)


def headings(edition: Edition, path: str) -> list[str]:
    return [shown.said[0].heading for shown in edition.notices.at(path)]


def test_a_centres_notice_stands_on_its_page_and_on_those_of_its_municipalities(
    directory: Directory,
) -> None:
    """And nowhere else."""
    swedish = edition(directory, "sv", KNOWN)
    paths = notices.paths(swedish.directory, swedish.directory.notices[0])
    assert paths == {"kommun/boras/", "stodcentrum/boras/"}
    assert headings(swedish, "kommun/boras/") == ["Centret har stängt"]
    assert headings(swedish, "stodcentrum/boras/") == ["Centret har stängt"]
    for path in ("", "kommun/vara/", "stodlinjer/", "rad/"):
        assert headings(swedish, path) == []


def test_a_local_notice_stands_on_a_municipalitys_page_and_on_that_of_its_centre(
    directory: Directory,
) -> None:
    """A municipality without a centre has a page too."""
    known = {**KNOWN, "level": "local", "centres": (), "municipalities": ["Täby", "Vara"]}
    swedish = edition(directory, "sv", known)
    paths = notices.paths(swedish.directory, swedish.directory.notices[0])
    assert paths == {"kommun/taby/", "kommun/vara/", "stodcentrum/taby/"}


def test_a_national_notice_stands_where_one_looks_for_whom_to_call(directory: Directory) -> None:
    """After that of the place; not on pages of advice, and not on the one for wrong addresses."""
    swedish = edition(directory, "sv", NATIONAL, KNOWN)
    national = '<bdi translate="no">Bris</bdi> går inte att nå'
    assert headings(swedish, "kommun/boras/") == ["Centret har stängt", national]
    for path in ("", "kommun/vara/", "stodcentrum/boras/", "stodlinjer/"):
        assert headings(swedish, path)[-1] == national
    for path in ("rad/", "om/", "sok/", "kommuner/", "stodcentrum/", "404.html"):
        assert headings(swedish, path) == []


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        (date(2026, 11, 19), False),
        (date(2026, 11, 20), True),
        (date(2026, 11, 24), True),
        (date(2026, 11, 25), False),
    ],
)
def test_the_build_leaves_out_what_does_not_hold_that_day(
    directory: Directory, today: date, shown: bool
) -> None:
    """What begins or ends on the day is there: the page's script knows the hour."""
    swedish = edition(directory, "sv", KNOWN, today=today)
    assert bool(headings(swedish, "kommun/boras/")) == shown


@pytest.mark.parametrize(
    ("code", "today", "until", "said"),
    [
        ("sv", TODAY, "2026-11-24 12:30", "Gäller till 24 november klockan 12.30."),
        ("sv", TODAY, "2026-11-24 24:00", "Gäller till 24 november klockan 24."),
        ("en", TODAY, "2026-11-24 12:00", "Until 12:00 on 24 November."),
        ("ar", TODAY, "2026-11-24 12:30", "حتى 24 نوفمبر (تشرين الثاني) الساعة 12:30."),
        (
            "sv",
            date(2026, 11, 20),
            "2026-11-24 12:00",
            "Gäller från 20 november klockan 8 till 24 november klockan 12.",
        ),
    ],
)
def test_a_notice_says_until_when_in_every_language(
    directory: Directory, code: str, today: date, until: str, said: str
) -> None:
    """And from when, on the day that it begins: without a script it is shown before."""
    made = edition(directory, code, {**KNOWN, "until": until}, today=today)
    (shown,) = made.notices.at("kommun/boras/")
    assert shown.when.striptags() == said
    assert bool(shown.begins) == (today == date(2026, 11, 20))


def test_a_text_that_nobody_has_translated_is_shown_in_each_language_that_it_is_in(
    directory: Directory,
) -> None:
    """Both, marked as what they are; the source language last."""
    (shown,) = edition(directory, "ar", KNOWN).notices.at("kommun/boras/")
    assert [(said.language.code, said.heading) for said in shown.said] == [
        ("en", "The centre is closed"),
        ("sv", "Centret har stängt"),
    ]
    (shown,) = edition(directory, "en", KNOWN).notices.at("kommun/boras/")
    assert [said.heading for said in shown.said] == ["The centre is closed"]
    assert shown.is_reviewed


def test_what_somebody_writes_is_text(directory: Directory) -> None:
    """It is escaped, and so is the name of a line within a prepared text."""
    (shown,) = edition(directory, "sv", KNOWN).notices.at("kommun/boras/")
    assert shown.said[0].text == "Du kan få hjälp av andra &amp; fler."


def test_a_prepared_text_is_unreviewed_until_somebody_has_reviewed_it(directory: Directory) -> None:
    """In the source language it is what somebody wrote."""
    for code, reviewed in (("sv", True), ("en", False)):
        (shown,) = edition(directory, code, NATIONAL).notices.at("")
        assert shown.is_reviewed == reviewed
