"""`centres new`: what it asks and writes, and that nothing else changes by a byte."""

import io
from pathlib import Path

import pytest

from centres import cli
from centres.files import yaml_edit
from helpers import TODAY, changed_data, line_of, problems

VARA = """\
- id: vara
  name: Stödcentrum i Vara
  name_is: description
  run_by: {kind: municipality}
  municipalities: [Vara]
  phones:
    - number: "0512-310 00"
      kind: not confirmed
  emails:
    - address: stodcentrum@vara.se
      kind: centre
  web_page: {title: 'Stöd: Vara kommun', url: not confirmed}
  ages: {under: 25}
  receives:
    victims: yes
    witnesses: not confirmed
    relatives: not confirmed
    offenders: not confirmed
  close_relationships: not confirmed
  services:
    support_talks: not confirmed
    practical_help: not confirmed
    court_support: not confirmed
    mediation: not confirmed
  anonymity: not confirmed
  free_of_charge: not confirmed
  opening_hours: not confirmed
  interpreters: not confirmed
  source: vara-webb-2026
  checked: 2026-11-22
"""
SOURCE = """\
- id: vara-webb-2026
  title: Stödcentrum - Vara kommun
  publisher: Vara kommun
  date: 2026-11-20
  url: https://www.vara.se/stodcentrum
  retrieved: 2026-11-22
"""
TYPED = [
    "--municipality=Vara",
    "--phone=0512-310 00",
    "--email=stodcentrum@vara.se",
    "--web-title=Stöd: Vara kommun",
    "--ages=under 25",
    "--source=vara-webb-2026",
    "--source-title=Stödcentrum - Vara kommun",
    "--source-publisher=Vara kommun",
    "--source-date=2026-11-20",
    "--source-url=https://www.vara.se/stodcentrum",
]


def run(data: Path, *typed: str) -> int:
    return cli.main([*typed, f"--data={data}", f"--today={TODAY}", "--format=text"])


def files(data: Path) -> dict[str, str]:
    """Read the two files that the commands write, exactly as they are."""
    return {name: yaml_edit.read(data / f"{name}.yaml") for name in ("centres", "sources")}


def test_a_new_centre_is_written_whole_in_its_place_with_unknowns_spelt_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And its source, in the other file; every other byte is as it was."""
    data = changed_data(tmp_path)
    before = files(data)
    assert run(data, "new", *TYPED) == 0
    assert files(data) == {
        "centres": before["centres"] + "\n" + VARA,
        "sources": before["sources"].replace(
            "- id: vart-goteborg", SOURCE + "\n- id: vart-goteborg"
        ),
    }
    assert problems(data) == []
    assert capsys.readouterr().out.splitlines() == [
        f"Skrev posten vara i data/centres.yaml, från rad {line_of(data, '- id: vara')}.",
        "Lade till källan vara-webb-2026 i data/sources.yaml.",
        "Se vad besökarna får se: make diff",
    ]


def test_a_new_centre_stands_before_the_next_and_above_its_remarks(tmp_path: Path) -> None:
    """A remark just above an entry belongs to that entry."""
    data = changed_data(tmp_path, ("- id: norrtalje\n", "# Ring efter lunch.\n- id: norrtalje\n"))
    before = files(data)["centres"]
    entry = ["new", "--municipality=Mark", "--phone=0320-21 70 00", "--source=centret"]
    assert run(data, *entry) == 0
    after = files(data)["centres"]
    start = after.index("- id: mark\n")
    end = after.index("# Ring efter lunch.\n")
    assert after[:start] + after[end:] == before
    assert after[:start].endswith("\n\n")
    assert after[:end].endswith("\n\n")


def test_a_file_with_windows_line_ends_and_a_byte_order_mark_keeps_them(tmp_path: Path) -> None:
    """Notepad's habits are the editor's own business."""
    data = changed_data(tmp_path)
    text = "\ufeff" + yaml_edit.read(data / "centres.yaml").replace("\n", "\r\n")
    yaml_edit.write(data / "centres.yaml", text)
    assert run(data, "new", *TYPED) == 0
    assert files(data)["centres"] == text + "\r\n" + VARA.replace("\n", "\r\n")
    assert problems(data) == []


ANSWERS = """\
Ankeborg
Vara

Stödcentrum Vara
officiell
official

vara kommun
vara

Vara kommun
under tjugo
under 25
12
0512-310 00

stodcentrum@vara.se

Stöd: Vara kommun
vara-webb-2026
Stödcentrum - Vara kommun
Vara kommun
i fredags
2026-11-20
https://www.vara.se/stodcentrum
"""


def test_what_was_not_typed_is_asked_for_until_the_answer_fits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the words of the check; Enter alone takes the proposal."""
    data = changed_data(tmp_path)
    before = files(data)["centres"]
    answers = ANSWERS.replace(
        "official\n\nvara kommun\nvara\n\n", "official\nvara kommun\nvara\n\n"
    )
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))
    assert run(data, "new") == 0
    printed = capsys.readouterr().out
    assert "Vilken kommun är centret till för?" in printed
    assert "  ”Ankeborg” är ingen av Sveriges kommuner." in printed
    assert "Vad heter centret? [Stödcentrum i Vara]" in printed
    assert "  ”officiell” är inget giltigt val. Menade du official?" in printed
    assert "  ”vara kommun” får bara ha små bokstäver a–z, siffror och bindestreck." in printed
    assert "  ska vara all, young, under 25 eller up_to 21." in printed
    assert "  ”12” är inget svenskt telefonnummer." in printed
    assert "  ska vara 2026-01-14, 2024-09, 2022 eller undated, men är ”i fredags”." in printed
    named = VARA.replace("Stödcentrum i Vara", "Stödcentrum Vara")
    named = named.replace("name_is: description", "name_is: official")
    named = named.replace("{kind: municipality}", "{kind: municipality, name: Vara kommun}")
    assert files(data)["centres"] == before + "\n" + named


def test_an_interrupted_conversation_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has to look something up can begin again."""
    data = changed_data(tmp_path)
    before = files(data)
    monkeypatch.setattr("sys.stdin", io.StringIO("Vara\n\n"))
    assert run(data, "new") == 2
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Inget skrevs. Svar saknas: Vad heter centret? [Stödcentrum i Vara]"
    )
    assert files(data) == before


@pytest.mark.parametrize(
    ("typed", "status", "printed"),
    [
        (["new", "--municipality="], 2, "Inget skrevs. Svar saknas: --municipality"),
        (
            ["new", "--municipality=Lund", "--source=centret"],
            1,
            "data/centres.yaml:222:7: lund: id: finns redan, på rad 191. "
            "Varje post behöver ett eget.",
        ),
        (
            ["new", "--municipality=Vara", "--phone=12", "--source=centret"],
            1,
            "data/centres.yaml:325:15: vara: phones[1].number: ”12” är inget svenskt "
            'telefonnummer. Skriv hela numret inom citattecken, som "08-123 45 67".',
        ),
        (
            ["new", "--municipality=Vara"],
            2,
            "Inget skrevs. Svar saknas: --source",
        ),
        (
            ["new", "--municipality=Vara", "--id=../vara", "--source=centret"],
            1,
            "data/centres.yaml:4:7: ../vara: id: ”../vara” får bara ha små bokstäver a–z, siffror "
            "och bindestreck.",
        ),
    ],
    ids=[
        "no municipality",
        "a second centre",
        "a wrong number",
        "no source",
        "an id that climbs",
    ],
)
def test_what_would_make_a_mistake_writes_nothing(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    typed: list[str],
    status: int,
    printed: str,
) -> None:
    """The mistake is said as the check would say it."""
    data = changed_data(tmp_path)
    before = {path: path.read_bytes() for path in data.iterdir()}
    assert run(data, *typed) == status
    assert printed in capsys.readouterr().out.splitlines()
    assert {path: path.read_bytes() for path in data.iterdir()} == before
