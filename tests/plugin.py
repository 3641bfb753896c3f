"""How a run of the tests goes, for all tiers: its seed, its order, and who may skip.

A pytest plugin, loaded by `conftest.py`.
"""

import random
import re
from collections.abc import Generator
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

# A test may be skipped only for what the content lacks today, never for what a machine lacks: why,
# as its reason begins. Any other skip is a failure.
MAY_SKIP = re.compile(
    r"\d+ of \d+ translations are not compared: |no page to hold to the rule$|not translated: "
    r"|not compared since the words were approved: "
    r"|WebKitWebDriver has no command to print$"
)
# Nothing is remembered between runs, so that a seed gives the same run on any machine.
settings.register_profile(
    "tests", database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("tests")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--seed`."""
    parser.addoption(
        "--seed", type=int, help="replay the random tests of the run that printed this number"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed of the run; the processes that share a run are given the same one."""
    if config.option.seed is None:
        config.option.seed = random.SystemRandom().randrange(1_000_000)
    config.option.hypothesis_seed = str(config.option.seed)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the seed at the end, where failures are."""
    terminalreporter.write_line(f"random tests: --seed {config.option.seed}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send what is to be printed from one of several processes to the one that prints."""
    from helpers import PRINTED  # not before pytest has loaded this: conftest.py does it

    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["printed"] = session.config.stash.get(PRINTED, {})


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Keep what a process has sent: `workeroutput`, unless it crashed."""
    from helpers import PRINTED

    printed = getattr(node, "workeroutput", {}).get("printed", {})
    node.config.stash.setdefault(PRINTED, {}).update(printed)


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Return random numbers that follow from the run's seed and the name of the test."""
    return random.Random(f"{request.config.option.seed} {request.node.nodeid}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests marked `long`, so that no processor works alone at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a test that skips for another reason than MAY_SKIP fail."""
    return refuse_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Let a module that skips itself fail."""
    return refuse_skip((yield))


Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def refuse_skip(report: Report) -> Report:
    """Return `report`, as a failure if it is of a test that may not skip."""
    if report.skipped and not hasattr(report, "wasxfail") and isinstance(report.longrepr, tuple):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if not MAY_SKIP.match(reason):
            report.outcome = "failed"
            report.longrepr = f"skipped, and may not be: {reason} (MAY_SKIP in tests/plugin.py)"
    return report
