"""Where facts come from."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from centres.data.field_types import (
    BY_FACT,
    LANGUAGE_CODE,
    Day,
    Name,
    Slug,
    SourceDate,
    Url,
    last_day,
)
from centres.data.model.record import Record
from centres.i18n import SOURCE_LANGUAGE

# What somebody had before her when she read a source.
ReadAs = Literal["page", "copy", "document"]


class Source(Record):
    """Where facts come from: a post in data/sources.yaml."""

    id: Slug = Field(
        description="Det som source i de andra filerna hänvisar till.", examples=["boras-webb-2026"]
    )
    title: Name = Field(
        description="Sidans rubrik, eller vad källan är, som ”Mejl från centret”.",
        examples=["Stödcentrum - Borås Stad"],
    )
    language: Annotated[str, StringConstraints(pattern=LANGUAGE_CODE)] = Field(
        SOURCE_LANGUAGE,
        description="Språket som den är på, om det inte är svenska: en kod enligt BCP 47.",
        examples=["da"],
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
    read_as: ReadAs = Field(
        "page",
        description="Hur den lästes. page: på utgivarens webbplats, den dagen. copy: som en sparad "
        "kopia, som kan vara äldre än sidan är nu. document: hela dokumentet, som en rapport.",
    )

    def on(self, day: datetime.date | None) -> "Source":
        """Return the source with the date `day`, if it is one that is asked anew for each fact."""
        if self.date == BY_FACT and day:
            return self.model_copy(update={"date": day.isoformat()})
        return self

    @property
    def latest(self) -> datetime.date | None:
        """The last day the source can be from, None if it is undated."""
        return last_day(self.date)

    @property
    def earliest(self) -> datetime.date | None:
        """The first day the source can be from, None if it is undated."""
        return last_day(f"{self.date}-01-01"[: len("2026-01-14")]) if self.latest else None
