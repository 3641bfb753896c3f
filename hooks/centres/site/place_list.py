"""Make the names of places and the postcodes that the search field answers from.

All languages share them. `answers` makes what comes before them.
"""

import json

from centres.data.directory import Directory
from centres.site.answers import by_code

# The first run of postcodes is counted from here.
_BEFORE_ALL = 10000


def json_text(directory: Directory) -> str:
    """Return the places and the postcodes as JSON.

    `places`: of each municipality the names that lead to it, by their language (BCP 47): grouped
    so, they compress best. `postcodes`: three lists with a value for each run of codes: `gaps`, how
    many codes after the last of the run before it (the first: after 10000) the run begins;
    `lengths`, how many codes it has after its first; `municipalities`, the index of its
    municipality, or a list of such. Municipalities are in the order of `answers.by_code`.
    """
    whole = {"places": _places(directory), "postcodes": _postcodes(directory)}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _places(directory: Directory) -> list[dict[str, list[str]]]:
    names: dict[str, dict[str, list[str]]] = {}
    for place in directory.places:
        names.setdefault(place.code, {}).setdefault(place.language, []).append(place.name)
    return [names.get(municipality.code, {}) for municipality in by_code(directory)]


def _postcodes(directory: Directory) -> dict[str, list[int] | list[int | list[int]]]:
    index = {municipality.code: at for at, municipality in enumerate(by_code(directory))}
    gaps, lengths = [], []
    municipalities: list[int | list[int]] = []
    last = _BEFORE_ALL
    for run in directory.postcodes:
        gaps.append(int(run.first) - last)
        last = int(run.last)
        lengths.append(last - int(run.first))
        found = [index[code] for code in run.codes]
        municipalities.append(found if len(found) > 1 else found[0])
    return {"gaps": gaps, "lengths": lengths, "municipalities": municipalities}
