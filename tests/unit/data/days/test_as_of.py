"""The centres as of a day: before, on and after the day of each thing that happens."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centres.data.days import as_of
from centres.data.days.as_of import Ahead
from centres.data.model import Centre, Retired
from centres.editors import write_entry

DAY = timedelta(days=1)
NEW_YEAR = date(2027, 1, 1)
SAID = {"source": "centret", "checked": "2026-11-20"}


def centre(name: str, *municipalities: Any, **fields: Any) -> Centre:
    """Return a centre of which nothing else is known."""
    entry = {
        **write_entry.unknown(Centre),
        "id": name,
        "name": f"Stödcentrum {name}",
        "name_is": "description",
        "run_by": {"kind": "municipality"},
        "municipalities": list(municipalities),
        "phones": [],
        "emails": [],
        "web_page": "none",
        "ages": "young",
        "source": "bilaga-2",
        "checked": "2026-01-14",
        **fields,
    }
    return Centre.model_validate(entry)


def served(name: str, first: date | None = None, last: date | None = None) -> dict[str, Any]:
    """Return a membership with a day."""
    days = {"from": first and first.isoformat(), "to": last and last.isoformat()}
    return {"name": name, **{key: day for key, day in days.items() if day}, **SAID}


def closed(name: str, *municipalities: str, day: date = NEW_YEAR, **fields: Any) -> Retired:
    """Return a centre that closes."""
    return Retired.model_validate(
        {
            "id": name,
            "name": name,
            "moved_to": "none",
            "municipalities": list(municipalities),
            "date": day.isoformat(),
            **SAID,
            **fields,
        }
    )


def shown(centres: list[Centre], retired: list[Retired], day: date) -> dict[str, list[str]]:
    """Return whom each centre is for on `day`."""
    return {one.id: one.municipalities for one in as_of.centres_on(centres, retired, day)}


def steps(ahead: Ahead, name: str) -> list[tuple[str, date, tuple[str, ...]]]:
    """Return what is decided about a centre."""
    return [(step.kind, step.day, step.names) for step in ahead.of_centre.get(name, [])]


def test_a_municipality_joins_on_its_day() -> None:
    """The day before, all says that it will."""
    centres = [centre("lund", "Lund", served("Lomma", first=NEW_YEAR))]
    assert shown(centres, [], NEW_YEAR - DAY) == {"lund": ["Lund"]}
    assert shown(centres, [], NEW_YEAR) == {"lund": ["Lund", "Lomma"]}
    before = as_of.ahead(centres, [], NEW_YEAR - DAY)
    assert steps(before, "lund") == [("joins", NEW_YEAR, ("Lomma",))]
    assert before.of_municipality["Lomma"].day == NEW_YEAR
    assert as_of.ahead(centres, [], NEW_YEAR) == Ahead()


def test_a_municipality_leaves_after_its_last_day_and_the_record_stays() -> None:
    """It says since when there is none, and how we know."""
    centres = [centre("taby", "Täby", served("Vaxholm", last=NEW_YEAR - DAY))]
    assert shown(centres, [], NEW_YEAR - DAY) == {"taby": ["Täby", "Vaxholm"]}
    assert shown(centres, [], NEW_YEAR) == {"taby": ["Täby"]}
    before = as_of.ahead(centres, [], NEW_YEAR - DAY)
    assert steps(before, "taby") == [("leaves", NEW_YEAR, ("Vaxholm",))]
    turn = before.of_municipality["Vaxholm"]
    assert (turn.day, turn.centre, turn.why.source) == (NEW_YEAR, None, "centret")
    assert before.without_since == {}
    since, why = as_of.ahead(centres, [], NEW_YEAR).without_since["Vaxholm"]
    assert (since, why.source) == (NEW_YEAR, "centret")


def test_a_new_centre_is_there_from_its_first_municipalitys_first_day() -> None:
    """Until then the old one has its municipality."""
    centres = [
        centre("osteraker", served("Österåker", first=NEW_YEAR)),
        centre("taby", "Täby", served("Österåker", last=NEW_YEAR - DAY)),
    ]
    assert shown(centres, [], NEW_YEAR - DAY) == {"taby": ["Täby", "Österåker"]}
    assert shown(centres, [], NEW_YEAR) == {"osteraker": ["Österåker"], "taby": ["Täby"]}
    before = as_of.ahead(centres, [], NEW_YEAR - DAY)
    assert [one.id for one in before.opening] == ["osteraker"]
    assert steps(before, "osteraker") == [("opens", NEW_YEAR, ("Österåker",))]
    turn = before.of_municipality["Österåker"]
    assert turn.centre
    assert turn.centre.id == "osteraker"


def test_a_centre_closes_on_its_day_although_its_entry_is_still_there() -> None:
    """No commit is needed that day."""
    centres = [centre("lund", "Lund"), centre("malmo", "Malmö", served("Lund", first=NEW_YEAR))]
    retired = [closed("lund", "Lund", moved_to="malmo")]
    assert shown(centres, retired, NEW_YEAR - DAY) == {"lund": ["Lund"], "malmo": ["Malmö"]}
    assert shown(centres, retired, NEW_YEAR) == {"malmo": ["Malmö", "Lund"]}
    (step,) = as_of.ahead(centres, retired, NEW_YEAR - DAY).of_centre["lund"]
    assert (step.kind, step.day, step.successor and step.successor.id) == (
        "closes",
        NEW_YEAR,
        "malmo",
    )
    assert as_of.ahead(centres, retired, NEW_YEAR).without_since == {}


def test_a_closed_centre_opens_again() -> None:
    """From the day in its entry among the closed, which can then go."""
    opens = NEW_YEAR + 31 * DAY
    centres = [centre("lund", "Lund")]
    retired = [closed("lund", "Lund", reopens=opens.isoformat())]
    assert [bool(shown(centres, retired, NEW_YEAR + days * DAY)) for days in (-1, 0, 30, 31)] == [
        True,
        False,
        False,
        True,
    ]
    ahead = as_of.ahead(centres, retired, NEW_YEAR)
    assert steps(ahead, "lund") == [("opens", opens, ("Lund",))]
    assert ahead.without_since["Lund"][0] == NEW_YEAR


def test_a_new_name_holds_from_its_day_with_its_source() -> None:
    """And is told before."""
    renamed = {"to": "Stödcentrum Syd", "name_is": "official", "from": "2027-01-01", **SAID}
    centres = [centre("lund", "Lund", renamed=renamed)]
    (before,) = as_of.centres_on(centres, [], NEW_YEAR - DAY)
    (after,) = as_of.centres_on(centres, [], NEW_YEAR)
    assert (before.name, before.name_is, before.naming.source) == (
        "Stödcentrum lund",
        "description",
        None,
    )
    assert (after.name, after.name_is, after.naming.source) == (
        "Stödcentrum Syd",
        "official",
        "centret",
    )
    (step,) = as_of.ahead(centres, [], NEW_YEAR - DAY).of_centre["lund"]
    assert (step.kind, step.name, step.why.source) == ("renamed", "Stödcentrum Syd", "centret")


@pytest.mark.parametrize("days", [0, 1, 400])
def test_only_the_next_turn_of_a_municipality_is_told(days: int) -> None:
    """The next one is told when this one has been."""
    later = NEW_YEAR + 60 * DAY
    centres = [
        centre("a", "A", served("C", last=NEW_YEAR - DAY)),
        centre("b", "B", served("C", first=NEW_YEAR, last=later - DAY)),
    ]
    turn = as_of.ahead(centres, [], NEW_YEAR - DAY - days * DAY).of_municipality["C"]
    assert (turn.day, turn.centre and turn.centre.id) == (NEW_YEAR, "b")
    after = as_of.ahead(centres, [], NEW_YEAR).of_municipality["C"]
    assert (after.day, after.centre) == (later, None)


ORDER = st.lists(st.tuples(st.integers(1, 40), st.sampled_from("abc")), min_size=1, max_size=6).map(
    lambda moves: [*moves]
)


@given(moves=ORDER, day=st.integers(-5, 260))
def test_on_no_day_is_a_municipality_served_twice_or_left_between(
    moves: list[tuple[int, str]], day: int
) -> None:
    """One that moves from centre to centre has exactly one on each day, and the next is told."""
    own: dict[str, list[dict[str, Any]]] = {name: [] for name in "abc"}
    expected: list[tuple[date, str]] = []
    first: date | None = None
    start = NEW_YEAR
    for index, (length, name) in enumerate(moves):
        last = None if index == len(moves) - 1 else start + length * DAY - DAY
        own[name].append(served("X", first=first, last=last))
        expected.append((first or date.min, name))
        first = start = start + length * DAY
    centres = [centre(name, name.upper(), *rows) for name, rows in own.items()]
    today = NEW_YEAR + day * DAY
    on = [name for name, names in shown(centres, [], today).items() for one in names if one == "X"]
    assert on == [[name for since, name in expected if since <= today][-1]]
    ahead = as_of.ahead(centres, [], today)
    assert "X" not in ahead.without_since
    turns = [(since, name) for since, name in expected if since > today]
    told = ahead.of_municipality.get("X")
    # A municipality that comes back to the centre it has is no turn.
    assert (told is None) == all(name == on[0] for _, name in turns)
    if told:
        assert told.centre
        assert (told.day, told.centre.id) in turns
