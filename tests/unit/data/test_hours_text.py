"""Hours as people write them: what is read, and what is refused since it could mean two things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from centres.data import hours_text
from centres.data.hours_text import WrittenWeek
from centres.data.model import Hours
from centres.data.model.hours import span
from centres.i18n import Words
from centres.pages import hours


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("mån–tor 9–12, 13–16", ["Mo-Th 09:00-12:00", "Mo-Th 13:00-16:00"]),
        (
            "mån-tors 9-12 och 13-16, fre 9-12",
            ["Mo-Th 09:00-12:00", "Mo-Th 13:00-16:00", "Fr 09:00-12:00"],
        ),
        ("9-16 vardagar", ["Mo-Fr 09:00-16:00"]),
        ("Vardagar kl. 9.00–16.30", ["Mo-Fr 09:00-16:30"]),
        ("vardagar 9-19, helger 10-15", ["Mo-Fr 09:00-19:00", "Sa-Su 10:00-15:00"]),
        ("mån - fre: 08.00 - 16.00", ["Mo-Fr 08:00-16:00"]),
        ("mån, ons 9–12", ["Mo 09:00-12:00", "We 09:00-12:00"]),
        ("Tisdagar 13.00-15.00", ["Tu 13:00-15:00"]),
        ("tis kl 13–15 och tors kl 9–11", ["Tu 13:00-15:00", "Th 09:00-11:00"]),
        ("mån-fre 8-16, lunchstängt 12-13", ["Mo-Fr 08:00-12:00", "Mo-Fr 13:00-16:00"]),
        ("mån-ons 8.30-16.30, fre stängt", ["Mo-We 08:30-16:30"]),
        ("Mon-Fri 9 am - 4 pm", ["Mo-Fr 09:00-16:00"]),
        ("dygnet runt", ["Mo-Su 00:00-24:00"]),
        ("alla dagar 21–6", ["Mo-Su 00:00-06:00", "Mo-Su 21:00-24:00"]),
        ("fre 21–02", ["Fr 21:00-24:00", "Sa 00:00-02:00"]),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, spans: list[str]) -> None:
    """In Swedish, or in the English of somebody who answers in it; nights become two spans."""
    assert hours_text.read(text) == WrittenWeek(tuple(spans), by_agreement=False)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("enligt överenskommelse", ()),
        ("mån–tor 9–12; fre enligt överenskommelse", ("Mo-Th 09:00-12:00",)),
        ("ons 13–16, annars efter överenskommelse", ("We 13:00-16:00",)),
    ],
)
def test_what_is_agreed_on_is_kept_beside_the_hours(text: str, spans: tuple[str, ...]) -> None:
    """For a day, for the rest of the week, or for all of it."""
    assert hours_text.read(text) == WrittenWeek(spans, by_agreement=True)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("9-16", "9-16"),  # on which days?
        ("9-4 vardagar", "9–4"),  # four in the afternoon, or in the morning?
        ("mån 9", "9"),
        ("vardagar förmiddagar", "förmiddagar"),
        ("mån–fre 9–16 (stängt tisdagar)", "mån–fre 9–16 (stängt tisdagar)"),
        ("fre–mån 9–12", "fre–mån"),
        ("mån 9-12, 13-15 tis", "mån 9-12, 13-15 tis"),
        ("mån 9-25", "25"),
        ("stängt", "stängt"),
        ("ring 08-123 45 67", "ring 08-123 45 67"),
        ("", ""),
        ("mån 9–12; " * 60, "mån 9–12; " * 4 + " …"),
    ],
)
def test_what_could_mean_two_things_is_refused_with_the_piece(text: str, piece: str) -> None:
    """Nobody is sent to a closed door by a guess."""
    with pytest.raises(PydanticCustomError) as refused:
        hours_text.read(text)
    context = refused.value.context
    assert context is not None
    assert context["values"] == {"piece": piece}


_TIMES = st.lists(st.integers(0, 96), min_size=2, max_size=4, unique=True).map(sorted)
_WEEKS = st.dictionaries(st.integers(0, 6), _TIMES, min_size=1)


@given(_WEEKS)
def test_what_a_page_says_of_any_week_is_read_back_as_that_week(week: dict[int, list[int]]) -> None:
    """In the words of visitors: so a letter that quotes the page can be answered with it."""
    spans = [
        f"{hours_text.DAYS[day]} {opens // 4:02}:{opens % 4 * 15:02}-{closes // 4:02}:"
        f"{closes % 4 * 15:02}"
        for day, times in week.items()
        for opens, closes in zip(times[::2], times[1::2], strict=False)
    ]
    known = Hours.model_validate(spans)
    said = hours.in_words(Words("sv"), known).striptags()
    assert set(_minutes(hours_text.read(said).spans)) == set(_minutes(spans)), said


def _minutes(spans: list[str] | tuple[str, ...]) -> list[tuple[int, int]]:
    """Return each quarter of an hour of a week that is within one of `spans`."""
    return [
        (day, quarter)
        for text in spans
        for one in [span(text)]
        for day in one.days
        for quarter in range(one.opens // 15, one.closes // 15)
    ]
