"""Telephone numbers: printed as the source printed them, dialled as digits a phone understands."""

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

REGION = "SE"

# Numbers without an area code, which phonenumbers does not know. Sources: data/helplines.yaml.
SHORT_NUMBERS = frozenset({"112", "1177", "114 14", "116 006", "116 111", "90101"})


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
        return national_digits(printed)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def national_digits(printed: str) -> str:
    """The digits of a number as dialled within Sweden: "0855557238"."""
    return "".join(character for character in printed if character.isdigit())


def hidden(printed: str) -> str:
    """What to dial to call `printed` without showing one's number: "#31#0855557238".

    Source: Bilaga 2 of Brottsoffermyndigheten's review (14 January 2026), for the centre in Täby.
    """
    return f"#31#{national_digits(printed)}"


def _parsed(printed: str) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(printed, REGION)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number_for_region(number, REGION) else None
