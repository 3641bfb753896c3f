"""A fact that has changed needs a source or a day that is not the old one's."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from centres.editors import changed_facts
from centres.i18n import Words
from helpers import changed_data

TODAY = date(2026, 11, 24)
OWN = "source: centret, checked: 2026-11-20"


def git(root: Path, *typed: str) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", "-C", root, *identity, *typed], check=True)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Commit the example; return its data folder."""
    data = changed_data(tmp_path_factory.mktemp("root"))
    git(data.parent, "init", "-q")
    git(data.parent, "add", ".")
    git(data.parent, "commit", "-qm", "x")
    return data


def said(data: Path, old: str, new: str, file: str = "centres.yaml") -> list[str]:
    """Return what is said where `old` has become `new` in a file since the last commit."""
    path = data / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        problems = changed_facts.problems_in(data, "HEAD", TODAY)
        return [problem.as_line(Words("sv")) for problem in problems]
    finally:
        path.write_text(text, encoding="utf-8")


BESIDE = (
    "är nytt, men källan och dagen är de gamla. Skriv source: centret och checked: 2026-11-24 för "
    "just den här uppgiften: på egna rader under, eller inom samma klamrar."
)
BRACES = (
    "har ändrats, men källan och dagen är de gamla. Skriv source och checked för just den här "
    "uppgiften, så här:"
)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "033-35 51 98",
            "033-35 51 99",
            f"10:15: boras: phones[1].number: 033-35 51 99 {BESIDE}",
        ),
        (
            "stodcentrum@boras.se",
            "stod@boras.se",
            f"13:16: boras: emails[1].address: stod@boras.se {BESIDE}",
        ),
        (
            "anonymity: not confirmed",
            "anonymity: yes",
            f"28:14: boras: anonymity: anonymity {BRACES} anonymity: {{value: yes, source: "
            "centret, checked: 2026-11-24}.",
        ),
        (
            "opening_hours: not confirmed",
            "opening_hours: [Mo-Fr 09:00-16:00]",
            f"30:18: boras: opening_hours: opening_hours {BRACES} opening_hours: {{weekly: "
            "[Mo-Fr 09:00-16:00], source: centret, checked: 2026-11-24}.",
        ),
        (
            "opening_hours: not confirmed",
            "opening_hours: mån–tor 9–12, 13–16",
            f"30:18: boras: opening_hours: opening_hours {BRACES} opening_hours: {{weekly: "
            '"mån–tor 9–12, 13–16", source: centret, checked: 2026-11-24}.',
        ),
        (
            "    witnesses: not confirmed",
            "    witnesses: no",
            f"19:16: boras: receives.witnesses: witnesses {BRACES} witnesses: {{value: no, source: "
            "centret, checked: 2026-11-24}.",
        ),
        (
            "ages: young",
            "ages: {under: 25}",
            f"16:9: boras: ages: {{under: 25}} {BESIDE}",
        ),
        (
            "municipalities: [Borås]",
            "municipalities: [Borås, Vara]",
            "8:27: boras: municipalities[2]: Vara är nytt, men källan och dagen är de gamla. Skriv "
            "source och checked för just den här uppgiften, så här: {name: Vara, source: centret, "
            "checked: 2026-11-24}.",
        ),
        (
            "name: Stödcentrum i Borås",
            "name: Borås stödcentrum",
            f"5:9: boras: name: name {BRACES} name: {{value: Borås stödcentrum, source: centret, "
            "checked: 2026-11-24}.",
        ),
        (
            "      kind: not confirmed\n",
            '      kind: not confirmed\n    - number: "033-35 51 99"\n      kind: not confirmed\n',
            f"12:15: boras: phones[2].number: 033-35 51 99 {BESIDE}",
        ),
    ],
)
def test_a_new_value_with_the_old_source_and_day_is_an_error_on_its_line(
    data: Path, old: str, new: str, line: str
) -> None:
    """It would be credited to who said something else, on a day when nobody asked."""
    assert said(data, old, new) == [f"data/centres.yaml:{line}"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("033-35 51 98", "033-355 198"),
        ("opening_hours: not confirmed", "opening_hours: {weekly: not confirmed}"),
        ("anonymity: not confirmed", f"anonymity: {{value: yes, {OWN}}}"),
        ("anonymity: not confirmed", "anonymity: {value: not confirmed, note: Fråga.}"),
        ("support_talks: yes", "support_talks: not confirmed"),
        (
            "      kind: not confirmed\n",
            "      kind: not confirmed\n      source: centret\n      checked: 2026-11-20\n",
        ),
        ("name_is: description", "name_is: description\n  note: Ring gärna."),
        ("opening_hours: not confirmed", f"opening_hours: {{weekly: [Mo 09:00-12:00], {OWN}}}"),
        (
            "  emails:\n    - address: stodcentrum@boras.se\n      kind: centre\n",
            "  emails: []\n",
        ),
    ],
)
def test_what_says_where_it_is_from_or_says_nothing_new_is_right(
    data: Path, old: str, new: str
) -> None:
    """Another spelling, an own source, our own sentence, and what is taken back."""
    assert said(data, old, new) == []


def test_an_entry_with_a_new_source_and_day_confirms_all_its_facts(data: Path) -> None:
    """That is what its last two lines say."""
    text = (data / "centres.yaml").read_text(encoding="utf-8")
    entry = text[text.index("- id: boras") : text.index("- id: botkyrka")]
    newer = entry.replace("anonymity: not confirmed", "anonymity: yes").replace(
        "source: bilaga-2\n  checked: 2026-01-14", "source: centret\n  checked: 2026-11-20"
    )
    assert newer != entry
    assert said(data, entry, newer) == []


def test_a_lines_number_and_hours_need_a_source_too(data: Path) -> None:
    """Its source has the day."""
    (problem,) = said(data, '"116 111"', '"116 123"', "helplines.yaml")
    assert f"bris: channels[1].number: 116 123 {BESIDE}" in problem


def test_a_source_that_has_been_read_anew_speaks_for_new_facts(data: Path) -> None:
    """A line has its day from its source."""
    path = data / "sources.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("- id: bilaga-2")
    read_anew = text[:start] + text[start:].replace("date: 2026-01-14", "date: 2026-11-20", 1)
    assert read_anew != text
    path.write_text(read_anew, encoding="utf-8")
    try:
        assert said(data, "033-35 51 98", "033-35 51 99") == []
    finally:
        path.write_text(text, encoding="utf-8")


def test_a_switchboard_needs_the_columns_after_it(data: Path) -> None:
    """Its own source and date."""
    assert said(data, "0303-70 30 00", "0303-70 30 01", "municipal_contacts.csv") == [
        "data/municipal_contacts.csv:16:1: Ale: switchboard: 0303-70 30 01 är nytt, men källan och "
        "datumet är de gamla. Skriv dem i kolumnerna efter värdet."
    ]


def test_without_git_nothing_is_said(tmp_path: Path) -> None:
    """A copy that somebody has downloaded works."""
    data = changed_data(tmp_path, ("anonymity: not confirmed", "anonymity: yes"))
    assert list(changed_facts.problems_in(data, "HEAD", TODAY)) == []
