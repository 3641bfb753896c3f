"""The Swedish names of languages, for the text that goes round, and their codes (BCP 47)."""

from functools import cache

from babel import Locale

# Those that Babel has no word for (ISO 639-3), as on pages (`pages/labels.py`), and other words for
# those that it has.
SIGNED = {"swl": "svenskt teckenspråk", "ils": "internationella tecken"}
_ALSO = {"teckenspråk": "swl", "farsi": "fa", "sorani": "ckb", "kurmanji": "kmr"}
# The text is Swedish: it goes to Swedish municipalities.
_SWEDISH = "sv"


def name_of(code: str) -> str:
    """Return the Swedish name of a language; its code if it has none."""
    return SIGNED.get(code) or _names().get(code, code)


def code_of(name: str) -> str | None:
    """Return the code of the language that is called `name`, or that is written so; else None."""
    name = name.strip().casefold()
    codes = {known.casefold(): code for code, known in {**_names(), **SIGNED}.items()}
    return codes.get(name) or _ALSO.get(name)


@cache
def _names() -> dict[str, str]:
    names = Locale.parse(_SWEDISH).languages
    return {code.replace("_", "-"): str(name) for code, name in sorted(names.items(), reverse=True)}
