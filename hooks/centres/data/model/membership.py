"""That a centre is for a municipality: since when, until when, and how we know."""

from pydantic import Field, model_validator

from centres.data.field_types import Day, Name, wrong
from centres.data.model.record import OwnDay, OwnSource, Short
from centres.i18n import N_


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
