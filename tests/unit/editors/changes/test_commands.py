"""The commands about things that happen: what they write, to the byte, and when nothing."""

import errno
import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from centres import cli
from centres.data import loader
from centres.editors import changed_facts
from centres.files import yaml_edit
from helpers import TODAY, changed_data, problems

AHEAD = ["--source=centret", "--from=2027-01-01"]
NOW = ["--source=centret", "--from=2026-11-20"]
SAID = "source: centret, checked: 2026-11-22"
LUND = """
- id: lund
  name: Stödcentrum
  moved_to: {into}
  municipalities: [Lund]
  date: {day}
  source: centret
  checked: 2026-11-22
"""
FILES = ("centres.yaml", "retired.yaml", "sources.yaml")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return changed_data(tmp_path)


def run(data: Path, *arguments: str) -> int:
    return cli.main([*arguments, f"--data={data}", f"--today={TODAY}"])


def read(data: Path) -> dict[str, str]:
    return {name: yaml_edit.read(data / name) for name in FILES}


def entry(text: str, name: str) -> str:
    """Return the lines of an entry, and the blank line after it."""
    start = text.index(f"- id: {name}\n")
    end = text.find("\n- id: ", start + 1)
    return text[start:] if end < 0 else text[start : end + 1]


@pytest.mark.parametrize(
    ("arguments", "old", "new"),
    [
        (
            ["join", "Vara", "lund", *AHEAD],
            "[Lund]",
            f"[Lund, {{name: Vara, from: 2027-01-01, {SAID}}}]",
        ),
        (
            ["join", "Vara", "lund", "--source=centret", "--checked=2026-11-20"],
            "[Lund]",
            "[Lund, {name: Vara, source: centret, checked: 2026-11-20}]",
        ),
        (
            ["leave", "Österåker", *AHEAD],
            "Österåker]",
            f"{{name: Österåker, to: 2026-12-31, {SAID}}}]",
        ),
        (
            ["rename", "boras", "--name=Stödcentrum, Sjuhärad", *AHEAD],
            "  name_is: description\n",
            "  name_is: description\n  renamed: {to: 'Stödcentrum, Sjuhärad', name_is: official, "
            f"from: 2027-01-01, {SAID}}}\n",
        ),
        (
            ["rename", "boras", "--name=Stödcentrum Sjuhärad", "--name-is=page title", *NOW],
            "name: Stödcentrum i Borås\n  name_is: description",
            f"name: {{value: Stödcentrum Sjuhärad, {SAID}}}\n  name_is: page title",
        ),
    ],
    ids=["join ahead", "join since nobody knows when", "leave", "rename ahead", "rename"],
)
def test_one_line_changes_and_nothing_else_by_a_byte(
    data: Path, arguments: list[str], old: str, new: str
) -> None:
    """The files hold what is decided, with how we know it."""
    before = read(data)
    assert run(data, *arguments) == 0
    centres = before["centres.yaml"].replace(old, new, 1)
    assert read(data) == {**before, "centres.yaml": centres}
    assert problems(data) == []
    assert run(data, *arguments) == 0
    assert read(data)["centres.yaml"] == centres


@pytest.mark.parametrize("name", ["join", "leave", "split", "merge ahead", "rename", "close"])
def test_what_a_command_writes_is_no_change_without_a_source(data: Path, name: str) -> None:
    """`check` compares with what was committed."""
    git = ["git", "-C", str(data.parent), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True)
    assert run(data, *CHANGES[name]) == 0
    assert list(changed_facts.problems_in(data, "HEAD", TODAY)) == []


def test_a_municipality_that_joins_another_centre_leaves_its_own(data: Path) -> None:
    """The day before, so that it always has one."""
    before = read(data)["centres.yaml"]
    assert run(data, "join", "Österåker", "lund", *AHEAD) == 0
    assert read(data)["centres.yaml"] == before.replace(
        "[Lund]", f"[Lund, {{name: Österåker, from: 2027-01-01, {SAID}}}]"
    ).replace("Österåker]", f"{{name: Österåker, to: 2026-12-31, {SAID}}}]")


def test_a_municipality_gets_a_centre_of_its_own(data: Path) -> None:
    """The new entry is like that of `centres new`, and begins on the day."""
    before = read(data)
    known = ["--id=osteraker", "--name=Stödcentrum Österåker", "--phone=08-555 572 38"]
    assert run(data, "split", "Österåker", *known, *AHEAD) == 0
    after = read(data)
    new = entry(after["centres.yaml"], "osteraker")
    assert new.startswith(
        "- id: osteraker\n  name: Stödcentrum Österåker\n  name_is: description\n"
        "  run_by: {kind: municipality}\n"
        f"  municipalities: [{{name: Österåker, from: 2027-01-01, {SAID}}}]\n"
        '  phones:\n    - number: "08-555 572 38"\n'
    )
    rest = after["centres.yaml"].replace(new, "")
    left = f"{{name: Österåker, to: 2026-12-31, {SAID}}}]"
    assert rest == before["centres.yaml"].replace("Österåker]", left)
    assert problems(data) == []
    for day, name in ((date(2026, 12, 31), "taby"), (date(2027, 1, 1), "osteraker")):
        assert loader.load(data, day).centre_of["0117"].id == name


@pytest.mark.parametrize("moved_to", ["none", "malmo"])
def test_a_centre_that_ends_ahead_keeps_its_entry_until_then(data: Path, moved_to: str) -> None:
    """Its successor has its municipality from that day."""
    before = read(data)
    command = ["close", "lund"] if moved_to == "none" else ["merge", "lund", moved_to]
    assert run(data, *command, *AHEAD) == 0
    after = read(data)
    row = f"[Malmö, {{name: Lund, from: 2027-01-01, {SAID}}}]"
    assert after == {
        "centres.yaml": before["centres.yaml"].replace("[Malmö]", row)
        if moved_to != "none"
        else before["centres.yaml"],
        "retired.yaml": before["retired.yaml"] + LUND.format(into=moved_to, day="2027-01-01"),
        "sources.yaml": before["sources.yaml"],
    }
    assert problems(data) == []


def test_a_centre_that_has_ended_is_among_the_closed_alone(data: Path) -> None:
    """Its whole entry goes, and the blank line that parted it from the next."""
    before = read(data)
    assert run(data, "close", "lund", *NOW) == 0
    after = read(data)
    centres = before["centres.yaml"]
    assert after["centres.yaml"] == centres.replace(entry(centres, "lund"), "")
    assert after["retired.yaml"] == before["retired.yaml"] + LUND.format(
        into="none", day="2026-11-20"
    )
    assert problems(data) == []


def test_what_was_to_close_does_not_and_all_is_as_before(data: Path) -> None:
    """Its entry was there all the time."""
    before = read(data)
    assert run(data, "close", "lund", *AHEAD) == 0
    assert run(data, "reopen", "lund", *NOW) == 0
    assert read(data) == before


def test_a_closed_centre_opens_again_with_what_is_known_of_it(data: Path) -> None:
    """What it was before it closed may not be so any more."""
    before = read(data)
    assert run(data, "close", "lund", *NOW) == 0
    phone = "--phone=046-359 95 26"
    assert run(data, "reopen", "lund", phone, "--source=centret", "--from=2027-02-01") == 0
    after = read(data)
    assert after["retired.yaml"] == before["retired.yaml"] + LUND.format(
        into="none", day="2026-11-20\n  reopens: 2027-02-01"
    )
    new = entry(after["centres.yaml"], "lund")
    assert '  municipalities: [Lund]\n  phones:\n    - number: "046-359 95 26"\n' in new
    assert new.rstrip().endswith("source: centret\n  checked: 2026-11-22")
    assert problems(data) == []
    assert "1281" not in loader.load(data, date(2027, 1, 31)).centre_of
    assert loader.load(data, date(2027, 2, 1)).centre_of["1281"].id == "lund"


def test_a_new_source_is_written_too(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before the entry that names it."""
    source = ["--source-title=Nytt avtal", "--source-publisher=Lunds kommun"]
    source += ["--source-date=2026-11-20", "--source=lund-2026", "--from=2027-01-01"]
    assert run(data, "leave", "Österåker", *source) == 0
    assert "Skrev data/sources.yaml och data/centres.yaml." in capsys.readouterr().out
    assert "- id: lund-2026\n  title: Nytt avtal\n" in read(data)["sources.yaml"]
    assert problems(data) == []


def test_it_shows_what_visitors_see_before_and_on_the_day(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the words of the pages."""
    assert run(data, "join", "Vara", "lund", *AHEAD) == 0
    said = capsys.readouterr().out
    before, _, after = said.partition("Det här ser besökarna 1 januari 2027:")
    assert before.startswith("Det här ser besökarna 22 november 2026:")
    assert (
        "- nytt: ”Från och med 1 januari 2027 finns ett stödcentrum som hjälper dig här: "
        "Stödcentrum (Lund).”" in before
    )
    assert "- borta: ”Här finns inget stödcentrum. Du kan få hjälp ändå.”" in after
    assert "- nytt: ”Ring 046-359 95 26”" in after


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["leave", "Boras", *AHEAD], "”Boras” är ingen av Sveriges kommuner. Menade du Borås?"),
        (["join", "Vara", "lundd", *AHEAD], "Menade du lund?"),
        (["merge", "lund", "lund", *AHEAD], "centret ”lund” finns inte"),
        (["reopen", "lund", *AHEAD], "centret ”lund” finns inte i data/retired.yaml."),
        (["leave", "Lund", "--source=centret"], "Svar saknas: --from"),
        (["leave", "Lund", "--source=centret", "--from=i morgon"], "--from: ska vara ett datum"),
        (["rename", "lund", *AHEAD], "Svar saknas: --name"),
        (["leave", "Lund", *AHEAD], "alla kommuner har en sista dag"),
        (["close", "lund", "--source=lund-2026", "--from=2027-01-01"], "Svar saknas"),
        (["close", "lund", "--source=centret", "--from=2072-01-01"], "mer än två år bort"),
        (["close", "lund", *AHEAD, "--checked=2026-12-24"], "har inte varit än"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    data: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    """Each in words that say what to do."""
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    before = read(data)
    assert run(data, *arguments) in (1, 2)
    told = capsys.readouterr().out
    assert said in told
    assert "Inget skrevs" in told
    assert read(data) == before


def test_an_editor_who_types_nothing_is_asked(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What, how she knows it and since when; last whether to write what she has seen."""
    answers = "Österåkr\nÖsteråker\n\n2027-01-01\n\n\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))
    assert run(data, "leave") == 0
    said = capsys.readouterr().out
    assert "Vilken kommun? Skriv namnet utan ordet kommun." in said
    assert "Menade du Österåker?" in said
    assert "Ska det skrivas? yes eller no [yes]" in said
    assert f"{{name: Österåker, to: 2026-12-31, {SAID}}}]" in read(data)["centres.yaml"]


def test_who_answers_no_writes_nothing(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Having seen what visitors would."""
    monkeypatch.setattr("sys.stdin", io.StringIO("\n2027-01-01\n\nno\n"))
    before = read(data)
    assert run(data, "leave", "Österåker") == 2
    assert "Inget skrevs. Svar saknas: svaret var no" in capsys.readouterr().out
    assert read(data) == before


CHANGES = {
    "join": ["join", "Vara", "lund", *AHEAD],
    "leave": ["leave", "Österåker", *AHEAD],
    "split": ["split", "Österåker", "--id=osteraker", *AHEAD],
    "merge": ["merge", "lund", "malmo", *NOW],
    "merge ahead": ["merge", "lund", "malmo", *AHEAD],
    "rename": ["rename", "lund", "--name=Nytt", *NOW],
    "close": ["close", "lund", *NOW],
    "reopen": ["reopen", "boras", *NOW],
    "reopen ahead": ["reopen", "boras", *AHEAD],
}
# What check says of a change that a crash has cut off, where that is an error.
HALF = {
    "merge": "Lund står inte hos något centrum. Lägg till kommunen i malmo, som har tagit över.",
    "merge ahead": "Lund får inget centrum den 2027-01-01. Lägg till kommunen i malmo, som",
}


def ready(data: Path) -> None:
    """Let Borås's centre be closed, so that every change has something to happen to."""
    assert run(data, "close", "boras", "--source=centret", "--from=2026-11-10") == 0


@pytest.mark.parametrize("full_at", [1, 2, 3])
@pytest.mark.parametrize("name", CHANGES)
def test_a_full_disk_leaves_everything_as_it_was(
    data: Path,
    name: str,
    full_at: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whichever of the files it is that does not fit; and nothing is left beside them."""
    ready(data)
    before = read(data)
    write = Path.write_bytes
    written: list[Path] = []

    def fill(path: Path, text: bytes) -> int:
        written.extend([path] if path.parent == data else [])
        if path.parent != data or len(written) < full_at:
            return write(path, text)
        write(path, text[:10])
        raise OSError(errno.ENOSPC, "full", str(path))

    monkeypatch.setattr(Path, "write_bytes", fill)
    source = ["--source-title=A", "--source-publisher=B", "--source-date=2026-11-01"]
    typed = [one.replace("--source=centret", "--source=ny-kalla") for one in CHANGES[name]]
    status = run(data, *typed, *source)
    assert sorted(data.glob("*.new")) == []
    if len(written) < full_at:
        assert status == 0
    else:
        assert status == 1
        assert "Det går inte att läsa eller skriva" in capsys.readouterr().out
        assert read(data) == before


@pytest.mark.parametrize("name", CHANGES)
def test_a_crash_between_two_files_is_explained_and_the_same_command_mends_it(
    data: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands there then is whole, or check says what the other half is."""
    ready(data)
    whole = tmp_path / "whole/data"
    shutil.copytree(data, whole)
    shutil.copytree(data.parent / "locales", whole.parent / "locales")
    assert run(whole, *CHANGES[name]) == 0
    replace = Path.replace
    replaced: list[Path] = []

    def crash(path: Path, target: Path) -> Path:
        if target.parent == data and replaced:
            raise KeyboardInterrupt
        replaced.extend([target] if target.parent == data else [])
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", crash)
    run(data, *CHANGES[name])
    monkeypatch.setattr(Path, "replace", replace)
    told = problems(data)
    assert len(told) == (name in HALF and read(data) != read(whole))
    assert all(HALF[name] in one for one in told)
    assert run(data, *CHANGES[name]) == 0
    assert read(data) == read(whole)
