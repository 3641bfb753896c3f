"""Building the site in a test."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path

from bs4 import BeautifulSoup

from helpers import LATEST, ROOT

# Where the site that the tests read is published.
SITE_URL = os.environ.get("SITE_URL", "https://stod.example/")
# How a test reads a page of the built site: by its address, parsed.
Read = Callable[[str], BeautifulSoup]


def copied(target: Path) -> Path:
    """A copy in `target` of what a build needs, for a test to change."""
    for name in ("content", "data", "hooks", "locales", "templates", "theme"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target


def mkdocs(target: Path, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` for the repository at `root` into `target`, as of the data's last day."""
    built_on = datetime.combine(LATEST, time(), UTC)
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(target)],
        cwd=root,
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": str(int(built_on.timestamp())),
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )
