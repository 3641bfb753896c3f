"""Rules about what happens to centres; each message by its line is in tests/bad_input.toml."""

from datetime import date
from pathlib import Path

import pytest

from centres.data import loader
from centres.files.problem import Severity
from centres.i18n import Words
from helpers import TODAY, changed_data, problems

SAID = "source: centret, checked: 2026-11-20"
CLOSED = """
- id: lund
  name: Stödcentrum
  moved_to: malmo
  municipalities: [Lund]
  date: 2027-01-01
  source: centret
  checked: 2026-11-20
"""


def notices(data: Path, today: date) -> list[str]:
    """Return what is told of changes on a day, without that facts grow old."""
    warnings = loader.load(data, today).warnings
    return [
        one.as_line(Words("sv"))
        for one in warnings
        if one.severity is Severity.NOTICE and "dagar gammalt" not in one.message
    ]


def merged(tmp_path: Path, first: str = "2027-01-01") -> Path:
    """Return the example, in which Lund's centre becomes part of Malmö's."""
    joins = f"[Malmö, {{name: Lund, from: {first}, {SAID}}}]"
    data = changed_data(tmp_path, ("[Malmö]", joins))
    with (data / "retired.yaml").open("a", encoding="utf-8") as file:
        file.write(CLOSED)
    return data


@pytest.mark.parametrize("day", ["2026-11-22", "2026-12-31", "2027-01-01", "2027-06-01"])
def test_a_merger_ahead_needs_no_commit_on_its_day(tmp_path: Path, day: str) -> None:
    """It is right before, on and after it; then the entry may go."""
    today = date.fromisoformat(day)
    data = merged(tmp_path)
    assert problems(data, today=today) == []
    told = [one for one in notices(data, today) if "lund" in one]
    assert len(told) == (today >= date(2027, 1, 1))
    assert all("Ta bort posten här" in one for one in told)


def test_a_successor_that_takes_over_later_is_told_its_day(tmp_path: Path) -> None:
    """Somebody would be without a centre between."""
    assert problems(merged(tmp_path, first="2027-01-05")) == [
        "data/retired.yaml:16:20: lund: municipalities[1]: Lund hör till malmo först 2027-01-05, "
        "men det här centret stänger 2027-01-01. Skriv samma dag."
    ]


def test_a_short_gap_between_two_centres_is_asked_about(tmp_path: Path) -> None:
    """A long one is a decision."""
    moves = (
        ("Österåker]", f"{{name: Österåker, to: 2026-12-31, {SAID}}}]"),
        ("[Lund]", f"[Lund, {{name: Österåker, from: 2027-01-03, {SAID}}}]"),
    )
    data = changed_data(tmp_path, *moves)
    assert [one for one in notices(data, TODAY) if "Österåker" in one] == [
        "data/centres.yaml:195:33: lund: municipalities[2].name: påminnelse: Österåker har inget "
        "centrum från 2027-01-01 till 2027-01-02. Stämmer det? Annars ändrar du from eller to."
    ]


def test_a_name_that_holds_is_to_be_moved_in_words_to_copy(tmp_path: Path) -> None:
    """Before its day nothing is said."""
    new = f"renamed: {{to: Stödcentrum Syd, name_is: official, from: 2027-01-01, {SAID}}}"
    data = changed_data(
        tmp_path, ("  name_is: description\n", f"  name_is: description\n  {new}\n")
    )
    assert [one for one in notices(data, date(2026, 12, 31)) if "renamed" in one] == []
    assert [one for one in notices(data, date(2027, 1, 1)) if "renamed" in one] == [
        "data/centres.yaml:7:12: boras: renamed: påminnelse: centret heter så sedan 2027-01-01. "
        "Flytta namnet: name: {value: Stödcentrum Syd, source: centret, checked: 2026-11-20}, "
        "name_is: official. Ta sedan bort renamed."
    ]


def test_a_municipality_that_has_left_is_not_forgotten_and_nobody_is_asked_again(
    tmp_path: Path,
) -> None:
    """The row is the record of it; nobody can confirm it any more."""
    data = changed_data(tmp_path, ("Österåker]", f"{{name: Österåker, to: 2026-11-20, {SAID}}}]"))
    assert problems(data) == []
    warnings = loader.load(data, date(2028, 1, 1)).warnings
    assert [one.field for one in warnings if one.field.startswith("municipalities")] == []


def test_a_day_that_was_ahead_is_no_mistake_and_one_that_is_checked_ahead_is(
    tmp_path: Path,
) -> None:
    """`from`, `to`, `date` and `reopens` may lie ahead, nothing else."""
    assert problems(merged(tmp_path)) == []
    data = changed_data(
        tmp_path / "b",
        ("Österåker]", "{name: Österåker, to: 2026-12-01, source: centret, checked: 2026-12-01}]"),
    )
    assert [one.partition("checked: ")[2] for one in problems(data)] == [
        "2026-12-01 har inte varit än. Skriv en dag som har varit, eller vänta med ändringen."
    ]
