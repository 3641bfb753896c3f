"""A national line: its ways to reach it, each with what it needs and nothing more."""

from typing import Any

import pytest
from pydantic import ValidationError

from centres.data.model import Helpline, LineChannel

LINE: dict[str, Any] = {
    "id": "bris",
    "name": "Bris",
    "needs": ["any crime"],
    "what_for": "Prata om vad som helst",
    "for_whom": "Barn under 18 år.",
    "anonymous": "yes",
    "interpreter": "not confirmed",
    "languages": ["sv"],
    "source": "bris-2025",
}
CALL = {"kind": "call", "hours": "always", "free": "yes", "not_on_bill": "not confirmed"}
CHAT = {"kind": "chat", "url": "https://www.bris.se/", "hours": "always"}


def sentences(model: type[LineChannel] | type[Helpline], written: dict[str, Any]) -> list[str]:
    """Return the whole messages about a record that is refused."""
    with pytest.raises(ValidationError) as refused:
        model.model_validate(written)
    contexts = [error["ctx"] for error in refused.value.errors()]
    return [context["sentence"] % context["values"] for context in contexts]


@pytest.mark.parametrize(
    ("channels", "number", "tel", "hidden"),
    [
        ([CALL | {"number": "116 111"}], "116 111", "116111", None),
        ([CALL | {"number": "116 016"}], "116 016", "116016", None),
        ([CALL | {"number": "020-50 50 50"}], "020-50 50 50", "020505050", None),
        ([CALL | {"number": "08-555 572 38"}], "08-555 572 38", "+46855557238", "#31#0855557238"),
        ([CALL | {"number": "077-114 14 00"}], "077-114 14 00", "+46771141400", "#31#0771141400"),
        ([CHAT, CALL | {"number": "112"}, CALL | {"number": "116 111"}], "112", "112", None),
        ([CHAT], None, "", None),
    ],
)
def test_the_number_is_the_first_to_call(
    channels: list[dict[str, str]], number: str | None, tel: str, hidden: str | None
) -> None:
    """A line may have none: then it is a chat, or a web page."""
    line = Helpline.model_validate(LINE | {"channels": channels})
    assert (line.number, line.tel) == (number, tel)
    assert [call.with_hidden_number for call in line.calls[:1]] == [hidden][: len(line.calls)]


def test_only_a_call_can_hide_the_number_that_it_is_made_from() -> None:
    """A text always shows it."""
    sms = LineChannel.model_validate({"kind": "sms", "number": "08-555 572 38", "hours": "always"})
    assert (sms.tel, sms.with_hidden_number) == ("+46855557238", None)


def test_a_web_address_is_shown_as_people_write_it() -> None:
    """Only its host, without www; a number has none."""
    assert LineChannel.model_validate(CHAT).host == "bris.se"
    assert LineChannel.model_validate(CALL | {"number": "112"}).host == ""


@pytest.mark.parametrize(
    ("languages", "spoken"),
    [("not confirmed", ()), (["sv", "swl"], ("sv", "swl")), ({"value": ["en"]}, ("en",))],
)
def test_a_line_speaks_the_languages_that_are_known(languages: Any, spoken: tuple[str]) -> None:
    """Nobody is told that it speaks Swedish only because nobody knows."""
    line = Helpline.model_validate(LINE | {"channels": [CHAT], "languages": languages})
    assert line.spoken == spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            {"kind": "chat", "hours": "not confirmed"},
            "chat behöver url. Skriv det på en egen rad under kind. Not confirmed går bra om ingen "
            "vet, men inte för en adress eller ett nummer.",
        ),
        (
            {"kind": "call", "number": "112"},
            "call behöver hours, free, not_on_bill. Skriv det på en egen rad under kind. Not "
            "confirmed går bra om ingen vet, men inte för en adress eller ett nummer.",
        ),
        (
            {"kind": "mail"},
            "mail behöver address. Skriv det på en egen rad under kind. Not confirmed går bra om "
            "ingen vet, men inte för en adress eller ett nummer.",
        ),
        (
            CHAT | {"number": "112", "free": "yes"},
            "chat kan inte ha free, number. Ta bort det, eller ändra kind.",
        ),
        (
            CHAT | {"from_abroad": "no"},
            "chat kan inte ha from_abroad. Ta bort det, eller ändra kind.",
        ),
    ],
)
def test_a_way_to_reach_a_line_has_the_fields_of_its_kind(
    written: dict[str, str], said: str
) -> None:
    """A chat without an address leads nowhere, and a promise about a chat's price means nothing."""
    assert sentences(LineChannel, written) == [said]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("sv", "ska vara språkens koder inom hakparenteser, som [sv, en]."),
        ([], "ska vara språkens koder inom hakparenteser, som [sv, en]."),
        (["svenska "], "”svenska ” är ingen språkkod, som sv eller en."),
    ],
)
def test_languages_are_codes(written: Any, said: str) -> None:
    """Their names are shown in the reader's own language."""
    assert sentences(Helpline, LINE | {"channels": [CHAT], "languages": written}) == [said]
