"""`centres checked`: the day and the source of a confirmation, and no other byte."""

import io
from pathlib import Path

import pytest

from centres import cli
from centres.files import yaml_edit
from helpers import TODAY, changed_data, problems


def run(data: Path, *typed: str) -> int:
    return cli.main(["checked", *typed, f"--data={data}", f"--today={TODAY}", "--format=text"])


def files(data: Path) -> dict[str, str]:
    """Read the two files that the command writes, exactly as they are."""
    return {name: yaml_edit.read(data / f"{name}.yaml") for name in ("centres", "sources")}


def changed_lines(before: str, after: str) -> list[tuple[str, str]]:
    """Return the lines that differ, as they were and as they are."""
    lines = zip(before.splitlines(), after.splitlines(), strict=True)
    return [(old, new) for old, new in lines if old != new]


def test_a_confirmation_changes_the_day_and_the_source_of_one_entry(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What has a source of its own is named, and left as it is."""
    data = changed_data(tmp_path)
    before = files(data)
    typed = ["--source=taby-mejl-2026", "--source-title=Mejl från centret"]
    typed += ["--source-publisher=Täby kommun", "--source-date=2026-11-22"]
    assert run(data, "taby", *typed) == 0
    assert changed_lines(before["centres"], files(data)["centres"]) == [
        ("  source: bilaga-2", "  source: taby-mejl-2026"),
        ("  checked: 2026-01-14", "  checked: 2026-11-22"),
    ]
    assert capsys.readouterr().out.splitlines() == [
        "taby: bekräftat 2026-11-22, enligt taby-mejl-2026.",
        "Lade till källan taby-mejl-2026 i data/sources.yaml.",
        "Har en egen källa och ändrades inte: ages, receives, services, free_of_charge.",
    ]
    assert problems(data) == []


def test_what_was_not_typed_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which centre, and how you know; Enter alone means that the centre itself has told."""
    data = changed_data(tmp_path)
    before = files(data)
    monkeypatch.setattr("sys.stdin", io.StringIO("boras\n\n"))
    assert run(data) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Vilket centrum? Skriv dess id, som boras.",
        "Varifrån vet du det? Källans id, som centret, kommunens-webbplats eller vara-webb-2026. "
        "[centret]",
        "boras: bekräftat 2026-11-22, enligt centret.",
    ]
    assert changed_lines(before["centres"], files(data)["centres"]) == [
        ("  source: bilaga-2", "  source: centret"),
        ("  checked: 2026-01-14", "  checked: 2026-11-22"),
    ]
    assert files(data)["sources"] == before["sources"]


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    """Notepad's habits are the editor's own business."""
    data = changed_data(tmp_path)
    text = yaml_edit.read(data / "centres.yaml").replace("\n", "\r\n")
    yaml_edit.write(data / "centres.yaml", text)
    assert run(data, "boras", "--source=centret") == 0
    after = files(data)["centres"]
    assert after.count("\r\n") == after.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("sv", "centret ”borås” finns inte i data/centres.yaml. Menade du boras?\n"),
        ("en", "the centre “borås” is not in data/centres.yaml. Did you mean boras?\n"),
    ],
)
def test_a_misspelt_id_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, printed: str
) -> None:
    """The nearest one is proposed."""
    data = changed_data(tmp_path)
    before = files(data)
    assert run(data, "borås", "--source=bilaga-2", f"--lang={language}") == 2
    assert capsys.readouterr().out == printed
    assert files(data) == before
