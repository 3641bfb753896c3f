"""The schemas that an editor's program reads: true to the model, and shown as they should be."""

import inspect
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from pydantic import BaseModel

from centres.data import model
from centres.data.model import RECORDS, Centre, Fact, Hours, Phone
from centres.editors import field_guide
from centres.editors.commands.fields import generated
from editor_server import EditorServer
from helpers import DIRECTORY, ROOT, changed_data, json_objects

GENERATED = generated(DIRECTORY)
# The classes of the model. A kind of fact is a class to pydantic and `Fact` to people.
CLASSES = dict(inspect.getmembers(model, inspect.isclass))
FIRST_LINE = "# yaml-language-server: $schema=schema/%s.json\n"
ANONYMITY = "  anonymity: not confirmed\n"
NUMBER = 'number: "033-35 51 98"'
CHECKED = "checked: 2026-01-14"


def schema(name: str) -> dict[str, Any]:
    return json.loads((ROOT / f"data/schema/{name}.json").read_text(encoding="utf-8"))


def record_of(definition: dict[str, Any]) -> dict[str, Any]:
    """Return the form with fields, where a value may also be written short."""
    (record,) = [one for one in definition.get("anyOf", [definition]) if "properties" in one]
    return record


def fields(record: type[BaseModel]) -> set[str]:
    """Return the fields of a class as they are written."""
    return {field.alias or name for name, field in record.model_fields.items()}


def place(text: str, words: str) -> tuple[int, int]:
    """Line and column of the end of the first `words`."""
    before = text[: text.index(words) + len(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.fixture(scope="module")
def server() -> Iterator[EditorServer]:
    """One for all: it takes half a second to start."""
    with EditorServer() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a data folder with the example, and the real schemas."""
    data = changed_data(tmp_path)
    shutil.copytree(ROOT / "data/schema", data / "schema")
    return data


def example(folder: Path, *changes: tuple[str, str]) -> tuple[Path, str]:
    """Return the example's centres with changes, under the line that names their schema."""
    path = folder / "centres.yaml"
    text = FIRST_LINE % "centres" + path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return path, text


@pytest.mark.parametrize("name", GENERATED)
def test_what_is_made_from_the_model_is_made_anew_when_it_changes(name: str) -> None:
    """The schemas and the field guide are committed: an editor installs nothing."""
    path = ROOT / name
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    assert old == GENERATED[name], f"{name} is not what the model says. Run: make fields"


@pytest.mark.parametrize("name", RECORDS)
def test_a_schema_is_a_schema(name: str) -> None:
    """Draft 7, which VS Code's server reads best. A misspelt word in one would rule nothing."""
    jsonschema_rs.meta.validate(schema(name))
    assert schema(name)["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("name", RECORDS)
def test_a_schema_has_the_fields_of_the_model(name: str) -> None:
    """As they are written: `from`, not `lowest`; and none that is computed."""
    whole = schema(name)
    assert whole["items"] == {"$ref": f"#/definitions/{RECORDS[name].__name__}"}
    for definition, shape in whole["definitions"].items():
        record = CLASSES[re.sub("^Fact_.*", "Fact", definition)]
        assert set(record_of(shape)["properties"]) == fields(record), definition


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_is_explained_to_editors(name: str) -> None:
    """In the Swedish words of the model, never in the English ones for programmers."""
    found = list(json_objects(schema(name)))
    shapes = [one for part in found for one in part.get("properties", {}).values()]
    assert shapes
    assert all(one.get("description") for one in shapes)
    ours = {inspect.getdoc(one) for one in CLASSES.values() if one.__module__ == model.__name__}
    assert not ours & {part.get("description") for part in found}


@pytest.mark.parametrize("name", RECORDS)
def test_an_editor_who_opens_a_real_file_sees_no_mistakes(
    server: EditorServer, folder: Path, name: str
) -> None:
    """The first line of the file leads to its schema, and the schema allows all that is there."""
    text = (ROOT / f"data/{name}.yaml").read_text(encoding="utf-8")
    assert text.startswith(FIRST_LINE % name)
    assert server.open(folder / f"{name}.yaml", text) == []


def test_vs_code_knows_the_schemas_without_the_first_line_too() -> None:
    """And fetches nothing from other hosts."""
    written = (ROOT / ".vscode/settings.json").read_text(encoding="utf-8")
    settings = json.loads(re.sub(r"(?m)^\s*//.*$", "", written))
    expected = {f"data/schema/{name}.json": f"data/{name}.yaml" for name in RECORDS}
    assert settings["yaml.schemas"] == expected
    assert settings["yaml.schemaStore.enable"] is False


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  anonymity: not", "  anonymitet: not", [
            ("- id: boras", 'Missing property "anonymity".'),
            ("anonymitet", "Property anonymitet is not allowed."),
        ]),
        ("  name_is: page title\n", "", [("- id: botkyrka", 'Missing property "name_is".')]),
        ("anonymity: not confirmed", "anonymity: maybe",
         [("maybe", "Välj ett av: yes, no, not confirmed.")]),
        ("anonymity: not confirmed", "anonymity:",
         [("anonymity:", "Välj ett av: yes, no, not confirmed.")]),
        ("[Borås]", "[Boras]",
         [("[Boras]", "Ska vara en av Sveriges kommuner, utan ordet kommun.")]),
        (NUMBER, "number: 0371",
         [("0371", 'Ska vara ett telefonnummer inom citattecken, som "08-123 45 67".')]),
        (NUMBER, "number: 033-35 51 98 (växel)",
         [("(växel)", 'Ska vara ett telefonnummer inom citattecken, som "08-123 45 67".')]),
        ("stodcentrum@boras.se", "stodcentrum boras.se",
         [("stodcentrum boras", "Ska vara en e-postadress, eller withheld.")]),
        (CHECKED, "checked: 14/1 2026", [("14/1", "Ska vara ett datum, som 2026-01-14.")]),
        (ANONYMITY, "  anonymity: {value: yes, checked: 14/1 2026}\n",
         [("14/1", "Ska vara ett datum, som 2026-01-14.")]),
        ("url: not confirmed", "url: www.boras.se", [
            ("www.boras.se", "Ska vara en webbadress som börjar med https:// och saknar "
             "mellanslag, eller not confirmed."),
        ]),
        ("- id: boras", "- id: Borås",
         [("- id: Borås", "Får bara ha små bokstäver a–z, siffror och bindestreck.")]),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)  # fmt: skip
def test_a_mistake_is_underlined_where_it_stands(
    server: EditorServer, folder: Path, old: str, new: str, said: list[tuple[str, str]]
) -> None:
    """On its own line and nowhere else, in Swedish wherever the server lets us choose."""
    path, text = example(folder, (old, new))
    assert server.open(path, text) == [(place(text, words)[0], message) for words, message in said]


@pytest.mark.parametrize(
    ("record", "field", "words"),
    [
        (Centre, "memberships", "municipalities:"),
        (Centre, "phones", "phones:"),
        (Phone, "kind", "kind: not confirmed"),
        (Centre, "ages", "ages: young"),
        (Centre, "close_relationships", "close_relationships:"),
        (Centre, "anonymity", "anonymity: not confirmed"),
        (Centre, "opening_hours", "opening_hours: {holidays"),
        (Hours, "holidays", "holidays:"),
        (Fact, "value", "value:"),
    ],
)
def test_a_field_under_the_pointer_is_explained(
    server: EditorServer, folder: Path, record: type[BaseModel], field: str, words: str
) -> None:
    """In the words of the model, which are those of the field guide."""
    hours = "opening_hours: {holidays: closed, weekly: always, source: bilaga-2}"
    path, text = example(folder, ("opening_hours: not confirmed", hours))
    server.open(path, text)
    line, end = place(text, words)
    shown = re.sub(r"\\(.)", r"\1", server.hover(path, line, end - len(words) + 1))
    description = record.model_fields[field].description
    examples = record.model_fields[field].examples or []
    more = f" Exempel: {', '.join(f'`{one}`' for one in examples)}" if examples else ""
    assert shown.startswith(f"{description}{more}\n"), shown
    assert description in GENERATED["docs/falt.md"] or record is Fact


def test_what_may_stand_in_a_field_is_offered(server: EditorServer, folder: Path) -> None:
    """And written as it stands in the file: yes, without quotation marks."""
    path, text = example(folder, (ANONYMITY, "  anonymity: \n"))
    server.open(path, text)
    offered = server.choices(path, *place(text, "  anonymity: "))
    assert offered == {word: word for word in ("yes", "no", "not confirmed")}


def test_fields_that_are_not_there_yet_are_offered(server: EditorServer, folder: Path) -> None:
    """On an empty line in an entry."""
    path, text = example(folder, (ANONYMITY, "  \n"))
    server.open(path, text)
    offered = server.choices(path, *place(text, "mediation: not confirmed\n  "))
    optional = {name for name, field in Centre.model_fields.items() if not field.is_required()}
    assert fields(Centre) & set(offered) == {"anonymity", *optional}


@pytest.mark.parametrize("name", ["phones[].number", "checked", "opening_hours", "source"])
def test_an_example_is_never_filled_in_as_if_it_were_a_fact(name: str) -> None:
    """Whoever chooses a field gets an empty place to write in."""
    (row,) = [row for row in field_guide.rows("centres") if row.path == name]
    assert row.examples
    for text in GENERATED.values():
        assert text.count('"examples"') == 0
