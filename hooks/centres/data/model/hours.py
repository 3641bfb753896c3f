"""When somebody answers: the hours of a week, the days that differ, and for how long they hold.

Written as people say them, "mån–tor 9–12, 13–16", or as schema.org's `openingHours`:
`[Mo-Th 09:00-12:00]`. In Swedish time. `exceptions`, `valid_from` and `valid_to` are those of
HSDS's schedule.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from centres.data import hours_text
from centres.data.field_types import NOT_CONFIRMED, Confirmed, Day, last_day, wrong
from centres.data.hours_text import DAYS
from centres.data.model.record import Note, OwnDay, OwnSource, Record, Short
from centres.i18n import N_

ALWAYS = "Mo-Su 00:00-24:00"
_DAY = "|".join(DAYS)
SPAN = (
    rf"^({_DAY})(-({_DAY}))? ([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$"
)
SEASON_DAY = r"^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$"
# A leap year: 02-29 is a day of some years.
_ANY_YEAR = "2024-"


@dataclass(frozen=True)
class Span:
    """Hours that are the same on `days` (0 is Monday): minutes after midnight, up to 1440."""

    days: range
    opens: int
    closes: int

    def meets(self, other: "Span") -> bool:
        """Return whether both hold at one time."""
        return (
            bool(set(self.days) & set(other.days))
            and self.opens < other.closes
            and other.opens < self.closes
        )


@cache
def span(text: str) -> Span:
    """Return what `text` says, which matches SPAN: "Mo-Fr 09:00-16:00"."""
    days, _, times = text.partition(" ")
    first, _, last = days.partition("-")
    opens, closes = (int(time[:2]) * 60 + int(time[3:]) for time in times.split("-"))
    return Span(range(DAYS.index(first), DAYS.index(last or first) + 1), opens, closes)


def _written_span(value: str) -> str:
    if not re.fullmatch(SPAN, value):
        raise wrong(
            N_(
                "”%(value)s” är ingen öppettid. Skriv dagar och tider så här: Mo-Fr 09:00-16:00. "
                "Dagarna är Mo, Tu, We, Th, Fr, Sa och Su."
            ),
            value=value,
        )
    written = span(value)
    if not written.days:
        raise wrong(
            N_("”%(value)s” slutar på en dag som kommer före den första. Dela upp den i två."),
            value=value,
        )
    if written.closes <= written.opens:
        raise wrong(
            N_(
                "”%(value)s” slutar innan den börjar. Är det öppet över midnatt skriver du två "
                "tider: en till 24:00 och en från 00:00."
            ),
            value=value,
        )
    return value


def _week(value: Any) -> Any:
    """Return what a text means as a list of spans; nothing where it is not confirmed."""
    if value == NOT_CONFIRMED:
        return []
    if value in ("", []):
        raise wrong(N_("är tomt. Är uppgiften okänd skriver du not confirmed."))
    if isinstance(value, str):
        return list(hours_text.read(value).spans)
    return (
        [span for item in value for span in _spans_of(item)] if isinstance(value, list) else value
    )


def _spans_of(item: Any) -> list[Any]:
    """Return what one of several texts means; `item` itself if it is a span, or cannot be read."""
    if not isinstance(item, str) or re.fullmatch(SPAN, item):
        return [item]
    try:
        return [*hours_text.read(item).spans]
    except PydanticCustomError:
        return [item]


def _season_week(value: Any) -> Any:
    if value == NOT_CONFIRMED:
        raise wrong(N_("är tiderna inte kända tar du bort undantaget."))
    return [] if value == "closed" else _week(value)


def _apart(week: tuple[str, ...]) -> tuple[str, ...]:
    for one, other in combinations(week, 2):
        if span(one).meets(span(other)):
            raise wrong(
                N_("”%(one)s” och ”%(other)s” gäller samma tid. Ta bort eller ändra en av dem."),
                one=one,
                other=other,
            )
    return week


def _season_day(value: str) -> str:
    whole = value if len(value) > len("06-01") else _ANY_YEAR + value
    if not re.fullmatch(SEASON_DAY, value) or last_day(whole) is None:
        raise wrong(
            N_("ska vara en dag, som 06-01 (varje år) eller 2026-06-01, men är ”%(value)s”."),
            value=value,
        )
    return value


_Spans = tuple[Annotated[str, AfterValidator(_written_span)], ...]


_SCHEMA = WithJsonSchema(
    {
        "anyOf": [
            {"type": "string", "minLength": 1},
            {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": SPAN}},
        ]
    }
)

Week = Annotated[
    _Spans,
    BeforeValidator(_week),
    AfterValidator(_apart),
    PlainSerializer(lambda week: list(week) or NOT_CONFIRMED),
    _SCHEMA,
]
# The hours of a season, in which it may be closed.
SeasonWeek = Annotated[
    _Spans,
    BeforeValidator(_season_week),
    AfterValidator(_apart),
    PlainSerializer(lambda week: list(week) or "closed"),
    _SCHEMA,
]
SeasonDay = Annotated[
    str,
    AfterValidator(_season_day),
    WithJsonSchema({"type": "string", "pattern": SEASON_DAY}),
]


class Season(Record):
    """Days with hours of their own; without a year they come back each year."""

    first: SeasonDay = Field(
        alias="from", description="Första dagen, varje år eller ett visst.", examples=["06-01"]
    )
    last: SeasonDay = Field(alias="to", description="Sista dagen.", examples=["07-31"])
    weekly: SeasonWeek = Field(
        description="Tiderna under de dagarna, eller closed.", examples=["vardagar 9–19", "closed"]
    )

    @model_validator(mode="after")
    def _in_order(self) -> "Season":
        if len(self.first) != len(self.last):
            raise wrong(N_("from och to ska båda ha ett årtal, eller inget av dem."))
        if self.last < self.first:
            raise wrong(
                N_(
                    "slutar innan den börjar: %(first)s till %(last)s. Går den över nyår skriver "
                    "du två."
                ),
                first=self.first,
                last=self.last,
            )
        return self


class Hours(Short):
    """When somebody answers. In the short form it is the hours of a week, or one word."""

    weekly: Week = Field(
        description="Tiderna i en vanlig vecka, som du skulle säga dem. Går det att komma överens "
        "om en annan tid skriver du enligt överenskommelse.",
        examples=[
            "mån–tor 9–12, 13–16; fre 9–12",
            "enligt överenskommelse",
            "dygnet runt",
            "[Mo-Fr 09:00-16:00]",
            NOT_CONFIRMED,
        ],
    )
    by_agreement: Confirmed = Field(
        "not confirmed",
        description="Om man kan komma överens om en annan tid. Skrivs bara om weekly inte säger "
        "det.",
    )
    exceptions: tuple[Season, ...] = Field(
        (), description="Dagar med andra tider, till exempel sommaren."
    )
    holidays: Literal["open", "closed", "not confirmed"] = Field(
        "not confirmed",
        description="Om de vanliga tiderna gäller på en röd dag. Säger källan inget säger sidan "
        "inget då.",
    )
    valid_from: Day | None = Field(None, description="Första dagen som tiderna gäller.")
    valid_to: Day | None = Field(None, description="Sista dagen som tiderna gäller.")
    source: OwnSource = None
    checked: OwnDay = None
    note: Note = None

    @classmethod
    def short_for(cls) -> str:
        """`hours: always`."""
        return "weekly"

    @model_validator(mode="before")
    @classmethod
    def _agreement_in_words(cls, written: Any) -> Any:
        """Read "enligt överenskommelse" in `weekly` as the field `by_agreement`."""
        fields = written if isinstance(written, dict) else {"weekly": written}
        week = fields.get("weekly")
        if not isinstance(week, str) or week in ("", NOT_CONFIRMED):
            return fields
        try:
            read = hours_text.read(week)
        except PydanticCustomError:
            return fields  # the field itself says what is wrong with it
        agreed = {"by_agreement": "yes"} if read.by_agreement else {}
        return {**agreed, **fields, "weekly": [*read.spans] or NOT_CONFIRMED}

    @model_validator(mode="after")
    def _fits(self) -> "Hours":
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise wrong(N_("valid_to är före valid_from. Tiderna slutar gälla innan de börjar."))
        for one, other in combinations(self.exceptions, 2):
            if len(one.first) == len(other.first) and (
                one.first <= other.last and other.first <= one.last
            ):
                raise wrong(
                    N_("två undantag gäller samma dagar, %(one)s och %(other)s. Ta bort ett."),
                    one=f"{one.first}–{one.last}",
                    other=f"{other.first}–{other.last}",
                )
        return self

    @property
    def known(self) -> bool:
        """Whether any hours are, or that they are agreed on."""
        return bool(self.weekly) or self.by_agreement == "yes"

    @property
    def always(self) -> bool:
        """Whether somebody answers round the clock, on every day of the year."""
        return self.weekly == (ALWAYS,) and not self.exceptions

    def hold_on(self, day: date) -> bool:
        """Return whether they are known, and hold on `day`."""
        begun = self.valid_from is None or self.valid_from <= day
        return self.known and begun and (self.valid_to is None or day <= self.valid_to)

    def rules(self) -> Iterator[str]:
        """Yield each span as a page's script reads it; a season's has its days before it."""
        yield from self.weekly
        for season in self.exceptions:
            days = f"{season.first}/{season.last}"
            yield from (f"{days} {written}" for written in season.weekly or ("",))
