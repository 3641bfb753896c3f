"""A national line or service: what it is for, and each way to reach it."""

from typing import ClassVar, Literal

from pydantic import Field

from centres.data.field_types import Address, Confirmed, Line, Name, Prose, Slug, SourceDate
from centres.data.model.channel import Channel, Languages
from centres.data.model.record import Fact, OwnDay, Record

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


class LineChannel(Channel):
    """A way to reach a line. What its source promises is promised of this way alone."""

    REQUIRED: ClassVar[dict[str, tuple[str, ...]]] = {
        **Channel.REQUIRED,
        "call": (*Channel.REQUIRED["call"], "free", "not_on_bill"),
        "mail": ("address",),
    }
    OPTIONAL: ClassVar[dict[str, tuple[str, ...]]] = {**Channel.OPTIONAL, "call": ("from_abroad",)}

    address: Address | None = Field(
        None, description="E-postadressen, för mail.", examples=["stod@exempel.se"]
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

    @property
    def target(self) -> str:
        """What a link to it leads to, without its scheme."""
        return self.address or super().target

    @property
    def where(self) -> str:
        """Where it leads, as people read it: a number, an address, or a host."""
        return self.address or super().where


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
    channels: list[LineChannel] = Field(
        min_length=1, description="Sätten att nå den, det bästa först."
    )
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
    def calls(self) -> tuple[LineChannel, ...]:
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
