"""The list of places that the search field answers from."""

import json
from pathlib import Path

from centres.data import loader
from centres.site import place_list
from helpers import DIRECTORY, TODAY, changed_data

PLACES = """\
name,language,code,source
Alafors,sv,1440,scb
Gbg,sv,1480,override
Gothenburg,en,1480,geonames
Hisingen,sv,1480,override
Yötepori,fi,1480,geonames
"""


def test_each_municipality_is_listed_once_with_the_names_that_lead_to_it(tmp_path: Path) -> None:
    """Names in other languages by language."""
    data = changed_data(tmp_path)
    (data / "places.csv").write_text(PLACES, encoding="utf-8")
    text = place_list.json_text(loader.load(data, TODAY))
    entries = {entry["name"]: entry for entry in json.loads(text)}
    assert len(entries) == 19
    assert [entries[name] for name in ("Ale", "Göteborg", "Upplands Väsby")] == [
        {"name": "Ale", "places": ["Alafors"]},
        {
            "name": "Göteborg",
            "places": ["Gbg", "Hisingen"],
            "names": {"en": ["Gothenburg"], "fi": ["Yötepori"]},
        },
        {"name": "Upplands Väsby"},
    ]


def test_an_address_is_listed_only_where_the_name_does_not_tell_it() -> None:
    """Håbo's: its own would be Habo's."""
    entries = json.loads(place_list.json_text(DIRECTORY))
    slugs = {entry["name"]: entry["slug"] for entry in entries if "slug" in entry}
    assert slugs == {"Håbo": "haabo"}


def test_the_list_is_in_swedish_order_and_has_no_blanks_to_send(tmp_path: Path) -> None:
    """Every phone that searches fetches it."""
    data = changed_data(tmp_path)
    (data / "places.csv").write_text(PLACES, encoding="utf-8")
    text = place_list.json_text(loader.load(data, TODAY))
    assert text.startswith('[{"name":"Ale","places":["Alafors"]},{"name":"Alingsås"},')
    assert text.endswith('{"name":"Vaxholm"},{"name":"Österåker"}]')
