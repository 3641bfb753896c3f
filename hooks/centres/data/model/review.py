"""What people have done, by role and never by name: reviewed a text, or answered in a round."""

from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints, model_validator

from centres.data.field_types import SLUG, Day, Line, wrong
from centres.data.model.record import Record
from centres.i18n import N_

# A role, never somebody's name: what is published stays, and so does the history of a repository.
Reviewer = Literal["translator", "agency", "native-speaker", "readers"]
REVIEWERS: tuple[str, ...] = get_args(Reviewer)


class Review(Record):
    """A review of a page or a catalogue. It holds as long as `text` is the text's fingerprint."""

    by: Reviewer = Field(
        description="Vem som granskade, aldrig ett namn. translator: en översättare. agency: en "
        "översättningsbyrå eller myndighet. native-speaker: någon som har språket som modersmål. "
        "readers: de som texten är till för, som personer som behöver lättläst."
    )
    on: Day = Field(description="Dagen då granskningen blev klar.")
    text: Line = Field(description="Textens fingeravtryck då. centres reviewed skriver det.")


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
