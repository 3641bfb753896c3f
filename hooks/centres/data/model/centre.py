"""A support centre, and one that has closed."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from centres.data.field_types import (
    NOT_CONFIRMED,
    Age,
    Confirmed,
    Day,
    Line,
    Name,
    Slug,
    wrong,
)
from centres.data.model.channel import CentreChannel, Languages
from centres.data.model.contact import Email, Phone, StreetAddress, WrittenPage
from centres.data.model.dated import Membership, NameIs, Naming, Renamed
from centres.data.model.hours import Hours
from centres.data.model.record import Fact, Note, OwnDay, OwnSource, Record, Short
from centres.i18n import N_

Served = Annotated[
    list[Name],
    Field(
        min_length=1,
        description="Kommunerna som centret är till för, utan ordet kommun.",
        examples=["[Täby, Danderyd]"],
    ),
]


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


def _group(value: Any) -> Any:
    if value not in ("all", "young"):
        raise wrong(N_("ska vara all, young eller en gräns, som {under: 25} eller {up_to: 21}."))
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
            raise wrong(N_("har både under och up_to. Behåll den som källan säger."))
        if self.group == "all" and (self.limit is not None or self.lowest is not None):
            raise wrong(N_("all betyder alla åldrar och kan inte ha en gräns."))
        if self.group == "all" and self.flexible != NOT_CONFIRMED:
            raise wrong(N_("all betyder alla åldrar. Ta bort flexible, som gäller en åldersgräns."))
        if self.limit is not None and (self.lowest or 0) >= self.limit:
            raise wrong(N_("den lägsta åldern är högre än den högsta."))
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


class Centre(Record):
    """A support centre: a post in data/centres.yaml."""

    id: Slug = Field(
        description="Centrets del av adressen: /stodcentrum/id/. Ändras aldrig.",
        examples=["boras"],
    )
    naming: Naming = Field(
        alias="name",
        description="Centrets namn.",
        examples=["Stödcentrum i Borås"],
    )
    name_is: NameIs = Field(
        description="official: centrets eget namn. page title: rubriken på dess webbsida. "
        "description: vår beskrivning."
    )
    renamed: Renamed | None = Field(
        None, description="Namnet som centret får en viss dag, om det byter namn."
    )
    run_by: RunBy = Field(description="Vem som driver centret.")
    memberships: list[Membership] = Field(
        alias="municipalities",
        min_length=1,
        description="Kommunerna som centret är till för, utan ordet kommun.",
        examples=["[Täby, Danderyd]"],
    )
    phones: list[Phone] = Field(
        description="Telefonnummer, det bästa först. Tom lista, [], om källan inte har något."
    )
    emails: list[Email] = Field(
        description="E-postadresser. Tom lista, [], om källan inte har någon."
    )
    channels: list[CentreChannel] = Field(
        [],
        description="Andra sätt att nå centret: sms, chatt, formulär eller ett konto. Nummer att "
        "ringa står i phones, adresser i emails.",
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
    opening_hours: Hours = Field(
        description="När man kan ringa, eller not confirmed.",
        examples=["mån–tor 9–12, 13–16", "enligt överenskommelse", NOT_CONFIRMED],
    )
    visiting_address: StreetAddress | None = Field(
        None,
        description="Gatuadressen, bara om centret vill att den visas.",
        examples=["{value: Storgatan 1 i Exempel, source: centret, checked: 2026-11-24}"],
    )
    drop_in: Fact[Confirmed] = Field(
        NOT_CONFIRMED,
        validate_default=True,
        description="Om man kan komma utan att ha bestämt en tid. När, står i visiting_hours.",
    )
    visiting_hours: Hours = Field(
        NOT_CONFIRMED,
        validate_default=True,
        description="När man kan besöka centret.",
        examples=["ons 13–16", NOT_CONFIRMED],
    )
    languages: Fact[Languages] = Field(
        NOT_CONFIRMED,
        validate_default=True,
        description="Språken som någon på centret talar, utan tolk, som koder (BCP 47).",
        examples=["{value: [sv, en, ar], source: centret, checked: 2026-11-24}"],
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
    def name(self) -> str:
        """What the centre is called."""
        return self.naming.value

    @property
    def municipalities(self) -> list[str]:
        """The names of the municipalities of its memberships."""
        return [membership.name for membership in self.memberships]

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
        description="Dagen då centret stängde, eller slogs ihop med ett annat: den första dagen "
        "utan det. Den får ligga framåt i tiden.",
        examples=["2026-11-24"],
    )
    reopens: Day | None = Field(
        None,
        description="Första dagen som centret har öppet igen, om det öppnar igen.",
        examples=["2027-03-01"],
    )
    source: Line = Field(
        description="Id i data/sources.yaml: varifrån vi vet det.", examples=["centret"]
    )
    checked: Day = Field(description="Dagen då någon kontrollerade det.", examples=["2026-11-24"])

    @model_validator(mode="after")
    def _days_fit(self) -> "Retired":
        if self.reopens and self.reopens <= self.date:
            raise wrong(N_("reopens är inte efter date. Rätta den ena dagen."))
        return self

    def holds_on(self, day: datetime.date) -> bool:
        """Return whether the centre is closed on `day`."""
        return self.date <= day and (self.reopens is None or day < self.reopens)
