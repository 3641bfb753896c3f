"""The feed of notices: Atom 1.0, with the same bytes for the same data and day."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from centres.data import loader
from centres.pages.edition import Edition
from centres.site import load, notice_feed
from helpers import ROOT, SETTINGS, TODAY, changed_data

NOTICE = """\
- id: 2026-11-20-boras
  level: service
  centres: [boras]
  from: 2026-11-20 08:00
  until: 2026-11-24 24:00
  heading: Öppet & stängt
  text: Du kan få hjälp av andra.
  languages: {en: {heading: Open and closed, text: Others can help you.}}
  source: centret
  checked: 2026-11-22
"""
ATOM = "{http://www.w3.org/2005/Atom}"
CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"


def feed(folder: Path, notices: str, today: date = TODAY) -> ElementTree.Element:
    data = changed_data(folder)
    latest = max(today, TODAY)
    (data / "notices.yaml").write_text(notices, encoding="utf-8")
    # The example's facts are not older than its day.
    directory = replace(loader.load(data, latest), today=today)
    edition = Edition(directory, directory.languages[0], load.words(ROOT, "sv"))
    return ElementTree.fromstring(notice_feed.text(edition, SETTINGS))


def test_a_feed_without_notices_has_what_atom_asks_for(tmp_path: Path) -> None:
    """RFC 4287, 4.1.1: a title, an id, a day, and who has made it."""
    root = feed(tmp_path, "[]\n")
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}title") == "Meddelanden – Stöd nära dig"
    assert root.findtext(f"{ATOM}id") == "/data/notices.atom"
    assert root.findtext(f"{ATOM}updated") == "2026-01-14T00:00:00+01:00"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Stöd nära dig"
    assert root.findall(f"{ATOM}entry") == []


def test_an_entry_says_what_where_and_until_when(tmp_path: Path) -> None:
    """The day is that of the data, and never that of the build."""
    root = feed(tmp_path, NOTICE)
    assert root.findtext(f"{ATOM}updated") == "2026-11-22T00:00:00+01:00"
    (entry,) = root.findall(f"{ATOM}entry")
    assert {part.tag: part.text for part in entry if part.text} == {
        f"{ATOM}title": "Öppet & stängt",
        f"{ATOM}id": "/data/notices.atom#2026-11-20-boras",
        f"{ATOM}published": "2026-11-20T08:00:00+01:00",
        f"{ATOM}updated": "2026-11-22T00:00:00+01:00",
        f"{ATOM}summary": "Du kan få hjälp av andra. Gäller till 24 november klockan 24.",
        f"{CAP}effective": "2026-11-20T08:00:00+01:00",
        f"{CAP}expires": "2026-11-25T00:00:00+01:00",
    }
    assert [place.text for place in entry.iter(f"{CAP}areaDesc")] == ["Borås"]
    assert [place.text for place in entry.iter(f"{CAP}value")] == ["1490"]


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        (date(2026, 11, 19), 0),
        (date(2026, 11, 20), 1),
        (date(2027, 11, 24), 1),
        (date(2027, 11, 26), 0),
    ],
)
def test_an_entry_is_there_from_when_it_begins_until_a_year_after_its_end(
    tmp_path: Path, today: date, shown: int
) -> None:
    """One that lies ahead is nobody's yet."""
    assert len(feed(tmp_path, NOTICE, today).findall(f"{ATOM}entry")) == shown
