"""What day it is: in Sweden, on whatever machine."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from centres import clock


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("1798757999", date(2026, 12, 31)),
        ("1798758000", date(2027, 1, 1)),
        ("1782856799", date(2026, 6, 30)),
        ("1782856800", date(2026, 7, 1)),
    ],
    ids=["winter, before midnight", "winter, at midnight", "summer, before", "summer, at midnight"],
)
def test_a_build_with_a_time_of_its_own_has_the_day_in_sweden_then(
    monkeypatch: pytest.MonkeyPatch, epoch: str, day: date
) -> None:
    """Midnight is at 23 in UTC, and at 22 in summer."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert clock.today() == day


def test_without_one_it_is_today_in_sweden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty is as good as not set; midnight may pass while this runs."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    sweden = ZoneInfo("Europe/Stockholm")
    before = datetime.now(sweden).date()
    assert before <= clock.today() <= datetime.now(sweden).date()
