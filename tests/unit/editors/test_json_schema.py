"""The JSON Schema of a data file; `tests/data/test_editor_schema.py` shows it to a real program."""

import json
from typing import Any

import pytest

from centres.data.model import RECORDS
from centres.editors import json_schema
from helpers import json_objects

NAMES = ["Åre", "Borås"]


def centre(field: str) -> dict[str, Any]:
    """Return the schema of a field of a centre."""
    schema: dict[str, Any] = json_schema.schema("centres", NAMES)
    shape: dict[str, Any] = schema["definitions"]["Centre"]["properties"][field]
    return shape


@pytest.mark.parametrize("name", RECORDS)
def test_a_schema_is_in_draft_7_and_all_its_references_lead_somewhere(name: str) -> None:
    """Pydantic's own draft keeps definitions under another name."""
    schema = json_schema.schema(name, NAMES)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    references = {
        part["$ref"] for part in json_objects(schema) if isinstance(part.get("$ref"), str)
    }
    assert references
    assert references <= {f"#/definitions/{key}" for key in schema["definitions"]}


@pytest.mark.parametrize("name", RECORDS)
def test_nothing_is_shown_that_an_editor_does_not_write(name: str) -> None:
    """Neither null nor the names of Python's classes."""
    for part in json_objects(json_schema.schema(name, NAMES)):
        assert {"type": "null"} not in part.get("anyOf", [])
        assert part.get("default", "") is not None
        assert not isinstance(part.get("title"), str)


def test_the_municipalities_are_the_choices_of_their_list() -> None:
    """With a message in Swedish, since a program's own would be in English."""
    names = {
        "enum": ["Borås", "Åre"],
        "errorMessage": "Ska vara en av Sveriges kommuner, utan ordet kommun.",
    }
    schema = json_schema.schema("centres", NAMES)
    short, row = schema["definitions"]["Membership"]["anyOf"]
    assert short == names
    assert names.items() <= row["properties"]["name"].items()
    retired = json_schema.schema("retired", NAMES)["definitions"]["Retired"]
    assert retired["properties"]["municipalities"]["items"] == names


def test_a_list_of_choices_and_a_pattern_have_a_message_in_swedish() -> None:
    """Each says what may stand there."""
    assert centre("name_is")["errorMessage"] == ("Välj ett av: official, page title, description.")
    assert centre("id")["errorMessage"] == (
        "Får bara ha små bokstäver a–z, siffror och bindestreck."
    )
    patterns = [
        part
        for part in json_objects(json_schema.schema("centres", NAMES))
        if isinstance(part.get("pattern"), str)
    ]
    assert patterns
    assert all("errorMessage" in part for part in patterns)


def test_examples_stand_in_the_description_and_not_as_values() -> None:
    """A program would fill them in as if they were facts."""
    text = json_schema.text("centres", NAMES)
    phone = json.loads(text)["definitions"]["Phone"]["properties"]["number"]
    assert "examples" not in phone
    assert phone["markdownDescription"].startswith(f"{phone['description']} Exempel: `")
    assert '"examples"' not in text
    assert text.endswith("}\n")
