"""Publish the directory as open data: /data/centres.json, and the JSON Schema of that file."""

import json
from functools import cache
from typing import Any

from pydantic import Field

from centres.data.directory import Directory
from centres.data.field_types import Line
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


class PublishedCentre(Centre):
    """A centre as published: municipalities have their codes, facts their effective source."""

    municipalities: list[PublishedMunicipality]  # type: ignore[assignment]


class Publication(Record):
    """The whole file."""

    title: Line
    licence: Line
    credit: Line
    figures: dict[str, int] = Field(description="Antal, räknade ur uppgifterna.")
    sources: list[Source]
    centres: list[PublishedCentre]


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `publication`."""
    described = Publication.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}


def publication(directory: Directory) -> dict[str, Any]:
    """Return what is published of the centres and of their sources, as plain values for JSON.

    Figures that depend on the day of the build are left out: the same data gives the same file.
    """
    centres = [_published(directory, centre) for centre in directory.centres]
    used = set(_sources(centres))
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
    entry["municipalities"] = [
        {"code": municipality.code, "name": municipality.name}
        for municipality in directory.served_by[centre.id]
    ]
    for part in entry.values():
        _inherit(part, entry["source"], entry["checked"])
    return entry


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
