"""What each type of field accepts, converts and refuses, and what it says then."""

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from centres.data.field_types import (
    Address,
    Age,
    AnyNumber,
    ConfirmedUrl,
    Day,
    Line,
    Name,
    Number,
    SourceDate,
    Url,
    last_day,
)


def message(field_type: Any, value: str) -> str:
    """Return the message about a value that is refused."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(field_type).validate_python(value)
    (error,) = refused.value.errors()
    return str(error["ctx"]["sentence"] % error["ctx"]["values"])


@pytest.mark.parametrize(
    ("field_type", "written", "value"),
    [
        (Line, "  Borås Stad ", "Borås Stad"),
        (Line, "Stöd på العربية och русский", "Stöd på العربية och русский"),
        (Line, "می\u200cشود کتاب\u200cها", "می\u200cشود کتاب\u200cها"),
        (Day, "2026-01-14", date(2026, 1, 14)),
        (Age, "0", 0),
        (Age, "120", 120),
        (Number, "08-555 572 38", "08-555 572 38"),
        (AnyNumber, "116 006", "116 006"),
        (AnyNumber, "020-50 50 50", "020-50 50 50"),
        (Address, "stod.centrum+unga@vara-kommun.se", "stod.centrum+unga@vara-kommun.se"),
        (Address, "withheld", "withheld"),
        (Url, "https://www.vara.se/stöd", "https://www.vara.se/stöd"),
        (ConfirmedUrl, "not confirmed", "not confirmed"),
        (SourceDate, "2024-09", "2024-09"),
        (SourceDate, "undated", "undated"),
        (SourceDate, "checked", "checked"),
    ],
)
def test_what_is_right_is_kept_as_it_was_written(field_type: Any, written: str, value: Any) -> None:
    """Days and ages are converted; nothing else is, and no other value is guessed."""
    assert TypeAdapter(field_type).validate_python(written) == value


DATE = "ska vara ett datum, som 2026-01-14, men är ”{}”."
AGE = "ska vara ett helt tal, som 21, men är ”{}”."
URL = "”{}” är ingen webbadress. Den ska börja med https:// och sakna mellanslag."
EMAIL = "”{}” är ingen e-postadress. Ta bort mellanslag och kontrollera @ och punkter."
FOREIGN = "adressen har tecknet ”{}” ({}), som inte är a–z. Skriv om den för hand."
PUNYCODE = (
    "”{}” har xn-- i sig och kan se ut som en annan adress än den är. Skriv den adress som centret "
    "självt använder."
)


@pytest.mark.parametrize(
    ("field_type", "value", "said"),
    [
        (Day, "1768348800", DATE.format("1768348800")),
        (Day, "2026-1-14", DATE.format("2026-1-14")),
        (Day, "2026-02-29", "2026-02-29 finns inte: månaden har 28 dagar. Skriv den rätta dagen."),
        (Day, "2026-01", DATE.format("2026-01")),
        (Age, "121", AGE.format("121")),
        (Age, "-1", AGE.format("-1")),
        (Age, "٢١", AGE.format("٢١")),
        (Name, "not confirmed", "här behövs en text. Skriv ett namn eller en beskrivning."),
        (
            Line,
            "Bоrås",
            "ordet ”Bоrås” blandar bokstäver ur olika alfabet (U+043E). Skriv om ordet för hand.",
        ),
        (
            Number,
            "#31#0855557238",
            "numret ska stå utan #31#. Sidan visar själv hur man ringer med dolt nummer.",
        ),
        (
            Number,
            "08\u2013123 45 67",
            "numret har tecknet ”–” (U+2013). Skriv bara siffror, mellanslag och vanliga "
            'bindestreck, som "08-123 45 67".',
        ),
        (
            Number,
            "08-123",
            "”08-123” är inget svenskt telefonnummer. Skriv hela numret inom citattecken, som "
            '"08-123 45 67".',
        ),
        (Address, "stod centrum@vara.se", EMAIL.format("stod centrum@vara.se")),
        (Address, "stod..centrum@vara.se", EMAIL.format("stod..centrum@vara.se")),
        (Address, "stod@vara.se\n", EMAIL.format("stod@vara.se\n")),
        (Address, "stod@vаra.se", FOREIGN.format("а", "U+0430")),
        (Address, "stod@xn--vra-ula.se", PUNYCODE.format("stod@xn--vra-ula.se")),
        (Url, "http://www.vara.se/", URL.format("http://www.vara.se/")),
        (Url, "https://vara.se:8080/", URL.format("https://vara.se:8080/")),
        (
            Url,
            "https://vara.se@elsewhere.example/",
            URL.format("https://vara.se@elsewhere.example/"),
        ),
        (Url, "https://[1::/", URL.format("https://[1::/")),
        (Url, "not confirmed", URL.format("not confirmed")),
        (Url, "https://vаra.se/", FOREIGN.format("а", "U+0430")),
        (ConfirmedUrl, "https://xn--vra-ula.se/", PUNYCODE.format("https://xn--vra-ula.se/")),
        (
            SourceDate,
            "i fredags",
            "ska vara 2026-01-14, 2024-09, 2022 eller undated, men är ”i fredags”.",
        ),
    ],
)
def test_what_is_wrong_is_refused_with_what_to_do(field_type: Any, value: str, said: str) -> None:
    """One message: the first that helps."""
    assert message(field_type, value) == said


def test_a_short_number_that_nobody_should_be_led_to_is_no_number() -> None:
    """118 118 is one, and costs extra."""
    assert message(AnyNumber, "118 118") == (
        "”118 118” är inget kortnummer som går att ringa från alla telefoner. Jämför siffrorna med "
        "källan. Är numret nytt och rätt ber du den som sköter programmet lägga till det i "
        "hooks/centres/data/phones.py."
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022", date(2022, 12, 31)),
        ("2024-02", date(2024, 2, 28)),
        ("2026-01-14", date(2026, 1, 14)),
        ("2026-13", None),
        ("2026-02-29", None),
        ("undated", None),
        ("20220114", None),
        ("2022-", None),
    ],
)
def test_a_date_that_is_not_exact_counts_as_its_last_day(text: str, day: date | None) -> None:
    """Nothing that is two years old is made to look younger by the month it leaves out."""
    assert last_day(text) == day
