"""Where a language's pages are, and whose words they have."""

import pytest

from centres.data.model import Language


@pytest.mark.parametrize(
    ("code", "variant_of", "expected"),
    [
        ("sv", None, ("sv", "", "", True)),
        ("ar", None, ("ar", "ar/", "ar/", True)),
        ("sv-simple", "sv", ("sv", "sv-simple/", "", False)),
        ("en-simple", "en", ("en", "en-simple/", "en/", False)),
    ],
)
def test_a_variant_has_its_own_folder_and_the_words_and_data_of_its_base(
    code: str, variant_of: str | None, expected: tuple[str, str, str, bool]
) -> None:
    """The source language is at the root; a variant has no guide of its own."""
    language = Language.model_validate(
        {
            "code": code,
            "name": "Namn",
            "name_in_swedish": "namn",
            "direction": "ltr",
            "guide": "yes",
            "variant_of": variant_of,
        }
    )
    found = (language.base_code, language.folder, language.data_folder, language.has_guide)
    assert found == expected
