"""Build the real site once for the tiers that read it, `build` and `browser`, and serve it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import nginx
from built import SITE_URL, Read, copied, mkdocs
from helpers import PRINTED, ROOT
from nginx import Nginx
from page_kinds import is_materials

pytest_plugins = ["plugin"]
# The folder of a built site to test instead of building one, so that the tested one is published.
BUILT_SITE = os.environ.get("BUILT_SITE")
# These change what is printed and built, so a run's own are removed; a test sets what it needs.
for name in ("GITHUB_ACTIONS", "CENTRES_LANG", "SITE_LANGUAGES", "SITE_URL"):
    os.environ.pop(name, None)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a built site: BUILT_SITE, if its checksums hold, or a new one."""
    if BUILT_SITE:
        folder = Path(BUILT_SITE).resolve()
        command = ["sha256sum", "--check", "--strict", "--quiet", f"{folder.name}.sha256"]
        subprocess.run(command, cwd=folder.parent, check=True)
        return folder
    target = tmp_path_factory.mktemp("built") / "site"
    build = mkdocs(target, SITE_URL=SITE_URL)
    assert build.returncode == 0, build.stderr
    return target


@pytest.fixture(scope="session")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """Serve the built site by nginx, on this machine only."""
    host = nginx.served(site, tmp_path_factory.mktemp("nginx"), SITE_URL)
    yield host
    host.stop()


@pytest.fixture(scope="session")
def guest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """Build the site for a path on another site's host, /vald/, and serve it there."""
    site = tmp_path_factory.mktemp("guest") / "site"
    url = "https://stod.example/vald/"
    build = mkdocs(site, SITE_URL=url)
    assert build.returncode == 0, build.stderr
    host = nginx.served(site, tmp_path_factory.mktemp("nginx"), url, nginx.ANOTHERS)
    yield host
    host.stop()


def reader(site: Path) -> Read:
    """Return a function that parses a page of `site`, each page once."""

    @cache
    def parsed(address: str) -> BeautifulSoup:
        file = site / address / "index.html" if not address.endswith(".html") else site / address
        return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")

    return parsed


@pytest.fixture(scope="session")
def read(site: Path) -> Read:
    """Return a function that parses a page of the built site, from its path."""
    return reader(site)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Return a function that parses a page of a site built from the frozen example.

    Tests of how a page shows a certain fact use it: an editor who changes the fact in the real data
    need not change a test.
    """
    root = copied(tmp_path_factory.mktemp("example"))
    shutil.rmtree(root / "content")
    shutil.copytree(ROOT / "tests/example_content", root / "content")
    for path in (ROOT / "tests/example").iterdir():
        shutil.copy(path, root / "data")
    build = mkdocs(root / "site", root)
    assert build.returncode == 0, build.stderr
    return reader(root / "site")


@pytest.fixture(scope="session")
def own_pages(site: Path) -> list[Path]:
    """List the pages of our own templates: all but those that Material makes."""
    pages = sorted(site.rglob("*.html"))
    return [path for path in pages if not is_materials(path.relative_to(site).as_posix())]


@pytest.fixture(scope="session")
def visitor_pages(site: Path, own_pages: list[Path]) -> list[Path]:
    """List the pages that a victim may read: all but the guide."""
    return [path for path in own_pages if "starta" not in path.relative_to(site).parts]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the lines that tests have kept by `print_at_the_end`."""
    for heading, lines in config.stash.get(PRINTED, {}).items():
        terminalreporter.section(heading)
        for line in lines:
            terminalreporter.write_line(line)
