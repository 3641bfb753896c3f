"""Where it comes from that there is a centre, or none, and when that is old."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from centres.data import loader
from centres.data.directory import FRESH_DAYS, Directory
from centres.pages.directory.provenance import known_from, provenance
from centres.pages.edition import Edition
from helpers import TODAY, centre, changed_data, municipality

CLOSED = """\
- id: vara
  name: Stödcentrum i Vara
  moved_to: none
  municipalities: [Vara]
  date: 2026-05-17
  source: centret
  checked: 2026-06-01
"""


def test_that_there_is_none_comes_from_the_review_and_has_its_day(directory: Directory) -> None:
    """Nobody has asked Vara since."""
    source, day = known_from(directory, None, municipality(directory, "Vara"))
    assert (source.id, day) == ("bilaga-2", date(2026, 1, 14))


def test_that_there_is_none_any_more_comes_from_whoever_said_that_it_closed(
    tmp_path: Path,
) -> None:
    """The review said that there was one."""
    data = changed_data(tmp_path)
    (data / "retired.yaml").write_text(CLOSED, encoding="utf-8")
    directory = loader.load(data, TODAY)
    source, day = known_from(directory, None, municipality(directory, "Vara"))
    assert (source.id, day) == ("centret", date(2026, 6, 1))


def test_a_page_says_that_its_facts_are_old_from_the_day_after_the_last_fresh_one(
    swedish: Edition,
) -> None:
    """What is 180 days old is not."""
    boras = centre(swedish.directory, "boras")
    for days, is_old in ((FRESH_DAYS, False), (FRESH_DAYS + 1, True)):
        later = replace(swedish.directory, today=boras.checked + timedelta(days=days))
        known = provenance(replace(swedish, directory=later), boras)
        assert known.is_old is is_old
    assert known.checked == "14 januari 2026"
    assert known.contacts == []
