"""What a record may say: the one definition of every field, its kind and what it means.

Pydantic checks the shape; `messages` says in words what was wrong; `rules` checks records against
each other. Field descriptions are in Swedish, for editors.
"""

import datetime
from typing import Annotated, Any, Generic, Literal, Protocol, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    computed_field,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from centres.data import phones
from centres.data.field_types import (
    BY_FACT,
    NOT_CONFIRMED,
    Address,
    Age,
    Confirmed,
    ConfirmedUrl,
    Day,
    Line,
    Name,
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

# Every fact can say where it comes from, in the same words.
OwnSource = Annotated[
    Line | None,
    Field(
        description="Id i data/sources.yaml, om uppgiften har en annan källa än posten.",
        examples=["centret"],
    ),
]
OwnDay = Annotated[
    Day | None,
    Field(
        description="Dagen då någon kontrollerade just den här uppgiften.", examples=["2026-11-24"]
    ),
]
Note = Annotated[
    Prose | None,
    Field(
        description="En mening som visas för besökaren. Den översätts till de andra språken.",
        examples=["Ring helst på förmiddagen."],
    ),
]


class Record(BaseModel):
    """Unknown keys are errors, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Cited(Protocol):
    """What says where it comes from, and when somebody checked it: a fact, or a whole entry."""

    @property
    def source(self) -> str | None:
        """The id of its source; None for a fact that has its entry's."""

    @property
    def checked(self) -> datetime.date | None:
        """The day somebody checked it, if that is known."""


class Short(Record):
    """A record that may be written as the one value that matters: `yes` for `{value: yes}`."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """What may be written: the value alone, or the whole record."""
        whole = handler(core_schema)
        if handler.mode == "serialization":
            return whole
        record = handler.resolve_ref_schema(whole)
        return {"anyOf": [record["properties"][cls.short_for()], whole]}

    @classmethod
    def short_for(cls) -> str:
        """The field that the short form gives."""
        return "value"

    @model_validator(mode="before")
    @classmethod
    def _written_short(cls, written: Any) -> Any:
        return written if isinstance(written, dict) else {cls.short_for(): written}


class Fact(Short, Generic[T]):
    """A value that may have its own source. Written short (`yes`), it has the entry's source."""

    value: T = Field(description="Uppgiften själv.")
    source: OwnSource = None
    checked: OwnDay = None
    note: Note = None

    @property
    def known(self) -> bool:
        """Whether somebody has confirmed anything, be it a yes or a no."""
        return bool(self.value != NOT_CONFIRMED)


class RunBy(Record):
    """Who runs the centre."""

    kind: Literal["municipality", "municipalities together", "victim support association"] = Field(
        description="Vem som driver centret. municipality: en kommun. municipalities together: "
        "flera kommuner tillsammans. victim support association: en brottsofferjour."
    )
    name: Name | None = Field(
        None, description="Namnet på den som driver centret.", examples=["Borås Stad"]
    )
    source: OwnSource = None
    checked: OwnDay = None


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
    source: OwnSource = None
    checked: OwnDay = None

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
    note: Note = None
    source: OwnSource = None
    checked: OwnDay = None

    @property
    def published(self) -> bool:
        """Whether the address is shown at all."""
        return self.address != "withheld"

    @model_validator(mode="after")
    def _a_person_is_not_published(self) -> "Email":
        if self.kind == "named person" and self.published:
            raise wrong("adressen hör till en person och får inte visas. Skriv withheld.")
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


def _group(value: Any) -> Any:
    if value not in ("all", "young"):
        raise wrong("ska vara all, young eller en gräns, som {under: 25} eller {up_to: 21}.")
    return value


class Ages(Short):
    """Whom the centre is for. `under: 25` and `up_to: 24` are two facts: keep the source's."""

    group: Annotated[Literal["all", "young"], BeforeValidator(_group)] = Field(
        "young", description="all: alla åldrar. young: barn och unga."
    )
    lowest: Age | None = Field(None, alias="from", description="Lägsta ålder.", examples=["10"])
    under: Age | None = Field(
        None, description="För den som är yngre än så här, som ”under 25 år”.", examples=["25"]
    )
    up_to: Age | None = Field(
        None, description="Till och med den här åldern, som ”till och med 21 år”.", examples=["21"]
    )
    flexible: Confirmed = Field(
        "not confirmed", description="Om centret kan göra undantag från åldersgränsen."
    )
    source: OwnSource = None
    checked: OwnDay = None
    note: Note = None

    @classmethod
    def short_for(cls) -> str:
        """`ages: young`."""
        return "group"

    @model_validator(mode="after")
    def _limits_fit(self) -> "Ages":
        if self.under is not None and self.up_to is not None:
            raise wrong("har både under och up_to. Behåll den som källan säger.")
        if self.group == "all" and (self.limit is not None or self.lowest is not None):
            raise wrong("all betyder alla åldrar och kan inte ha en gräns.")
        if self.group == "all" and self.flexible != NOT_CONFIRMED:
            raise wrong("all betyder alla åldrar. Ta bort flexible, som gäller en åldersgräns.")
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

    victims: Fact[Confirmed] = Field(description="Den som är utsatt för brott.")
    witnesses: Fact[Confirmed] = Field(description="Den som är vittne.")
    relatives: Fact[Confirmed] = Field(description="Anhöriga.")
    offenders: Fact[Confirmed] = Field(description="Den som själv har begått brott.")


class Services(Record):
    """What the centre helps with."""

    support_talks: Fact[Confirmed] = Field(description="Stödsamtal.")
    practical_help: Fact[Confirmed] = Field(description="Praktisk hjälp, till exempel blanketter.")
    court_support: Fact[Confirmed] = Field(description="Stöd inför och under en rättegång.")
    mediation: Fact[Confirmed] = Field(description="Medling enligt lag (2002:445).")


def _none(value: Any) -> Any:
    return None if value == "none" else value


WrittenPage = Annotated[
    WebPage | None, BeforeValidator(_none, json_schema_input_type=WebPage | Literal["none"])
]
Served = Annotated[
    list[Name],
    Field(
        min_length=1,
        description="Kommunerna som centret är till för, utan ordet kommun.",
        examples=["[Täby, Danderyd]"],
    ),
]


class Centre(Record):
    """A support centre: a post in data/centres.yaml."""

    id: Slug = Field(
        description="Centrets del av adressen: /stodcentrum/id/. Ändras aldrig.",
        examples=["boras"],
    )
    name: Name = Field(description="Centrets namn.", examples=["Stödcentrum i Borås"])
    name_is: Literal["official", "page title", "description"] = Field(
        description="official: centrets eget namn. page title: rubriken på dess webbsida. "
        "description: vår beskrivning."
    )
    run_by: RunBy = Field(description="Vem som driver centret.")
    municipalities: Served
    phones: list[Phone] = Field(
        description="Telefonnummer, det bästa först. Tom lista, [], om källan inte har något."
    )
    emails: list[Email] = Field(
        description="E-postadresser. Tom lista, [], om källan inte har någon."
    )
    web_page: WrittenPage = Field(description="Centrets webbsida. none om källan inte har någon.")
    ages: Ages = Field(
        description="Vem centret är till för. En gräns skrivs som källan säger den.",
        examples=["young", "all", "{under: 25}", "{from: 10, up_to: 20}"],
    )
    receives: Receives = Field(description="Vem centret tar emot.")
    close_relationships: Fact[Confirmed] = Field(
        description="Om centret tar emot den som är utsatt för våld i en nära relation."
    )
    services: Services = Field(description="Vad centret hjälper till med.")
    anonymity: Fact[Confirmed] = Field(description="Om man får vara anonym i samtalet.")
    free_of_charge: Fact[Confirmed] = Field(description="Om stödet är gratis.")
    opening_hours: Fact[Prose] = Field(
        description="När man kan ringa, i ord, eller not confirmed. Sätt citattecken om texten om "
        "den har ett komma eller kolon.",
        examples=["vardagar 9–16", "not confirmed"],
    )
    interpreters: Fact[Confirmed] = Field(description="Om man kan få tolk.")
    note: Note = None
    source: Line = Field(
        description="Id i data/sources.yaml för källan till allt i posten som inte har en egen.",
        examples=["bilaga-2"],
    )
    checked: Day = Field(
        description="Den dag uppgifterna gällde: källans dag, tills någon har bekräftat dem.",
        examples=["2026-01-14"],
    )

    @property
    def shared(self) -> bool:
        """Whether it is for several municipalities."""
        return len(self.municipalities) > 1


class Retired(Record):
    """A centre whose address we keep: a post in data/retired.yaml."""

    id: Slug = Field(
        description="Det id som centret hade. Adressen finns kvar för alltid.", examples=["exempel"]
    )
    name: Name = Field(description="Namnet som centret hade.", examples=["Stödcentrum i Exempel"])
    moved_to: Slug = Field(
        description="Id för det centrum som har tagit över, eller none om inget har gjort det.",
        examples=["none", "taby"],
    )
    municipalities: Served
    date: Day = Field(
        description="Dagen då centret stängde, eller slogs ihop med ett annat.",
        examples=["2026-11-24"],
    )
    source: Line = Field(
        description="Id i data/sources.yaml: varifrån vi vet det.", examples=["centret"]
    )
    checked: Day = Field(description="Dagen då någon kontrollerade det.", examples=["2026-11-24"])


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

    id: Slug = Field(
        description="Det som source i de andra filerna hänvisar till.", examples=["boras-webb-2026"]
    )
    title: Name = Field(
        description="Sidans rubrik, eller vad källan är, som ”Mejl från centret”.",
        examples=["Stödcentrum - Borås Stad"],
    )
    publisher: Name = Field(description="Vem som har gett ut den.", examples=["Borås Stad"])
    date: SourceDate = Field(
        description="Källans eget datum, så noga som den säger det. undated om den inte har något: "
        "då visas uppgifterna som frågor. checked om man frågar på nytt varje gång: då är varje "
        "uppgifts checked dess datum.",
        examples=["2026-11-24", "2026-11", "2026", "undated"],
    )
    url: Url | None = Field(
        None,
        description="Källans adress, om sidan är offentlig.",
        examples=["https://www.boras.se/"],
    )
    retrieved: Day = Field(description="Dagen då någon läste källan.", examples=["2026-11-24"])

    def on(self, day: datetime.date | None) -> "Source":
        """The source as it was on `day`, if it has no date of its own but each fact's."""
        if self.date == BY_FACT and day:
            return self.model_copy(update={"date": day.isoformat()})
        return self

    @property
    def latest(self) -> datetime.date | None:
        """The last day the source can be from, None if it is undated."""
        return last_day(self.date)


class Word(Record):
    """A word that stands in letters from the police and the court: a post in data/glossary.yaml."""

    id: Slug = Field(
        description="Det som sidorna länkar till, som ord:malsagande.",
        examples=["malsagande"],
    )
    word: Prose = Field(
        description="Ordet, som det står i brevet. Andra språk visar det bredvid sitt eget.",
        examples=["målsägande"],
    )
    meaning: Prose = Field(
        description="Vad det betyder, med vanliga ord.",
        examples=["Den som har blivit utsatt för ett brott."],
    )
    source: Line = Field(description="Id i data/sources.yaml.", examples=["bom-ordlista"])


class Language(Record):
    """A language of the site: a post in data/languages.yaml. `code` is BCP 47."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,8})*$")] = Field(
        description="Språkets kod enligt BCP 47.", examples=["sv"]
    )
    name: Name = Field(description="Språkets eget namn.", examples=["Svenska"])
    name_in_swedish: Line = Field(description="Språkets namn på svenska.", examples=["svenska"])
    direction: Literal["ltr", "rtl"] = Field(
        description="ltr: skrivs från vänster. rtl: skrivs från höger."
    )
    status: Literal["source", "reviewed", "unreviewed"] = Field(
        description="source: källspråket. reviewed: en översättare har granskat texterna. "
        "unreviewed: ingen har granskat dem."
    )
    variant_of: Literal["sv"] | None = Field(
        None,
        description="För lättläst svenska: sv. Varianten har bara sidorna i sin mapp under "
        "content/. Allt annat är språkets egna sidor.",
    )

    @property
    def spoken(self) -> str:
        """The language that its pages' own words are in: of a variant, the one it varies."""
        return self.variant_of or self.code

    @property
    def folder(self) -> str:
        """The first folder of its addresses: nothing for the source language, else "en/"."""
        return "" if self.status == "source" else f"{self.code}/"

    @property
    def data_folder(self) -> str:
        """The first folder of the pages made from data: a variant has none of its own."""
        return "" if self.variant_of else self.folder


# The files of data/ that people edit, and what an entry of each is.
RECORDS: dict[str, type[BaseModel]] = {
    "centres": Centre,
    "glossary": Word,
    "helplines": Helpline,
    "languages": Language,
    "retired": Retired,
    "sources": Source,
}
