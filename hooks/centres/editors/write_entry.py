"""Write what `centres new`, `checked` and `notice` change: a whole new entry, or a new day.

Nothing is written before the whole data folder has been checked with the change in it.
"""

import datetime
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from centres.data import loader
from centres.data.directory import Directory
from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Centre, Fact, Hours, Prepared
from centres.data.model.notice import written
from centres.files import yaml_edit
from centres.files.problem import DataProblems
from centres.files.yaml_edit import Quoted, Row
from centres.i18n import N_

CENTRES_FILE, NOTICES_FILE = "centres.yaml", "notices.yaml"
RETIRED_FILE, SOURCES_FILE = "retired.yaml", "sources.yaml"
ROUNDS_FILE = "rounds.yaml"
# What a command says of a source that it has added.
SOURCE_ADDED = N_("Lade till källan %(id)s i data/sources.yaml.")


@dataclass(frozen=True)
class NewSource:
    """A source to add to data/sources.yaml.

    `date` is the source's own as exactly as it states it (2026-01-14, 2026-01 or 2026), or undated;
    `retrieved` the day it was read.
    """

    id: str
    title: str
    publisher: str
    date: str
    url: str | None
    retrieved: datetime.date

    def entry(self) -> dict[str, Any]:
        """Return the fields that have a value, in the order of the file."""
        fields = {
            "id": self.id,
            "title": self.title,
            "publisher": self.publisher,
            "date": self.date,
            "url": self.url,
            "retrieved": self.retrieved.isoformat(),
        }
        return {name: value for name, value in fields.items() if value}


@dataclass(frozen=True)
class NewCentre:
    """What somebody knows of a new centre; everything else is written as not confirmed."""

    id: str
    name: str
    name_is: str
    run_by_kind: str
    source: str
    checked: datetime.date
    municipalities: list[str | Row]
    # "all", "young", or a limit as the source says it: {"under": "25"}.
    ages: str | dict[str, str]
    run_by_name: str | None = None
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    web_title: str | None = None

    def entry(self) -> dict[str, Any]:
        """Return the whole entry: every required field, in the order of the file."""
        run_by = {"kind": self.run_by_kind, "name": self.run_by_name}
        page = {"title": self.web_title, "url": NOT_CONFIRMED}
        known = {
            "id": self.id,
            "name": self.name,
            "name_is": self.name_is,
            "run_by": Row({name: value for name, value in run_by.items() if value}),
            "municipalities": self.municipalities,
            "phones": [{"number": Quoted(number), "kind": NOT_CONFIRMED} for number in self.phones],
            "emails": [{"address": address, "kind": "centre"} for address in self.emails],
            "web_page": Row(page) if self.web_title else "none",
            "ages": Row(self.ages) if isinstance(self.ages, dict) else self.ages,
            # Receiving victims is what makes it a stödcentrum för brottsutsatta; whom else it
            # receives is not known.
            "receives": {**unknown(Centre)["receives"], "victims": "yes"},
            "source": self.source,
            "checked": self.checked.isoformat(),
        }
        return {name: known.get(name, value) for name, value in unknown(Centre).items()}


def unknown(model: type[BaseModel]) -> dict[str, Any]:
    """Return a record of which nothing is known: every required field as not confirmed."""
    return {
        field.alias or name: _unknown_value(field.annotation)
        for name, field in model.model_fields.items()
        if field.is_required()
    }


def _unknown_value(kind: Any) -> Any:
    """Return the unknown value of a field of the type `kind`.

    Each field within it is unknown; a fact, which has fields for its source too, is written short.
    """
    group = isinstance(kind, type) and issubclass(kind, BaseModel)
    return unknown(kind) if group and not issubclass(kind, (Fact, Hours)) else NOT_CONFIRMED


def add_centre(
    data: Path, centre: NewCentre, source: NewSource | None, today: datetime.date
) -> int:
    """Write the entry, and its source if that is new; return the number of its first line.

    `data` is the data folder. Raises DataProblems, and writes nothing, if the data would have any.
    """
    text = yaml_edit.inserted(yaml_edit.read(data / CENTRES_FILE), centre.entry())
    _write(data, {CENTRES_FILE: text, **with_source(data, source)}, today)
    return line_of(text, centre.id)


def confirm(
    data: Path,
    directory: Directory,
    centre_id: str,
    source_id: str,
    new_source: NewSource | None,
    today: datetime.date,
) -> list[str]:
    """Write that somebody confirmed a centre's entry on the day `today`, from `source_id`.

    `new_source` is that source, if it is to be added. Returns the fields that have a source of
    their own, which are not changed. Raises DataProblems, and writes nothing, if the data would
    have any.
    """
    index = [centre.id for centre in directory.centres].index(centre_id)
    text = yaml_edit.read(data / CENTRES_FILE)
    text = yaml_edit.replaced(text, (index, "checked"), today.isoformat())
    text = yaml_edit.replaced(text, (index, "source"), source_id)
    _write(data, {CENTRES_FILE: text, **with_source(data, new_source)}, today)
    record = directory.centres[index].model_dump(by_alias=True)
    return [field for field, value in record.items() if _has_own_source(value)]


def add_notice(
    data: Path,
    entry: dict[str, Any],
    source: NewSource | None,
    prepared: Mapping[str, Prepared],
    today: datetime.date,
) -> tuple[int, Directory]:
    """Write the entry of a notice, and its source if that is new.

    `prepared` are the texts that each language has beforehand. Returns the number of its first line
    and the directory with it. Raises DataProblems, and writes nothing, if the data would have any.
    """
    text = yaml_edit.inserted(yaml_edit.read(data / NOTICES_FILE), entry)
    texts = {NOTICES_FILE: text, **with_source(data, source)}
    return line_of(text, entry["id"]), _write(data, texts, today, prepared)


def end_notice(data: Path, directory: Directory, name: str, now: datetime.datetime) -> None:
    """Write that the notice `name` ends `now` (Swedish time), as somebody found that day.

    Raises DataProblems, and writes nothing, if the data would have any.
    """
    index = [notice.id for notice in directory.notices].index(name)
    text = yaml_edit.read(data / NOTICES_FILE)
    text = yaml_edit.replaced(text, (index, "until"), written(now))
    text = yaml_edit.replaced(text, (index, "checked"), now.date().isoformat())
    _write(data, {NOTICES_FILE: text}, now.date())


def remove_notice(data: Path, name: str, today: datetime.date) -> None:
    """Remove the entry of the notice `name`, which nobody has seen.

    Raises DataProblems, and writes nothing, if the data would have any.
    """
    text = yaml_edit.removed(yaml_edit.read(data / NOTICES_FILE), name)
    _write(data, {NOTICES_FILE: text}, today)


def line_of(text: str, name: str) -> int:
    """Return the number of the line where the entry `name` begins, from 1."""
    lines = text.splitlines()
    return next(number for number, line in enumerate(lines, 1) if line == f"- id: {name}")


def _has_own_source(value: Any) -> bool:
    """Return whether `value`, or something within it, names its source."""
    if isinstance(value, list):
        return any(_has_own_source(item) for item in value)
    if isinstance(value, Mapping):
        return bool(value.get("source")) or any(map(_has_own_source, value.values()))
    return False


def with_source(data: Path, source: NewSource | None) -> dict[str, str]:
    """Return the file of sources with `source` added, as name and text; empty without a source."""
    if source is None:
        return {}
    text = yaml_edit.read(data / SOURCES_FILE)
    return {SOURCES_FILE: yaml_edit.inserted(text, source.entry())}


def _write(
    data: Path,
    texts: Mapping[str, str],
    today: datetime.date,
    prepared: Mapping[str, Prepared] | None = None,
) -> Directory:
    """Write files of the data folder, by name, if a copy with them has no problem.

    `prepared` are the texts of notices, for who adds one. Returns the directory as written. Raises
    DataProblems.
    """
    (directory,) = read_with(data, texts, [today], prepared)
    write(data, texts)
    return directory


def read_with(
    data: Path,
    texts: Mapping[str, str],
    days: Iterable[datetime.date],
    prepared: Mapping[str, Prepared] | None = None,
) -> list[Directory]:
    """Return the directory as it is on each of `days` with `texts` in place of files, by name.

    It is read from a copy of the data folder; its notices are held to the `prepared` texts, if any
    are given. Raises DataProblems.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "data")
        shutil.copytree(data, copy)
        for name, text in texts.items():
            yaml_edit.write(copy / name, text)
        directories = [loader.load(copy, day) for day in days]
        for directory in directories if prepared is not None else ():
            if problems := loader.problems_of_prepared_texts(copy, directory, prepared or {}):
                raise DataProblems(problems)
        return directories


def write(data: Path, texts: Mapping[str, str]) -> None:
    """Write files of the data folder, by name, in their order."""
    yaml_edit.write_all({data / name: text for name, text in texts.items()})
