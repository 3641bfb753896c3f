"""Make the JSON Schemas that editors' programs read: hints, choices and errors while they write.

They are made from the model, the one definition of the fields; `make fields` writes them to
data/schema/. They are stricter than `centres check` in one thing: numbers to call need quotation
marks, since a program that follows YAML 1.2 takes 0371 for a number.
"""

import json
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter

from centres.data import field_types
from centres.data.model import RECORDS, Membership, hours, notice

# What a program prints where a value does not match a pattern; its own message would be English.
_MESSAGES = {
    field_types.URL: "Ska vara en webbadress som börjar med https:// och saknar mellanslag.",
    field_types.CONFIRMED_URL: "Ska vara en webbadress som börjar med https:// och saknar "
    "mellanslag, eller not confirmed.",
    field_types.NUMBER: 'Ska vara ett telefonnummer inom citattecken, som "08-123 45 67".',
    field_types.ADDRESS: "Ska vara en e-postadress, eller withheld.",
    field_types.SOURCE_DATE: "Ska vara 2026-01-14, 2024-09, 2022, undated eller checked.",
    field_types.DAY: "Ska vara ett datum, som 2026-01-14.",
    field_types.LANGUAGE_CODE: "Ska vara en språkkod, som sv eller en.",
    hours.SPAN: "Ska vara dagar och tider, som Mo-Fr 09:00-16:00.",
    hours.SEASON_DAY: "Ska vara en dag, som 06-01 (varje år) eller 2026-06-01.",
    notice.MOMENT: "Ska vara en dag och ett klockslag, som 2026-12-07 12:00.",
    field_types.SLUG: "Får bara ha små bokstäver a–z, siffror och bindestreck.",
}


def schema(name: str, municipalities: Iterable[str]) -> dict[str, Any]:
    """Return the schema of data/<name>.yaml, in draft 7 of JSON Schema.

    VS Code's YAML server reads that draft best. `municipalities` are the names that a list of
    municipalities may hold.
    """
    record = RECORDS[name]
    generated = TypeAdapter(list[record]).json_schema(by_alias=True)  # type: ignore[valid-type]
    _adapt(generated)
    names = {
        "enum": sorted(municipalities),
        "errorMessage": "Ska vara en av Sveriges kommuner, utan ordet kommun.",
    }
    if "municipalities" in record.model_fields:
        generated["$defs"][record.__name__]["properties"]["municipalities"]["items"] = names
    if Membership.__name__ in generated["$defs"]:
        forms = generated["$defs"][Membership.__name__]["anyOf"]
        forms[0] = names
        described = forms[1]["properties"]["name"]["description"]
        forms[1]["properties"]["name"] = {**names, "description": described}
    # Draft 7 keeps its definitions under another name than pydantic's draft, 2020-12.
    text = json.dumps(generated, ensure_ascii=False).replace("#/$defs/", "#/definitions/")
    parts = json.loads(text)
    definitions = parts.pop("$defs", {})
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": "Gjord av make fields ur hooks/centres/data/model/. Ändra där, inte här.",
        **parts,
        "definitions": definitions,
    }


def text(name: str, municipalities: Iterable[str]) -> str:
    """Return the schema of data/<name>.yaml as the text of its file."""
    file_schema = schema(name, municipalities)
    _move_examples(file_schema)
    return json.dumps(file_schema, ensure_ascii=False, indent=1) + "\n"


def _adapt(part: Any) -> None:
    """Change a schema of pydantic's, with all its parts, for people who write YAML in Swedish."""
    if isinstance(part, list):
        for item in part:
            _adapt(item)
    if not isinstance(part, dict):
        return
    _remove_null(part)
    _remove_what_programs_show_badly(part)
    _add_message(part)
    for item in part.values():
        _adapt(item)


def _remove_null(part: dict[str, Any]) -> None:
    """Give a field that may be left out its one form: nobody writes null."""
    forms = [form for form in part.get("anyOf", []) if form != {"type": "null"}]
    if len(forms) == 1:
        del part["anyOf"]
        part |= {**forms[0], **part}


def _remove_what_programs_show_badly(part: dict[str, Any]) -> None:
    """Remove class names, English docstrings, and what would be shown instead of a better text."""
    for form in part.get("anyOf", []):
        for key in ("description", "examples"):  # the field has its own
            form.pop(key, None)
    if part.get("default", "") is None:
        del part["default"]
    if isinstance(part.get("title"), str):
        del part["title"]
    if "properties" in part:
        part.pop("description", None)
    if part.get("pattern") == field_types.NOTHING_INVISIBLE:
        # `centres check` names the character, and programs show it.
        del part["pattern"]
    if "yes" in _choices(part):
        # A program that knows that it is text would write "yes" within quotation marks.
        part.pop("type", None)


def _add_message(part: dict[str, Any]) -> None:
    """Add what a program prints about a wrong value, where its own message would be English."""
    if part.get("pattern") in _MESSAGES:
        part["errorMessage"] = _MESSAGES[part["pattern"]]
    elif choices := _choices(part):
        part["errorMessage"] = f"Välj ett av: {', '.join(choices)}."


def _choices(part: dict[str, Any]) -> list[str]:
    choices = part.get("enum", [])
    return choices if isinstance(choices, list) else []


def _move_examples(part: Any) -> None:
    """Move examples into the description: as values, programs would fill them in as facts."""
    if isinstance(part, list):
        for item in part:
            _move_examples(item)
    if not isinstance(part, dict):
        return
    examples = part.get("examples")
    if isinstance(examples, list):
        del part["examples"]
        shown = ", ".join(f"`{example}`" for example in examples)
        part["markdownDescription"] = f"{part['description']} Exempel: {shown}"
    for item in part.values():
        _move_examples(item)
