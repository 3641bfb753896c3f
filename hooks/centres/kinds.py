"""Kinds of value in the data: texts, days, ages, numbers, addresses; each says what is wrong.

Everything here starts as text (`yamltext`); a kind checks it and, for days and ages, converts it.
"""

import datetime
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from centres import phones

NOT_CONFIRMED = "not confirmed"


class Translatable:
    """Marks a text that is shown in every language, through the catalogues."""


def wrong(message: str, **values: Any) -> PydanticCustomError:
    """An error whose message is a Swedish sentence for the editor, translated when it is said."""
    # Pydantic's own message must not be a template of ours, so the sentence travels as context.
    return PydanticCustomError("editor", "{sentence}", {"sentence": message, "values": values})


def _day(value: Any) -> Any:
    """Only 2026-01-14: pydantic alone would also read "1768348800" as a date."""
    if isinstance(value, str) and (len(value) != len("2026-01-14") or last_day(value) is None):
        raise wrong("ska vara ett datum, som 2026-01-14, men är ”%(value)s”.", value=value)
    return value


def _whole_number(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,3}", value):
        raise wrong("ska vara ett helt tal, som 21, men är ”%(value)s”.", value=value)
    return value


def _number(value: str) -> str:
    if phones.dialled(value) is None:
        raise wrong(
            "”%(value)s” är inget svenskt telefonnummer. "
            'Skriv hela numret inom citattecken, som "08-123 45 67".',
            value=value,
        )
    return value


def _short_number(value: str) -> str:
    if value not in phones.SHORT_NUMBERS:
        raise wrong(
            "”%(value)s” finns inte bland kortnumren: %(known)s. Skriv numret i fältet phone.",
            value=value,
            known=", ".join(sorted(phones.SHORT_NUMBERS)),
        )
    return value


def _email(value: str) -> str:
    # The shape only: a plain address on one line. Whether it works, only a letter can show.
    if value != "withheld" and not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", value, re.ASCII):
        raise wrong(
            "”%(value)s” är ingen e-postadress. Ta bort mellanslag och kontrollera @ och punkter.",
            value=value,
        )
    return value


def last_day(when: str) -> datetime.date | None:
    """The last day that 2022, 2024-09 or 2026-01-14 can mean; None for anything else.

    A month counts as its 28th, the last day that every month has.
    """
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", when):
        return None
    rest = {4: "-12-31", 7: "-28", 10: ""}[len(when)]
    try:
        return datetime.date.fromisoformat(when + rest)
    except ValueError:
        return None


def _when(value: str) -> str:
    if value != "undated" and last_day(value) is None:
        raise wrong(
            "ska vara 2026-01-14, 2024-09, 2022 eller undated, men är ”%(value)s”.", value=value
        )
    return value


# One line of text: no blanks around it, nothing invisible that could turn the line around.
_INVISIBLE = "\\x00-\\x1f\\x7f\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, pattern=rf"^[^{_INVISIBLE}]*$"),
]
Prose = Annotated[Line, Translatable()]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Day = Annotated[datetime.date, BeforeValidator(_day)]
Age = Annotated[int, BeforeValidator(_whole_number)]
Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"]+$")]
Confirmed = Literal["yes", "no", "not confirmed"]
Number = Annotated[str, AfterValidator(_number)]
ShortNumber = Annotated[str, AfterValidator(_short_number)]
Address = Annotated[str, AfterValidator(_email)]
SourceDate = Annotated[str, AfterValidator(_when)]
