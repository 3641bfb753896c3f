"""The types of the fields: texts, days, ages, telephone numbers, addresses.

Every value comes as the text that stands in the file (`files.yaml_file`). A type checks it, with a
message that says what to do, and converts days and ages.
"""

import calendar
import datetime
import re
import unicodedata
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from centres.data import phones
from centres.files.problem import code_point
from centres.files.text_file import ARABIC, INVISIBLE
from centres.i18n import N_

NOT_CONFIRMED = "not confirmed"
# The date of a source that is asked anew for each fact; each fact's own `checked` is then its date.
BY_FACT = "checked"
NO_DAY = N_("ska vara ett datum, som 2026-01-14, men är ”%(value)s”.")


class Translatable:
    """Marks the type of a text that the catalogues translate."""


def wrong(message: str, **values: Any) -> PydanticCustomError:
    """Return an error for a validator to raise; `message` is a message id of `editor`.

    `values` fill its `%(name)s`. It is translated where it is printed.
    """
    # Pydantic formats its message with braces, so ours travels in the context, unformatted.
    return PydanticCustomError("editor", "{sentence}", {"sentence": message, "values": values})


def _day(value: Any) -> Any:
    """Refuse all but 2026-01-14: pydantic alone would also read "1768348800" as a date."""
    if isinstance(value, str) and (len(value) != len("2026-01-14") or last_day(value) is None):
        _no_such_day(value)
        raise wrong(NO_DAY, value=value)
    return value


def _no_such_day(value: str) -> None:
    """Raise an error that says why, if `value` has the form of a date that no calendar has."""
    written = re.fullmatch(r"([0-9]{4})-([0-9]{2})-[0-9]{2}", value)
    if written and last_day(value) is None:
        year, month = map(int, written.groups())
        if year and 1 <= month <= 12:
            raise wrong(
                N_("%(value)s finns inte: månaden har %(days)s dagar. Skriv den rätta dagen."),
                value=value,
                days=calendar.monthrange(year, month)[1],
            )
        raise wrong(
            N_("%(value)s finns inte: månaden är 01 till 12. Skriv år, månad och dag."), value=value
        )


def _whole_number(value: Any) -> Any:
    if isinstance(value, str) and not (re.fullmatch(r"[0-9]{1,3}", value) and int(value) <= 120):
        raise wrong(N_("ska vara ett helt tal, som 21, men är ”%(value)s”."), value=value)
    return value


def _number(value: str) -> str:
    if "#" in value:
        raise wrong(
            N_("numret ska stå utan #31#. Sidan visar själv hur man ringer med dolt nummer.")
        )
    for character in value:
        if not (character.isascii() and character.isdigit()) and character not in " -":
            raise wrong(
                N_(
                    "numret har tecknet ”%(sign)s” (%(code)s). Skriv bara siffror, mellanslag och "
                    'vanliga bindestreck, som "08-123 45 67".'
                ),
                sign=character,
                code=code_point(character),
            )
    _of_a_usual_kind(value)
    if phones.dialled(value) is None:
        raise wrong(
            N_(
                "”%(value)s” är inget svenskt telefonnummer. "
                'Skriv hela numret inom citattecken, som "08-123 45 67".'
            ),
            value=value,
        )
    return value


def _of_a_usual_kind(value: str) -> None:
    """Raise an error if `value` is a number that no help is given on, or an unknown short one."""
    if phones.is_unusual(value):
        raise wrong(
            N_(
                "”%(value)s” är ett nummer som kostar extra, en personsökare eller ett nummer som "
                "följer en person. Skriv ett vanligt nummer som svarar, eller ta bort det."
            ),
            value=value,
        )
    if phones.is_shaped_as_short(value) and not phones.is_short(value):
        raise wrong(
            N_(
                "”%(value)s” är inget kortnummer som går att ringa från alla telefoner. Jämför "
                "siffrorna med källan. Är numret nytt och rätt ber du den som sköter programmet "
                "lägga till det i hooks/centres/data/phones.py."
            ),
            value=value,
        )


def _email(value: str) -> str:
    # Checks the form only: whether somebody receives mail there, no program can know.
    if value == "withheld":
        return value
    _only_plain_letters(value)
    if not re.match(ADDRESS, value) or ".." in value or "\n" in value:
        raise wrong(
            N_(
                "”%(value)s” är ingen e-postadress. Ta bort mellanslag och kontrollera @ och "
                "punkter."
            ),
            value=value,
        )
    _no_punycode(value.partition("@")[2], value)
    return value


def _url(value: str) -> str:
    """Refuse all but https and a host in plain letters: it might lead elsewhere than it seems."""
    try:
        parts = urlsplit(value)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    _only_plain_letters(parts.netloc)
    named = re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}", host)
    if not re.match(URL, value) or not named or port or "@" in parts.netloc:
        raise wrong(
            N_("”%(value)s” är ingen webbadress. Den ska börja med https:// och sakna mellanslag."),
            value=value,
        )
    _no_punycode(host, value)
    return value


def _name(value: str) -> str:
    if value == NOT_CONFIRMED:
        raise wrong(N_("här behövs en text. Skriv ett namn eller en beskrivning."))
    return value


def _url_if_confirmed(value: str) -> str:
    return value if value == NOT_CONFIRMED else _url(value)


def _only_plain_letters(address: str) -> None:
    """Refuse letters of other alphabets: some look like a–z, and lead to somebody else."""
    for character in address:
        if not character.isascii():
            raise wrong(
                N_(
                    "adressen har tecknet ”%(sign)s” (%(code)s), som inte är a–z. Skriv om den för "
                    "hand."
                ),
                sign=character,
                code=code_point(character),
            )


def _no_punycode(host: str, value: str) -> None:
    """Refuse a `host` with an encoded label, which a browser shows as other letters."""
    if any(part.lower().startswith("xn--") for part in host.split(".")):
        raise wrong(
            N_(
                "”%(value)s” har xn-- i sig och kan se ut som en annan adress än den är. Skriv den "
                "adress som centret självt använder."
            ),
            value=value,
        )


def _one_alphabet(value: str) -> str:
    """Refuse a word with letters from two alphabets, which is made to look like another word."""
    for word in re.findall(r"[^\W\d_]+", value):
        # The name of a letter begins with its alphabet: "LATIN SMALL LETTER A".
        alphabets = [unicodedata.name(letter, "").partition(" ")[0] for letter in word]
        other = next((i for i, name in enumerate(alphabets) if name != alphabets[0]), None)
        if other is not None and {"LATIN", "CYRILLIC", "GREEK"} >= {alphabets[0], alphabets[other]}:
            raise wrong(
                N_(
                    "ordet ”%(value)s” blandar bokstäver ur olika alfabet (%(code)s). Skriv om "
                    "ordet för hand."
                ),
                value=word,
                code=code_point(word[other]),
            )
    return value


def last_day(text: str) -> datetime.date | None:
    """Return the last day that 2022, 2024-09 or 2026-01-14 can mean; None for any other text.

    A month counts as its 28th, the last day that every month has.
    """
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        return None
    missing_part = {4: "-12-31", 7: "-28", 10: ""}[len(text)]
    try:
        return datetime.date.fromisoformat(text + missing_part)
    except ValueError:
        return None


def _source_date(value: str) -> str:
    _no_such_day(value)
    if value not in ("undated", BY_FACT) and last_day(value) is None:
        raise wrong(
            N_("ska vara 2026-01-14, 2024-09, 2022 eller undated, men är ”%(value)s”."), value=value
        )
    return value


def _known_date(value: str) -> str:
    _no_such_day(value)
    if last_day(value) is None:
        raise wrong(N_("ska vara 2026-01-14, 2024-09 eller 2022, men är ”%(value)s”."), value=value)
    return value


# The patterns that go into the JSON Schema; the functions above check the rest. Without `\w`, which
# is Unicode's in some readers of JSON Schema and ASCII's in others.
URL = r"^https://[^\s<>\"]+$"
CONFIRMED_URL = rf"^({NOT_CONFIRMED}|https://[^\s<>\"]+)$"
NUMBER = r"^[0-9][0-9 -]+$"
ADDRESS = r"^(withheld|[A-Za-z0-9_.+-]+@[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+)$"
SOURCE_DATE = rf"^(undated|{BY_FACT}|[0-9]{{4}}(-[0-9]{{2}}){{0,2}})$"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
LANGUAGE_CODE = r"^[a-z]{2,3}(-[A-Za-z]{2,8})*$"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
NOTHING_INVISIBLE = rf"^(?:[^{INVISIBLE}]|[{ARABIC}](?:\u200c[{ARABIC}])+)*$"

# One line of text: no blanks around it, nothing invisible, and short enough for a phone's screen.
Line = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=500, pattern=NOTHING_INVISIBLE
    ),
    AfterValidator(_one_alphabet),
]
# What something is called. Where nobody knows, a description will do, but not `not confirmed`.
Name = Annotated[Line, AfterValidator(_name)]
Prose = Annotated[Line, Translatable()]
Slug = Annotated[str, StringConstraints(max_length=60, pattern=SLUG)]
Day = Annotated[
    datetime.date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": DAY}),
]
Count = Annotated[int, BeforeValidator(_whole_number)]
Age = Count
Url = Annotated[str, AfterValidator(_url), WithJsonSchema({"type": "string", "pattern": URL})]
ConfirmedUrl = Annotated[
    str,
    AfterValidator(_url_if_confirmed),
    WithJsonSchema({"type": "string", "pattern": CONFIRMED_URL}),
]
Confirmed = Literal["yes", "no", "not confirmed"]
Number = Annotated[
    str, AfterValidator(_number), WithJsonSchema({"type": "string", "pattern": NUMBER})
]
# The same, where a national line is meant.
AnyNumber = Number
Address = Annotated[
    str, AfterValidator(_email), WithJsonSchema({"type": "string", "pattern": ADDRESS})
]
SourceDate = Annotated[
    str,
    AfterValidator(_source_date),
    WithJsonSchema({"type": "string", "pattern": SOURCE_DATE}),
    # A year alone is text to us, but a number to an editor's program.
    WithJsonSchema({"type": ["string", "integer"], "pattern": SOURCE_DATE}, mode="validation"),
]
# The same of a source that has a date.
KnownDate = Annotated[str, AfterValidator(_known_date)]
