"""Ages as a source says them, and what an entry of a centre tells by itself."""

from typing import Any

import pytest
from pydantic import ValidationError

from centres.data.model import Ages


@pytest.mark.parametrize(
    ("written", "limit", "known"),
    [
        ("young", None, False),
        ("all", None, False),
        ({"under": "25"}, 25, True),
        ({"up_to": "24"}, 25, True),
        ({"from": "10"}, None, True),
        ({"from": "10", "up_to": "20"}, 21, True),
    ],
)
def test_under_25_and_up_to_24_end_at_the_same_birthday(
    written: Any, limit: int | None, known: bool
) -> None:
    """The limit is the first age that is too old; each is kept as its source says it."""
    ages = Ages.model_validate(written)
    assert (ages.limit, ages.known) == (limit, known)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("barn", "ska vara all, young eller en gräns, som {under: 25} eller {up_to: 21}."),
        (
            {"under": "25", "up_to": "24"},
            "har både under och up_to. Behåll den som källan säger.",
        ),
        (
            {"group": "all", "from": "10"},
            "all betyder alla åldrar och kan inte ha en gräns.",
        ),
        ({"from": "18", "under": "18"}, "den lägsta åldern är högre än den högsta."),
        ({"from": "22", "up_to": "20"}, "den lägsta åldern är högre än den högsta."),
    ],
)
def test_limits_that_do_not_fit_are_refused(written: Any, said: str) -> None:
    """Nobody can be both."""
    with pytest.raises(ValidationError) as refused:
        Ages.model_validate(written)
    assert [error["ctx"]["sentence"] for error in refused.value.errors()] == [said]


def test_a_centre_may_be_for_one_age_alone() -> None:
    """From 18 to 18 is a year."""
    assert Ages.model_validate({"from": "18", "up_to": "18"}).limit == 19
