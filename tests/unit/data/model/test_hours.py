"""When somebody answers: what may be written, what it means, and what is refused."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from centres.data.model import Hours
from centres.data.model.hours import span

SUMMER = {"from": "06-01", "to": "07-31", "weekly": ["Mo-Fr 09:00-19:00"]}


def sentences(written: Any) -> list[str]:
    """Return the whole messages about hours that are refused."""
    with pytest.raises(ValidationError) as refused:
        Hours.model_validate(written)
    contexts = [error["ctx"] for error in refused.value.errors()]
    return [context["sentence"] % context["values"] for context in contexts]


@pytest.mark.parametrize(
    ("written", "rules", "known", "always"),
    [
        ("not confirmed", [], False, False),
        ("always", ["Mo-Su 00:00-24:00"], True, True),
        (
            ["Mo-Tu 09:00-19:00", "We 09:00-17:00"],
            ["Mo-Tu 09:00-19:00", "We 09:00-17:00"],
            True,
            False,
        ),
        (
            {"weekly": "always", "exceptions": [SUMMER]},
            ["Mo-Su 00:00-24:00", "06-01/07-31 Mo-Fr 09:00-19:00"],
            True,
            False,
        ),
        (
            {"weekly": ["Mo 09:00-12:00"], "exceptions": [SUMMER | {"weekly": "closed"}]},
            ["Mo 09:00-12:00", "06-01/07-31 "],
            True,
            False,
        ),
    ],
)
def test_hours_are_a_week_and_the_days_that_differ(
    written: Any, rules: list[str], known: bool, always: bool
) -> None:
    """In one word, in a list, or with the fields that a source has more of."""
    hours = Hours.model_validate(written)
    assert (list(hours.rules()), hours.known, hours.always) == (rules, known, always)


def test_a_span_is_days_and_minutes() -> None:
    """From Monday, 0, and from midnight; a night has two spans, of which one ends at 24:00."""
    night = span("Fr-Su 21:00-24:00")
    assert (list(night.days), night.opens, night.closes) == ([4, 5, 6], 1260, 1440)
    assert list(span("We 09:00-10:30").days) == [2]


@pytest.mark.parametrize(
    ("limits", "holds"),
    [
        ({}, True),
        ({"valid_to": "2026-11-22"}, True),
        ({"valid_to": "2026-11-21"}, False),
        ({"valid_from": "2026-11-23"}, False),
        ({"weekly": "not confirmed"}, False),
    ],
)
def test_hours_hold_on_the_days_that_their_source_says(limits: Any, holds: bool) -> None:
    """Unknown ones hold on no day."""
    hours = Hours.model_validate({"weekly": "always"} | limits)
    assert hours.hold_on(date(2026, 11, 22)) is holds


FORM = (
    "”{}” är ingen öppettid. Skriv dagar och tider så här: Mo-Fr 09:00-16:00. Dagarna är Mo, Tu, "
    "We, Th, Fr, Sa och Su."
)
BACKWARDS = (
    "”{}” slutar innan den börjar. Är det öppet över midnatt skriver du två tider: en till 24:00 "
    "och en från 00:00."
)
WORD = (
    "”{}” går inte att läsa som öppettider. Skriv dagar och tider så här: mån–tor 9–12, 13–16; fre "
    "9–12. Eller: enligt överenskommelse, dygnet runt, not confirmed."
)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (["vardagar 9-4"], FORM.format("vardagar 9-4")),
        (["Mo 09:00-24:30"], FORM.format("Mo 09:00-24:30")),
        (
            ["Sa-Tu 21:00-24:00"],
            "”Sa-Tu 21:00-24:00” slutar på en dag som kommer före den första. Dela upp den i två.",
        ),
        (["Mo-Su 21:00-06:00"], BACKWARDS.format("Mo-Su 21:00-06:00")),
        (["Mo 09:00-09:00"], BACKWARDS.format("Mo 09:00-09:00")),
        (
            ["Mo-Fr 09:00-16:00", "We 15:00-19:00"],
            "”Mo-Fr 09:00-16:00” och ”We 15:00-19:00” gäller samma tid. Ta bort eller ändra en av "
            "dem.",
        ),
        ("vardagar 9–4", WORD.format("9–4")),
        ([], "är tomt. Är uppgiften okänd skriver du not confirmed."),
        (
            {"weekly": "always", "valid_from": "2026-06-01", "valid_to": "2026-05-31"},
            "valid_to är före valid_from. Tiderna slutar gälla innan de börjar.",
        ),
    ],
)
def test_hours_that_cannot_be_are_refused_with_what_to_do(written: Any, said: str) -> None:
    """Nobody is sent to a closed line by a slip."""
    assert sentences(written) == [said]


@pytest.mark.parametrize(
    ("season", "said"),
    [
        (
            {"to": "05-31"},
            "slutar innan den börjar: 06-01 till 05-31. Går den över nyår skriver du två.",
        ),
        ({"to": "2026-07-31"}, "from och to ska båda ha ett årtal, eller inget av dem."),
        (
            {"to": "06-31"},
            "ska vara en dag, som 06-01 (varje år) eller 2026-06-01, men är ”06-31”.",
        ),
        ({"weekly": "not confirmed"}, "är tiderna inte kända tar du bort undantaget."),
        ({"weekly": "förmiddagar"}, WORD.format("förmiddagar")),
    ],
)
def test_a_season_that_cannot_be_is_refused_with_what_to_do(
    season: dict[str, str], said: str
) -> None:
    """Its days, and its hours, which may be closed but not unknown."""
    assert sentences({"weekly": "always", "exceptions": [SUMMER | season]}) == [said]


def test_a_day_has_the_hours_of_one_season() -> None:
    """Of two that come back each year; the days of a certain year may be within either."""
    july = SUMMER | {"from": "07-01"}
    assert sentences({"weekly": "always", "exceptions": [SUMMER, july]}) == [
        "två undantag gäller samma dagar, 06-01–07-31 och 07-01–07-31. Ta bort ett."
    ]
    certain = SUMMER | {"from": "2026-07-01", "to": "2026-07-05", "weekly": "closed"}
    Hours.model_validate({"weekly": "always", "exceptions": [SUMMER, certain]})


@pytest.mark.parametrize(
    ("written", "dumped"),
    [
        ("not confirmed", "not confirmed"),
        ("always", ["Mo-Su 00:00-24:00"]),
        (["Mo 09:00-12:00"], ["Mo 09:00-12:00"]),
    ],
)
def test_a_week_is_published_as_a_list_or_as_not_confirmed(written: Any, dumped: Any) -> None:
    """Whoever reads the open data need not know our words."""
    assert Hours.model_validate(written).model_dump(mode="json")["weekly"] == dumped
