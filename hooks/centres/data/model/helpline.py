"""A national line or service: what it is for, and each way to reach it."""

import re
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from centres.data import phones
from centres.data.field_types import (
    LANGUAGE_CODE,
    NOT_CONFIRMED,
    Address,
    AnyNumber,
    Confirmed,
    Line,
    Name,
    Prose,
    Slug,
    SourceDate,
    Url,
    wrong,
)
from centres.data.model.hours import Hours
from centres.data.model.record import Fact, OwnDay, OwnSource, Record
from centres.i18n import N_

# What has happened to somebody, or what she wants: pages lead from each to the lines for it.
# `calling` is help to call any of the others, for who cannot hear or speak.
Need = Literal[
    "emergency",
    "any crime",
    "violence",
    "close relationship",
    "honour",
    "sexual",
    "online",
    "fraud",
    "theft",
    "distress",
    "helping others",
    "own violence",
    "compensation",
    "health care",
    "calling",
]
ChannelKind = Literal["call", "sms", "chat", "mail", "sign language", "web"]

# The fields that a way to reach somebody must have, by its kind, and those that it may have, since
# few sources say them; it may have no other of them.
_FIELDS: dict[ChannelKind, tuple[str, ...]] = {
    "call": ("number", "hours", "free", "not_on_bill"),
    "sms": ("number", "hours"),
    "chat": ("url", "hours"),
    "mail": ("address",),
    "sign language": ("url", "hours"),
    "web": ("url",),
}
_OPTIONAL: dict[ChannelKind, tuple[str, ...]] = {"call": ("from_abroad",)}


def _languages(value: Any) -> Any:
    if value == NOT_CONFIRMED:
        return value
    if not isinstance(value, list) or not value:
        raise wrong(N_("ska vara språkens koder inom hakparenteser, som [sv, en]."))
    for code in value:
        if not isinstance(code, str) or not re.fullmatch(LANGUAGE_CODE, code):
            raise wrong(N_("”%(value)s” är ingen språkkod, som sv eller en."), value=code)
    return value


Languages = Annotated[
    str | list[str],
    BeforeValidator(_languages),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "const": NOT_CONFIRMED},
                {"type": "array", "minItems": 1, "items": {"pattern": LANGUAGE_CODE}},
            ]
        }
    ),
]


class Channel(Record):
    """A way to reach a line. What its source promises is promised of this way alone."""

    kind: ChannelKind = Field(
        description="call: man ringer. sms: man skickar sms. chat: man chattar. mail: man mejlar. "
        "sign language: man talar teckenspråk på video. web: man läser eller skriver på en "
        "webbplats."
    )
    number: AnyNumber | None = Field(
        None,
        description="Numret, för call och sms.",
        examples=['"116 111"', '"020-50 50 50"'],
    )
    url: Url | None = Field(
        None,
        description="Adressen, för chat, sign language och web.",
        examples=["https://www.bris.se/"],
    )
    address: Address | None = Field(
        None, description="E-postadressen, för mail.", examples=["stod@exempel.se"]
    )
    hours: Hours | None = Field(
        None, description="När någon svarar, i svensk tid. För alla utom mail och web."
    )
    free: Fact[Confirmed] | None = Field(
        None, description="Om det är gratis att ringa just det här numret. Bara för call."
    )
    not_on_bill: Fact[Confirmed] | None = Field(
        None,
        description="Om samtal till just det här numret inte syns på telefonräkningen. Bara för "
        "call.",
    )
    from_abroad: Fact[Confirmed] | None = Field(
        None,
        description="Om numret går att ringa från andra länder. Bara för call, och bara om någon "
        "källa säger det.",
    )
    note: Prose | None = Field(
        None,
        description="Några ord som står i knappen.",
        examples=["Kan synas på räkningen"],
    )
    source: OwnSource = None
    checked: OwnDay = None

    @model_validator(mode="after")
    def _has_the_fields_of_its_kind(self) -> "Channel":
        needed = _FIELDS[self.kind]
        missing = [name for name in needed if getattr(self, name) is None]
        if missing:
            raise wrong(
                N_(
                    "%(kind)s behöver %(fields)s. Skriv det på en egen rad under kind. Not "
                    "confirmed går bra om ingen vet, men inte för en adress eller ett nummer."
                ),
                kind=self.kind,
                fields=", ".join(missing),
            )
        fields = (*_FIELDS.values(), *_OPTIONAL.values())
        every = {name for names in fields for name in names}
        own = {*needed, *_OPTIONAL.get(self.kind, ())}
        foreign = sorted(name for name in every - own if getattr(self, name) is not None)
        if foreign:
            raise wrong(
                N_("%(kind)s kan inte ha %(fields)s. Ta bort det, eller ändra kind."),
                kind=self.kind,
                fields=", ".join(foreign),
            )
        return self

    @property
    def tel(self) -> str:
        """Digits for a `tel:` or `sms:` link."""
        return phones.dialled(self.number or "") or ""

    @property
    def with_hidden_number(self) -> str | None:
        """The whole string to dial so that the receiver does not see the caller's number."""
        return phones.hidden(self.number or "") if self.kind == "call" else None

    @property
    def host(self) -> str:
        """The host of its web address, as people say it: "bris.se"."""
        return (urlsplit(self.url or "").hostname or "").removeprefix("www.")


class Helpline(Record):
    """A national line or service: a post in data/helplines.yaml."""

    id: Slug = Field(description="Postens namn i filen. Ändras aldrig.", examples=["bris"])
    name: Name = Field(description="Vad den heter.", examples=["Bris"])
    needs: list[Need] = Field(
        min_length=1,
        description="Vad den hjälper med. Den står under det första, och hittas genom alla.",
        examples=["[close relationship, sexual]"],
    )
    what_for: Prose = Field(
        description="Vad den är till för, i några ord: kortets rubrik.",
        examples=["Våld, hot eller övergrepp"],
    )
    for_whom: Prose = Field(
        description="Vem den är till för, i en mening.", examples=["Barn och unga under 18 år."]
    )
    channels: list[Channel] = Field(min_length=1, description="Sätten att nå den, det bästa först.")
    anonymous: Fact[Confirmed] = Field(description="Om man får vara anonym.")
    interpreter: Fact[Confirmed] = Field(description="Om man kan få tolk.")
    languages: Fact[Languages] = Field(
        description="Språken som den svarar på utan tolk, som koder (BCP 47), eller not confirmed.",
        examples=["[sv, en]", "not confirmed"],
    )
    funded_to: Fact[SourceDate] | None = Field(
        None,
        description="Hur länge den har pengar, om källan säger det. Sedan säger sidan att den kan "
        "ha stängt.",
        examples=["2025-12"],
    )
    note: Fact[Prose] | None = Field(
        None,
        description="En mening till som visas för besökaren.",
        examples=["Lämna ett meddelande, så ringer de upp."],
    )
    source: Line = Field(description="Id i data/sources.yaml.", examples=["bris-2025"])
    checked: OwnDay = None

    @property
    def calls(self) -> tuple[Channel, ...]:
        """The numbers to call, the best first."""
        return tuple(channel for channel in self.channels if channel.kind == "call")

    @property
    def without_calls(self) -> "Helpline":
        """The line as it is for who cannot talk."""
        silent = [channel for channel in self.channels if channel.kind != "call"]
        return self.model_copy(update={"channels": tuple(silent)})

    @property
    def number(self) -> str | None:
        """The number to call as printed; None if there is none."""
        return self.calls[0].number if self.calls else None

    @property
    def tel(self) -> str:
        """Digits for a `tel:` link to that number."""
        return self.calls[0].tel if self.calls else ""

    @property
    def spoken(self) -> tuple[str, ...]:
        """The codes of the languages that it answers in without an interpreter, as far as known."""
        value = self.languages.value
        return () if isinstance(value, str) else tuple(value)
