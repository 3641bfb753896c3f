"""`centres check`: what it prints of data and prose together, and when its status is 0."""

import re
from pathlib import Path

import pytest

from centres import cli
from helpers import TODAY, changed_data

SWEDISH = "---\ntitle: Stöd\nreviewed: 2026-11-22\n---\n# Stöd\n\nRing oss.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make the example with one page, in Swedish."""
    changed_data(tmp_path)
    path = tmp_path / "content/sv/om/stod.md"
    path.parent.mkdir(parents=True)
    path.write_text(SWEDISH, encoding="utf-8")
    return tmp_path


def check(root: Path, *options: str) -> int:
    options = (f"--data={root / 'data'}", f"--today={TODAY}", "--format=text", *options)
    return cli.main(["check", *options])


def test_what_stops_nobody_is_printed_before_the_numbers_of_a_clean_directory(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is old, and what is not translated, by file and line."""
    assert check(root) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "Inga fel. 10 centrum, 14 kommuner."
    files = [line.partition(":")[0] for line in lines[:-1]]
    assert files == sorted(files)
    assert set(files) == {
        "content/ar/om/stod.md",
        "content/en/om/stod.md",
        "data/centres.yaml",
        "data/sources.yaml",
        "locales/ar/site.po",
        "locales/en/site.po",
    }


def test_mistakes_in_data_and_in_prose_are_printed_in_one_run(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing that is only old."""
    centres = root / "data/centres.yaml"
    text = centres.read_text(encoding="utf-8")
    centres.write_text(text.replace("[Eskilstuna]", "[Eskilstnua]"), encoding="utf-8")
    (root / "content/sv/om/stod.md").write_text("# Stöd\n", encoding="utf-8")
    assert check(root, "--lang=en") == 1
    assert capsys.readouterr().out.splitlines() == [
        "content/sv/om/stod.md:1:1: the page must begin with ---, title:, reviewed: and ---. "
        "Compare with another page.",
        "data/centres.yaml:70:20: eskilstuna: municipalities[1]: “Eskilstnua” is not one of "
        "Sweden’s municipalities. Did you mean Eskilstuna?",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Stöd\n", "content/sv/om/stod.md:1:1: sidan ska börja med ---, title:, reviewed: och "
         "---. Jämför med en annan sida."),
        (SWEDISH.replace("reviewed: 2026-11-22\n", ""),
         "content/sv/om/stod.md:2:1: reviewed: fältet saknas. Jämför med en annan post, och skriv "
         "not confirmed om ingen vet."),
        (SWEDISH.replace("2026-11-22", "i går"), "content/sv/om/stod.md:3:11: reviewed: ska vara "
         "ett datum, som 2026-01-14, men är ”i går”."),
        (SWEDISH.replace("reviewed", "reviewd"),
         "content/sv/om/stod.md:3:10: reviewd: fältet finns inte. Menade du reviewed?"),
        (SWEDISH.replace("title: Stöd", "title: Stöd: hjälp"),
         "content/sv/om/stod.md:2:12: det finns ett kolon för mycket, eller fel indrag. Sätt "
         "citattecken om texten om ett kolon hör till den, och börja raden lika långt in som "
         "raden ovanför."),
    ],
    ids=["no front matter", "no day", "no date", "a misspelt field", "a colon"],
)  # fmt: skip
def test_a_mistake_in_a_page_is_said_with_its_line(
    root: Path, capsys: pytest.CaptureFixture[str], text: str, line: str
) -> None:
    """With those of the data, in one run."""
    (root / "content/sv/om/stod.md").write_text(text, encoding="utf-8")
    assert check(root) == 1
    assert capsys.readouterr().out.splitlines() == [line]


@pytest.mark.parametrize(
    "hole",
    ["{{ figures.centers }}", "{{ figures(1) }}", "{{ here.__class__ }}", "{{ coverage_map() }}"],
)
def test_a_hole_in_a_page_that_cannot_be_filled_is_told_with_the_page(
    root: Path, capsys: pytest.CaptureFixture[str], hole: str
) -> None:
    """Names and shapes that a rule lets through: a figure, a call, a class, a part of the guide."""
    path = root / "content/sv/om/stod.md"
    path.write_text(SWEDISH + f"\n{hole}\n", encoding="utf-8")
    assert check(root) == 1
    (line,) = capsys.readouterr().out.splitlines()
    message = (
        r"1:1: det som står mellan \{\{ och \}\} går inte att|9:1: ”\{\{.* är inget som en sida kan"
    )
    assert re.match(rf"content/sv/om/stod\.md:({message})", line)
