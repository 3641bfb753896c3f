"""What several tiers need: the repository, a changed copy of its data, and problems as printed."""

import shutil
from datetime import date
from pathlib import Path

from centres import loading, words
from centres.problems import DataProblems

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)
DIRECTORY = loading.load(ROOT / "data", TODAY)
LANGUAGES = {language.code: language for language in DIRECTORY.languages}
# Where each language's pages are: "" for the source language, "en/" for English.
FOLDERS = {code: language.folder for code, language in LANGUAGES.items()}


def changed_data(folder: Path, *changes: tuple[str, str], file: str = "centres.yaml") -> Path:
    """A copy of data/ in `folder` where each (old, new) has replaced the first `old` in `file`."""
    data = folder / "data"
    shutil.copytree(ROOT / "data", data, dirs_exist_ok=True)
    path = data / file
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, f"{old!r} does not stand in {file}"
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return data


def problems(data: Path, language: str = "sv") -> list[str]:
    """What `centres check` prints about a data folder: one line a problem."""
    try:
        loading.load(data, TODAY)
    except DataProblems as error:
        spoken = words.read(ROOT, "editor", language)
        return [problem.said(spoken) for problem in error.problems]
    return []


def line_of(data: Path, text: str, file: str = "centres.yaml", nth: int = 1) -> int:
    """The number of the nth line that holds `text`."""
    lines = (data / file).read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if text in line][nth - 1]
