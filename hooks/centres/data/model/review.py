"""Who has reviewed a text, when, and which text it was."""

from typing import Literal, get_args

from pydantic import Field

from centres.data.field_types import Day, Line
from centres.data.model.record import Record

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
