"""That a record has been asked what is right, and whether it has answered: never by whom."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from centres.data.field_types import SLUG, Day, wrong
from centres.data.model.record import Record
from centres.i18n import N_

# Who answers, by function: a name is in no file.
ROLES = ("centre", "municipality", "association", "line")
# After these somebody calls instead.
MOST_REMINDERS = 2
Asked = Annotated[
    str, StringConstraints(max_length=80, pattern=rf"^((kommun|linje):)?{SLUG.removeprefix('^')}")
]


class Round(Record):
    """The latest time that a record was asked: a post in data/rounds.yaml."""

    id: Asked = Field(
        description="Vem som är frågad: ett centrums id, kommun: och dess namn, eller linje: "
        "och dess id.",
        examples=["taby", "kommun:vara", "linje:bris"],
    )
    asked: Day = Field(description="Dagen då frågorna skickades.", examples=["2027-01-11"])
    reminded: list[Day] = Field(
        [],
        max_length=MOST_REMINDERS,
        description="Dagarna då vi påminde, högst två.",
        examples=["[2027-02-01]"],
    )
    answered: Day | None = Field(None, description="Dagen då svaret kom.", examples=["2027-02-03"])
    by: Literal["centre", "municipality", "association", "line"] | None = Field(
        None, description="Vilken funktion som svarade. Aldrig en person."
    )

    @model_validator(mode="after")
    def _in_order(self) -> "Round":
        days = [self.asked, *self.reminded, *([self.answered] if self.answered else [])]
        if days != sorted(days):
            raise wrong(
                N_("dagarna står i fel ordning. Skriv först asked, sedan reminded och answered.")
            )
        if (self.answered is None) != (self.by is None):
            raise wrong(N_("answered och by hör ihop. Skriv båda, eller ingen av dem."))
        return self
