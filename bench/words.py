"""Make texts of a language out of Swedish ones: real words of it, and no sense.

The words are those of the Unicode Consortium's CLDR, by Babel: names of countries, languages,
scripts, currencies, cities and units, days and months. Each Swedish word becomes one of them of
fitting length, the same one each time, so that letters, lengths and repetition are those of a real
text. It is not a translation, and nobody reads it.

Made so, the advice of the site is 17 kB gzipped in English and 20 kB in Arabic; the real texts are
18 and 22 kB.
"""

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from babel import Locale

from bench.from_tests import Change
from centres.i18n import SOURCE_LANGUAGE

# Languages that are written without blanks between words; Thai has them between sentences.
UNSPACED = ("th", "zh")
# How much longer a translation is than names tell: as our own English is.
_GROWTH = 1.1
# The signs of a language instead of ours.
_SIGNS = {
    "am": {".": "።", ",": "፣", ":": "፦"},
    "ti": {".": "።", ",": "፣", ":": "፦"},
    "ar": {",": "،", "?": "؟", ";": "؛"},
    "ckb": {",": "،", "?": "؟", ";": "؛"},
    "el": {"?": ";"},
    "fa": {",": "،", "?": "؟", ";": "؛"},
    "ps": {",": "،", "?": "؟", ";": "؛"},
    "ur": {".": "۔", ",": "،", "?": "؟", ";": "؛"},
    "th": {".": "", ",": ""},
    "zh": {".": "。", ",": "，", "?": "？", ":": "：", ";": "；"},
}
# As many words of about the same length are chosen from, at least.
_CHOICE = 60
# A word: letters, with the signs that stand above, below and inside them.
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u0e31-\u0e4e\u064b-\u0652\u200c'’]+[^\W\d_]*)*")
# Abbreviations, as of units.
_SHORT = re.compile(r" (?:short|narrow|abbreviated)\b")
_BETWEEN_WORDS = re.compile(r"(?:(?<=[^\W\d_])|(?<=[\u0e31-\u0e4e])) (?=[^\W\d_])")
_AFTER_WIDE_SIGN = re.compile(r"(?<=[。，？：；]) ")
_SIGN = re.compile(r"[.,?:;](?=[\s”)]|$)")


def change(code: str) -> Change:
    """Return the function that makes a text in the language `code` of a Swedish one."""
    ratio, signs = _ratio(code), _SIGNS.get(code, {})

    def changed(text: str) -> str:
        text = _WORD.sub(lambda word: _instead_of(code, word[0], ratio), text)
        if code in UNSPACED:
            text = _BETWEEN_WORDS.sub("", text)
        text = _SIGN.sub(lambda sign: signs.get(sign[0], sign[0]), text)
        return _AFTER_WIDE_SIGN.sub("", text)

    return changed


@cache
def _instead_of(code: str, word: str, ratio: float) -> str:
    """Return the word of the language that stands for a Swedish word: capitalized if that is."""
    length = max(1, round(len(word) * ratio))
    parts: list[str] = []
    longest = len(_words(code)[-1])
    while length > 0:
        near = _near(code, min(length, longest))
        chosen = near[zlib.crc32(f"{word.lower()} {len(parts)}".encode()) % len(near)]
        parts.append(chosen)
        length -= max(len(chosen), 4)
    text = "".join(parts)
    # The Turkish capital İ is two characters in small letters.
    capital = unicodedata.normalize("NFC", text[0].upper() + text[1:])
    return capital if word[0].isupper() else text


@cache
def _near(code: str, length: int) -> list[str]:
    """Return at least `_CHOICE` words that are nearest to a length."""
    by_distance = sorted(_words(code), key=lambda word: abs(len(word) - length))
    most = abs(len(by_distance[_CHOICE]) - length)
    return [word for word in by_distance if abs(len(word) - length) <= most]


@cache
def _words(code: str) -> list[str]:
    """Return the words of a language, the shortest first."""
    texts = (text.replace("\u200c\u200c", "\u200c") for text in _items(code).values())
    found = {word.lower().strip("\u200c'’") for text in texts for word in _WORD.findall(text)}
    scripts = Counter(script for word in found for script in _scripts(word))
    own = {scripts.most_common(1)[0][0]}
    return sorted(
        (word for word in found if _scripts(word) == own), key=lambda word: (len(word), word)
    )


def _scripts(word: str) -> set[str]:
    """Return the scripts of the letters of a word, by the first word of their Unicode names."""
    return {unicodedata.name(letter).partition(" ")[0] for letter in word if letter.isalpha()}


@cache
def _ratio(code: str) -> float:
    """Return how long a text in the language is, to the Swedish: by what both have a name for."""
    theirs, ours = _items(code), _items(SOURCE_LANGUAGE)
    both = theirs.keys() & ours.keys()
    lengths = [sum(len(names[key]) for key in both) for names in (theirs, ours)]
    return _GROWTH * lengths[0] / lengths[1]


@cache
def _items(code: str) -> dict[str, str]:
    """Return everything that Babel has a name for in a language: what it is -> its name."""
    locale = Locale.parse(code)
    names: dict[str, Any] = {
        "territory": locale.territories,
        "language": locale.languages,
        "script": locale.scripts,
        "currency": locale.currencies,
        "month": locale.months,
        "day": locale.days,
        "zone": locale.time_zones,
        "unit": locale._data["unit_patterns"],
    }
    texts = _texts(names, "")
    return {key: text for key, text in texts if _WORD.search(text) and not _SHORT.search(key)}


def _texts(value: Any, key: str) -> Iterator[tuple[str, str]]:
    """Yield every text in nested mappings, with the keys that lead to it."""
    if isinstance(value, str):
        yield key, re.sub(r"\{\d\}", "", value).strip()
    elif isinstance(value, Mapping) or hasattr(value, "items"):
        for name, inner in value.items():
            yield from _texts(inner, f"{key} {name}")
