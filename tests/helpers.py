"""What several tiers need: the real directory, an example to break, and problems as printed."""

import re
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from centres import i18n
from centres.data import loader
from centres.files.problem import DataProblems
from centres.pages.document.settings import Settings

ROOT = Path(__file__).parents[1]
# What tests leave to be printed at the end of a run: lines, by a heading.
PRINTED: pytest.StashKey[dict[str, list[str]]] = pytest.StashKey()
# The longest that anything may take, in seconds, for a machine that is busy: it is not about speed.
PATIENCE = 60
# Where pages are published does not matter to a test of what they say.
SETTINGS = Settings("/", "https://example.org/")
# The day of the example, which never changes.
TODAY = date(2026, 11, 22)


def newest_day(data: Path) -> date:
    """The latest day that stands in a data folder: a test of real data needs no clock."""
    texts = [path.read_text(encoding="utf-8") for path in data.glob("*.yaml")]
    days = [day for text in texts for day in re.findall(r": (\d{4}-\d\d-\d\d)\b", text)]
    return max(date.fromisoformat(day) for day in days)


# The real directory, on the last day that anything in it was checked or read.
LATEST = newest_day(ROOT / "data")
DIRECTORY = loader.load(ROOT / "data", LATEST)
# The languages that have every page; a variant, such as lättläst, has only some.
LANGUAGES = {one.code: one for one in DIRECTORY.languages if not one.variant_of}
VARIANTS = {one.code: one for one in DIRECTORY.languages if one.variant_of}
SERVED_BY = {name: centre for centre in DIRECTORY.centres for name in centre.municipalities}
# Where each language's pages are: "" for the source language, "en/" for English.
FOLDERS = {code: language.folder for code, language in LANGUAGES.items()}


def changed_data(folder: Path, *changes: tuple[str, str], file: str = "centres.yaml") -> Path:
    """The example in `folder`, where each (old, new) has replaced the first `old` in `file`."""
    data = folder / "data"
    shutil.copytree(ROOT / "tests/example", data)
    for name in ("map.csv", "municipalities.csv", "places.csv"):
        shutil.copy(ROOT / "data" / name, data)
    path = data / file
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, f"{old!r} does not stand in {file}"
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return data


def problems(data: Path, language: str = "sv", today: date = TODAY) -> list[str]:
    """What `centres check` prints about a data folder: one line a problem."""
    try:
        loader.load(data, today)
    except DataProblems as error:
        spoken = i18n.read(ROOT, language, "editor")
        return [problem.as_line(spoken) for problem in error.problems]
    return []


def line_of(data: Path, text: str) -> int:
    """The number of the first line of centres.yaml that holds `text`."""
    lines = (data / "centres.yaml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def comes(there: Callable[[], bool]) -> bool:
    """Whether something comes to be so, sooner or later."""
    until = time.monotonic() + PATIENCE
    while not there():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def print_at_the_end(config: pytest.Config, heading: str, lines: list[str]) -> None:
    """Leave `lines` for the end of the run: figures that somebody wants to see, green or red."""
    config.stash.setdefault(PRINTED, {})[heading] = lines
