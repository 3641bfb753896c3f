"""One build of the real site for the tiers that read it back: `build` and `browser`."""

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

# A site to test instead of building one: what has been tested can then be published.
BUILT_SITE = os.environ.get("BUILT_SITE")
# Where the tests run says nothing of how things are said: a test that wants it sets it.
for name in ("GITHUB_ACTIONS", "CENTRES_LANG", "SITE_LANGUAGES", "SITE_URL"):
    os.environ.pop(name, None)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site: a new one, or that which BUILT_SITE names, if unchanged."""
    if BUILT_SITE:
        given = Path(BUILT_SITE).resolve()
        checked = ["sha256sum", "--check", "--strict", "--quiet", f"{given.name}.sha256"]
        subprocess.run(checked, cwd=given.parent, check=True)
        return given
    target = tmp_path_factory.mktemp("built") / "site"
    done = mkdocs(target, SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="session")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """The built site, served by nginx on this machine and nowhere else."""
    host = nginx.served(site, tmp_path_factory.mktemp("nginx"), SITE_URL)
    yield host
    host.stop()


@pytest.fixture(scope="session")
def guest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """The site built for a path on another's host, /vald/, and served there."""
    site = tmp_path_factory.mktemp("guest") / "site"
    url = "https://stod.example/vald/"
    done = mkdocs(site, SITE_URL=url)
    assert done.returncode == 0, done.stderr
    host = nginx.served(site, tmp_path_factory.mktemp("nginx"), url, nginx.ANOTHERS)
    yield host
    host.stop()


def reader(site: Path) -> Read:
    @cache
    def parsed(address: str) -> BeautifulSoup:
        file = site / address / "index.html" if not address.endswith(".html") else site / address
        return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")

    return parsed


@pytest.fixture(scope="session")
def read(site: Path) -> Read:
    """A page of the built site by its address, parsed."""
    return reader(site)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """A page of a site built from the frozen example, by its address, parsed.

    What a page says of one fact is tested here: an editor may change the fact, and not the test.
    """
    root = copied(tmp_path_factory.mktemp("example"))
    shutil.rmtree(root / "content")
    shutil.copytree(ROOT / "tests/example_content", root / "content")
    for path in (ROOT / "tests/example").iterdir():
        shutil.copy(path, root / "data")
    done = mkdocs(root / "site", root)
    assert done.returncode == 0, done.stderr
    return reader(root / "site")


@pytest.fixture(scope="session")
def own_pages(site: Path) -> list[Path]:
    """Every page of our own templates: all but those that Material makes."""
    pages = sorted(site.rglob("*.html"))
    return [path for path in pages if not is_materials(path.relative_to(site).as_posix())]


@pytest.fixture(scope="session")
def visitor_pages(site: Path, own_pages: list[Path]) -> list[Path]:
    """Every page that a victim may read: all but the guide."""
    return [path for path in own_pages if "starta" not in path.relative_to(site).parts]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print what tests have left to be seen."""
    for heading, lines in config.stash.get(PRINTED, {}).items():
        terminalreporter.section(heading)
        for line in lines:
            terminalreporter.write_line(line)
