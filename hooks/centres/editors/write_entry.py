"""What `centres new` and `centres checked` write: a whole entry with its unknowns, or a new day.

Nothing is written before the whole data folder has been checked with the change in it.
"""

import datetime
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from centres.data import loader
from centres.data.directory import Directory
from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Centre, Fact
from centres.files import yaml_edit
from centres.files.yaml_edit import Quoted, Row

CENTRES, SOURCES = "centres.yaml", "sources.yaml"


@dataclass(frozen=True)
class NewSource:
    """A source to add to data/sources.yaml. `date` is its own, as exact as it says, or undated."""

    id: str
    title: str
    publisher: str
    date: str
    url: str | None
    retrieved: datetime.date

    def entry(self) -> dict[str, Any]:
        """The entry, in the order of the file."""
        said = {
            "id": self.id,
            "title": self.title,
            "publisher": self.publisher,
            "date": self.date,
            "url": self.url,
            "retrieved": self.retrieved.isoformat(),
        }
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True)
class NewCentre:
    """What somebody knows of a new centre; everything else will be written as not confirmed."""

    id: str
    name: str
    name_is: str
    run_by_kind: str
    source: str
    checked: datetime.date
    municipalities: list[str]
    # "all", "young", or a limit as the source says it: {"under": "25"}.
    ages: str | dict[str, str]
    run_by_name: str | None = None
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    web_title: str | None = None

    def entry(self) -> dict[str, Any]:
        """The whole entry: every field that must be there, in the order of the file."""
        run_by = {"kind": self.run_by_kind, "name": self.run_by_name}
        page = {"title": self.web_title, "url": NOT_CONFIRMED}
        known = {
            "id": self.id,
            "name": self.name,
            "name_is": self.name_is,
            "run_by": Row({name: value for name, value in run_by.items() if value}),
            "municipalities": self.municipalities,
            "phones": [{"number": Quoted(one), "kind": NOT_CONFIRMED} for one in self.phones],
            "emails": [{"address": one, "kind": "centre"} for one in self.emails],
            "web_page": Row(page) if self.web_title else "none",
            "ages": Row(self.ages) if isinstance(self.ages, dict) else self.ages,
            # What makes it a stödcentrum för brottsutsatta; all else is a question.
            "receives": {**unknown(Centre)["receives"], "victims": "yes"},
            "source": self.source,
            "checked": self.checked.isoformat(),
        }
        return {name: known.get(name, value) for name, value in unknown(Centre).items()}


def unknown(model: type[BaseModel]) -> dict[str, Any]:
    """A record of which nothing is known: every field that must be written, not confirmed."""
    return {
        field.alias or name: _unknown_value(field.annotation)
        for name, field in model.model_fields.items()
        if field.is_required()
    }


def _unknown_value(kind: Any) -> Any:
    """Fields within a field are unknown one by one; a fact is written short."""
    group = isinstance(kind, type) and issubclass(kind, BaseModel) and not issubclass(kind, Fact)
    return unknown(kind) if group else NOT_CONFIRMED


def add_centre(
    data: Path, centre: NewCentre, source: NewSource | None, today: datetime.date
) -> int:
    """Write the entry, and its source if that is new; returns the line where it stands.

    Raises DataProblems, and writes nothing, if the data would then have any.
    """
    changed = {CENTRES: yaml_edit.inserted(yaml_edit.read(data / CENTRES), centre.entry())}
    _write(data, {**changed, **_with_source(data, source)}, today)
    return line_of(changed[CENTRES], centre.id)


def confirm(
    data: Path,
    directory: Directory,
    name: str,
    source: str,
    new: NewSource | None,
    today: datetime.date,
) -> list[str]:
    """Record that somebody confirmed the entry `name` on the day `today`, from `source`.

    Returns the fields that have a source of their own, which this does not change. Raises
    DataProblems, and writes nothing, if the data would then have any.
    """
    index = [one.id for one in directory.centres].index(name)
    text = yaml_edit.read(data / CENTRES)
    text = yaml_edit.replaced(text, (index, "checked"), today.isoformat())
    text = yaml_edit.replaced(text, (index, "source"), source)
    _write(data, {CENTRES: text, **_with_source(data, new)}, today)
    plain = directory.centres[index].model_dump(by_alias=True)
    return [field for field, value in plain.items() if _has_own_source(value)]


def line_of(text: str, name: str) -> int:
    """The number of the line where the entry `name` begins."""
    lines = text.splitlines()
    return next(number for number, line in enumerate(lines, 1) if line == f"- id: {name}")


def _has_own_source(value: Any) -> bool:
    if isinstance(value, list):
        return any(_has_own_source(item) for item in value)
    if isinstance(value, Mapping):
        return bool(value.get("source")) or any(_has_own_source(one) for one in value.values())
    return False


def _with_source(data: Path, source: NewSource | None) -> dict[str, str]:
    if source is None:
        return {}
    return {SOURCES: yaml_edit.inserted(yaml_edit.read(data / SOURCES), source.entry())}


def _write(data: Path, changed: dict[str, str], today: datetime.date) -> None:
    """Write files of the folder `data` if it is whole with them; else raise DataProblems."""
    with tempfile.TemporaryDirectory() as folder:
        tried = Path(folder, "data")
        shutil.copytree(data, tried)
        for name, text in changed.items():
            yaml_edit.write(tried / name, text)
        loader.load(tried, today)
    for name, text in changed.items():
        yaml_edit.write(data / name, text)
