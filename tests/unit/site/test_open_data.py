"""The published data: complete, described by its schema, and the same whenever it is made."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from centres.data import loader
from centres.site import open_data
from helpers import DIRECTORY, TODAY, changed_data

PUBLISHED = open_data.publication(DIRECTORY)
SCHEMA = open_data.schema()


def lund(data: Path) -> dict[str, Any]:
    """Return what is published of one centre."""
    centres: list[dict[str, Any]] = open_data.publication(loader.load(data, TODAY))["centres"]
    return next(centre for centre in centres if centre["id"] == "lund")


def sources(part: object) -> list[str | None]:
    """Return every source that is named, None where a fact has none."""
    if isinstance(part, list):
        return [source for item in part for source in sources(item)]
    if isinstance(part, dict):
        own = [part["source"]] if "source" in part else []
        return own + [source for item in part.values() for source in sources(item)]
    return []


def test_the_file_fits_its_schema() -> None:
    """And the schema is one."""
    assert SCHEMA["$schema"].endswith("/2020-12/schema")
    jsonschema_rs.meta.validate(SCHEMA)
    jsonschema_rs.validate(SCHEMA, PUBLISHED)


def test_a_file_with_an_invented_answer_does_not_fit_the_schema() -> None:
    """The schema knows the three values."""
    invented = json.loads(json.dumps(PUBLISHED))
    invented["centres"][0]["anonymity"]["value"] = "probably"
    assert not jsonschema_rs.is_valid(SCHEMA, invented)


def test_it_holds_every_centre_with_its_numbers() -> None:
    """By municipality."""
    numbers = {
        municipality["name"]: [phone["number"] for phone in centre["phones"]]
        for centre in PUBLISHED["centres"]
        for municipality in centre["municipalities"]
    }
    assert numbers == {
        name: [phone.number for phone in centre.phones]
        for centre in DIRECTORY.centres
        for name in centre.municipalities
    }


def test_every_fact_has_a_source_that_is_listed() -> None:
    """And no source is listed that no fact has."""
    assert set(sources(PUBLISHED["centres"])) == {source["id"] for source in PUBLISHED["sources"]}


def test_a_fact_has_its_own_source_and_day_or_those_of_its_entry(tmp_path: Path) -> None:
    """Who reads one fact need not know which entry it stands in."""
    asked = "anonymity: {value: yes, source: centret, checked: 2026-11-20}"
    data = changed_data(tmp_path)
    path = data / "centres.yaml"
    before, entry = path.read_text(encoding="utf-8").split("- id: lund\n")
    entry = entry.replace("anonymity: not confirmed", asked, 1)
    path.write_text(f"{before}- id: lund\n{entry}", encoding="utf-8")
    published = lund(data)
    assert published["anonymity"] == {
        "value": "yes",
        "note": None,
        "source": "centret",
        "checked": "2026-11-20",
    }
    assert published["free_of_charge"] == {
        "value": "not confirmed",
        "note": None,
        "source": "bilaga-2",
        "checked": "2026-01-14",
    }
    assert published["name"] == "Stödcentrum"
    assert (published["name_source"], published["name_checked"]) == ("bilaga-2", "2026-01-14")
    assert published["municipalities"] == [
        {
            "code": "1281",
            "name": "Lund",
            "valid_from": None,
            "valid_to": None,
            "source": "bilaga-2",
            "checked": "2026-01-14",
        }
    ]


@pytest.mark.parametrize("year", [2026, 2027])
def test_the_day_of_the_build_changes_nothing_in_the_files(tmp_path: Path, year: int) -> None:
    """The same data gives the same bytes; figures of how fresh it is are left out."""
    data = changed_data(tmp_path)
    today = loader.load(data, TODAY)
    assert any(name.startswith("fresh") for name in today.figures)
    files = open_data.files(loader.load(data, TODAY.replace(year=year)))
    assert files == open_data.files(today)
    assert "fresh" not in files["data/centres.json"]
