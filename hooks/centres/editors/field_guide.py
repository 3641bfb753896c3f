"""The field guide for editors: every field of every file, in Swedish, made from `model`.

`make fields` writes it to docs/falt.md. It is made from the same schema that programs read, so that
a hint in a program and the guide cannot differ.
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

`phones`, `emails`, `web_page`, `run_by` och `ages` har egna fält för källan: skriv `source` och
`checked` bredvid de andra, som i `ages: {under: 25, source: centret, checked: 2026-11-24}`.

De fält som är märkta med ”egen källa” kan skrivas kort, som `anonymity: yes`. Då gäller postens
`source` och `checked`. Kommer uppgiften från en annan källa skrivs den så här:

```yaml
anonymity: {value: yes, source: centret, checked: 2026-11-24}
```

"""
# What each file is, for whom has not seen it.
_FILES = {
    "centres": "Stödcentrumen, i bokstavsordning efter `id`.",
    "glossary": "Ordlistan: ord i brev från polisen och domstolen, i bokstavsordning efter `id`.",
    "helplines": "Nationella stödlinjer och tjänster, i den ordning de visas.",
    "languages": "Webbplatsens språk, i den ordning de visas.",
    "retired": "Centrum som har stängt eller slagits ihop. Deras adresser leder vidare.",
    "sources": "Källorna, i bokstavsordning efter `id`.",
}


@dataclass(frozen=True)
class Row:
    """A field as an editor meets it: its path, whether it must be there, and what it may hold."""

    path: str
    required: bool
    description: str
    allowed: list[str]
    examples: list[str]
    own_source: bool = False


def text() -> str:
    """The whole guide as Markdown."""
    parts = [_OPENING]
    for name in RECORDS:
        parts += [f"## data/{name}.yaml\n\n{_FILES[name]}\n\n", _table(rows(name)), "\n"]
    return "".join(parts).rstrip() + "\n"


def rows(name: str) -> list[Row]:
    """The fields of data/<name>.yaml, in their order."""
    whole = schema(name, [])
    return list(_rows(_resolved(whole["items"], whole), whole, ""))


def _rows(record: dict[str, Any], whole: dict[str, Any], before: str) -> Iterator[Row]:
    for field, said in record["properties"].items():
        path = f"{before}{field}"
        shape = _resolved(said, whole)
        forms = [_resolved(one, whole) for one in shape.get("anyOf", [shape])]
        records = [one for one in forms if "properties" in one]
        own_source = "/Fact_" in said.get("$ref", "")
        yield Row(
            path,
            field in record.get("required", []),
            said.get("description", ""),
            [choice for one in forms for choice in _choices(one)],
            [str(one) for one in said.get("examples", [])],
            own_source,
        )
        if shape.get("type") == "array" and "$ref" in shape["items"]:
            yield from _rows(_resolved(shape["items"], whole), whole, f"{path}[].")
        elif records and not own_source:
            yield from _rows(records[0], whole, f"{path}.")


def _resolved(shape: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    name = shape.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = whole["definitions"][name] if name else shape
    return found


def _choices(shape: dict[str, Any]) -> list[str]:
    return list(shape.get("enum") or ([shape["const"]] if "const" in shape else []))


def _table(those: list[Row]) -> str:
    lines = ["| Fält | Betyder | Får vara | Exempel |", "| --- | --- | --- | --- |"]
    for row in those:
        star = " *" if row.required else ""
        says = row.description + (" *Egen källa.*" if row.own_source else "")
        allowed = ", ".join(f"`{one}`" for one in row.allowed)
        examples = ", ".join(f"`{one}`" for one in row.examples)
        lines.append(f"| `{row.path}`{star} | {says} | {allowed} | {examples} |")
    return "\n".join(lines) + "\n"
