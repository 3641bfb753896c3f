"""Build the real site once for the tiers that read it, `build` and `browser`, and serve it."""

import os
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

import built
import invariants
import nginx
from built import SITE_URL, once
from helpers import PRINTED, TODAY
from invariants import Site
from nginx import Nginx
from translated import pseudo

pytest_plugins = ["plugin"]
# The folder of a built site to test instead of building one, so that the tested one is published.
BUILT_SITE = os.environ.get("BUILT_SITE")
# These change what is printed and built, so a run's own are removed; a test sets what it needs.
for name in ("GITHUB_ACTIONS", "CENTRES_LANG", "SITE_LANGUAGES", "SITE_URL"):
    os.environ.pop(name, None)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a built site: BUILT_SITE, if its checksums hold, or a new one.

    It is built or checked once for all processes of a run, which must not change it.
    """
    if not BUILT_SITE:
        build = partial(built.build, SITE_URL=SITE_URL)
        shared = once(tmp_path_factory, "built", lambda folder: build(folder / "site"))
        return shared / "site"
    folder = Path(BUILT_SITE).resolve()
    command = ["sha256sum", "--check", "--strict", "--quiet", f"{folder.name}.sha256"]

    def check(_: Path) -> None:
        subprocess.run(command, cwd=folder.parent, check=True)

    once(tmp_path_factory, "checked", check)
    return folder


@pytest.fixture(scope="session")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """Serve the built site by an nginx of this process's own, on this machine only."""
    packed = built.packed(tmp_path_factory, site, "site")
    with nginx.serving(packed, tmp_path_factory.mktemp("nginx"), SITE_URL) as host:
        yield host


@pytest.fixture(scope="session")
def guest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """Build the example for a path on another site's host, /vald/, once, and serve it there."""
    url = "https://stod.example/vald/"

    def make(folder: Path) -> None:
        built.build(folder / "site", built.example(folder / "repository"), SITE_URL=url)

    site = once(tmp_path_factory, "guest", make) / "site"
    packed = built.packed(tmp_path_factory, site, "guest")
    with nginx.serving(packed, tmp_path_factory.mktemp("nginx"), url, nginx.ANOTHERS) as host:
        yield host


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site built from the frozen example, once for all processes.

    Tests of how a page shows a certain fact use it: an editor who changes the fact in the real data
    need not change a test.
    """

    def make(folder: Path) -> None:
        today = {"SOURCE_DATE_EPOCH": built.epoch_of(TODAY)}
        root = built.example(folder / "repository")
        built.build(folder / "site", root, SITE_URL=SITE_URL, **today)

    return once(tmp_path_factory, "example", make) / "site"


@pytest.fixture(scope="session")
def example(example_site: Path) -> Site:
    """Return the site of the frozen example."""
    return invariants.site(example_site, SITE_URL, example_site.parent / "repository")


@pytest.fixture(scope="session")
def pseudo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site in Swedish and in two languages that do not exist.

    They are `qps-ploc`, below /qps-ploc/, and `qps-plocm`, which is written from right to left.
    """
    return pseudo.site(tmp_path_factory)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the lines that tests have kept by `print_at_the_end`."""
    for heading, lines in config.stash.get(PRINTED, {}).items():
        terminalreporter.section(heading)
        for line in lines:
            terminalreporter.write_line(line)
