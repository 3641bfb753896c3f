"""The list of places that the search field answers from."""

import json
import re
from pathlib import Path

from centres.data import loader, word_lists
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


def json_text(data: Path) -> str:
    """Return the list of the example with `PLACES`."""
    (data / "places.csv").write_text(PLACES, encoding="utf-8")
    directory = loader.load(data, TODAY)
    lists, problems = word_lists.read(data.parent, directory.languages)
    assert problems == []
    return place_list.json_text(directory, lists)


def test_each_municipality_is_listed_once_with_the_names_that_lead_to_it(tmp_path: Path) -> None:
    """Names in other languages by language."""
    text = json_text(changed_data(tmp_path))
    entries = {entry["name"]: entry for entry in json.loads(text)["municipalities"]}
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
    entries = json.loads(place_list.json_text(DIRECTORY, {}))["municipalities"]
    slugs = {entry["name"]: entry["slug"] for entry in entries if "slug" in entry}
    assert slugs == {"Håbo": "haabo"}


def test_the_list_is_in_swedish_order_and_has_no_blanks_to_send(tmp_path: Path) -> None:
    """Every phone that searches fetches it."""
    text = json_text(changed_data(tmp_path))
    assert '"municipalities":[{"name":"Ale","places":["Alafors"]},{"name":"Alingsås"},' in text
    assert text.endswith('{"name":"Vaxholm"},{"name":"Österåker"}]}')
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
