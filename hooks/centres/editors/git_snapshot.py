"""Extract the data, the prose and the catalogues as they were at a git revision."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

from centres.data import municipal_contacts
from centres.data.model import RECORDS
from centres.errors import HistoryError

# What editors change. Program and templates are today's on both sides of a comparison, and so are
# the data files that no editor writes, whose columns the program knows, and the languages.
_FOLDERS = ("data", "content", "locales")
_TODAYS = (
    "data/municipalities.csv",
    "data/map.csv",
    "data/languages.yaml",
    "data/scripts.yaml",
    "locales/*/words.yaml",
    "locales/*/crisis.yaml",
    "locales/*/search.yaml",
)


def extract(root: Path, revision: str, target: Path) -> None:
    """Write the folders of `root` as they were at `revision` (as git names it) into `target`.

    Raises HistoryError if git does not know the revision, or it has no data folder.
    """
    listed = _git(root, "ls-tree", "--name-only", "--end-of-options", revision).decode().split()
    if "data" not in listed:
        raise HistoryError(f"{revision}: data/")
    folders = [name for name in _FOLDERS if name in listed]
    archive = _git(root, "archive", "--format=zip", "--end-of-options", revision, *folders)
    # Never a link, and never outside the folder: tarfile's filter for that came with Python 3.11.4.
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        files.extractall(target)
    for name in RECORDS:
        file = target / "data" / f"{name}.yaml"
        if not file.exists():
            # A file that the directory did not have then had nothing in it.
            file.write_text("[]\n", encoding="utf-8")
    for path in (path for pattern in _TODAYS for path in root.glob(pattern)):
        copy = target / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    contacts = target / "data" / municipal_contacts.FILE
    if not contacts.exists():
        # Nor had it one of municipalities' own contacts; each still has a row.
        contacts.write_text(municipal_contacts.unknown(target / "data"), encoding="utf-8")


def text_at(folder: Path, revision: str, name: str) -> str:
    """Return the text of the file `name` in `folder` as it was at `revision`.

    Raises HistoryError if git does not know it, and UnicodeDecodeError if it was no text.
    """
    return _git(folder, "show", "--end-of-options", f"{revision}:./{name}").decode("utf-8-sig")


def _git(root: Path, *arguments: str) -> bytes:
    """Return what a git command prints, run in `root`. Raises HistoryError with git's message."""
    command = ["git", "-C", str(root), *arguments]
    try:
        process = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 (PATH's git)
    except FileNotFoundError as error:
        raise HistoryError("git") from error
    except subprocess.CalledProcessError as error:
        raise HistoryError(error.stderr.decode(errors="replace").strip()) from error
    return process.stdout
