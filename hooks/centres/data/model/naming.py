"""What a centre is called, what it will be called, and how we know."""

from typing import Literal

from pydantic import Field

from centres.data.field_types import Day, Line, Name
from centres.data.model.record import OwnDay, OwnSource, Record, Short

NameIs = Literal["official", "page title", "description"]


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
