"""The list of places that the search field answers from."""

import json
import re
from pathlib import Path

from centres.data import loader, word_lists
from centres.site import place_list
from helpers import TODAY, changed_data

PLACES = """\
name,language,code,source
Bankeryd,sv,0643,scb
Giron,se,2584,geonames
Jukkasjärvi,sv,2584,scb
Kiiruna,fi,2584,geonames
Kiruna C,sv,2584,scb
"""


def json_text(data: Path) -> str:
    """Return the list of the example with `PLACES`."""
    (data / "places.csv").write_text(PLACES, encoding="utf-8")
    directory = loader.load(data, TODAY)
    lists, problems = word_lists.read(data.parent, directory.languages)
    assert problems == []
    return place_list.json_text(directory, lists)


def test_each_municipality_is_listed_once_with_the_names_that_lead_to_it(tmp_path: Path) -> None:
    """Names in other languages by language; an address only where the name does not tell it."""
    text = json_text(changed_data(tmp_path))
    entries = {entry["name"]: entry for entry in json.loads(text)["municipalities"]}
    assert len(entries) == 290
    assert [entries[name] for name in ("Habo", "Håbo", "Kiruna", "Upplands Väsby")] == [
        {"name": "Habo", "places": ["Bankeryd"]},
        {"name": "Håbo", "slug": "haabo"},
        {
            "name": "Kiruna",
            "places": ["Jukkasjärvi", "Kiruna C"],
            "names": {"se": ["Giron"], "fi": ["Kiiruna"]},
        },
        {"name": "Upplands Väsby"},
    ]


def test_the_list_is_in_swedish_order_and_has_no_blanks_to_send(tmp_path: Path) -> None:
    """Every phone that searches fetches it."""
    text = json_text(changed_data(tmp_path))
    assert '"municipalities":[{"name":"Ale"},{"name":"Alingsås"},' in text
    assert text.endswith('{"name":"Överkalix"},{"name":"Övertorneå"}]}')
    assert not re.search("[,:] ", text)


def test_the_words_around_a_name_are_those_of_every_language_once(tmp_path: Path) -> None:
    """Whoever comes from elsewhere writes as at home, on any page; Arabic has a sign of its own."""
    data = changed_data(tmp_path)
    for code, words in (("sv", "bor i, ort"), ("en", "live in, bor i"), ("ar", "")):
        text = f"telling: [våld]\nbefore_place: [{words}]\nafter_place: []\n"
        (tmp_path / f"locales/{code}/words.yaml").write_text(text, encoding="utf-8")
    whole = json.loads(json_text(data))
    assert whole["before"] == ["bor i", "ort", "live in"]
    assert whole["after"] == []
    assert whole["separators"] == {"ar": "،"}
