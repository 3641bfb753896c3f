"""What every record has: strict reading, a short form, and facts with a source of their own."""

import datetime
from typing import Annotated, Any, Generic, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from centres.data.field_types import NOT_CONFIRMED, Day, Line, Prose

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
