"""Numbers and addresses of a centre: what does not fit together, and what is never shown."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from centres.data.model import Email, Phone

DIRECT = {"number": "08-555 572 38", "kind": "direct"}


@pytest.mark.parametrize(
    ("model", "written", "said"),
    [
        (
            Phone,
            {**DIRECT, "kind": "switchboard"},
            "en växel behöver ask_for: vad man ska be växeln om.",
        ),
        (
            Phone,
            {**DIRECT, "ask_for": "Stödcentrum"},
            "ask_for är bara för en växel. Skriv kind: switchboard eller ta bort det.",
        ),
        (
            Phone,
            {"number": "020-520 530", "kind": "direct", "hidden_number": "recommended"},
            "#31# ska inte användas på det här numret. Ta bort hidden_number.",
        ),
        (
            Email,
            {"address": "eva.ek@vara.se", "kind": "named person"},
            "adressen hör till en person och får inte visas. Skriv withheld.",
        ),
    ],
)
def test_what_does_not_fit_together_is_refused(
    model: type[BaseModel], written: dict[str, Any], said: str
) -> None:
    """Each value is right by itself."""
    with pytest.raises(ValidationError) as refused:
        model.model_validate(written)
    assert [error["ctx"]["sentence"] for error in refused.value.errors()] == [said]


def test_a_number_knows_how_it_is_dialled() -> None:
    """As it is, and without showing one's own."""
    phone = Phone.model_validate(DIRECT)
    assert (phone.tel, phone.with_hidden_number) == ("+46855557238", "#31#0855557238")
    free = Phone.model_validate({"number": "020-520 530", "kind": "direct"})
    assert (free.tel, free.with_hidden_number) == ("020520530", None)


def test_an_address_that_is_withheld_is_not_published() -> None:
    """That there is one, is."""
    person = Email.model_validate({"address": "withheld", "kind": "named person"})
    office = Email.model_validate({"address": "stod@vara.se", "kind": "centre"})
    assert (person.published, office.published) == (False, True)
