"""What an editor is told: one clear line for each mistake, all in one run."""

from datetime import date
from pathlib import Path

import pytest

from centres import cli, i18n
from centres.data import record_rules
from centres.data.directory import AGEING_DAYS, FRESH_DAYS
from centres.files import yaml_file
from centres.files.problem import Severity
from helpers import ROOT, TODAY, changed_data, line_of, problems

BORAS = "  name: Stödcentrum i Borås\n"
BOTKYRKA_PHONES = '  phones:\n    - number: "08-530 610 50"\n      kind: not confirmed\n'
ASK = "Fråga centret. Stämmer allt skriver du source: centret, och dagen."
BORAS_SOURCE = "  source: bilaga-2\n  checked: 2026-01-14\n\n- id: botkyrka"


def test_four_mistakes_in_one_file_are_four_lines(tmp_path: Path) -> None:
    """A key twice, a number without quotes, a misspelt municipality and a missing source."""
    data = changed_data(
        tmp_path,
        (BORAS, BORAS + "  name: Borås stödcentrum\n"),
        (BOTKYRKA_PHONES, "  phones: 08-123\n"),
        ("[Eskilstuna]", "[Eskilstnua]"),
        (BORAS_SOURCE, BORAS_SOURCE.replace("  source: bilaga-2\n", "")),
    )
    twice = line_of(data, "name: Borås stödcentrum")
    boras, phones = line_of(data, "- id: boras"), line_of(data, "phones: 08-123")
    municipality = line_of(data, "Eskilstnua")
    assert problems(data) == [
        f"data/centres.yaml:{boras}:3: boras: source: "
        "fältet saknas. Skriv id för en källa som står i data/sources.yaml.",
        f"data/centres.yaml:{twice}:3: boras: name: står två gånger i samma post, "
        f"första gången på rad {twice - 1}. Ta bort den ena.",
        f"data/centres.yaml:{phones}:11: botkyrka: phones: ska vara en lista men är ”08-123”. "
        "Skriv varje sak på en egen rad som börjar med streck, och nummer inom citattecken, "
        'som: - number: "08-123 45 67".',
        f"data/centres.yaml:{municipality}:20: eskilstuna: municipalities[1]: "
        "”Eskilstnua” är ingen av Sveriges kommuner. Menade du Eskilstuna?",
    ]


def test_a_broken_list_of_sources_does_not_blame_every_centre(tmp_path: Path) -> None:
    """One mistake, not thirty."""
    data = changed_data(tmp_path)
    (data / "sources.yaml").write_text("- id: [\n", encoding="utf-8")
    assert len([line for line in problems(data) if "centres.yaml" in line]) == 0


@pytest.mark.parametrize("name", ["municipalities.csv", "places.csv", "helplines.yaml"])
def test_a_missing_file_is_said_by_its_name(tmp_path: Path, name: str) -> None:
    """And blames no other file."""
    data = changed_data(tmp_path)
    (data / name).unlink()
    assert problems(data) == [f"data/{name}:1:1: filen finns inte eller går inte att läsa."]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-05-14", []),
        (
            "2026-05-15",
            ["påminnelse: är 121 dagar gammalt, och bör bekräftas före dag 180."],
        ),
        ("2026-07-13", ["påminnelse: är 180 dagar gammalt, och bör bekräftas före dag 180."]),
        ("2026-07-14", [f"varning: är 181 dagar gammalt. {ASK}"]),
    ],
)
def test_facts_that_nobody_has_checked_for_long_are_said_and_stop_nothing(
    day: str, said: list[str]
) -> None:
    """Checked on 14 January 2026; soon after four months, and already after six."""
    file = yaml_file.read(ROOT / "tests/example/centres.yaml", "data/centres.yaml")
    found = list(
        record_rules.facts_that_age(file, date.fromisoformat(day), AGEING_DAYS, FRESH_DAYS)
    )
    swedish = i18n.read(ROOT, "sv", "editor")
    boras = [one.sentence(swedish) for one in found if one.entry == "boras"]
    assert boras == [f"boras: checked: {one}" for one in said]
    assert all(one.severity is not Severity.ERROR for one in found)


def test_what_is_old_is_said_by_the_command_and_its_status_is_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On GitHub as warnings, which stop no pull request."""
    data = changed_data(tmp_path)
    options = ["check", f"--data={data}", f"--today={TODAY}"]
    assert cli.main([*options, "--format=text"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == (
        f"data/centres.yaml:33:12: boras: checked: varning: är 312 dagar gammalt. {ASK}"
    )
    assert lines[-1] == "Inga fel. 16 centrum, 21 kommuner."
    assert cli.main([*options, "--format=github"]) == 0
    assert capsys.readouterr().out.startswith("::warning file=data/centres.yaml,line=33,col=12::")
