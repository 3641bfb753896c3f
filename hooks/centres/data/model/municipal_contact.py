"""How a municipality itself is reached: its website and its switchboard."""

import datetime
from urllib.parse import urlsplit

from centres.data import phones
from centres.data.field_types import KnownDate, Line, Number, Url, last_day
from centres.data.model.record import Record


class Stated(Record):
    """Where a fact comes from: the id of its source, and the date (2026-01-14, 2024-09 or 2022)."""

    source: str
    date: str

    @property
    def checked(self) -> datetime.date | None:
        """The day itself; None if only a month or a year is known."""
        return last_day(self.date) if len(self.date) == len("2026-01-14") else None


class MunicipalContact(Record):
    """A row of data/municipal_contacts.csv: what is not known is None.

    The fields have the names of the file's columns. Of a value, the loader sees to it that there is
    a source and a date as well, and of none that there is neither.
    """

    website: Url | None = None
    website_source: Line | None = None
    website_date: KnownDate | None = None
    switchboard: Number | None = None
    switchboard_source: Line | None = None
    switchboard_date: KnownDate | None = None

    @property
    def host(self) -> str:
        """The website's host, as people say and type it: "www.vara.se". Empty without one."""
        return urlsplit(self.website or "").hostname or ""

    @property
    def tel(self) -> str:
        """Digits of the switchboard for a `tel:` link; empty without one."""
        return (self.switchboard and phones.dialled(self.switchboard)) or ""

    @property
    def website_from(self) -> Stated | None:
        """Where the website is known from, for `Directory.source_of`."""
        return _stated(self.website_source, self.website_date)

    @property
    def switchboard_from(self) -> Stated | None:
        """Where the switchboard is known from, for `Directory.source_of`."""
        return _stated(self.switchboard_source, self.switchboard_date)


def _stated(source: str | None, date: str | None) -> Stated | None:
    return Stated(source=source, date=date) if source and date else None
