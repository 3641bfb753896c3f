"""One commit gives the same bytes, whoever builds it, and needs nobody else for it.

Two builds of the small example, in all its languages, show it as well as two of the whole: each
kind of page and file is there, and what could differ (the order of a set, a clock, a locale, the
number of processors) does so for ten municipalities as for 290.
"""

import os
import subprocess
from pathlib import Path

import pytest

from built import MKDOCS, environment_of_a_build, example, once
from helpers import ROOT

AT_HOME, ELSEWHERE = "at-home", "elsewhere/much/further/away"
ON_ONE_PROCESSOR = ["taskset", "--cpu-list", "0"]
# Not even to this machine.
WITHOUT_NETWORK = [str(ROOT / "scripts/apart"), "--net"]


@pytest.fixture(scope="session")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return two folders with a site, built at opposite ends of the world by unlike machines."""
    folder = once(tmp_path_factory, "reproducible", build_twice)
    return folder / AT_HOME, folder / ELSEWHERE


def build_twice(folder: Path) -> None:
    at_home, elsewhere = example(folder / AT_HOME), example(folder / ELSEWHERE)
    build(at_home, [], TZ="Europe/Stockholm", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    # All files are a year older than their copies, and one processor does the work.
    for path in elsewhere.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    as_another = [*ON_ONE_PROCESSOR, "sh", "-c", 'umask 077; exec "$@"', "-"]
    alone = [*WITHOUT_NETWORK, *as_another]
    build(elsewhere, alone, TZ="Pacific/Kiritimati", LC_ALL="POSIX", PYTHONHASHSEED="2")


def build(root: Path, within: list[str], **environment: str) -> None:
    done = subprocess.run(
        [*within, *MKDOCS, "site"],
        cwd=root,
        env=environment_of_a_build(**environment),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def made(root: Path) -> dict[str, bytes]:
    """Every file that a build has made, with its bytes."""
    files = [path for path in root.glob("site*/**/*") if path.is_file()]
    files += [path for path in root.glob("site.*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_two_builds_of_one_commit_are_the_same_byte_by_byte(two: tuple[Path, Path]) -> None:
    """In other folders, time zones, locales and orders of sets; on one processor; for another user.

    The second has no network: it needs none.
    """
    first, second = map(made, two)
    assert sorted(first) == sorted(second)
    assert [name for name, data in first.items() if data != second[name]] == []
    assert {"site/index.html", "site.sha256", "site.cdx.json"} <= set(first)


def test_a_namespace_without_a_network_has_none() -> None:
    """Or the build above would have shown nothing."""
    seen = subprocess.run(
        [*WITHOUT_NETWORK, "cat", "/proc/net/dev"], capture_output=True, text=True, check=True
    )
    assert [line.split(":")[0].strip() for line in seen.stdout.splitlines()[2:]] == ["lo"]
    assert "lo:       0" in seen.stdout


def test_the_sums_are_those_of_every_file_and_of_no_other(two: tuple[Path, Path]) -> None:
    """`sha256sum --check` is what an operator runs before a release."""
    root, _ = two
    subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "site.sha256"], cwd=root, check=True
    )
    listed = [line[66:] for line in (root / "site.sha256").read_text().splitlines()]
    assert listed == sorted(made(root).keys() - {"site.sha256"})


def test_the_bill_of_materials_is_published_as_it_was_locked(two: tuple[Path, Path]) -> None:
    """tests/unit/test_dependencies.py says what stands in it."""
    for root in two:
        published = (root / "site.cdx.json").read_bytes()
        assert published == (ROOT / "requirements/site.cdx.json").read_bytes()
