"""Telephone numbers: printed as the source printed them, dialled as digits a phone understands."""

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
    """What a `tel:` link holds for a number as printed, or None if it is no Swedish number.

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
    """What to dial to call `printed` without showing one's number: "#31#0855557238".

    None for short and toll-free numbers, where the code is a needless obstacle or does not work
    (design, section 3). Source of the code: Bilaga 2 of Brottsoffermyndigheten's review (14 January
    2026), for the centre in Täby.
    """
    number = _parsed(printed)
    if number is None or phonenumbers.number_type(number) == PhoneNumberType.TOLL_FREE:
        return None
    return f"#31#{_digits(printed)}"


def _digits(printed: str) -> str:
    return "".join(character for character in printed if character.isdigit())


def _parsed(printed: str) -> phonenumbers.PhoneNumber | None:
    """A national number written in digits, blanks and hyphens; nothing else is dialled as meant."""
    if not _NATIONAL.fullmatch(printed):
        return None
    try:
        number = phonenumbers.parse(printed, REGION)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number_for_region(number, REGION) else None
