"""A national line or service."""

from typing import Literal

from pydantic import Field, model_validator

from centres.data import phones
from centres.data.field_types import (
    Confirmed,
    Line,
    Name,
    Number,
    Prose,
    ShortNumber,
    Slug,
    Url,
    wrong,
)
from centres.data.model.record import Fact, Record
from centres.i18n import N_


class Helpline(Record):
    """A national line or service: a post in data/helplines.yaml."""

    id: Slug = Field(description="Postens namn i filen. Ändras aldrig.", examples=["bris"])
    name: Name = Field(description="Vad den heter.", examples=["Bris"])
    group: Literal["emergency", "anyone", "young", "specific", "health", "authority"] = Field(
        description="Under vilken rubrik den står. emergency: när det är bråttom. anyone: för "
        "alla. young: för den som är under 18. specific: för vissa brott. health: när man mår "
        "dåligt. authority: frågor om ersättning."
    )
    phone: Number | None = Field(
        None, description="Numret, om det har ett riktnummer.", examples=["020-50 50 50"]
    )
    short_number: ShortNumber | None = Field(
        None, description="Numret, om det är ett kort nummer.", examples=["116 111"]
    )
    url: Url | None = Field(None, description="Webbsidan.", examples=["https://www.bris.se/"])
    for_whom: Prose = Field(
        description="Vem den är till för, i en mening.", examples=["Barn och unga under 18 år."]
    )
    open: Fact[Prose] = Field(description="När den är öppen, i ord.", examples=["dygnet runt"])
    free: Fact[Confirmed] = Field(description="Om det är gratis att ringa.")
    anonymous: Fact[Confirmed] = Field(description="Om man får vara anonym.")
    not_on_bill: Fact[Confirmed] = Field(description="Om samtalet inte syns på telefonräkningen.")
    note: Fact[Prose] | None = Field(
        None, description="En mening till som visas för besökaren.", examples=["Det finns tolk."]
    )
    source: Line = Field(description="Id i data/sources.yaml.", examples=["bris-2025"])

    @model_validator(mode="after")
    def _one_number(self) -> "Helpline":
        if self.phone and self.short_number:
            raise wrong(N_("har både phone och short_number. Behåll det nummer som man ringer."))
        return self

    @property
    def number(self) -> str | None:
        """The number as printed."""
        return self.short_number or self.phone

    @property
    def tel(self) -> str:
        """Digits for a `tel:` link."""
        return phones.dialled(self.number or "") or ""

    @property
    def with_hidden_number(self) -> str | None:
        """The whole string to dial so that the receiver does not see the caller's number."""
        return phones.hidden(self.number or "")
