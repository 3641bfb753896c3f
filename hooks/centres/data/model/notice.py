"""A notice: what holds for some days, is shown on the pages it concerns, and ends by itself."""

import re
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

from centres.data import phones
from centres.data.field_types import (
    NOTHING_INVISIBLE,
    Day,
    Line,
    Slug,
    Url,
    last_day,
    one_alphabet,
    wrong,
)
from centres.data.model.record import Record
from centres.data.model.review import Review
from centres.i18n import N_

Level = Literal["service", "local", "national"]
# Days from `from` to `until` at most: what holds for longer is a fact, and belongs with the others.
MOST_DAYS = 14
# A moment in Swedish time. As text it sorts in time, so that a page's script compares it too.
MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T](([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"
# Stands in a prepared text for the name of the line that it is about.
ABOUT = "%(about)s"


def _moment(value: Any) -> Any:
    if isinstance(value, str) and not is_moment(value):
        raise wrong(
            N_(
                "ska vara en dag och ett klockslag i svensk tid, som 2026-12-07 12:00, men är "
                "”%(value)s”."
            ),
            value=value,
        )
    return value.replace("T", " ") if isinstance(value, str) else value


def is_moment(text: str) -> bool:
    """Return whether `text` is a day that there is, and a time of day."""
    return bool(re.fullmatch(MOMENT, text)) and last_day(text[:10]) is not None


def moment(text: str) -> datetime:
    """Return the moment that `text` says ("2026-12-07 24:00"), in Swedish time, without a zone."""
    hours, minutes = text[11:].split(":")
    day = datetime.fromisoformat(text[:10])
    return day + timedelta(hours=int(hours), minutes=int(minutes))


def written(when: datetime) -> str:
    """Return `when`, in Swedish time, as the file has it: "2026-12-07 12:00"."""
    return f"{when:%Y-%m-%d %H:%M}"


def _without_number(value: str) -> str:
    number = phones.named_in(value)
    if number:
        raise wrong(
            N_(
                "”%(value)s” är ett telefonnummer. Ta bort det, och skriv linjens id i line: då "
                "står numret i en knapp."
            ),
            value=number,
        )
    return value


Moment = Annotated[
    str,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "pattern": MOMENT}),
]
_ONE_LINE: dict[str, Any] = {
    "strip_whitespace": True,
    "min_length": 1,
    "pattern": NOTHING_INVISIBLE,
}
Heading = Annotated[
    str,
    StringConstraints(**_ONE_LINE, max_length=60),
    AfterValidator(one_alphabet),
    AfterValidator(_without_number),
]
Text = Annotated[
    str,
    StringConstraints(**_ONE_LINE, max_length=280),
    AfterValidator(one_alphabet),
    AfterValidator(_without_number),
]


class Wording(Record):
    """What a notice says in one language."""

    heading: Heading = Field(
        description="Rubriken, högst 60 tecken.", examples=["Centret har stängt i veckan"]
    )
    text: Text = Field(
        description="Texten, högst 280 tecken. Det viktigaste först: vem man kan prata med.",
        examples=["Du kan ringa Brottsofferjouren under tiden."],
    )


class Prepared(Record):
    """The texts of notices that a language has beforehand: locales/<code>/notices.yaml."""

    review: Review | None = Field(None, description="Vem som har granskat texterna, och när.")
    texts: dict[Slug, Wording] = Field(
        description="Texterna, efter det namn som prepared i data/notices.yaml har."
    )


class Notice(Record):
    """What is shown on some pages for some days: a post in data/notices.yaml."""

    id: Slug = Field(
        description="Dagen och platsen. Används aldrig igen.", examples=["2026-12-05-boras"]
    )
    level: Level = Field(
        description="service: ett eller flera centrum, till exempel när ett har stängt. local: "
        "något som har hänt i en eller flera kommuner. national: något som gäller hela landet."
    )
    centres: tuple[Line, ...] = Field(
        (), description="För service: centrens id i data/centres.yaml.", examples=["[boras]"]
    )
    municipalities: list[Line] = Field([], description="För local: kommunernas namn.")
    first: Moment = Field(
        alias="from",
        description="När det börjar gälla: dag och klockslag i svensk tid.",
        examples=["2026-12-05 14:00"],
    )
    until: Moment = Field(
        description="När det slutar gälla: dag och klockslag i svensk tid, högst 14 dagar efter "
        "from. Då försvinner det av sig självt. Slutet av en dag är 24:00.",
        examples=["2026-12-07 24:00"],
    )
    prepared: Line | None = Field(
        None,
        description="Namnet på en färdig text, som finns på alla språk, i stället för heading och "
        "text. national måste ha en sådan. Texterna står i locales/sv/notices.yaml.",
        examples=["closed", "shooting", "line-down"],
    )
    about: Line | None = Field(
        None,
        description="För en färdig text som nämner en linje: linjens id i data/helplines.yaml.",
        examples=["bris"],
    )
    heading: Heading | None = Field(
        None,
        description="Rubriken på svenska, högst 60 tecken. Lugnt och sakligt: den som läser kan "
        "vara rädd, och någon kan se skärmen.",
    )
    text: Text | None = Field(
        None,
        description="Texten på svenska, högst 280 tecken. Det viktigaste först: vem man kan prata "
        "med. Aldrig vem som är misstänkt, och aldrig var någon har fått skydd.",
    )
    languages: dict[str, Wording] = Field(
        {},
        description="heading och text på andra språk, efter språkets kod. De språk som har "
        "notices: yes i data/languages.yaml måste finnas.",
    )
    line: Line | None = Field(
        None,
        description="Vem man kan ringa: linjens id i data/helplines.yaml. Den eller link måste "
        "finnas, utom när source är centret.",
        examples=["bris"],
    )
    link: Url | None = Field(
        None,
        description="Sidan där den som ansvarar berättar mer.",
        examples=["https://www.krisinformation.se/"],
    )
    source: Line = Field(
        description="Id i data/sources.yaml: vem som säger det.", examples=["centret"]
    )
    checked: Day = Field(description="Dagen då någon kontrollerade det.", examples=["2026-12-05"])

    @property
    def begins(self) -> datetime:
        """When it begins, in Swedish time, without a zone."""
        return moment(self.first)

    @property
    def ends(self) -> datetime:
        """When it ends, in Swedish time, without a zone."""
        return moment(self.until)

    @property
    def wording(self) -> Wording | None:
        """What it says in the source language; None if that is a prepared text."""
        if self.heading is None or self.text is None:
            return None
        return Wording(heading=self.heading, text=self.text)
