"""`centres report`: what is old, unconfirmed or missing, and what is not translated."""

from pathlib import Path

import pytest

from centres import cli
from helpers import LATEST, ROOT, TODAY, changed_data

BORAS_DAY = "  source: bilaga-2\n  checked: 2026-01-14\n\n- id: botkyrka"

BOTKYRKA_DAY = BORAS_DAY.replace("botkyrka", "eskilstuna")


def report(data: Path, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """Return the lines of the report on the example's day."""
    assert cli.main(["report", f"--data={data}", f"--today={TODAY}", *options]) == 0
    return capsys.readouterr().out.splitlines()


def part(lines: list[str], heading: str) -> list[str]:
    """Return the lines under a heading, without the blank ones around them."""
    start = lines.index(heading) + 2
    rest = lines[start:]
    end = next((at for at, line in enumerate(rest) if line.startswith("## ")), len(rest))
    return [line for line in rest[:end] if line]


def test_a_centre_is_told_with_its_age_its_source_and_all_there_is_to_find_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One entry of eleven has been confirmed; one soon needs to be; the rest are old."""
    data = changed_data(
        tmp_path,
        (BORAS_DAY, BORAS_DAY.replace("bilaga-2", "centret").replace("01-14", "11-20")),
        (BOTKYRKA_DAY, BOTKYRKA_DAY.replace("bilaga-2", "centret").replace("01-14", "07-01")),
    )
    lines = report(data, capsys)
    assert lines[0] == "16 av 102 uppgifter om centrumen är högst 180 dagar gamla."
    assert part(lines, "## Färska") == [
        "- **Borås** (`boras`): 8 av 8 uppgifter är färska. Den äldsta är 2 dagar, från `centret`.",
        "  Saknas: bekräftad webbadress · åldersgräns",
        "  Inte bekräftat: Tar emot vittnen · Tar emot anhöriga · Tar emot den som själv har "
        "begått brott · Tar emot vid våld i en nära relation · Praktisk hjälp, till exempel med "
        "blanketter · Stöd inför och under en rättegång · Medling · Går det att vara anonym? · Är "
        "det gratis? · Öppettider · Går det att komma utan att ha bestämt en tid? · Språk som "
        "någon där talar · Tolk",
    ]
    assert part(lines, "## Att bekräfta snart: äldre än 120 dagar")[0] == (
        "- **Botkyrka** (`botkyrka`): 8 av 8 uppgifter är färska. Den äldsta är 144 dagar, från "
        "`centret`."
    )
    old = part(lines, "## Att bekräfta nu: äldre än 180 dagar")
    entries = [line for line in old if line.startswith("- ")]
    assert entries[0] == (
        "- **Eskilstuna** (`eskilstuna`): 0 av 11 uppgifter är färska. Den äldsta är 312 dagar, "
        "från `bilaga-2`."
    )
    assert len(entries) == 8


def test_a_fact_from_a_source_without_a_date_is_something_to_find_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pages show it as a question; Göteborg's article has no date."""
    lines = report(changed_data(tmp_path), capsys)
    at = next(n for n, line in enumerate(lines) if line.startswith("- **Göteborg**"))
    assert "  Källan har inget datum: Tar emot vittnen · Tar emot anhöriga" in lines[at : at + 4]


def test_the_report_is_told_in_english_on_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its questions too."""
    lines = report(changed_data(tmp_path), capsys, "--lang=en")
    assert lines[2] == "## To confirm now: older than 180 days"
    assert lines[4] == (
        "- **Borås** (`boras`): 0 of 8 facts are fresh. The oldest is 312 days old, from "
        "`bilaga-2`."
    )
    assert lines[5] == "  Missing: confirmed web address · age limit"
    assert "Can you be anonymous?" in lines[6]


def test_a_language_lacks_what_its_catalogue_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words of the data; here there is no catalogue at all."""
    lines = part(report(changed_data(tmp_path), capsys), "## Översättningar")
    assert lines[0].startswith("- engelska: ")
    assert lines[0].endswith(" texter saknas, 0 är äldre än den svenska.")
    assert "  - ”Fara just nu”" in lines


def test_municipalities_without_a_website_or_a_switchboard_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Three of the example's nineteen have a switchboard; here one website is unknown."""
    taby = "0160,Täby,https://www.taby.se,skr-kommunlista-2026,2026-09-17"
    data = changed_data(tmp_path, (taby, "0160,Täby,,,"), file="municipal_contacts.csv")
    assert part(report(data, capsys), "## Kommunernas egna kontaktuppgifter") == [
        "Webbplats saknas för 1 av 19 kommuner, och växel för 16. De skrivs i "
        "data/municipal_contacts.csv."
    ]
    assert part(report(data, capsys, "--lang=en"), "## The municipalities’ own contacts") == [
        "1 of 19 municipalities lack a website, and 16 a switchboard. They are written in "
        "data/municipal_contacts.csv."
    ]


def test_the_real_report_fits_in_an_issue(capsys: pytest.CaptureFixture[str]) -> None:
    """GitHub takes 65,536 characters."""
    assert cli.main(["report", f"--data={ROOT / 'data'}", f"--today={LATEST}"]) == 0
    assert len(capsys.readouterr().out) < 40_000
