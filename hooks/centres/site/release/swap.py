"""Putting a built site in the place of the one that is served, so that one of them always is."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

# <fcntl.h> and <linux/fs.h>: paths from the working folder, and two names that change places.
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def building(site: Path) -> Path:
    """The folder that a new site is built in, beside `site`."""
    return site.with_name(f"{site.name}.building")


def recover(site: Path) -> None:
    """Put back the site that a build has left aside, if it was killed between two renames."""
    if not site.exists() and _aside(site).exists():
        _aside(site).rename(site)


def put(site: Path, beside: dict[str, str]) -> None:
    """Put the site that has been built for `site` in its place, and remove the one that was there.

    `beside` are the texts of files that belong to it and stand next to it, by name. On Linux the
    two sites change places in one step. Elsewhere it takes two renames, and between them the old
    site stands beside its place, whole: `recover` puts it back. Raises OSError if something cannot
    be written; then the old site is where it was.
    """
    new, old = building(site), _aside(site)
    waiting = {site.with_name(f"{name}.new"): text for name, text in beside.items()}
    for file, text in waiting.items():
        file.write_text(text, encoding="utf-8")
    if not site.exists():
        new.rename(site)
    elif not _exchange(new, site):
        shutil.rmtree(old, ignore_errors=True)
        site.rename(old)
        new.rename(site)
    for file in waiting:
        file.replace(file.with_suffix(""))
    for gone in (new, old):
        shutil.rmtree(gone, ignore_errors=True)


def _aside(site: Path) -> Path:
    return site.with_name(f"{site.name}.old")


def _exchange(new: Path, site: Path) -> bool:
    """Whether two folders have changed places in one step: not every file system can."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)  # glibc 2.28, musl 1.2.4
    if renameat2 is None:
        return False
    paths = os.fsencode(new), os.fsencode(site)
    return bool(renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
