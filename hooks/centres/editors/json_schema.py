"""The JSON Schema that an editor's program reads while somebody writes: hints, choices, squiggles.

Made from `model`, the one definition of the fields; `make fields` writes it to data/schema/.
Stricter than `centres check` in one thing: numbers to call need quotation marks, since a program
that follows YAML 1.2 takes 0371 for a number.
"""

import json
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter

from centres.data import field_types, phones
from centres.data.model import RECORDS

# What an editor's program says where a value does not have the shape (its own words are English).
_SAID = {
    field_types.URL: "Ska vara en webbadress som börjar med https:// och saknar mellanslag.",
    field_types.CONFIRMED_URL: "Ska vara en webbadress som börjar med https:// och saknar "
    "mellanslag, eller not confirmed.",
    field_types.NUMBER: 'Ska vara ett telefonnummer inom citattecken, som "08-123 45 67".',
    phones.SHORT: 'Ska vara ett kortnummer inom citattecken, som "116 111".',
    field_types.ADDRESS: "Ska vara en e-postadress, eller withheld.",
    field_types.SOURCE_DATE: "Ska vara 2026-01-14, 2024-09, 2022, undated eller checked.",
    field_types.DAY: "Ska vara ett datum, som 2026-01-14.",
    field_types.SLUG: "Får bara ha små bokstäver a–z, siffror och bindestreck.",
}


def schema(name: str, municipalities: Iterable[str]) -> dict[str, Any]:
    """The schema of data/<name>.yaml (JSON Schema draft 7, which VS Code's YAML server reads best).

    `municipalities` are the names that may stand in a list of municipalities.
    """
    record = RECORDS[name]
    made = TypeAdapter(list[record]).json_schema(by_alias=True)  # type: ignore[valid-type]
    _only_for_people(made)
    if "municipalities" in record.model_fields:
        entry = made["$defs"][record.__name__]
        entry["properties"]["municipalities"]["items"] = {
            "enum": sorted(municipalities),
            "errorMessage": "Ska vara en av Sveriges kommuner, utan ordet kommun.",
        }
    # Draft 7 keeps its parts under another name than pydantic's drafts.
    text = json.dumps(made, ensure_ascii=False).replace("#/$defs/", "#/definitions/")
    parts = json.loads(text)
    definitions = parts.pop("$defs", {})
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Gjord av make fields ur hooks/centres/data/model/. Ändra där, inte här.",
        **parts,
        "definitions": definitions,
    }


def text(name: str, municipalities: Iterable[str]) -> str:
    """The schema as the file holds it."""
    made = schema(name, municipalities)
    _examples_as_words(made)
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _only_for_people(part: Any) -> None:
    """Take out what Python says of itself, and say in Swedish what may stand where."""
    if isinstance(part, list):
        for item in part:
            _only_for_people(item)
    if not isinstance(part, dict):
        return
    _lift_only_form(part)
    _take_out(part)
    _say_what_may_stand(part)
    for item in part.values():
        _only_for_people(item)


def _lift_only_form(part: dict[str, Any]) -> None:
    """A field that may be left out is written in one form: null is not among them."""
    forms = [one for one in part.get("anyOf", []) if one != {"type": "null"}]
    if len(forms) == 1:
        del part["anyOf"]
        part |= {**forms[0], **part}


def _take_out(part: dict[str, Any]) -> None:
    """Class names, English docstrings, and what programs would show instead of something better."""
    for form in part.get("anyOf", []):
        form.pop("description", None)  # the field's own
    if part.get("default", "") is None:
        del part["default"]
    if isinstance(part.get("title"), str):
        del part["title"]
    if "properties" in part:
        part.pop("description", None)
    if part.get("pattern") == field_types.NOTHING_INVISIBLE:
        del part["pattern"]  # `centres check` says it better, and programs show such characters
    if "yes" in _choices(part):
        part.pop("type", None)  # a program that knows it is text would write "yes"


def _say_what_may_stand(part: dict[str, Any]) -> None:
    """In Swedish, where a program's own words would be English."""
    if part.get("pattern") in _SAID:
        part["errorMessage"] = _SAID[part["pattern"]]
    elif choices := _choices(part):
        part["errorMessage"] = f"Välj ett av: {', '.join(choices)}."


def _choices(part: dict[str, Any]) -> list[str]:
    found = part.get("enum", [])
    return found if isinstance(found, list) else []


def _examples_as_words(part: Any) -> None:
    """Examples are shown with the description: as values, programs would fill them in as facts."""
    if isinstance(part, list):
        for item in part:
            _examples_as_words(item)
    if not isinstance(part, dict):
        return
    examples = part.get("examples")
    if isinstance(examples, list):
        del part["examples"]
        shown = ", ".join(f"`{one}`" for one in examples)
        part["markdownDescription"] = f"{part['description']} Exempel: {shown}"
    for item in part.values():
        _examples_as_words(item)
