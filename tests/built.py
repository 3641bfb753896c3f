"""Building the site in a test."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup

from helpers import ROOT

# How a test reads a page of the built site: by its address, parsed.
Read = Callable[[str], BeautifulSoup]


def mkdocs(target: Path, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` for the repository at `root` into `target`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(target)],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
