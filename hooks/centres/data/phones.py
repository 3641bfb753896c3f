"""Telephone numbers: shown as the source prints them, dialled as a phone understands them."""

import re
from functools import cache

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType, ShortNumberCost

REGION = "SE"
_NATIONAL = re.compile(r"0[0-9]+(?:[ -]+[0-9]+)*")
# A number without an area code, as printed: "112", "114 14".
SHORT = r"^[1-9][0-9]+( [0-9]{2,})*$"
# Digits in a text, with what stands between those of a number. A day as 2026-12-07 is none.
_DIGITS = re.compile(
    r"(?<![\w.:,])(?![0-9]{4}-[0-9]{2}-[0-9]{2})\+?[0-9](?:[0-9() /–-]*[0-9])?(?!\w)"
)
# Digits of the shortest number with an area code.
_SHORTEST = 7
_EMERGENCY = "112"
# Short numbers that Sweden has and phonenumbers does not know yet. Post- och telestyrelsen opened
# 116 016 in 2023, for the victims of violence against women; it has been answered since April 2025.
_NEWER = frozenset({"116016"})


@cache
def dialled(printed: str) -> str | None:
    """Return what a `tel:` link holds for a number as printed; None if it is no Swedish number.

    E.164 ("+46855557238"); short and toll-free numbers keep their national digits, since no source
    says that they can be reached as +46.
    """
    if is_short(printed):
        return _digits(printed)
    number = _national(printed)
    if number is None:
        return None
    if phonenumbers.number_type(number) == PhoneNumberType.TOLL_FREE:
        return _digits(printed)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def is_short(printed: str) -> bool:
    """Return whether `printed` is a Swedish short number that a call from any phone reaches.

    Numbers for texts, those of a single operator and those that cost extra are not: nobody who
    needs help should be led to them.
    """
    if not re.fullmatch(SHORT, printed):
        return False
    if _digits(printed) in _NEWER:
        return True
    number = _parsed(printed)
    return number is not None and (
        phonenumbers.is_valid_short_number_for_region(number, REGION)
        and not phonenumbers.is_sms_service_for_region(number, REGION)
        and not phonenumbers.is_carrier_specific_for_region(number, REGION)
        and phonenumbers.expected_cost_for_region(number, REGION) != ShortNumberCost.PREMIUM_RATE
    )


def named_in(text: str) -> str | None:
    """Return the first telephone number that stands in a text; None if there is none.

    What begins with 0 or + and is as long as a number, right or wrong; and short numbers but 112,
    which nobody has to look up. Times, days and amounts are none.
    """
    for found in _DIGITS.findall(text):
        digits = _digits(found)
        if found[0] in "0+" and len(digits) >= _SHORTEST:
            return str(found)
        if digits != _EMERGENCY and is_short(digits):
            return str(found)
    return None


@cache
def hidden(printed: str) -> str | None:
    """Return what to dial to call `printed` without showing one's number: "#31#0855557238".

    None for short and toll-free numbers: 112 should see where a call comes from, callers of lines
    such as 116 006 and 020 numbers may be anonymous anyway, and no source says that the code works
    there. Source of the code: Bilaga 2 of Brottsoffermyndigheten's review (14 January 2026), for
    the centre in Täby.
    """
    number = _national(printed)
    if number is None or phonenumbers.number_type(number) == PhoneNumberType.TOLL_FREE:
        return None
    return f"#31#{_digits(printed)}"


def _digits(printed: str) -> str:
    return "".join(character for character in printed if character.isdigit())


def _national(printed: str) -> phonenumbers.PhoneNumber | None:
    """Return `printed` as a number if it is national, and has only digits, blanks and hyphens."""
    number = _parsed(printed) if _NATIONAL.fullmatch(printed) else None
    return number if number and phonenumbers.is_valid_number_for_region(number, REGION) else None


def _parsed(printed: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(printed, REGION)
    except phonenumbers.NumberParseException:
        return None
