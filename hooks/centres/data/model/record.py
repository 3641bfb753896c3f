"""The base of every record: strict reading, a short form, and facts with a source of their own."""

import datetime
from typing import Annotated, Any, Generic, Literal, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from centres.data.field_types import NOT_CONFIRMED, Day, Line, Prose

T = TypeVar("T", covariant=True)

# The fields by which any fact says where it comes from.
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
Verified = Annotated[
    Literal["domain", "callback"] | None,
    Field(
        description="Hur någon såg att en ändring kom från centret. domain: den skickades från "
        "kommunens egen domän. callback: någon ringde upp genom en växel från en annan källa.",
    ),
]
Note = Annotated[
    Prose | None,
    Field(
        description="En mening som visas för besökaren. Den översätts till de andra språken.",
        examples=["Ring helst på förmiddagen."],
    ),
]

ForWhom = Annotated[
    Prose | None,
    Field(
        description="Vem just det här sättet är till för, om det inte är alla som centret är till "
        "för. Det står i knappen.",
        examples=["Du som är under 18 år", "Du som är 18 år eller äldre"],
    ),
]


class Record(BaseModel):
    """A mapping in a file of data/: unknown keys are errors, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Cited(Protocol):
    """A fact, or a whole entry, that names its source and the day when somebody checked it."""

    @property
    def source(self) -> str | None:
        """The id of its source; None for a fact that has the source of its entry."""

    @property
    def checked(self) -> datetime.date | None:
        """The day when somebody checked it, if that is known."""


class Short(Record):
    """A record that may be written as the value of one field: `yes` for `{value: yes}`."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return the schema of either form; of the whole record alone for what we publish."""
        reference = handler(core_schema)
        if handler.mode == "serialization":
            return reference
        record = handler.resolve_ref_schema(reference)
        return {"anyOf": [record["properties"][cls.short_for()], reference]}

    @classmethod
    def short_for(cls) -> str:
        """Return the name of the field whose value is the short form."""
        return "value"

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, written: Any) -> Any:
        return written if isinstance(written, dict) else {cls.short_for(): written}


class Fact(Short, Generic[T]):
    """A value that may have its own source. In the short form (`yes`) it has its entry's."""

    value: T = Field(description="Uppgiften själv.")
    source: OwnSource = None
    checked: OwnDay = None
    note: Note = None

    @property
    def known(self) -> bool:
        """Whether there is an answer, be it a yes or a no."""
        return bool(self.value != NOT_CONFIRMED)
