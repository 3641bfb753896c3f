"""Telephone numbers: shown as the source prints them, dialled as a phone understands them."""

import re
from functools import cache

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

REGION = "SE"
_NATIONAL = re.compile(r"0[0-9]+(?:[ -]+[0-9]+)*")

# Numbers without an area code, which phonenumbers does not know. Sources: data/helplines.yaml.
SHORT_NUMBERS = frozenset({"112", "1177", "114 14", "116 006", "116 111", "90101"})


@cache
def dialled(printed: str) -> str | None:
    """Return what a `tel:` link holds for a number as printed; None if it is no Swedish number.

    E.164 ("+46855557238"); short and toll-free numbers keep their national digits, since no source
    says that they can be reached as +46.
    """
    if printed in SHORT_NUMBERS:
        return printed.replace(" ", "")
    number = _parsed(printed)
    if number is None:
        return None
    if phonenumbers.number_type(number) == PhoneNumberType.TOLL_FREE:
        return _digits(printed)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


@cache
def hidden(printed: str) -> str | None:
    """Return what to dial to call `printed` without showing one's number: "#31#0855557238".

    None for short and toll-free numbers: no source says that the code works there, and it would be
    one more obstacle to a call for help. Source of the code: Bilaga 2 of Brottsoffermyndigheten's
    review (14 January 2026), for the centre in Täby.
    """
    number = _parsed(printed)
    if number is None or phonenumbers.number_type(number) == PhoneNumberType.TOLL_FREE:
        return None
    return f"#31#{_digits(printed)}"


def _digits(printed: str) -> str:
    return "".join(character for character in printed if character.isdigit())


def _parsed(printed: str) -> phonenumbers.PhoneNumber | None:
    """Return `printed` as a number if it is national, and has only digits, blanks and hyphens."""
    if not _NATIONAL.fullmatch(printed):
        return None
    try:
        number = phonenumbers.parse(printed, REGION)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number_for_region(number, REGION) else None
