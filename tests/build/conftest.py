"""One build of the real site for the whole tier, read back from its files."""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from helpers import ROOT

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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    target = tmp_path_factory.mktemp("built") / "site"
    done = mkdocs(target, SITE_URL="https://stod.example/")
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="session")
def read(site: Path) -> Read:
    """A page of the built site by its address, parsed."""

    @cache
    def parsed(address: str) -> BeautifulSoup:
        file = site / address / "index.html" if not address.endswith(".html") else site / address
        return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")

    return parsed


@pytest.fixture(scope="session")
def visitor_pages(site: Path) -> list[Path]:
    """Every page that a victim may read: all but the guide."""
    return [path for path in sorted(site.rglob("*.html")) if path.parent.name != "data"]
