"""`centres notice`: what it asks, writes and takes back; nothing else changes by a byte."""

import io
from datetime import datetime
from pathlib import Path

import pytest

from centres import cli, clock
from helpers import TODAY, changed_data, copy_locales, problems

COMMENT = "# Meddelanden som gäller några dagar. Exemplet har inga.\n"
CLOSED = """
- id: 2026-11-22-boras
  level: service
  centres: [boras]
  from: 2026-11-22 08:00
  until: 2026-11-24 24:00
  prepared: closed
  line: brottsofferjouren
  source: centret
  checked: 2026-11-22
"""
TYPED = [
    "--level=service",
    "--centre=boras",
    "--from=2026-11-22 08:00",
    "--until=2026-11-24 24:00",
    "--prepared=closed",
    "--line=brottsofferjouren",
    "--source=centret",
]
NOW = datetime(2026, 11, 22, 10, 30)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the example's data folder, at half past ten, with the texts of every language."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    copy_locales(tmp_path)
    return changed_data(tmp_path)


def run(data: Path, *typed: str) -> int:
    options = [f"--data={data}", f"--today={TODAY}", "--format=text"]
    return cli.main(["notice", *options, *typed])


def written(data: Path) -> str:
    return (data / "notices.yaml").read_text(encoding="utf-8")


def test_a_notice_is_written_and_shown_as_visitors_will_see_it(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In each language, with its pages; the comments above stay."""
    assert run(data, *TYPED) == 0
    assert written(data) == COMMENT + CLOSED
    assert problems(data) == []
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Så här syns det på /kommun/boras/, /stodcentrum/boras/:"
    assert said[2] == "  Stödcentrumet har stängt tillfälligt"
    assert said[4:6] == [
        "  Gäller från 22 november klockan 8 till 24 november klockan 24.",
        "  Brottsofferjouren: 116 006",
    ]
    assert "  The support centre is closed for now" in said
    assert "Skrev posten 2026-11-22-boras i data/notices.yaml, från rad 3." in said
    assert said[-1] == "Ta tillbaka det: centres notice --end 2026-11-22-boras"


def test_a_national_notice_names_no_page_of_all_that_it_stands_on(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And says which line it is about."""
    typed = ["--level=national", "--from=2026-11-22 08:00", "--until=2026-11-24 24:00"]
    typed += ["--prepared=line-down", "--about=bris", "--line=brottsofferjouren"]
    assert run(data, *typed, "--source=centret") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[:3] == [
        "Så här syns det på startsidan, och på alla kommuners, centrums och linjers sidor:",
        "",
        "  Bris går inte att nå just nu",
    ]


def test_who_types_no_option_is_asked_for_what_is_needed(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text of one's own is asked for in each language that it must be in; wrong answers again."""
    answers = [
        *("local", "Borås", "", "", "i morgon", "2026-11-23 12:00", ""),
        *("Det finns någon att prata med", "Ring 116 111", "Kommunen har öppet i kväll."),
        *("There is someone to talk to", "The municipality is open tonight."),
        *("bris", "", "", "kommunens-webbplats"),
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{one}\n" for one in answers)))
    assert run(data) == 0
    assert written(data) == (
        COMMENT
        + """
- id: 2026-11-22-boras
  level: local
  municipalities: [Borås]
  from: 2026-11-22 10:30
  until: 2026-11-23 12:00
  heading: Det finns någon att prata med
  text: Kommunen har öppet i kväll.
  languages:
    en:
      heading: There is someone to talk to
      text: The municipality is open tonight.
  line: bris
  source: kommunens-webbplats
  checked: 2026-11-22
"""
    )


def test_nothing_is_written_that_check_would_refuse(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the line that it would have had."""
    assert run(data, *TYPED, "--centre=boros", "--prepared=closd") == 1
    assert written(data) == COMMENT
    assert capsys.readouterr().out.splitlines() == [
        "Inget skrevs, eftersom filen då skulle ha fel:",
        "data/notices.yaml:5:20: 2026-11-22-boras: centres[2]: centret ”boros” finns inte i "
        "data/centres.yaml. Menade du boras?",
    ]


def test_a_second_notice_of_a_day_and_place_has_an_id_of_its_own(data: Path) -> None:
    """An id is never used again."""
    assert run(data, *TYPED) == 0
    assert run(data, *TYPED) == 0
    assert "\n- id: 2026-11-22-boras-2\n" in written(data)


def test_a_notice_that_holds_is_taken_back_now(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends this minute; the entry stays, so that its id is not used again."""
    run(data, *TYPED)
    capsys.readouterr()
    assert run(data, "--end", "2026-11-22-boras") == 0
    assert written(data) == COMMENT + CLOSED.replace("2026-11-24 24:00", "'2026-11-22 10:30'")
    assert capsys.readouterr().out.splitlines() == [
        "2026-11-22-boras slutar gälla 2026-11-22 10:30, nu.",
        "Det försvinner från webbplatsen när ändringen är publicerad.",
    ]
    assert run(data, "--end", "2026-11-22-boras") == 2


def test_a_notice_that_has_not_begun_is_removed(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody has seen it, and nothing else in the file changes."""
    run(data, *TYPED)
    run(data, *TYPED, "--from=2026-11-23 08:00", "--id=2026-11-23-boras")
    capsys.readouterr()
    assert run(data, "--end", "2026-11-23-boras") == 0
    assert written(data) == COMMENT + CLOSED
    assert capsys.readouterr().out.splitlines()[0] == (
        "2026-11-23-boras hade inte börjat gälla. Posten är borttagen."
    )


def test_a_notice_that_there_is_not_cannot_be_taken_back(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the one that may be meant."""
    run(data, *TYPED)
    capsys.readouterr()
    assert run(data, "--end", "2026-11-22-borås") == 2
    assert capsys.readouterr().out == (
        "meddelandet ”2026-11-22-borås” finns inte i data/notices.yaml. Menade du "
        "2026-11-22-boras?\n"
    )
