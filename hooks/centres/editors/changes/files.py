"""What happens to centres, written into the files: a text of each file in, a text of each out.

The files are those of the data folder by their names. Their order is that in which they are
replaced: after each replacement the data is whole, or `centres check` says what is missing and the
same command mends it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from centres.data.days import memberships
from centres.data.days.memberships import DAY, Membership
from centres.data.record_rules import entries, ids, served_of, text_of
from centres.editors.write_entry import CENTRES_FILE, RETIRED_FILE
from centres.files import yaml_edit, yaml_file
from centres.files.yaml_edit import Row
from centres.files.yaml_file import Text


@dataclass(frozen=True)
class Told:
    """Since when something is so, how we know, and when somebody checked it.

    `first` is the first day that it is so; None where nobody knows since when.
    """

    first: date | None
    source: str
    checked: str

    @property
    def cited(self) -> dict[str, str]:
        """Source and day, as they end a row."""
        return {"source": self.source, "checked": self.checked}

    @property
    def day(self) -> date:
        """The first day of what needs one."""
        assert self.first is not None  # noqa: S101 (for mypy: only `join` may do without)
        return self.first


@dataclass
class Files:
    """The texts of the two files that hold what happens to centres; `today` is the editor's."""

    centres: str
    retired: str
    today: date

    def entry(self, name: str) -> dict[str, Text]:
        """Return the entry of the centre `name`; empty if there is none."""
        return _entry(self.centres, name)

    def closed(self, name: str) -> dict[str, Text]:
        """Return the entry of the closed centre `name`; empty if there is none."""
        return _entry(self.retired, name)

    def closed_ids(self) -> list[str]:
        """Return the ids of the centres that have closed, or are to."""
        return ids(yaml_file.parse(self.retired, ""))

    def memberships(self, day: date, municipality: str = "", centre: str = "") -> list[Membership]:
        """Return the memberships that hold on `day`, of a municipality or a centre."""
        both = (yaml_file.parse(self.centres, "centres"), yaml_file.parse(self.retired, "retired"))
        return [
            one
            for one in memberships.memberships(*both)
            if one.holds_on(day) and municipality in ("", one.name) and centre in ("", one.centre)
        ]

    def join(self, municipality: str, centre: str, told: Told) -> None:
        """Let `centre` be for `municipality`; the centre that was so far ends the day before."""
        first = told.first or self.today
        for one in self.memberships(first, municipality):
            if one.centre == centre:
                return
            self._end(one, told)
        row = {"name": municipality, "from": first.isoformat() if told.first else ""}
        location = (self._index(centre), "municipalities")
        self.centres = yaml_edit.appended(self.centres, location, _row({**row, **told.cited}))

    def leave(self, municipality: str, told: Told) -> None:
        """Let the centre of `municipality` be for it until the day before."""
        for one in self.memberships(told.day, municipality):
            self._end(one, told)

    def split(self, municipality: str, entry: dict[str, Any], told: Told) -> None:
        """Let `municipality` have the new centre `entry`, and leave the one it has."""
        if any(one.centre == entry["id"] for one in self.memberships(told.day, municipality)):
            return
        self.leave(municipality, told)
        self.centres = yaml_edit.inserted(self.centres, entry)

    def rename(self, centre: str, name: str, name_is: str, told: Told) -> None:
        """Let `centre` be called `name`: at once, or from its day on."""
        index = self._index(centre)
        if told.day > self.today:
            new = {"to": name, "name_is": name_is, "from": told.day.isoformat(), **told.cited}
            self.centres = yaml_edit.with_field(
                self.centres, index, "name_is", "renamed", _row(new)
            )
            return
        text = yaml_edit.without_field(self.centres, index, "renamed")
        text = yaml_edit.replaced(text, (index, "name_is"), name_is)
        self.centres = yaml_edit.replaced(
            text, (index, "name"), _row({"value": name, **told.cited})
        )

    def merge(self, centre: str, into: str, told: Told) -> None:
        """Let `into` take over all that `centre` is for, which closes."""
        names = self._names(centre, told.day)
        self._close(centre, names, into, told)
        for name in names:
            self.join(name, into, told)
        self._remove_if_closed(centre, told)

    def close(self, centre: str, told: Told) -> None:
        """Let `centre` close."""
        self._close(centre, self._names(centre, told.day), "none", told)
        self._remove_if_closed(centre, told)

    def reopen(self, centre: str, entry: dict[str, Any] | None, told: Told) -> None:
        """Let the closed `centre` open again: with its `entry`, if that is gone from the file."""
        for name in served_of(self.closed(centre)):
            for one in self.memberships(told.day, name):
                if one.centre != centre:
                    self._end(one, told)
        if entry:
            self.centres = yaml_edit.inserted(self.centres, entry)
        if told.day <= self.today:
            self.retired = yaml_edit.removed(self.retired, centre)
            return
        index = yaml_edit.index_of(self.retired, centre)
        day = told.day.isoformat()
        self.retired = yaml_edit.with_field(self.retired, index, "date", "reopens", day)

    def _names(self, centre: str, day: date) -> list[str]:
        """Return whom `centre` is for until `day`, also where half of this has been written."""
        before = [one.name for one in self.memberships(day - DAY, centre=centre)]
        return before or served_of(self.closed(centre))

    def _close(self, centre: str, names: list[str], moved_to: str, told: Told) -> None:
        entry = self.entry(centre) or self.closed(centre)
        name = entry.get("name", "")
        closed = {
            "id": centre,
            "name": name if isinstance(name, str) else text_of(name, "value"),  # type: ignore[arg-type]
            "moved_to": moved_to,
            "municipalities": names,
            "date": told.day.isoformat(),
            **told.cited,
        }
        if self.closed(centre):
            self.retired = yaml_edit.removed(self.retired, centre)
        self.retired = yaml_edit.inserted(self.retired, closed)

    def _remove_if_closed(self, centre: str, told: Told) -> None:
        if told.day <= self.today and self.entry(centre):
            self.centres = yaml_edit.removed(self.centres, centre)

    def _end(self, one: Membership, told: Told) -> None:
        last = (told.first or self.today) - DAY
        row = {"name": one.name, "from": one.first, "to": last.isoformat(), **told.cited}
        # A membership that is a row already is the part around its name.
        location = one.location[:3]
        self.centres = yaml_edit.replaced(self.centres, location, _row(row))

    def _index(self, centre: str) -> int:
        return yaml_edit.index_of(self.centres, centre)


def in_order(before: Files, after: Files) -> dict[str, str]:
    """Return the files that differ, by name, in the order in which they are to be replaced.

    A centre is written among the closed before it goes, and is there before it opens again.
    """
    listed = [ids(yaml_file.parse(files.centres, "")) for files in (before, after)]
    opens = len(after.retired) < len(before.retired) or not set(listed[1]) <= set(listed[0])
    names = (CENTRES_FILE, RETIRED_FILE) if opens else (RETIRED_FILE, CENTRES_FILE)
    texts = {
        CENTRES_FILE: (before.centres, after.centres),
        RETIRED_FILE: (before.retired, after.retired),
    }
    return {name: texts[name][1] for name in names if texts[name][0] != texts[name][1]}


def _row(fields: dict[str, str]) -> Row:
    return Row({name: value for name, value in fields.items() if value})


def _entry(text: str, name: str) -> dict[str, Text]:
    every = entries(yaml_file.parse(text, ""))
    return next((entry for _, entry in every if text_of(entry, "id") == name), {})
