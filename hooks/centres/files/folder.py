"""List the files of a folder."""

import os
from pathlib import Path


def files_below(folder: Path) -> list[str]:
    """Return the path of every file below `folder`, from it and with "/", sorted.

    `Path.rglob` says the same in twice the time, and a site has thousands of files.
    """
    start = len(str(folder)) + 1
    return sorted(
        f"{within}/{name}"[start:].replace(os.sep, "/")
        for within, _, names in os.walk(folder)
        for name in names
    )
