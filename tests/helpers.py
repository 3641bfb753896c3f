"""Share between tiers: the real directory, an example to break, problems as printed, patience."""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from centres import i18n
from centres.data import loader
from centres.data.directory import Directory
from centres.data.geography import Municipality
from centres.data.model import Centre
from centres.files.problem import DataProblems
from centres.pages.document.settings import Settings

ROOT = Path(__file__).parents[1]
# What tests keep to be printed at the end of a run: heading -> lines.
PRINTED: pytest.StashKey[dict[str, list[str]]] = pytest.StashKey()
# Seconds until a test gives up waiting. It allows for a busy machine; no speed is tested by it.
# Whether most languages here are the bench's (`make test-languages`): their words are invented.
INVENTED_WORDS = "INVENTED_WORDS" in os.environ
PATIENCE = 60
# Where pages are published does not matter to a test of what they say.
SETTINGS = Settings("/", "https://example.org/")
# "Today" in tests of the example, whose facts never change.
TODAY = date(2026, 11, 22)


# What was checked or read on a day; what ends on a day says something of the future.
_CHECKED = r"\b(?:checked|retrieved): '?(\d{4}-\d\d-\d\d)\b"


def newest_day(data: Path) -> date:
    """Return the latest date in a data folder, for tests of real data to need no clock."""
    texts = [path.read_text(encoding="utf-8") for path in data.glob("*.yaml")]
    days = [day for text in texts for day in re.findall(_CHECKED, text)]
    return max(date.fromisoformat(day) for day in days)


# What a mailbox that several read is called after.
_OF_A_MAILBOX = re.compile(
    r"(?i)stod|stöd|brott|utsatt|centrum|center|ung|social|registrator|kommun|jour|kontakt|info"
)
# The real directory, on the last day that anything in it was checked or read.
LATEST = newest_day(ROOT / "data")
DIRECTORY = loader.load(ROOT / "data", LATEST)
# The languages that have every page; a variant, such as lättläst, has only some.
LANGUAGES = {record.code: record for record in DIRECTORY.languages if not record.variant_of}
VARIANTS = {record.code: record for record in DIRECTORY.languages if record.variant_of}
SERVED_BY = {name: centre for centre in DIRECTORY.centres for name in centre.municipalities}
# The languages that have the guide, Swedish first.
GUIDE_LANGUAGES = [code for code, record in LANGUAGES.items() if record.has_guide]
# The folder of each language's pages: "" for the source language, "en/" for English.
FOLDERS = {code: language.folder for code, language in LANGUAGES.items()}


def changed_data(folder: Path, *changes: tuple[str, str], file: str = "centres.yaml") -> Path:
    """Copy the example to `folder`, replace the first `old` in `file` by `new` for each change.

    The example is small and frozen: 19 municipalities in five counties, 14 of them served by 10
    centres. Returns the data folder.
    """
    data = folder / "data"
    shutil.copytree(ROOT / "tests/example", data)
    for name in ("words.yaml", "crisis.yaml", "notices.yaml"):
        for words in ROOT.glob(f"locales/*/{name}"):
            (folder / words.parent.relative_to(ROOT)).mkdir(parents=True, exist_ok=True)
            shutil.copy(words, folder / words.relative_to(ROOT))
    path = data / file
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, f"{old!r} is not in {file}"
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return data


def copy_locales(root: Path) -> None:
    """Copy the catalogues and words of all languages, but those that name pages by which to search.

    The example lacks most of those pages.
    """
    ignored = shutil.ignore_patterns("search.yaml")
    shutil.copytree(ROOT / "locales", root / "locales", dirs_exist_ok=True, ignore=ignored)


def problems(data: Path, language: str = "sv", today: date = TODAY) -> list[str]:
    """Return the lines that `centres check` prints about a data folder, one for each problem."""
    try:
        loader.load(data, today)
    except DataProblems as error:
        messages = i18n.read(ROOT, language, "editor")
        return [problem.as_line(messages) for problem in error.problems]
    return []


def personal_addresses(text: str) -> list[str]:
    """Return each e-mail address in a text that has the form of a person's, first.last@.

    Not one of whose two names says what a mailbox is for: a function is nobody's name.
    """
    found = re.findall(r"(?i)\b[a-zåäöé-]+\.[a-zåäöé-]+@[a-z0-9.-]+\.[a-z]{2,}", text)
    return [one for one in found if not _OF_A_MAILBOX.search(one.partition("@")[0])]


def municipality(directory: Directory, name: str) -> Municipality:
    """Return the municipality called `name`."""
    return next(place for place in directory.municipalities if place.name == name)


def centre(directory: Directory, name: str) -> Centre:
    """Return the centre with the id `name`."""
    return next(centre for centre in directory.centres if centre.id == name)


def json_objects(whole: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in a JSON value, itself among them."""
    if isinstance(whole, dict):
        yield whole
    for part in whole.values() if isinstance(whole, dict) else whole:
        if isinstance(part, dict | list):
            yield from json_objects(part)


def line_of(data: Path, text: str, file: str = "centres.yaml") -> int:
    """Return the number of the first line of `file` in `data` that contains `text`, from 1."""
    lines = (data / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def eventually(condition: Callable[[], bool]) -> bool:
    """Wait until `condition` holds; return whether it did within `PATIENCE` seconds."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def print_at_the_end(config: pytest.Config, heading: str, lines: list[str]) -> None:
    """Print `lines` under `heading` at the end of the run, whether tests pass or fail."""
    config.stash.setdefault(PRINTED, {})[heading] = lines
