"""What pages say of a national line: how to reach it, what is promised, and when it answers."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from centres.data import loader
from centres.data.model import Fact
from centres.i18n import Words
from centres.pages.edition import Edition
from centres.pages.helplines import LineCard
from centres.pages.hours import OpenNow
from helpers import TODAY, changed_data

FREE = "      free: not confirmed\n      not_on_bill: not confirmed\n      note: Kan synas"
FREE_TOO = FREE.replace("free: not confirmed", "free: {value: yes, source: pts-2007}")


def card(edition: Edition, name: str) -> LineCard:
    """Return what pages say of the line with the id `name`."""
    return edition.line_card(edition.directory.lines[name])


def changed(tmp_path: Path, name: str, *changes: tuple[str, str], today: date = TODAY) -> LineCard:
    """Return what Swedish pages say of a line when the example's file has changed."""
    directory = loader.load(changed_data(tmp_path, *changes, file="helplines.yaml"), today)
    return card(Edition(directory, directory.languages[0], Words("sv")), name)


def buttons(told: LineCard) -> list[tuple[str, str]]:
    """Return where each button leads, and what it promises."""
    return [(button.href, str(button.promise)) for button in told.buttons]


def test_a_promise_of_one_number_stands_in_its_button_only(swedish: Edition) -> None:
    """Whoever dials the shorter number must not think that it stays off the bill."""
    told = card(swedish, "kvinnofridslinjen")
    assert buttons(told) == [
        ("tel:020505050", "Gratis. Syns inte på räkningen, men i telefonen"),
        ("tel:116016", "Kan synas på räkningen"),
        ("https://kvinnofridslinjen.se/", ""),
    ]
    assert told.chips == ["Dygnet runt", "Anonymt", "Tolk"]


def test_free_is_said_of_the_line_when_every_number_is(tmp_path: Path) -> None:
    """Then it is not repeated in each button."""
    told = changed(tmp_path, "kvinnofridslinjen", (FREE, FREE_TOO))
    assert told.chips == ["Dygnet runt", "Gratis", "Anonymt", "Tolk"]
    assert [promise for _, promise in buttons(told)] == [
        "Syns inte på räkningen, men i telefonen",
        "Kan synas på räkningen",
        "",
    ]


def test_what_no_source_says_is_not_said(swedish: Edition) -> None:
    """Whether a call to 112 costs or shows on a bill; and 1177 has nothing but its number."""
    assert card(swedish, "112").chips == ["Dygnet runt"]
    told = card(swedish, "1177")
    assert (told.chips, told.hours, buttons(told)) == ([], [], [("tel:1177", "")])


def test_every_way_to_reach_a_line_has_a_button_the_best_first(swedish: Edition) -> None:
    """A text message, a chat, a web page and a letter are opened by what each needs."""
    ways = {
        (button.channel.kind, button.href.partition(":")[0])
        for line in swedish.directory.helplines
        for button in swedish.line_card(line).buttons
    }
    assert ways == {
        ("call", "tel"),
        ("sms", "sms"),
        ("chat", "https"),
        ("mail", "mailto"),
        ("web", "https"),
    }
    assert buttons(card(swedish, "sms-112")) == [
        ("sms:112", ""),
        (
            "https://www.sosalarm.se/trygghet/viktiga-telefonnummer/112/112-for-tal--och-"
            "horselskadade/",
            "Anmäl ditt nummer",
        ),
    ]
    assert [href for href, _ in buttons(card(swedish, "brottsofferjouren"))] == [
        "tel:116006",
        "https://www.brottsofferjouren.se/om-oss/kontakt/",
        "mailto:fraga@boj.se",
    ]


def test_in_brief_are_the_best_number_and_what_answers_round_the_clock(swedish: Edition) -> None:
    """Where another is to be called first; the chat that is open at times is on the lines' page."""
    brief = {
        name: [button.href for button in card(swedish, name).brief_buttons]
        for name in ("kvinnofridslinjen", "bris", "sms-112")
    }
    assert brief == {
        "kvinnofridslinjen": ["tel:020505050"],
        "bris": ["tel:116111", "https://barn.bris.se/"],
        "sms-112": [],
    }


def test_hours_begin_with_a_capital_letter_where_no_label_stands_before_them(
    editions: dict[str, Edition],
) -> None:
    """In a script that has them."""
    told = {
        code: card(edition, "ratt-att-valja").hours[0].sentence
        for code, edition in editions.items()
    }
    assert told["sv"].startswith("<bdi>Alla dagar ")
    assert told["en"].startswith("<bdi>Every day ")
    assert "</bdi>" in told["ar"]


def test_without_calls_a_line_says_nothing_that_is_true_of_its_number_alone(
    swedish: Edition,
) -> None:
    """That somebody answers the telephone round the clock says nothing of the chat."""
    lines = swedish.directory.lines
    told = {
        name: swedish.line_card(lines[name].without_calls) for name in ("kvinnofridslinjen", "bris")
    }
    assert {name: card.chips for name, card in told.items()} == {
        "kvinnofridslinjen": ["Anonymt", "Tolk"],
        "bris": ["Anonymt"],
    }
    assert not any(card.is_called_always or card.always for card in told.values())
    assert [(one.kind, one.when) for one in told["bris"].hours] == [("chat", "dygnet runt")]


def test_each_way_has_its_hours_but_round_the_clock_is_said_once(swedish: Edition) -> None:
    """Numbers and chat differ; what nobody has confirmed says nothing of hours here."""
    told = {
        name: [
            (one.kind, str(one.label), one.when.striptags()) for one in card(swedish, name).hours
        ]
        for name in ("brottsofferjouren", "kvinnofridslinjen", "bris", "man", "socialjouren")
    }
    assert told == {
        "brottsofferjouren": [
            (
                "call",
                "Ring",
                "måndag och tisdag 9–19, onsdag till fredag 9–17, lördag och söndag 9–12 och 13–16",
            ),
            ("chat", "Chatta", "vardagar 9–16, lördag och söndag 9–12 och 13–16"),
        ],
        "kvinnofridslinjen": [
            ("chat", "Chatta", "måndag och torsdag 15–21, tisdag 8–13, fredag 9–16, söndag 11–17")
        ],
        # Its telephone and its chat are a chip; the hours of its text messages nobody knows.
        "bris": [],
        # There is one way only: no need to say which.
        "man": [("call", "", "alla dagar 7–21")],
        "socialjouren": [],
    }


def test_a_chat_that_is_open_round_the_clock_says_so_where_the_telephone_is_not(
    tmp_path: Path,
) -> None:
    """No chip says it of the line."""
    calls = (
        "      hours: always\n      free: yes",
        "      hours: [Mo-Fr 09:00-16:00]\n      free: yes",
    )
    told = changed(tmp_path, "bris", calls)
    assert "Dygnet runt" not in told.chips
    assert [(one.kind, one.when.striptags()) for one in told.hours] == [
        ("call", "vardagar 9–16"),
        ("chat", "dygnet runt"),
    ]


def test_hours_of_one_number_among_several_say_of_which(tmp_path: Path) -> None:
    """The other number may be closed for all that anybody knows."""
    shorter = (
        "      hours: {weekly: always, source: stodlinjer-2026-06-04}\n      free: not confirmed",
        "      hours: not confirmed\n      free: not confirmed",
    )
    told = changed(tmp_path, "kvinnofridslinjen", shorter)
    assert "Dygnet runt" not in told.chips
    assert [f"{one.label.striptags()}: {one.when.striptags()}" for one in told.hours] == [
        "020-50 50 50: dygnet runt",
        "Chatta: måndag och torsdag 15–21, tisdag 8–13, fredag 9–16, söndag 11–17",
    ]


def test_a_script_is_told_of_the_hours_whose_source_is_new_enough(swedish: Edition) -> None:
    """Those of the line for men are of April 2024: nobody says that it answers now."""
    now = {
        name: [one.now for one in card(swedish, name).hours]
        for name in ("man", "kvinnofridslinjen", "brottsoffermyndigheten")
    }
    week = "Mo 15:00-21:00;Tu 08:00-13:00;Th 15:00-21:00;Fr 09:00-16:00;Su 11:00-17:00"
    assert now == {
        "man": [None],
        "kvinnofridslinjen": [OpenNow(week, "2026-11-25", "not confirmed")],
        # Its source says 2025, and may be from January.
        "brottsoffermyndigheten": [None],
    }


@pytest.mark.parametrize(
    ("today", "always"), [("2026-11-22", True), ("2027-06-04", True), ("2027-06-05", False)]
)
def test_who_is_called_at_night_answers_then_by_a_source_of_this_year(
    swedish: Edition, today: str, always: bool
) -> None:
    """The filled button; the chip says what the source says however old, as all else does."""
    directory = replace(swedish.directory, today=date.fromisoformat(today))
    told = card(replace(swedish, directory=directory), "kvinnofridslinjen")
    assert told.always is always
    assert "Dygnet runt" in told.chips


def test_an_old_or_undated_source_fills_no_button_at_night(swedish: Edition) -> None:
    """Bris's is of August 2025, and the page on 112 has no date."""
    assert [name for name in swedish.directory.lines if card(swedish, name).always] == [
        "kvinnofridslinjen"
    ]


def test_hours_are_told_while_they_hold(tmp_path: Path) -> None:
    """A line that is open until New Year has no hours after it."""
    until = (
        "hours: [Mo-Su 07:00-21:00]",
        "hours: {weekly: [Mo-Su 07:00-21:00], valid_to: 2026-12-31}",
    )
    for day, hours in ((date(2026, 12, 31), ["alla dagar 7–21"]), (date(2027, 1, 1), [])):
        told = changed(tmp_path / day.isoformat(), "man", until, today=day)
        assert [one.when.striptags() for one in told.hours] == hours


@pytest.mark.parametrize(
    ("funded_to", "may_have_closed"),
    [("2026-11-21", True), ("2026-11-22", False), ("2026", False), ("2025-12", True)],
)
def test_a_line_whose_money_is_over_may_have_closed(
    tmp_path: Path, funded_to: str, may_have_closed: bool
) -> None:
    """From the day after; a month or a year is over when its last day is."""
    told = changed(tmp_path, "ratt-att-valja", ("funded_to: 2025-12", f"funded_to: {funded_to}"))
    assert told.may_have_closed is may_have_closed


def test_a_line_of_which_no_source_says_for_how_long_it_has_money_has_not_closed(
    swedish: Edition,
) -> None:
    """Only one has such a source."""
    assert [
        line.id for line in swedish.directory.helplines if swedish.line_card(line).may_have_closed
    ] == ["ratt-att-valja"]


def test_beside_the_line_for_women_stand_those_for_men_and_for_trans_persons(
    editions: dict[str, Edition],
) -> None:
    """On every page, in every language; and 112 with them."""
    for edition in editions.values():
        assert [told.helpline.id for told in edition.lines.everyone] == [
            "kvinnofridslinjen",
            "bris",
            "brottsofferjouren",
            "man",
            "transpersoner",
            "112",
        ]
        assert all(told.buttons[0].href.startswith("tel:") for told in edition.lines.everyone)
        assert "2026-12-25" in edition.lines.holidays.split()


def test_a_line_that_answers_in_the_readers_language_says_so_in_it(
    editions: dict[str, Edition],
) -> None:
    """In English, and not in Swedish, which goes without saying, nor where it does not."""
    chips = {}
    for code in ("sv", "en", "ar"):
        edition = editions[code]
        line = edition.directory.lines["polisen"].model_copy(
            update={"languages": Fact(value=["sv", "en"])}
        )
        chips[code] = edition.line_card(line).chips
    assert {code: "English" in told for code, told in chips.items()} == {
        "sv": False,
        "en": True,
        "ar": False,
    }
    assert "svenska" not in chips["sv"]
