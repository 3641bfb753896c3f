"""Where a language's pages are, and whose words they have."""

import pytest

from centres.data.model import Language


@pytest.mark.parametrize(
    ("code", "status", "variant_of", "expected"),
    [
        ("sv", "source", None, ("sv", "", "")),
        ("ar", "unreviewed", None, ("ar", "ar/", "ar/")),
        ("sv-simple", "reviewed", "sv", ("sv", "sv-simple/", "")),
    ],
)
def test_a_variant_has_its_own_folder_and_the_words_and_data_of_its_base(
    code: str, status: str, variant_of: str | None, expected: tuple[str, str, str]
) -> None:
    """The source language is at the root."""
    language = Language.model_validate(
        {
            "code": code,
            "name": "Namn",
            "name_in_swedish": "namn",
            "direction": "ltr",
            "status": status,
            "variant_of": variant_of,
        }
    )
    assert (language.base_code, language.folder, language.data_folder) == expected
