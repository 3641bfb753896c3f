"""When somebody answers: in words, for a script, and on which days."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from centres.data.model import Hours, Source
from centres.i18n import Words
from centres.pages import hours
from centres.pages.edition import Edition
from centres.pages.hours import OpenNow
from helpers import TODAY

SWEDISH = Words("sv")
SUMMER = {"from": "06-01", "to": "07-31", "weekly": ["Mo-Fr 09:00-19:00"]}
WEEK = ["Mo-Tu 09:00-19:00", "We-Fr 09:00-17:00", "Sa-Su 09:00-12:00", "Sa-Su 13:00-16:00"]


def of(weekly: Any, **more: Any) -> Hours:
    """Return hours as they are written in a file."""
    return Hours.model_validate({"weekly": weekly, **more})


def source(day: str) -> Source:
    """Return a source with that date."""
    return Source.model_validate(
        {
            "id": "exempel",
            "title": "Exempel",
            "publisher": "Exempel",
            "date": day,
            "retrieved": "2026-11-20",
        }
    )


def said(words: Words, known: Hours, today: date | None = None) -> str:
    """Return hours as a visitor reads them."""
    body = LexborHTMLParser(f"<p>{hours.in_words(words, known, today)}").css_first("p")
    assert body is not None
    return body.text()


@pytest.mark.parametrize(
    ("weekly", "text"),
    [
        ("always", "dygnet runt"),
        (["Mo-Fr 09:00-16:00"], "vardagar 9–16"),
        (["Mo-Su 07:00-21:00"], "alla dagar 7–21"),
        (["Fr 08:15-11:30"], "fredag 8.15–11.30"),
        (["Sa-Su 09:00-12:00"], "lördag och söndag 9–12"),
        (
            ["Su 11:00-17:00", "Mo 15:00-21:00", "Th 15:00-21:00"],
            "måndag och torsdag 15–21, söndag 11–17",
        ),
        (WEEK, "måndag och tisdag 9–19, onsdag till fredag 9–17, lördag och söndag 9–12 och 13–16"),
        (["Fr 20:00-24:00", "Sa 00:00-04:00"], "fredag 20–24, lördag 0–4"),
        # Over midnight on every day it is one night.
        (["Mo-Su 21:00-24:00", "Mo-Su 00:00-06:00"], "alla dagar 21–6"),
        (
            ["Mo-Su 00:00-02:00", "Mo-Su 12:00-13:00", "Mo-Su 22:30-24:00"],
            "alla dagar 12–13 och 22.30–2",
        ),
        (["Mo-Fr 21:00-24:00", "Mo-Fr 00:00-06:00"], "vardagar 0–6 och 21–24"),
        (
            ["Mo-Fr 13:00-16:00", "Mo 09:00-12:00"],
            "måndag 9–12 och 13–16, tisdag till fredag 13–16",
        ),
    ],
)
def test_a_week_is_said_as_people_say_it(weekly: Any, text: str) -> None:
    """Days with the same hours together, from the first of them."""
    assert said(SWEDISH, of(weekly)) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "vardagar 9–16, lördag och söndag 9–12 och 13–16"),
        ("en", "weekdays 9:00–16:00, Saturday and Sunday 9:00–12:00 and 13:00–16:00"),
        (
            "ar",
            "من الاثنين إلى الجمعة من 9:00 إلى 16:00، السبت والأحد من 9:00 إلى 12:00 ومن 13:00 "
            "إلى 16:00",
        ),
    ],
)
def test_a_week_is_said_in_the_words_of_each_language(
    editions: dict[str, Edition], code: str, text: str
) -> None:
    """With the comma of its own script."""
    words = editions[code].words
    assert said(words, of(["Mo-Fr 09:00-16:00", *WEEK[2:]])) == text


def test_a_day_and_its_hours_are_one_piece_and_so_are_the_hours() -> None:
    """Whichever way the sentence around them goes, and wherever its line ends."""
    assert hours.in_words(SWEDISH, of(["Mo-Fr 09:00-16:00", *WEEK[2:]])) == (
        "<bdi>vardagar <bdi>9–16</bdi></bdi>, "
        "<bdi>lördag och söndag <bdi>9–12</bdi> och <bdi>13–16</bdi></bdi>"
    )


def test_a_language_that_has_no_words_for_days_has_those_of_the_year_in_ciphers() -> None:
    """And those of the week as any word that nobody has translated: in Swedish, and marked."""
    words = Words("tlh")
    summer = of(["Sa 09:00-12:00"], exceptions=[SUMMER])
    assert said(words, summer) == "lördag 9–12. 06-01–07-31: vardagar 9–19"
    assert '<span lang="sv" dir="ltr">lördag</span>' in hours.in_words(words, summer)


@pytest.mark.parametrize(
    ("today", "is_told"),
    [
        ("2026-05-02", False),
        ("2026-05-03", True),
        ("2026-07-31", True),
        ("2026-08-01", False),
    ],
)
def test_a_season_is_told_from_a_month_before_it_until_its_last_day(
    today: str, is_told: bool
) -> None:
    """In November nobody needs to read of summer."""
    known = of(["Mo-Fr 09:00-16:00"], exceptions=[SUMMER])
    summer = ". 1 juni–31 juli: vardagar 9–19" if is_told else ""
    assert said(SWEDISH, known, date.fromisoformat(today)) == f"vardagar 9–16{summer}"


def test_where_facts_come_from_every_season_is_told() -> None:
    """Whoever checks them reads what the source says, on any day."""
    known = of(
        ["Mo-Fr 09:00-16:00"],
        exceptions=[SUMMER, {"from": "2026-12-24", "to": "2026-12-26", "weekly": "closed"}],
    )
    assert said(SWEDISH, known) == (
        "vardagar 9–16. 1 juni–31 juli: vardagar 9–19. Stängt 24 december 2026–26 december 2026"
    )


def test_a_season_of_one_year_is_not_told_in_the_next() -> None:
    """And one that begins in January is told before New Year."""
    week = ["Mo-Fr 09:00-16:00"]
    once = of(week, exceptions=[{"from": "2026-12-24", "to": "2026-12-26", "weekly": "closed"}])
    each_year = of(week, exceptions=[{"from": "01-02", "to": "01-05", "weekly": "always"}])
    assert said(SWEDISH, once, date(2026, 12, 1)).endswith(
        "Stängt 24 december 2026–26 december 2026"
    )
    assert said(SWEDISH, once, date(2027, 12, 1)) == "vardagar 9–16"
    assert said(SWEDISH, each_year, date(2026, 12, 20)) == (
        "vardagar 9–16. 2 januari–5 januari: dygnet runt"
    )


@pytest.mark.parametrize(
    ("dated", "today", "until"),
    [
        ("2026-06-04", "2026-11-22", "2027-06-04"),
        ("2026-06-04", "2027-06-04", "2027-06-04"),
        ("2026-06-04", "2027-06-05", None),
        # A source that says only its month or year may be from the first day of that.
        ("2025-12", "2026-11-22", "2026-12-01"),
        ("2025-11", "2026-11-22", None),
        ("2025", "2026-01-01", "2026-01-01"),
        ("2025", "2026-11-22", None),
        ("undated", "2026-11-22", None),
    ],
)
def test_a_source_says_that_somebody_answers_now_for_a_year(
    dated: str, today: str, until: str | None
) -> None:
    """Hours that an old page says may have changed, and a page without a date may be any age."""
    known = of(["Mo-Fr 09:00-16:00"])
    day = date.fromisoformat(today)
    expected = date.fromisoformat(until) if until else None
    assert hours.current_until(known, source(dated), day) == expected
    assert (hours.open_now(known, source(dated), day) is None) == (until is None)


@pytest.mark.parametrize(
    ("holds", "until"),
    [
        ({"valid_to": "2026-12-31"}, date(2026, 12, 31)),
        ({"valid_to": "2028-12-31"}, date(2027, 6, 4)),
        ({"valid_to": "2026-11-21"}, None),
        ({"valid_from": "2026-11-22"}, date(2027, 6, 4)),
        ({"valid_from": "2026-11-23"}, None),
        ({"weekly": "not confirmed"}, None),
    ],
)
def test_nobody_is_said_to_answer_on_a_day_that_the_hours_do_not_hold(
    holds: dict[str, str], until: date | None
) -> None:
    """Before or after their days; and unknown hours say nothing."""
    known = of(**{"weekly": ["Mo-Fr 09:00-16:00"], **holds})
    assert hours.current_until(known, source("2026-06-04"), TODAY) == until


def test_a_script_is_given_the_week_the_seasons_and_what_holds_on_holidays() -> None:
    """In one text each, that a page can hold as an attribute; it speaks of now for three days."""
    closed = {"from": "12-24", "to": "12-26", "weekly": "closed"}
    known = of(
        ["Mo-Fr 09:00-16:00", "Sa 10:00-12:00"], exceptions=[SUMMER, closed], holidays="closed"
    )
    assert hours.open_now(known, source("2026-06-04"), TODAY) == OpenNow(
        rules="Mo-Fr 09:00-16:00;Sa 10:00-12:00;06-01/07-31 Mo-Fr 09:00-19:00;12-24/12-26 ",
        until="2026-11-25",
        on_holidays="closed",
    )
    ends = of(["Mo-Fr 09:00-16:00"], valid_to="2026-11-23")
    assert hours.open_now(ends, source("2026-06-04"), TODAY) == OpenNow(
        rules="Mo-Fr 09:00-16:00", until="2026-11-23", on_holidays="not confirmed"
    )


def test_public_holidays_are_those_of_the_next_year_and_the_eves_that_are_kept(
    swedish: Edition,
) -> None:
    """By law, and as people keep them; a Sunday like any other is not among them."""
    days = hours.public_holidays(swedish.directory).split()
    assert days == sorted(set(days))
    assert {"2026-12-24", "2026-12-25", "2026-12-26", "2027-01-01", "2027-01-06"} <= {*days}
    assert {"2027-03-26", "2027-03-29", "2027-05-06", "2027-06-25", "2027-06-26"} <= {*days}
    assert not {"2026-11-29", "2026-12-23", "2027-06-14"} & {*days}
    assert days[0] == "2026-12-24"
    assert days[-1] <= "2027-11-22"


def test_a_holiday_counts_on_the_day_itself(swedish: Edition) -> None:
    """A page that is made on Christmas Day says nothing of now that day."""
    directory = replace(swedish.directory, today=date(2026, 12, 25))
    assert hours.public_holidays(directory).startswith("2026-12-25 2026-12-26 ")
