"""Numbers as printed and as dialled."""

import pytest

from centres.data import phones


@pytest.mark.parametrize(
    ("printed", "dialled"),
    [
        ("08-555 572 38", "+46855557238"),
        ("0371-81000", "+4637181000"),
        ("076-129 58 00", "+46761295800"),
        ("020-520 530", "020520530"),
        ("116 006", "116006"),
        ("114 14", "11414"),
        ("112", "112"),
        ("113 13", "11313"),
        ("116 000", "116000"),
        ("116 016", "116016"),
        ("116 111", "116111"),
        ("116 123", "116123"),
        ("1177", "1177"),
        ("90101", "90101"),
    ],
)
def test_a_number_is_dialled_as_a_phone_understands_it(printed: str, dialled: str) -> None:
    """E.164, except for numbers that exist in Sweden only."""
    assert phones.dialled(printed) == dialled


@pytest.mark.parametrize(
    "printed",
    [
        "08-123",
        "070-123 45",
        "",
        "#31#0855557238",
        "+46 20 520 530",
        "020-HJALPAA",
        "020-520 530 ankn 5",
        "٠٢٠-520 530",
        "08-555 572 38 eller 40",
        "113",
        "911",
        "12345",
        "116 112",
        "11 2",
        "1 12",
        "112-",
        "112\n",
        "9" * 300,
        "١١٢",
    ],
)
def test_what_is_no_swedish_number_is_not_dialled(printed: str) -> None:
    """Nothing is guessed."""
    assert phones.dialled(printed) is None


@pytest.mark.parametrize("printed", ["118 118", "72100", "71234", "222"])
def test_a_short_number_that_costs_extra_or_does_not_reach_the_same_from_all_phones_is_not_dialled(
    printed: str,
) -> None:
    """Enquiries, a premium service, a number for texts, and an operator's own."""
    assert phones.dialled(printed) is None


def test_a_hidden_number_is_the_whole_string_without_blanks() -> None:
    """A bare #31# would be another command."""
    assert phones.hidden("08-555 572 38") == "#31#0855557238"


@pytest.mark.parametrize("printed", ["112", "116 006", "020-520 530"])
def test_a_number_that_is_free_or_short_is_never_given_with_the_code(printed: str) -> None:
    """A needless obstacle, and nobody has said that it works."""
    assert phones.hidden(printed) is None


@pytest.mark.parametrize(
    "printed", ["0900-123 45 67", "0939-123 45 67", "0746-12 34 56", "075-123 45 67"]
)
def test_no_help_is_given_on_a_number_that_costs_extra_or_follows_a_person(printed: str) -> None:
    """Premium rate, a pager, and a personal number: valid for the library."""
    assert phones.is_unusual(printed)
    assert phones.dialled(printed) is None


def test_what_is_printed_and_what_is_dialled_are_the_same_digits() -> None:
    """The library would take the code of the country off."""
    assert phones.dialled("0046 8 123 45 67") is None


@pytest.mark.parametrize(
    "text",
    [
        "Lag (2010:801), 751 05 Uppsala, 1 234 567 kr, 2026-01-14.",
        "Öppet 09.00-16.00, 08:00–12:00, 2024-2026.",
        "212000-0142 och 19991231-1234",
        "Ring 112, 114 14 eller 116 111.",
    ],
)
def test_laws_dates_times_prices_and_short_numbers_are_no_telephone_numbers(text: str) -> None:
    """Texts are full of digits."""
    assert list(phones.in_text(text)) == []


def test_a_number_is_found_in_a_text_in_any_spelling() -> None:
    """From abroad, in another country, and in Arabic digits."""
    text = "Ring 0371-81000, +46 8 123 45 67, +47 22 33 44 55 eller ٠٧٠١٢٣٤٥٦٧."
    assert [number for _, number in phones.in_text(text)] == [
        "0371-81000",
        "+46 8 123 45 67",
        "+47 22 33 44 55",
        "٠٧٠١٢٣٤٥٦٧",
    ]
