"""Build the site in a test, and find files of what was built."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection
from datetime import UTC, datetime, time
from pathlib import Path

from bs4 import BeautifulSoup

from helpers import LATEST, ROOT

# The command of a build, but for the folder that it writes.
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--site-dir"]
# The address that the site of the tests is built for.
SITE_URL = os.environ.get("SITE_URL", "https://stod.example/")
# What a build reads of the repository.
BUILD_FOLDERS = ("content", "data", "hooks", "locales", "requirements", "templates", "theme")
BUILD_FILES = ("mkdocs.yml", "pyproject.toml")
# Returns a page of the built site, parsed, from its path.
Read = Callable[[str], BeautifulSoup]


def copied(target: Path, without: Collection[str] = ()) -> Path:
    """Copy what a build reads to `target`, but for the folders named in `without`.

    Returns `target`, for a test to change.
    """
    for name in BUILD_FOLDERS:
        if name not in without:
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, target / name, ignore=ignored)
    for name in BUILD_FILES:
        shutil.copy(ROOT / name, target)
    return target


def asset(site: Path, name: str) -> Path:
    """Return the file of a built site that is `name` in theme/assets: it has a hash in its name."""
    stem, _, extension = name.rpartition(".")
    (file,) = (site / "assets").glob(f"{stem}.????????.{extension}")
    return file


def mkdocs(target: Path, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` for the repository at `root` into `target`, as of the data's last day."""
    return subprocess.run(
        [*MKDOCS, str(target)],
        cwd=root,
        env=environment_of_a_build(**environment),
        capture_output=True,
        text=True,
        check=False,
    )


def environment_of_a_build(**more: str) -> dict[str, str]:
    """Return the environment of a build as of the data's last day, with the variables of `more`."""
    built_on = datetime.combine(LATEST, time(12), UTC)
    epoch = str(int(built_on.timestamp()))
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": epoch, **more}
