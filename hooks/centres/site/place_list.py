"""Make the second part of what the search field answers from: all names of places.

All languages share it. `answers` makes the first part.
"""

import json

from centres.data.directory import Directory
from centres.site.answers import by_code


def json_text(directory: Directory) -> str:
    """Return the names of the places in each municipality, by SCB code, as JSON.

    Of each municipality stand the names by their language (BCP 47), in the order of the list of
    municipalities of the first part. Grouped so, since that compresses best.
    """
    names: dict[str, dict[str, list[str]]] = {}
    for place in directory.places:
        names.setdefault(place.code, {}).setdefault(place.language, []).append(place.name)
    places = [names.get(municipality.code, {}) for municipality in by_code(directory)]
    whole = {"places": places, "postcodes": []}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
