"""The published data: complete, described by its schema, and the same as the pages."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from centres.data import loader
from centres.site import open_data
from helpers import DIRECTORY, LATEST, ROOT


@pytest.fixture
def published(site: Path) -> dict[str, Any]:
    """/data/centres.json."""
    return json.loads((site / "data/centres.json").read_text(encoding="utf-8"))


def test_the_file_fits_its_schema(site: Path, published: dict[str, Any]) -> None:
    """And the schema is one."""
    schema = json.loads((site / "data/centres.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(published)) == []


def test_a_file_with_an_invented_answer_does_not_fit_the_schema(
    site: Path, published: dict[str, Any]
) -> None:
    """The schema knows the three values."""
    schema = json.loads((site / "data/centres.schema.json").read_text(encoding="utf-8"))
    published["centres"][0]["anonymity"]["value"] = "probably"
    assert list(Draft202012Validator(schema).iter_errors(published)) != []


def test_it_holds_every_centre_with_its_numbers(published: dict[str, Any]) -> None:
    """By municipality."""
    numbers = {
        one["name"]: [phone["number"] for phone in centre["phones"]]
        for centre in published["centres"]
        for one in centre["municipalities"]
    }
    assert numbers == {
        name: [phone.number for phone in centre.phones]
        for centre in DIRECTORY.centres
        for name in centre.municipalities
    }


def test_every_fact_has_a_source_that_is_listed(published: dict[str, Any]) -> None:
    """With the date somebody checked it, or the source's own."""
    listed = {source["id"] for source in published["sources"]}

    def sources(part: object) -> list[str]:
        if isinstance(part, list):
            return [found for item in part for found in sources(item)]
        if isinstance(part, dict):
            own = [part["source"]] if "source" in part else []
            return own + [found for item in part.values() for found in sources(item)]
        return []

    used = set(sources(published["centres"]))
    assert None not in used
    assert used == listed


def test_the_day_of_the_build_changes_nothing_in_the_file() -> None:
    """The same data gives the same bytes."""
    days = (LATEST, LATEST.replace(year=LATEST.year + 1))
    first, second = (open_data.files(loader.load(ROOT / "data", day)) for day in days)
    assert first == second
