"""The list of places that the search field answers from."""

import gzip
import json
import re
from pathlib import Path

from centres.data import loader
from centres.data.geography import PostcodeRun
from centres.data.words import lists as word_lists
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


def test_names_of_places_are_written_as_what_they_add_to_the_one_before(tmp_path: Path) -> None:
    """As small as can be: the first list that a phone fetches has the municipalities' names."""
    data = changed_data(tmp_path)
    more = "Hisings Backa,sv,1480,regso\n"
    (data / "places.csv").write_text(PLACES + more, encoding="utf-8")
    directory = loader.load(data, TODAY)
    whole = json.loads(place_list.places_text(directory))
    codes = sorted(directory.by_code)
    ale, goteborg = codes.index("1440"), codes.index("1480")
    assert whole["places"] == "0Alafors0Gbg0Hisingen6s Backa"
    letters = "abcdefghijklmnopqr"
    first = [letters[one // 18] for one in (ale, goteborg, goteborg, goteborg)]
    last = [letters[one % 18] for one in (ale, goteborg, goteborg, goteborg)]
    assert whole["where"] == "".join(first + last)
    names = {"en": {str(goteborg): ["Gothenburg"]}, "fi": {str(goteborg): ["Yötepori"]}}
    assert whole["names"] == names
    assert whole["postcodes"] == json.loads(place_list.postcodes_text(directory))


def test_every_place_can_be_read_back_from_the_list() -> None:
    """The browser takes the beginning of each name from the one before it."""
    whole = json.loads(place_list.places_text(DIRECTORY))
    entries = re.findall(r"\d\D*", whole["places"])
    codes, where, name, read = sorted(DIRECTORY.by_code), whole["where"], "", []
    for number, entry in enumerate(entries):
        name = name[: int(entry[0])] + entry[1:]
        high, low = where[number], where[len(entries) + number]
        index = 18 * (ord(high) - ord("a")) + ord(low) - ord("a")
        read.append((name, codes[index]))
    swedish = [(one.name, one.code) for one in DIRECTORY.places if one.language == "sv"]
    assert read == sorted(swedish)


def test_every_postcode_can_be_read_back_from_its_run() -> None:
    """The browser counts on from the run before."""
    whole = json.loads(place_list.postcodes_text(DIRECTORY))
    codes, last, runs = sorted(DIRECTORY.by_code), 10000, []
    for gap, length, found in zip(*(whole[key] for key in whole), strict=True):
        first, last = last + gap, last + gap + length
        indexes = found if isinstance(found, list) else [found]
        runs.append(PostcodeRun(str(first), str(last), tuple(codes[one] for one in indexes)))
    assert list(whole) == ["gaps", "lengths", "municipalities"]
    assert runs == DIRECTORY.postcodes
    assert any(len(run.codes) > 1 for run in runs)


def test_the_lists_of_the_whole_country_are_small() -> None:
    """All names and postcodes at most 30 kB compressed, the postcodes alone at most 6."""
    assert len(gzip.compress(place_list.places_text(DIRECTORY).encode(), 9)) <= 30_000
    assert len(gzip.compress(place_list.postcodes_text(DIRECTORY).encode(), 9)) <= 6_000
