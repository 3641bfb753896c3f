"""Make the closed list of places that the search field answers from."""

import json
from collections.abc import Iterable, Mapping

from centres.data.directory import Directory
from centres.data.geography import Municipality, slug
from centres.data.model import WordList
from centres.i18n import SOURCE_LANGUAGE


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
