"""What is so from one day to another: a municipality that a centre is for, and a centre's name.

Each says how we know it.
"""

from typing import Literal

from pydantic import Field, model_validator

from centres.data.field_types import Day, Line, Name, wrong
from centres.data.model.record import OwnDay, OwnSource, Record, Short
from centres.i18n import N_

NameIs = Literal["official", "page title", "description"]


class Membership(Short):
    """A municipality that a centre is for. `Lund` alone is `{name: Lund}`: since nobody knows when.

    One that is over stays in its entry: it is the record that the municipality left, and why.
    """

    name: Name = Field(description="Kommunens namn, utan ordet kommun.", examples=["Lund"])
    first_day: Day | None = Field(
        None,
        alias="from",
        description="Första dagen som centret är till för kommunen. Den får ligga framåt i tiden.",
        examples=["2027-01-01"],
    )
    last_day: Day | None = Field(
        None,
        alias="to",
        description="Sista dagen som centret är till för kommunen. Den får ligga framåt i tiden. "
        "Raden står kvar när dagen har varit.",
        examples=["2026-12-31"],
    )
    source: OwnSource = None
    checked: OwnDay = None

    @classmethod
    def short_for(cls) -> str:
        """`Lund`."""
        return "name"

    @model_validator(mode="after")
    def _says_how_we_know(self) -> "Membership":
        if self.first_day and self.last_day and self.first_day > self.last_day:
            raise wrong(
                N_("from (%(first)s) är efter to (%(last)s). Byt dagarna, eller rätta den ena."),
                first=self.first_day,
                last=self.last_day,
            )
        if (self.first_day or self.last_day) and not self.source:
            raise wrong(
                N_(
                    "%(name)s har en dag men ingen källa. Skriv också source, varifrån du vet det, "
                    "och checked, dagen då du kontrollerade det."
                ),
                name=self.name,
            )
        return self


class Naming(Short):
    """The name of a centre; `name_is` of its entry says what kind of name it is."""

    value: Name = Field(description="Namnet.", examples=["Stödcentrum i Borås"])
    source: OwnSource = None
    checked: OwnDay = None


class Renamed(Record):
    """A name that a centre gets: from its day on, instead of the one in `name`."""

    to: Name = Field(description="Det nya namnet.", examples=["Stödcentrum Sjuhärad"])
    name_is: NameIs = Field(description="Vad det är för namn, som i name_is.")
    first_day: Day = Field(
        alias="from",
        description="Första dagen med det nya namnet. Den får ligga framåt i tiden.",
        examples=["2027-01-01"],
    )
    source: Line = Field(
        description="Id i data/sources.yaml: varifrån vi vet det.", examples=["centret"]
    )
    checked: Day = Field(description="Dagen då någon kontrollerade det.", examples=["2026-11-24"])
