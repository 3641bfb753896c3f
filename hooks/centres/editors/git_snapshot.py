"""The data, words and prose as they were at another point in the history (git)."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

from centres.data.model import RECORDS
from centres.errors import HistoryError

# What editors change; the program and the templates are today's on both sides of a comparison,
# and so are the files that no editor writes, whose columns the program knows.
FOLDERS = ("data", "content", "locales")
_MADE = ("municipalities.csv", "map.csv")


def snapshot(root: Path, revision: str, target: Path) -> None:
    """Put the folders of `root` as they were at `revision` (as git names it) into `target`.

    Raises HistoryError if git cannot find it.
    """
    listed = _git(root, "ls-tree", "--name-only", "--end-of-options", revision).decode().split()
    if "data" not in listed:
        raise HistoryError(f"{revision}: data/")
    there = [name for name in FOLDERS if name in listed]
    archive = _git(root, "archive", "--format=zip", "--end-of-options", revision, *there)
    # Never a link, and never outside the folder: tarfile's filter for that came with Python 3.11.4.
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        files.extractall(target)
    for name in RECORDS:
        file = target / "data" / f"{name}.yaml"
        if not file.exists():
            # A file that the directory did not have then had nothing in it.
            file.write_text("[]\n", encoding="utf-8")
    for made in _MADE:
        shutil.copy(root / "data" / made, target / "data" / made)


def _git(root: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 (PATH's git)
    except FileNotFoundError as error:
        raise HistoryError("git") from error
    except subprocess.CalledProcessError as error:
        raise HistoryError(error.stderr.decode(errors="replace").strip()) from error
    return done.stdout
