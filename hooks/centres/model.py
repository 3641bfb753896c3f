"""What a record may say: the one definition of every field, its kind and what it means.

Pydantic checks the shape; `messages` says in words what was wrong; `rules` checks records against
each other. Field descriptions are in Swedish, for editors.
"""

import datetime
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    computed_field,
    model_validator,
)

from centres import phones
from centres.kinds import (
    NOT_CONFIRMED,
    Address,
    Age,
    Confirmed,
    Day,
    Line,
    Number,
    Prose,
    ShortNumber,
    Slug,
    SourceDate,
    Url,
    last_day,
    wrong,
)

T = TypeVar("T", covariant=True)


class Record(BaseModel):
    """Unknown keys are errors, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Fact(Record, Generic[T]):
    """A value that may have its own source. Written short (`yes`), it has the entry's source."""

    value: T
    source: Line | None = Field(None, description="Id i sources.yaml, om inte postens egen källa.")
    checked: Day | None = Field(None, description="Dag då någon kontrollerade uppgiften.")
    note: Prose | None = None

    @model_validator(mode="before")
    @classmethod
    def _written_short(cls, written: Any) -> Any:
        return written if isinstance(written, dict) else {"value": written}

    @property
    def known(self) -> bool:
        """Whether somebody has confirmed anything, be it a yes or a no."""
        return bool(self.value != NOT_CONFIRMED)


class RunBy(Record):
    """Who runs the centre."""

    kind: Literal["municipality", "municipalities together", "victim support association"]
    name: Line | None = None
    source: Line | None = None
    checked: Day | None = None


class Phone(Record):
    """A number of the centre, printed as the source prints it."""

    number: Number = Field(description="Som källan skriver det.")
    kind: Literal["direct", "switchboard", "not confirmed"] = Field(
        description="direct: centret svarar. switchboard: kommunens växel svarar."
    )
    ask_for: Line | None = Field(None, description="Vad man ber växeln om.")
    hidden_number: Literal["recommended"] | None = Field(
        None, description="Källan skriver att man kan ringa med #31# före numret."
    )
    printed: Line | None = Field(None, description="Numret i källan, om vi visar det annorlunda.")
    source: Line | None = None
    checked: Day | None = None

    @model_validator(mode="after")
    def _switchboard_needs_a_word(self) -> "Phone":
        if self.kind == "switchboard" and self.ask_for is None:
            raise wrong("en växel behöver ask_for: vad man ska be växeln om.")
        if self.kind != "switchboard" and self.ask_for is not None:
            raise wrong("ask_for är bara för en växel. Skriv kind: switchboard eller ta bort det.")
        return self

    @model_validator(mode="after")
    def _hidden_where_it_can_be(self) -> "Phone":
        if self.hidden_number and phones.hidden(self.number) is None:
            raise wrong("#31# ska inte användas på det här numret. Ta bort hidden_number.")
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


class Email(Record):
    """An address of the centre. `withheld` is a decision not to publish it, not a gap."""

    address: Address
    kind: Literal["centre", "registrar", "named person"] = Field(
        description="registrar: myndighetens registrator. named person: får inte visas."
    )
    status: Literal["as printed", "not confirmed"] = "as printed"
    note: Prose | None = None
    source: Line | None = None
    checked: Day | None = None

    @model_validator(mode="after")
    def _a_person_is_not_published(self) -> "Email":
        if self.kind == "named person" and self.address != "withheld":
            raise wrong("adressen hör till en person och får inte visas. Skriv withheld.")
        return self


class WebPage(Record):
    """The page that the source names. Without a confirmed address it is shown, not linked."""

    title: Line
    url: Url | Literal["not confirmed"]


def _group(value: Any) -> Any:
    if value not in ("all", "young"):
        raise wrong("ska vara all, young eller en gräns, som {under: 25} eller {up_to: 21}.")
    return value


class Ages(Record):
    """Whom the centre is for. `under: 25` and `up_to: 24` are two facts: keep the source's."""

    group: Annotated[Literal["all", "young"], BeforeValidator(_group)] = "young"
    lowest: Age | None = Field(None, alias="from", description="Lägsta ålder, som 10.")
    under: Age | None = Field(None, description="För den som är yngre än, som 25.")
    up_to: Age | None = Field(None, description="Till och med den här åldern, som 21.")
    flexible: Confirmed = "not confirmed"
    source: Line | None = None
    checked: Day | None = None
    note: Prose | None = None

    @model_validator(mode="before")
    @classmethod
    def _written_short(cls, written: Any) -> Any:
        return written if isinstance(written, dict) else {"group": written}

    @model_validator(mode="after")
    def _limits_fit(self) -> "Ages":
        if self.under is not None and self.up_to is not None:
            raise wrong("har både under och up_to. Behåll den som källan säger.")
        if self.group == "all" and (self.limit is not None or self.lowest is not None):
            raise wrong("all betyder alla åldrar och kan inte ha en gräns.")
        if self.limit is not None and (self.lowest or 0) >= self.limit:
            raise wrong("den lägsta åldern är högre än den högsta.")
        return self

    @property
    def known(self) -> bool:
        """Whether a source gives any limit at all."""
        return self.limit is not None or self.lowest is not None

    @property
    def limit(self) -> int | None:
        """The first age that is too old: 25 for "under 25", 22 for "up to and including 21"."""
        return self.under if self.up_to is None else self.up_to + 1


class Receives(Record):
    """Who may come."""

    victims: Fact[Confirmed]
    witnesses: Fact[Confirmed]
    relatives: Fact[Confirmed]
    offenders: Fact[Confirmed]


class Services(Record):
    """What the centre helps with."""

    support_talks: Fact[Confirmed] = Field(description="Stödsamtal.")
    practical_help: Fact[Confirmed] = Field(description="Hjälp med till exempel blanketter.")
    court_support: Fact[Confirmed] = Field(description="Stöd inför och under en rättegång.")
    mediation: Fact[Confirmed] = Field(description="Medling enligt lag (2002:445).")


def _none(value: Any) -> Any:
    return None if value == "none" else value


class Centre(Record):
    """A support centre: a post in data/centres.yaml."""

    id: Slug = Field(description="Sidans adress. Ändras aldrig.")
    name: Line = Field(description="Centrets namn.")
    name_is: Literal["official", "page title", "description"] = Field(
        description="Om namnet är centrets eget, sidans titel eller bara en beskrivning."
    )
    run_by: RunBy
    municipalities: list[Line] = Field(min_length=1, description="Kommunernas namn.")
    phones: list[Phone] = Field(description="Tom lista, [], om källan inte har något nummer.")
    emails: list[Email] = Field(description="Tom lista, [], om källan inte har någon adress.")
    web_page: Annotated[WebPage | None, BeforeValidator(_none)]
    ages: Ages
    receives: Receives
    close_relationships: Fact[Confirmed] = Field(description="Tar emot vid våld i nära relation.")
    services: Services
    anonymity: Fact[Confirmed] = Field(description="Om man får vara anonym i samtalet.")
    free_of_charge: Fact[Confirmed]
    opening_hours: Fact[Prose]
    interpreters: Fact[Confirmed]
    note: Prose | None = None
    source: Line = Field(description="Id i sources.yaml.")
    checked: Day = Field(
        description="Den dag uppgifterna gällde: källans, eller då centret bekräftade dem."
    )


class Helpline(Record):
    """A national line or service: a post in data/helplines.yaml."""

    id: Slug
    name: Line
    group: Literal["emergency", "anyone", "young", "specific", "health", "authority"]
    phone: Number | None = None
    short_number: ShortNumber | None = None
    url: Url | None = None
    for_whom: Prose
    open: Fact[Prose]
    free: Fact[Confirmed]
    anonymous: Fact[Confirmed]
    not_on_bill: Fact[Confirmed]
    note: Fact[Prose] | None = None
    source: Line

    @model_validator(mode="after")
    def _one_number(self) -> "Helpline":
        if self.phone and self.short_number:
            raise wrong("har både phone och short_number. Behåll det nummer som man ringer.")
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


class Source(Record):
    """Where facts come from: a post in data/sources.yaml."""

    id: Slug
    title: Line
    publisher: Line
    date: SourceDate = Field(description="Källans eget datum.")
    url: Url | None = None
    retrieved: Day

    @property
    def latest(self) -> datetime.date | None:
        """The last day the source can be from, None if it is undated."""
        return last_day(self.date)


class Language(Record):
    """A language of the site: a post in data/languages.yaml. `code` is BCP 47."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,8})*$")]
    name: Line = Field(description="Språkets eget namn.")
    name_in_swedish: Line
    direction: Literal["ltr", "rtl"]
    status: Literal["source", "reviewed", "unreviewed"] = Field(
        description="Om en översättare har granskat texterna."
    )

    @property
    def folder(self) -> str:
        """The first folder of its addresses: nothing for the source language, else "en/"."""
        return "" if self.status == "source" else f"{self.code}/"
