"""`centres fields`: the schemas and the field guide, made anew."""

from pathlib import Path

import pytest

from centres import cli
from centres.data import loader
from centres.editors.commands.fields import generated
from helpers import TODAY, changed_data


def test_what_was_changed_by_hand_is_written_anew_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Into folders that may not exist yet."""
    data = changed_data(tmp_path)
    guide = tmp_path / "docs/falt.md"
    guide.parent.mkdir()
    guide.write_text("Ändrad för hand.\n", encoding="utf-8")
    assert cli.main(["fields", f"--data={data}", f"--today={TODAY}"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "data/schema/centres.json",
        "data/schema/critical.json",
        "data/schema/glossary.json",
        "data/schema/helplines.json",
        "data/schema/languages.json",
        "data/schema/notices.json",
        "data/schema/retired.json",
        "data/schema/rounds.json",
        "data/schema/scripts.json",
        "data/schema/sources.json",
        "docs/falt.md",
    ]
    texts = generated(loader.load(data, TODAY))
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in texts} == texts
    assert texts["docs/falt.md"].startswith("# Fälten i datafilerna\n")


def test_data_with_a_mistake_makes_no_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The schema would offer what is wrong."""
    data = changed_data(tmp_path, ("[Eskilstuna]", "[Eskilstnua]"))
    assert cli.main(["fields", f"--data={data}", f"--today={TODAY}", "--format=text"]) == 1
    assert capsys.readouterr().out.startswith("data/centres.yaml:70:20: eskilstuna: ")
    assert not (data / "schema").exists()
