"""The closed list of places that the field answers from, as JSON."""

import json

from centres.data.directory import Directory
from centres.data.geography import Municipality, slug
from centres.i18n import SOURCE_LANGUAGE


def places(directory: Directory) -> str:
    """The closed list of places as JSON: municipalities, each with the names that lead to it.

    `name`; `slug`, where it is not the name's own; `places`, Swedish names of places in it;
    `names`, names in other languages by language (BCP 47). Grouped, since that compresses best.
    """
    names: dict[str, dict[str, list[str]]] = {}
    for place in directory.places:
        names.setdefault(place.code, {}).setdefault(place.language, []).append(place.name)
    lists = [_named(one, names.get(one.code, {})) for one in directory.municipalities]
    return json.dumps(lists, ensure_ascii=False, separators=(",", ":"))


def _named(municipality: Municipality, names: dict[str, list[str]]) -> dict[str, object]:
    foreign = {language: those for language, those in names.items() if language != SOURCE_LANGUAGE}
    said = {
        "name": municipality.name,
        "slug": municipality.slug if municipality.slug != slug(municipality.name) else None,
        "places": names.get(SOURCE_LANGUAGE),
        "names": foreign,
    }
    return {key: value for key, value in said.items() if value}
