"""Where a language's pages are, and whose words they have."""

import pytest

from centres.data.model import Language, Script
from helpers import DIRECTORY


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


def test_a_script_may_say_what_its_letters_stand_for_in_swedish_names() -> None:
    """And need nothing else: Cyrillic has the fonts that all have."""
    script = Script.model_validate(
        {"code": "Cyrl", "name": "kyrillisk skrift", "sounds": {"ш": "sj", "ь": ""}}
    )
    assert (script.fonts, script.separator) == ((), ",")
    assert script.sounds == {"ш": "sj", "ь": ""}


@pytest.mark.parametrize(
    ("code", "letters"),
    {
        # With those of Persian and Kurdish.
        "Arab": "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئءپچژگکیڤۆێە",
        # With those of Ukrainian, Belarusian and Serbian.
        "Cyrl": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџ",
    }.items(),
)
def test_every_letter_of_a_script_with_sounds_is_there(code: str, letters: str) -> None:
    """One that is missing would be passed over."""
    assert set(letters) <= set(DIRECTORY.scripts[code].sounds)
