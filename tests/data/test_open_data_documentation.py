"""The page about the open data and the schema say the same."""

import re
from collections.abc import Iterator

import pytest

from centres.site import open_data
from helpers import ROOT


def fields(schema: object) -> Iterator[str]:
    """Every name of a field anywhere in a JSON Schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from fields(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from fields(part)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_field_of_the_file_is_explained(language: str) -> None:
    """By its own name, as code."""
    text = (ROOT / f"content/{language}/data/index.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", text))))
    assert set(fields(open_data.schema())) - named == set()
