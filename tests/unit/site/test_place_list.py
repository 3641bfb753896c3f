"""The list of places that the search field answers from."""

import json
from pathlib import Path

from centres.data import loader
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


def test_each_municipality_is_listed_once_with_the_names_that_lead_to_it(tmp_path: Path) -> None:
    """Names in other languages by language; an address only where the name does not tell it."""
    data = changed_data(tmp_path)
    (data / "places.csv").write_text(PLACES, encoding="utf-8")
    text = place_list.json_text(loader.load(data, TODAY))
    entries = {entry["name"]: entry for entry in json.loads(text)}
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
    data = changed_data(tmp_path)
    (data / "places.csv").write_text(PLACES, encoding="utf-8")
    text = place_list.json_text(loader.load(data, TODAY))
    assert text.startswith('[{"name":"Ale"},{"name":"Alingsås"},')
    assert text.endswith('{"name":"Överkalix"},{"name":"Övertorneå"}]')
