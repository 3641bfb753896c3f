"""A national line: one number, of either kind."""

from typing import Any

import pytest
from pydantic import ValidationError

from centres.data.model import Helpline

LINE: dict[str, Any] = {
    "id": "bris",
    "name": "Bris",
    "group": "young",
    "for_whom": "Barn under 18 år.",
    "open": "dygnet runt",
    "free": "yes",
    "anonymous": "yes",
    "not_on_bill": "not confirmed",
    "source": "bris-2025",
}


@pytest.mark.parametrize(
    ("written", "number", "tel", "hidden"),
    [
        ({"short_number": "116 111"}, "116 111", "116111", None),
        ({"phone": "08-555 572 38"}, "08-555 572 38", "+46855557238", "#31#0855557238"),
        ({"url": "https://www.bris.se/"}, None, "", None),
    ],
)
def test_the_number_is_the_one_there_is(
    written: dict[str, str], number: str | None, tel: str, hidden: str | None
) -> None:
    """A line may have none: then it is a web page."""
    line = Helpline.model_validate(LINE | written)
    assert (line.number, line.tel, line.with_hidden_number) == (number, tel, hidden)


def test_two_numbers_are_refused() -> None:
    """Nobody who is in a hurry should have to choose."""
    with pytest.raises(ValidationError) as refused:
        Helpline.model_validate(LINE | {"phone": "08-555 572 38", "short_number": "116 111"})
    assert [error["ctx"]["sentence"] for error in refused.value.errors()] == [
        "har både phone och short_number. Behåll det nummer som man ringer."
    ]
