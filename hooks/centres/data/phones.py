"""Telephone numbers: shown as the source prints them, dialled as a phone understands them."""

import re
from collections.abc import Iterator
from functools import cache

import phonenumbers
from phonenumbers import (
    Leniency,
    PhoneNumberFormat,
    PhoneNumberMatcher,
    PhoneNumberType,
    ShortNumberCost,
)

REGION = "SE"
_NATIONAL = re.compile(r"0[0-9]+(?:[ -]+[0-9]+)*")
# A number without an area code, as printed: "112", "114 14".
SHORT = r"^[1-9][0-9]+( [0-9]{2,})*$"
# Short numbers that Sweden has and phonenumbers does not know yet. Post- och telestyrelsen opened
# 116 016 in 2023, for the victims of violence against women; it has been answered since April 2025.
_NEWER = frozenset({"116016"})
# The kinds of number that help is given on: at no cost, or at that of a usual call. Not premium
# rate, not pagers, and not the personal numbers (075) that follow somebody and may cost extra.
_USUAL = frozenset(
    {
        PhoneNumberType.FIXED_LINE,
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.VOIP,
        PhoneNumberType.UAN,
    }
)
# The fewest digits of a whole Swedish number with its 0 (0371-12 34 5 has one more). Fewer, and a
# postcode or an amount may be taken for one.
_FEWEST_DIGITS = 8
# Two times of day, which the matcher takes for a number: "09.00-16.00".
_TIMES = re.compile(r"[0-2]?\d[.:]\d\d ?[-–] ?[0-2]?\d[.:]\d\d")


@cache
def dialled(printed: str) -> str | None:
    """Return what a `tel:` link holds for a number as printed; None if it is none to call for help.

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


def is_shaped_as_short(printed: str) -> bool:
    """Return whether `printed` has the form of a short number: three to six digits, no 0 first."""
    return bool(re.fullmatch(SHORT, printed)) and 3 <= len(_digits(printed)) <= 6


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


def is_unusual(printed: str) -> bool:
    """Return whether `printed` is a Swedish number of a kind that no help is given on."""
    number = _valid(printed)
    return number is not None and phonenumbers.number_type(number) not in _USUAL


def in_text(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position and the text of each telephone number in a running text.

    Swedish ones, and foreign ones with their +. Dates, laws, postcodes and prices are none; nor are
    short numbers, such as 112.
    """
    for match in PhoneNumberMatcher(text, REGION, Leniency.VALID):
        written = match.raw_string
        if len(_digits(written)) >= _FEWEST_DIGITS and not _TIMES.fullmatch(written):
            yield match.start, written


def is_mobile(written: str) -> bool:
    """Return whether a number found in a text is a mobile telephone's, which somebody carries."""
    number = _parsed(written)
    return number is not None and phonenumbers.number_type(number) == PhoneNumberType.MOBILE


def compared(written: str) -> str:
    """Return what two spellings of one number have in common: "+4681234567" of "08-123 45 67"."""
    number = _parsed(written)
    if is_short(written) or number is None:
        return _digits(written)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


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
    """Return `printed` as a number if it is one to call for help, as it is printed in Sweden."""
    number = _valid(printed)
    return number if number and phonenumbers.number_type(number) in _USUAL else None


def _valid(printed: str) -> phonenumbers.PhoneNumber | None:
    """Return `printed` as a number if it is Swedish, and has only digits, blanks and hyphens.

    What is printed and what is dialled are the same digits: 0046 8 … is not, nor what the library
    corrects.
    """
    number = _parsed(printed) if _NATIONAL.fullmatch(printed) else None
    if number is None or not phonenumbers.is_valid_number_for_region(number, REGION):
        return None
    same = f"0{phonenumbers.national_significant_number(number)}" == _digits(printed)
    return number if same else None


def _parsed(printed: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(printed, REGION)
    except phonenumbers.NumberParseException:
        return None
