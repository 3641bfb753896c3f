"""`centres translations`: new texts in the catalogues, and what is left to translate."""

from pathlib import Path

import pytest

from centres import cli, i18n
from helpers import TODAY, changed_data

HOURS = (
    "opening_hours: {weekly: always, note: Ring helst på kvällen., source: centret, "
    "checked: 2026-11-20}"
)


def translations(data: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Run the command, and return the lines that it prints; its status is 0."""
    typed = ["translations", f"--data={data}", f"--today={TODAY}", "--format=text"]
    assert cli.main(typed) == 0
    return capsys.readouterr().out.splitlines()


def entries(root: Path, code: str) -> dict[str, str]:
    """Return the texts of a catalogue with their translations."""
    catalogue = i18n.read_catalogue(root / f"locales/{code}/site.po")
    return {str(entry.id): str(entry.string) for entry in catalogue if entry.id}


def test_a_language_without_a_catalogue_gets_one_with_every_text_of_the_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A data folder elsewhere has no program beside it, and so no messages to editors."""
    lines = translations(changed_data(tmp_path), capsys)
    count = len(entries(tmp_path, "en"))
    assert lines == [
        f"locales/en/site.po: {count} words, {count} without translation",
        f"locales/ar/site.po: {count} words, {count} without translation",
        "Översättningar i tal. Vilka texter och sidor: centres report.",
        f"- engelska: texter: {count} saknas, 0 gamla. Sidor: 0 saknas, 0 gamla. Granskade sidor "
        "och kataloger: 0 av 2, och 0 har ändrats sedan de granskades.",
        f"- arabiska: texter: {count} saknas, 0 gamla. Sidor: 0 saknas, 0 gamla. Granskade sidor "
        "och kataloger: 0 av 1, och 0 har ändrats sedan de granskades.",
    ]
    assert set(entries(tmp_path, "ar").values()) == {""}
    assert not (tmp_path / "locales/en/editor.po").exists()


def test_a_new_text_is_added_and_no_translation_is_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its lines stand beside the others, for a translator to fill in."""
    data = changed_data(tmp_path)
    translations(data, capsys)
    path = tmp_path / "locales/en/site.po"
    empty = 'msgid "Fara just nu"\nmsgstr ""\n'
    text = path.read_text(encoding="utf-8")
    assert empty in text
    filled = empty.replace('msgstr ""', 'msgstr "danger now"')
    path.write_text(text.replace(empty, filled), encoding="utf-8")
    before = entries(tmp_path, "en")
    centres = data / "centres.yaml"
    text = centres.read_text(encoding="utf-8").replace("opening_hours: not confirmed", HOURS, 1)
    centres.write_text(text, encoding="utf-8")
    translations(data, capsys)
    assert entries(tmp_path, "en") == {**before, "Ring helst på kvällen.": ""}
    assert before["Fara just nu"] == "danger now"
