"""Make the field guide for editors, docs/falt.md: every field of every data file, in Swedish.

It is made from the JSON Schema that editors' programs read, so that a hint in a program and the
guide cannot differ. `make fields` writes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from centres.data.model import RECORDS
from centres.editors.json_schema import schema

_OPENING = """\
# Fälten i datafilerna

<!-- Gjord av make fields ur hooks/centres/data/model/. Ändra där, inte här. -->

Här står vad varje fält i `data/` betyder och vad som får stå där. Samma text visas som tips i
program som läser schemat, till exempel VS Code med tillägget YAML.

Det som ingen har bekräftat heter `not confirmed`. Det är ett bra svar: på sidan blir det en fråga
som besökaren kan ställa till centret. Fält som måste finnas är märkta med *.

## En uppgift med egen källa

`phones`, `emails`, `channels`, `web_page`, `run_by`, `ages`, `opening_hours`, `visiting_hours` och
`hours` har egna fält för källan: skriv `source` och `checked` bredvid de andra, som i
`ages: {under: 25, source: centret, checked: 2026-11-24}`.

De fält som är märkta med ”egen källa” kan skrivas kort, som `anonymity: yes`. Då gäller postens
`source` och `checked`. Kommer uppgiften från en annan källa skrivs den så här:

```yaml
anonymity: {value: yes, source: centret, checked: 2026-11-24}
```

Gäller svaret bara ibland skriver du villkoret i `note`, en mening som visas bredvid svaret:

```yaml
anonymity: {value: yes, note: I upp till fem samtal., source: centret, checked: 2026-11-24}
```

"""
# What each file holds.
_FILES = {
    "centres": "Stödcentrumen, i bokstavsordning efter `id`.",
    "critical": "Vad de viktigaste meningarna säger, i bokstavsordning efter `id`. "
    "Ingen översättning får ändra det.",
    "glossary": "Ordlistan: ord i brev från polisen och domstolen, i bokstavsordning efter `id`.",
    "helplines": "Nationella stödlinjer och tjänster, i den ordning de visas.",
    "languages": "Webbplatsens språk, i den ordning de visas.",
    "notices": "Meddelanden som gäller några dagar, och sedan försvinner av sig själva.",
    "retired": "Centrum som har stängt eller slagits ihop. Deras adresser leder vidare.",
    "rounds": "Vem som är frågad om uppgifterna stämmer, och om någon har svarat.",
    "scripts": "Skrifter som behöver egna typsnitt eller skiljetecken.",
    "sources": "Källorna, i bokstavsordning efter `id`.",
}


@dataclass(frozen=True)
class Row:
    """A row of the guide: one field.

    `path` is as editors write it: `phones[].number`. `allowed` are the values that there are, if
    they are a list; `own_source` means that the value may name its source.
    """

    path: str
    required: bool
    description: str
    allowed: list[str]
    examples: list[str]
    own_source: bool = False


def text() -> str:
    """Return the whole guide as Markdown."""
    parts = [_OPENING]
    for name in RECORDS:
        parts += [f"## data/{name}.yaml\n\n{_FILES[name]}\n\n", _table(rows(name)), "\n"]
    return "".join(parts).rstrip() + "\n"


def rows(name: str) -> list[Row]:
    """Return the fields of data/<name>.yaml, in the order of the model."""
    file_schema = schema(name, [])
    return list(_rows(_resolved(file_schema["items"], file_schema), file_schema, ""))


def _rows(record: dict[str, Any], file_schema: dict[str, Any], prefix: str) -> Iterator[Row]:
    """Yield the fields of a record, and after each those within it.

    `record` is a part of `file_schema`, without a reference; `prefix` begins the fields' paths.
    """
    for name, field in record["properties"].items():
        path = f"{prefix}{name}"
        shape = _resolved(field, file_schema)
        forms = [_resolved(form, file_schema) for form in shape.get("anyOf", [shape])]
        records = [form for form in forms if "properties" in form]
        own_source = "/Fact_" in field.get("$ref", "")
        yield Row(
            path,
            name in record.get("required", []),
            field.get("description", ""),
            [choice for form in forms for choice in _choices(form)],
            [str(example) for example in field.get("examples", [])],
            own_source,
        )
        if shape.get("type") == "array" and "$ref" in shape["items"]:
            item = _resolved(shape["items"], file_schema)
            # An item with a short form is described by its long one.
            yield from _rows(item.get("anyOf", [item])[-1], file_schema, f"{path}[].")
        elif records and not own_source:
            yield from _rows(records[0], file_schema, f"{path}.")


def _resolved(shape: dict[str, Any], file_schema: dict[str, Any]) -> dict[str, Any]:
    """Return the definition that `shape` refers to; `shape` itself if it refers to none."""
    name = shape.get("$ref", "").rpartition("/")[2]
    resolved: dict[str, Any] = file_schema["definitions"][name] if name else shape
    return resolved


def _choices(shape: dict[str, Any]) -> list[str]:
    """Return the values that there are, of a field or of each in its list."""
    if isinstance(shape.get("items"), dict):
        return _choices(shape["items"])
    return list(shape.get("enum") or ([shape["const"]] if "const" in shape else []))


def _table(rows: list[Row]) -> str:
    lines = ["| Fält | Betyder | Får vara | Exempel |", "| --- | --- | --- | --- |"]
    for row in rows:
        star = " *" if row.required else ""
        meaning = row.description + (" *Egen källa.*" if row.own_source else "")
        lines.append(
            f"| `{row.path}`{star} | {meaning} | {_as_code(row.allowed)} "
            f"| {_as_code(row.examples)} |"
        )
    return "\n".join(lines) + "\n"


def _as_code(values: list[str]) -> str:
    return ", ".join(f"`{value}`" for value in values)
