"""`centres check`: what it prints of data and prose together, and when its status is 0."""

import re
import subprocess
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
    """What is old by file and line, and then a line for each language."""
    assert check(root) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "Inga fel. 10 centrum, 14 kommuner."
    start = lines.index("Översättningar i tal. Vilka texter och sidor: centres report.")
    told = [re.sub("texter: [0-9]+ saknas", "texter: n saknas", line) for line in lines[start:-1]]
    assert told[1:] == [
        f"- {name}: texter: n saknas, 0 gamla. Sidor: 1 saknas, 0 gamla. Granskade sidor och "
        f"kataloger: 0 av {files}, och 0 har ändrats sedan de granskades."
        for name, files in (("engelska", 2), ("arabiska", 1))
    ]
    files = [line.partition(":")[0] for line in lines[:start]]
    assert files == sorted(files)
    assert set(files) == {"data/centres.yaml", "data/sources.yaml"}


def test_translations_are_no_annotations(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """GitHub shows ten warnings of a step: an editor can do something about those of the data."""
    options = (f"--data={root / 'data'}", f"--today={TODAY}", "--format=github")
    assert cli.main(["check", *options]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("::") and "data/" not in line] == []
    assert [line.partition(":")[0] for line in lines if line.startswith("- ")] == [
        "- engelska",
        "- arabiska",
    ]


def test_on_github_what_an_editor_has_not_changed_is_counted(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Her own warnings stand first: GitHub shows ten of a step."""
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "x"]):
        subprocess.run(["git", "-C", root, *command], check=True)
    options = (f"--data={root / 'data'}", f"--today={TODAY}", "--format=github", "--since=HEAD")
    assert cli.main(["check", *options]) == 0
    untouched = capsys.readouterr().out.splitlines()
    assert [line for line in untouched if line.startswith("::")] == []
    (count,) = [line for line in untouched if line.startswith("Varningar om annat")]
    every = int(re.sub(r"\D", "", count))
    centres = root / "data/centres.yaml"
    text = centres.read_text(encoding="utf-8").replace("- id: boras\n", "- id: boras\n  # A\n")
    centres.write_text(text, encoding="utf-8")
    assert cli.main(["check", *options]) == 0
    lines = capsys.readouterr().out.splitlines()
    own = [line for line in lines if line.startswith("::")]
    assert own
    assert all("boras" in line for line in own)
    assert f"Varningar om annat än det du har ändrat: {every - len(own)}. Se: make report." in lines


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("content/sv/om/stod.md", SWEDISH.replace("title: Stöd", "title: Efter ett brott"),
         "content/sv/om/stod.md:1:1: ”Efter ett brott” syns i webbläsarens historik, och ”brott” "
         "berättar vad som har hänt."),
        ("content/en/om/stod.md", SWEDISH.replace("title: Stöd", "title: Rape"),
         "content/en/om/stod.md:1:1: ”Rape” syns i webbläsarens historik, och ”rape” berättar vad "
         "som har hänt."),
        ("content/sv/om/valdtakt.md", SWEDISH,
         "content/sv/om/valdtakt.md:1:1: ”om/valdtakt/” syns i webbläsarens historik, och ”våld” "
         "berättar vad som har hänt."),
        ("locales/en/site.po",
         'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
         'msgid "Karta"\nmsgstr "Map of crime"\n',
         "locales/en/site.po:1:1: ”Map of crime” syns i webbläsarens historik, och ”crime” "
         "berättar vad som har hänt."),
        ("locales/en/words.yaml", "telling: []\n",
         "locales/en/words.yaml:1:10: telling: är tomt. Skriv ett värde, eller ta bort raden om "
         "fältet inte måste finnas."),
        ("locales/en/words.yaml", "before_place: []\n",
         "locales/en/words.yaml:1:1: telling: fältet saknas. Jämför med en annan post, och skriv "
         "not confirmed om ingen vet."),
        ("locales/en/words.yaml", None,
         "locales/en/words.yaml:1:1: filen saknas. Skriv den, med telling, som "
         "locales/sv/words.yaml."),
        ("content/en/om/stod.md",
         SWEDISH.replace("---\n#", "review: {by: Anna, on: 2026-11-20, text: abc}\n---\n#"),
         "content/en/om/stod.md:4:14: review.by: ”Anna” är inget giltigt val. Välj ett av: "
         "translator, agency, native-speaker, readers."),
        ("content/sv/om/stod.md",
         SWEDISH.replace("---\n#", "review: {by: agency, on: 2026-11-20, text: abc}\n---\n#"),
         "content/sv/om/stod.md:1:1: review: källtexten granskas inte som en översättning. "
         "Ta bort den."),
        ("content/en/om/stod.md",
         SWEDISH.replace("---\n#", "review: {by: agency, on: 2027-11-20, text: abc}\n---\n#"),
         "content/en/om/stod.md:1:1: 2027-11-20 har inte varit än. Skriv en dag som har varit, "
         "eller vänta med ändringen."),
        ("locales/en/site.po",
         'msgid ""\nmsgstr ""\n"X-Reviewed-By: Anna\\n"\n"X-Reviewed-On: 2026-11-20\\n"\n'
         '"X-Reviewed-Text: abc\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n',
         "locales/en/site.po:3:1: X-Reviewed-By: ”Anna” är inget giltigt val. Välj ett av: "
         "translator, agency, native-speaker, readers."),
        ("locales/en/site.po",
         'msgid ""\nmsgstr ""\n"X-Reviewed-By: agency\\n"\n"X-Reviewed-On: 2027-11-20\\n"\n'
         '"X-Reviewed-Text: abc\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n',
         "locales/en/site.po:4:1: X-Reviewed-On: 2027-11-20 har inte varit än. Skriv en dag som "
         "har varit, eller vänta med ändringen."),
    ],
    ids=["title", "translated title", "address", "title of data", "no words", "no telling",
         "no list", "a name", "review of the source", "a day to come", "a name in a catalogue",
         "a catalogue's day to come"],
)  # fmt: skip
def test_a_mistake_in_what_a_language_brings_is_said_where_it_stands(
    root: Path, capsys: pytest.CaptureFixture[str], file: str, text: str | None, said: str
) -> None:
    """What would stand in a browser's history, word lists, and reviews; never a name."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        path.unlink()
    else:
        path.write_text(text, encoding="utf-8")
    assert check(root) == 1
    assert capsys.readouterr().out.splitlines() == [said]


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
