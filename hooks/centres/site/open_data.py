"""Publish the directory as open data: /data/centres.json, and the JSON Schema of that file."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from pydantic import Field

from centres.data.days.as_of import Step
from centres.data.directory import Directory
from centres.data.field_types import Day, Line, Slug
from centres.data.geography import Municipality
from centres.data.model import Centre, Record, Source

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
CREDIT = (
    "Bygger på Brottsoffermyndigheten, Stödcentrum för brottsutsatta – en nationell granskning "
    "(14 januari 2026). Kommuner: SCB."
)


# The docstrings of these records are published: they are descriptions in the schema.
class PublishedMunicipality(Record):
    """A municipality by SCB's code."""

    code: str = Field(pattern=r"^\d{4}$")
    name: Line


class PublishedMembership(PublishedMunicipality):
    """A municipality that a centre is for, from which day and to which, as in HSDS."""

    valid_from: Day | None = Field(description="Första dagen, om den är känd.")
    valid_to: Day | None = Field(description="Sista dagen, om den är bestämd.")
    source: Line
    checked: Day | None


class PublishedCentre(Centre):
    """A centre as published: municipalities have their codes, facts their effective source."""

    naming: Line = Field(alias="name", description="Centrets namn.")  # type: ignore[assignment]
    name_source: Line = Field(description="Källan till namnet, ur sources.")
    name_checked: Day | None = Field(description="Dagen då någon kontrollerade namnet.")
    memberships: list[PublishedMembership] = Field(  # type: ignore[assignment]
        alias="municipalities",
        description="Kommunerna som centret är till för den dag då filen gjordes.",
    )


class PublishedChange(Record):
    """Something that is decided, and happens from `valid_from` on."""

    valid_from: Day = Field(description="Första dagen som det gäller.")
    centre: Slug = Field(description="Centrets id.")
    kind: Literal["opens", "joins", "leaves", "renamed", "closes"] = Field(
        description="opens: centret öppnar. joins: det blir till för municipalities också. leaves: "
        "det är inte längre till för dem. renamed: det heter name. closes: det stänger."
    )
    municipalities: list[PublishedMunicipality]
    name: Line | None
    moved_to: Slug | None = Field(description="Id för det centrum som tar över, om ett gör det.")
    source: Line
    checked: Day


class Publication(Record):
    """The whole file."""

    title: Line
    licence: Line
    credit: Line
    figures: dict[str, int] = Field(description="Antal, räknade ur uppgifterna.")
    sources: list[Source]
    centres: list[PublishedCentre]
    changes: list[PublishedChange] = Field(description="Det som är bestämt och inte har hänt än.")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `publication`."""
    described = Publication.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def publication(directory: Directory) -> dict[str, Any]:
    """Return what is published of the centres and of their sources, as plain values for JSON.

    Figures that depend on the age of facts are left out: the same data gives the same file, until
    the day when something changes.
    """
    centres = [_published(directory, centre) for centre in directory.centres]
    changes = sorted(_changes(directory), key=lambda one: (one["valid_from"], one["centre"]))
    used = {*_sources(centres), *_sources(changes)}
    return {
        "title": "Stödcentrum för brottsutsatta i Sverige",
        "licence": LICENCE,
        "credit": CREDIT,
        "figures": {
            name: number
            for name, number in directory.figures.items()
            if not name.startswith("fresh")
        },
        "sources": [
            source.model_dump(mode="json")
            for source in directory.sources.values()
            if source.id in used
        ],
        "centres": centres,
        "changes": changes,
    }


def files(directory: Directory) -> dict[str, str]:
    """Return the texts of the files to publish, by address from the site's root."""
    return {
        "data/centres.json": _json(publication(directory)),
        "data/centres.schema.json": _schema_text(),
    }


@cache
def _schema_text() -> str:
    """Return the schema as published: it does not depend on the data."""
    return _json(schema())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _published(directory: Directory, centre: Centre) -> dict[str, Any]:
    """Return a centre as plain values: a PublishedCentre."""
    entry = centre.model_dump(mode="json", by_alias=True)
    for part in entry.values():
        _inherit(part, entry["source"], entry["checked"])
    name = entry["name"]
    entry |= {
        "name": name["value"],
        "name_source": name["source"],
        "name_checked": name["checked"],
    }
    memberships = {one["name"]: one for one in entry["municipalities"]}
    entry["municipalities"] = [
        {
            **_place(municipality),
            "valid_from": memberships[municipality.name]["from"],
            "valid_to": memberships[municipality.name]["to"],
            "source": memberships[municipality.name]["source"],
            "checked": memberships[municipality.name]["checked"],
        }
        for municipality in directory.served_by[centre.id]
    ]
    return entry


def _place(municipality: Municipality) -> dict[str, str]:
    return {"code": municipality.code, "name": municipality.name}


def _changes(directory: Directory) -> Iterator[dict[str, Any]]:
    """Yield what is decided and has not happened yet, as plain values: PublishedChanges."""
    ahead = directory.ahead
    entries = {centre.id: centre for centre in (*directory.centres, *ahead.opening)}
    for name, steps in ahead.of_centre.items():
        for step in steps:
            yield _change(directory, entries[name], step)


def _change(directory: Directory, centre: Centre, step: Step) -> dict[str, Any]:
    named = {place.name: place for place in directory.municipalities}
    return {
        "valid_from": step.day.isoformat(),
        "centre": centre.id,
        "kind": step.kind,
        "municipalities": [_place(named[name]) for name in step.names],
        "name": step.name or None,
        "moved_to": step.successor.id if step.successor else None,
        "source": step.why.source or centre.source,
        "checked": (step.why.checked or centre.checked).isoformat(),
    }


def _inherit(part: object, source: str, checked: str) -> None:
    """Give each fact in `part` that has no source of its own the entry's source and date."""
    if isinstance(part, list):
        for item in part:
            _inherit(item, source, checked)
    elif isinstance(part, dict):
        if "source" in part and part["source"] is None:
            part |= {"source": source, "checked": checked}
        for item in part.values():
            _inherit(item, source, checked)


def _sources(part: object) -> list[str]:
    """Return the id of every source that is named in `part`."""
    if isinstance(part, list):
        return [source for item in part for source in _sources(item)]
    if isinstance(part, dict):
        own = [part["source"]] if part.get("source") else []
        return own + [source for item in part.values() for source in _sources(item)]
    return []
