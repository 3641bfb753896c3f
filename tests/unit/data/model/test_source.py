"""The date of a source: its own, none, or that of each fact."""

from datetime import date

import pytest

from centres.data.model import Source


def source(when: str) -> Source:
    return Source.model_validate(
        {
            "id": "centret",
            "title": "Uppgift från centret",
            "publisher": "Centret",
            "date": when,
            "retrieved": "2026-11-22",
        }
    )


@pytest.mark.parametrize(
    ("when", "then", "latest"),
    [
        ("checked", "2026-11-20", date(2026, 11, 20)),
        ("2024-09", "2024-09", date(2024, 9, 28)),
        ("undated", "undated", None),
    ],
)
def test_only_a_source_that_is_asked_each_time_gets_the_day_of_the_fact(
    when: str, then: str, latest: date | None
) -> None:
    """The others say the same whenever somebody reads them."""
    asked = source(when).on(date(2026, 11, 20))
    assert (asked.date, asked.latest) == (then, latest)
    assert source(when).on(None) == source(when)
