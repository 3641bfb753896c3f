"""Put a built site in the place of the one that is served, so that one of them always is there."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

# From <fcntl.h> and <linux/fs.h>: take paths from the working folder, and exchange two names.
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def building_folder(site: Path) -> Path:
    """Return the folder that a new site is built in, beside the folder `site`."""
    return site.with_name(f"{site.name}.building")


def recover(site: Path) -> None:
    """Put the old site back, if a build was killed between the two renames of `replace`."""
    if not site.exists() and _old_folder(site).exists():
        _old_folder(site).rename(site)


def replace(site: Path, sidecars: dict[str, str]) -> None:
    """Put the site in `building_folder(site)` in the place of `site`, and remove the old one.

    `sidecars` are the texts of the files to write beside it, by name. On Linux the two sites change
    places in one step. Elsewhere it takes two renames, and between them the old site stands beside
    its place, whole: `recover` puts it back. Raises OSError if something cannot be written; then
    the old site is still in its place, and nothing new beside it.
    """
    new, old = building_folder(site), _old_folder(site)
    drafts = {site.with_name(f"{name}.new"): text for name, text in sidecars.items()}
    try:
        for file, text in drafts.items():
            file.write_text(text, encoding="utf-8")
    except OSError:
        for file in filter(Path.is_file, drafts):
            file.unlink()
        raise
    if not site.exists():
        new.rename(site)
    elif not _exchange(new, site):
        shutil.rmtree(old, ignore_errors=True)
        site.rename(old)
        new.rename(site)
    for file in drafts:
        file.replace(file.with_suffix(""))
    for folder in (new, old):
        shutil.rmtree(folder, ignore_errors=True)


def _old_folder(site: Path) -> Path:
    return site.with_name(f"{site.name}.old")


def _exchange(new: Path, site: Path) -> bool:
    """Exchange two folders in one step; return False if the system or its files cannot do it."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)  # glibc 2.28, musl 1.2.4
    if renameat2 is None:
        return False
    paths = os.fsencode(new), os.fsencode(site)
    return bool(renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
