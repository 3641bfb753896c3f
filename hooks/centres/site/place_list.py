"""Make the closed lists of places and postcodes that the search field answers from."""

import json
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any

from centres.data.directory import Directory
from centres.data.geography import Municipality, slug
from centres.data.model import WordList
from centres.i18n import SOURCE_LANGUAGE

# What stands in for a number up to 289 in a text that compresses well: two of these letters.
_LETTERS = "abcdefghijklmnopqr"
_BASE = len(_LETTERS)
_FIRST_POSTCODE = 10000


def json_text(directory: Directory, word_lists: Mapping[str, WordList]) -> str:
    """Return the list as JSON: the municipalities, and what languages write around a place's name.

    `before` and `after` are words that are no part of a name, in any language. `separators` are the
    signs between two names, by language (BCP 47), where they are not a comma.
    """
    lists = word_lists.values()
    whole = {
        "before": _distinct(word for one in lists for word in one.before_place),
        "after": _distinct(word for one in lists for word in one.after_place),
        "separators": {
            language.code: directory.scripts[language.script].separator
            for language in directory.languages
            if language.script
        },
        "municipalities": _municipalities(directory),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def places_text(directory: Directory) -> str:
    """Return the names of places and the postcodes as JSON, without municipalities' own names.

    `places`: the Swedish ones, sorted, in one text: a digit, how many letters the name begins with
    that the one before it begins with too, and then the rest of it. `where`: the municipality of
    each, its index in the list by SCB code; of a text of twice as many letters the number's first
    letters in the first half, its last ones in the second (`_LETTERS`). `names`: those in other
    languages, by language (BCP 47) and index of the municipality. `postcodes`: see
    `postcodes_text`.
    """
    codes = sorted(directory.by_code)
    swedish = sorted(
        (place.name, codes.index(place.code))
        for place in directory.places
        if place.language == SOURCE_LANGUAGE
    )
    others: dict[str, dict[int, list[str]]] = {}
    for place in directory.places:
        if place.language != SOURCE_LANGUAGE:
            found = others.setdefault(place.language, {})
            found.setdefault(codes.index(place.code), []).append(place.name)
    indexes = [index for _, index in swedish]
    whole = {
        "places": _front_coded([name for name, _ in swedish]),
        "where": "".join(_LETTERS[index // _BASE] for index in indexes)
        + "".join(_LETTERS[index % _BASE] for index in indexes),
        "names": {language: others[language] for language in sorted(others)},
        "postcodes": _postcodes(directory),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _front_coded(names: list[str]) -> str:
    """Return sorted names as one text: each as what it shares with the one before, and the rest."""
    coded, before = "", ""
    for name in names:
        same = takewhile(lambda pair: pair[0] == pair[1], zip(before, name, strict=False))
        shared = min(9, len(list(same)))
        coded += f"{shared}{name[shared:]}"
        before = name
    return coded


def postcodes_text(directory: Directory) -> str:
    """Return the runs of postcodes as JSON: three lists of equal length, one value for each run.

    `gaps`: how many codes after the last of the run before it the run begins (the first: after
    code 10000). `lengths`: how many codes it has after its first. `municipalities`: its
    municipality's index in the list by SCB code, or a list of such, the source's own first.
    """
    return json.dumps(_postcodes(directory), separators=(",", ":"))


def _postcodes(directory: Directory) -> dict[str, list[Any]]:
    codes = sorted(directory.by_code)
    gaps, lengths = [], []
    municipalities: list[int | list[int]] = []
    last = _FIRST_POSTCODE
    for run in directory.postcodes:
        gaps.append(int(run.first) - last)
        last = int(run.last)
        lengths.append(last - int(run.first))
        found = [codes.index(code) for code in run.codes]
        municipalities.append(found if len(found) > 1 else found[0])
    return {"gaps": gaps, "lengths": lengths, "municipalities": municipalities}


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _municipalities(directory: Directory) -> list[dict[str, object]]:
    """Return an object for each municipality, with the names that lead to it.

    `name`; `slug`, where it cannot be made of the name; `places`, the Swedish names of places in
    it; `names`, names in other languages, by language (BCP 47). A field without a value is left
    out. Grouped by municipality, since that compresses best.
    """
    names: dict[str, dict[str, list[str]]] = {}
    for place in directory.places:
        names.setdefault(place.code, {}).setdefault(place.language, []).append(place.name)
    return [
        _entry(municipality, names.get(municipality.code, {}))
        for municipality in directory.municipalities
    ]


def _entry(municipality: Municipality, names: dict[str, list[str]]) -> dict[str, object]:
    """Return what the list says of a municipality; `names` are those of its places, by language."""
    own_slug = municipality.slug if municipality.slug != slug(municipality.name) else None
    entry = {
        "name": municipality.name,
        "slug": own_slug,
        "places": names.get(SOURCE_LANGUAGE),
        "names": {code: names[code] for code in names if code != SOURCE_LANGUAGE},
    }
    return {key: value for key, value in entry.items() if value}
