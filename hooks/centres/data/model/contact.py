"""How a centre is reached: its telephone numbers, addresses and web page."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, computed_field, model_validator

from centres.data import phones
from centres.data.field_types import Address, ConfirmedUrl, Line, Name, Number, wrong
from centres.data.model.hours import Hours
from centres.data.model.record import Fact, ForWhom, Note, OwnDay, OwnSource, Record, Verified
from centres.i18n import N_


class Phone(Record):
    """A number of the centre, printed as the source prints it."""

    number: Number = Field(
        description="Numret, inom citattecken, med blanksteg som källan skriver det.",
        examples=['"08-123 45 67"'],
    )
    kind: Literal["direct", "switchboard", "not confirmed"] = Field(
        description="direct: centret svarar. switchboard: kommunens växel svarar. "
        "not confirmed: det är inte bekräftat vem som svarar."
    )
    ask_for: Name | None = Field(
        None, description="Vad man ber växeln om. Bara för en växel.", examples=["Stödcentrum"]
    )
    hidden_number: Literal["recommended"] | None = Field(
        None, description="Skrivs bara om centret självt föreslår att man ringer med #31#."
    )
    printed: Line | None = Field(
        None,
        description="Numret i källan, om vi visar samma siffror på ett annat sätt.",
        examples=["0761-29 58 00"],
    )
    for_whom: ForWhom = None
    hours: Hours | None = Field(
        None,
        description="När någon svarar på just det här numret, om det inte är opening_hours.",
        examples=["mån–tor 9–12, 13–16"],
    )
    note: Note = None
    source: OwnSource = None
    checked: OwnDay = None
    verified: Verified = None

    @model_validator(mode="after")
    def _only_a_switchboard_is_asked(self) -> "Phone":
        if self.kind == "switchboard" and self.ask_for is None:
            raise wrong(N_("en växel behöver ask_for: vad man ska be växeln om."))
        if self.kind != "switchboard" and self.ask_for is not None:
            raise wrong(
                N_("ask_for är bara för en växel. Skriv kind: switchboard eller ta bort det.")
            )
        return self

    @model_validator(mode="after")
    def _number_can_be_hidden(self) -> "Phone":
        if self.hidden_number and phones.hidden(self.number) is None:
            raise wrong(N_("#31# ska inte användas på det här numret. Ta bort hidden_number."))
        return self

    @computed_field  # type: ignore[prop-decorator]
    @property
    def tel(self) -> str:
        """Digits for a `tel:` link."""
        return phones.dialled(self.number) or ""

    @property
    def with_hidden_number(self) -> str | None:
        """The whole string to dial so that the receiver does not see the caller's number."""
        return phones.hidden(self.number)


class StreetAddress(Fact[Line]):
    """Where a centre is, if it wants that to be shown."""

    verified: Verified = None


class Email(Record):
    """An address of the centre. `withheld` is a decision not to publish it, not a gap."""

    address: Address = Field(
        description="Adressen. withheld: det finns en, men vi visar den inte.",
        examples=["stodcentrum@kommunen.se", "withheld"],
    )
    kind: Literal["centre", "registrar", "named person"] = Field(
        description="Vems adressen är. centre: centrets. registrar: kommunens registrator, där "
        "brev kan bli allmän handling. named person: en enskild persons, som inte får visas."
    )
    status: Literal["as printed", "not confirmed"] = Field(
        "as printed",
        description="as printed: som i källan. not confirmed: adressen kan vara felskriven i "
        "källan, och sidan råder till att ringa.",
    )
    for_whom: ForWhom = None
    shared: Literal["yes"] | None = Field(
        None,
        description="Skrivs bara om adressen ser ut som en persons men är en brevlåda som flera "
        "läser.",
    )
    note: Note = None
    source: OwnSource = None
    checked: OwnDay = None
    verified: Verified = None

    @property
    def published(self) -> bool:
        """Whether the address is shown at all."""
        return self.address != "withheld"

    @model_validator(mode="after")
    def _no_address_of_a_person(self) -> "Email":
        if self.kind == "named person" and self.published:
            raise wrong(N_("adressen hör till en person och får inte visas. Skriv withheld."))
        return self


class WebPage(Record):
    """The page that the source names. Without a confirmed address it is shown, not linked."""

    title: Name = Field(description="Sidans rubrik.", examples=["Stödcentrum - Borås Stad"])
    url: ConfirmedUrl = Field(
        description="Sidans adress, när någon har öppnat den. Annars not confirmed: då visar vi "
        "rubriken utan länk.",
        examples=["not confirmed"],
    )
    source: OwnSource = None
    checked: OwnDay = None
    verified: Verified = None


def _none_as_null(value: Any) -> Any:
    return None if value == "none" else value


WrittenPage = Annotated[
    WebPage | None, BeforeValidator(_none_as_null, json_schema_input_type=WebPage | Literal["none"])
]
