"""The names of places and the postcodes that the search field answers from."""

import gzip
import json
from itertools import accumulate
from pathlib import Path

from centres.data import loader
from centres.site import place_list
from centres.site.answers import by_code
from helpers import DIRECTORY, TODAY, changed_data

PLACES = """\
name,language,code,source
Alafors,sv,1440,scb
Gbg,sv,1480,override
Gothenburg,en,1480,geonames
Hisingen,sv,1480,override
Yötepori,fi,1480,geonames
"""


def test_each_municipality_has_the_names_that_lead_to_it_by_language(tmp_path: Path) -> None:
    """In the order of the codes, as the first part has the municipalities; without blanks."""
    data = changed_data(tmp_path)
    (data / "places.csv").write_text(PLACES, encoding="utf-8")
    directory = loader.load(data, TODAY)
    text = place_list.json_text(directory)
    names = [municipality.name for municipality in by_code(directory)]
    places = json.loads(text)["places"]
    assert {name: those for name, those in zip(names, places, strict=True) if those} == {
        "Ale": {"sv": ["Alafors"]},
        "Göteborg": {"sv": ["Gbg", "Hisingen"], "en": ["Gothenburg"], "fi": ["Yötepori"]},
    }
    assert ", " not in text


def test_every_postcode_can_be_read_back_from_its_run() -> None:
    """All of the country's runs, with the municipalities that share each."""
    runs = json.loads(place_list.json_text(DIRECTORY))["postcodes"]
    codes = [municipality.code for municipality in by_code(DIRECTORY)]
    steps = zip(runs["gaps"], runs["lengths"], strict=True)
    ends = list(accumulate((step for pair in steps for step in pair), initial=10000))[1:]
    read = [
        (
            f"{first}",
            f"{last}",
            [codes[at] for at in (those if isinstance(those, list) else [those])],
        )
        for first, last, those in zip(ends[::2], ends[1::2], runs["municipalities"], strict=True)
    ]
    assert read == [(run.first, run.last, list(run.codes)) for run in DIRECTORY.postcodes]


def test_the_lists_of_the_whole_country_are_small() -> None:
    """What a phone fetches when the field is touched: at most 30 kB of names and 6 of postcodes."""
    whole = json.loads(place_list.json_text(DIRECTORY))
    for part, most in (("places", 30_000), ("postcodes", 6_000)):
        text = json.dumps(whole[part], ensure_ascii=False, separators=(",", ":"))
        assert len(gzip.compress(text.encode(), 9)) <= most, part
