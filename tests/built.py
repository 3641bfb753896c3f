"""Build the site in a test, and find files of what was built."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from filelock import FileLock

from centres.site.release import packing
from helpers import LATEST, ROOT

# The command of a build, but for the folder that it writes.
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--site-dir"]
# The address that the site of the tests is built for.
SITE_URL = os.environ.get("SITE_URL", "https://stod.example/")
# What a build reads of the repository.
BUILD_FOLDERS = ("content", "data", "hooks", "locales", "requirements", "templates", "theme")
BUILD_FILES = ("mkdocs.yml", "pyproject.toml")


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


def example(target: Path) -> Path:
    """Copy what a build of the frozen example reads to `target`; return it, to be changed.

    Beside the example of other tests it has the prose that its pages lead to, some of which nobody
    has translated, and centres that have closed.
    """
    copied(target, without=["content"])
    for words in target.glob("locales/*/search.yaml"):
        words.unlink()  # they lead to pages and lines that the example lacks
    for source, name in (("example_content", "content"), ("example", "data"), ("example_site", "")):
        shutil.copytree(ROOT / "tests" / source, target / name, dirs_exist_ok=True)
    return target


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return the folder `name`, which every process of a run of tests shares.

    The first that asks has `make` fill it, others wait meanwhile, and nobody changes it after. If
    `make` fails, the next that asks tries again.
    """
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, made = shared / name, shared / f"{name}.made"
    with FileLock(shared / f"{name}.lock"):
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            made.touch()
    return folder


def packed(factory: pytest.TempPathFactory, site: Path, name: str) -> Path:
    """Return the folder of a built site as it is released, packed once for all processes.

    It has `name` among the folders that processes share.
    """

    def pack(folder: Path) -> None:
        packing.pack(site, folder / "packed")

    return once(factory, f"packed-{name}", pack) / "packed"


def build(target: Path, root: Path = ROOT, **environment: str) -> None:
    """Build as `mkdocs` does; fail with what it printed if it fails."""
    done = mkdocs(target, root, **environment)
    assert done.returncode == 0, done.stderr


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
    epoch = epoch_of(LATEST)
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": epoch, **more}


def epoch_of(day: date) -> str:
    """Return noon of a day, UTC, as SOURCE_DATE_EPOCH has it."""
    return str(int(datetime.combine(day, time(12), UTC).timestamp()))
