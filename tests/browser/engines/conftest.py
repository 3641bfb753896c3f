"""Start each engine once, with the site on this machine and nothing beyond it."""

from collections.abc import Iterator

import pytest

import fonts
from browser.engines import outside
from browser.engines.classic import chromium, webkit
from browser.engines.driver import Driver
from browser.engines.firefox import firefox
from browser.engines.outside import Outside
from nginx import Nginx
from page_kinds import PHONE

ENGINES = {"webkit": webkit, "firefox": firefox, "chromium": chromium}


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """Stand in for where the way out leads."""
    world, server = outside.start(tmp_path_factory.mktemp("outside"))
    yield world
    server.shutdown()
    server.server_close()


# A worker that is given one engine's tests starts that engine only.
@pytest.fixture(
    scope="session",
    params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in ENGINES],
)
def engine(
    request: pytest.FixtureRequest, world: Outside, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Driver]:
    """Start the browser of an engine, each in turn, with the usual font."""
    environment = fonts.only(fonts.USUAL, tmp_path_factory.mktemp("fonts"))
    folder = tmp_path_factory.mktemp(request.param)
    with ENGINES[request.param](world.address, environment, folder) as driver:
        yield driver


@pytest.fixture
def tab(engine: Driver, world: Outside, host: Nginx) -> Driver:
    """Return a tab that is as large as a phone's, on the start page of the site."""
    engine.home = host.address
    engine.resize(**PHONE)
    engine.open("")
    world.asked.clear()
    return engine
