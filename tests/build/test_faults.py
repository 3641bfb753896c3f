"""Whatever happens to a build, the last good site is served, whole, and somebody is told why.

The table in docs/operations.md says what each fault looks like; every row of it is seen here.
"""

import random
import re
import shutil
import signal
import subprocess
import threading
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from built import MKDOCS, environment_of_a_build, example, mkdocs, once
from helpers import ROOT

# A build in one language is quicker, and does all that a whole one does.
QUICK = {"SITE_LANGUAGES": "sv"}
KILLED = 10
# Mounts that a script makes are its own: no other process sees them.
APART = [str(ROOT / "scripts/apart"), "--mount", "sh", "-euc"]
FULL = """
    mount -t tmpfs -o size={size}k disk .
    cd "$PWD" && cp -R {source}/. .
    "$@" && status=0 || status=$?
    find . -path './site*' -type f | sort >&3
    sha256sum --check --quiet site.sha256 >&3 2>&1 || :
    exit $status
"""
READ_ONLY = """
    mount --bind . .
    mount -o remount,bind,ro "$PWD"
    cd "$PWD"
    exec "$@"
"""
WITHOUT_PAGEFIND = """
    mount -t tmpfs nothing {engine}
    exec "$@"
"""
# What a whole site has beside it.
WHOLE = ["site", "site.cdx.json", "site.nginx.conf", "site.sha256"]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a repository with the site that was built yesterday: the example, in Swedish."""

    def make(folder: Path) -> None:
        root = example(folder / "repository")
        done = mkdocs(root / "site", root, **QUICK)
        assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "yesterday", make) / "repository"


@pytest.fixture
def repository(built: Path, tmp_path: Path) -> Path:
    """Make the same for a test to break; today's site differs in one word of one page."""
    root = shutil.copytree(built, tmp_path / "repository")
    home = root / "templates/home.html"
    text = home.read_text(encoding="utf-8")
    changed = text.replace("Prata med någon direkt", "Prata nu")
    assert changed != text
    home.write_text(changed, encoding="utf-8")
    return root


@pytest.mark.long
def test_a_build_killed_at_any_of_ten_moments_leaves_a_whole_site(
    repository: Path, chance: random.Random
) -> None:
    """And the next build is as if nothing had happened."""
    old = contents(repository / "site")
    command = [*MKDOCS, "site"]
    begun = time.monotonic()
    whole = mkdocs(repository / "whole/site", repository, **QUICK)
    duration = time.monotonic() - begun
    assert whole.returncode == 0, whole.stderr
    new = contents(repository / "whole/site")
    assert old != new
    moments = sorted(chance.uniform(0, duration) for _ in range(KILLED))
    for moment in moments:
        build = subprocess.Popen(
            command,
            cwd=repository,
            env=environment_of_a_build(**QUICK),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            build.wait(moment)
        except subprocess.TimeoutExpired:
            build.send_signal(signal.SIGKILL)
        build.wait()
        assert contents(repository / "site") in (old, new), (
            f"after {moment:.2f} s of {duration:.2f}"
        )
    done = mkdocs(repository / "site", repository, **QUICK)
    assert done.returncode == 0, done.stderr
    assert contents(repository / "site") == new
    assert left(repository) == WHOLE


def test_who_reads_while_the_new_site_comes_never_finds_the_place_empty(repository: Path) -> None:
    """The two change places in one step: a page is yesterday's or today's, and always there."""
    page = repository / "site/index.html"
    old = page.read_bytes()
    seen: list[bytes | OSError] = []
    over = threading.Event()

    def look() -> None:
        while not over.is_set():
            try:
                seen.append(page.read_bytes())
            except OSError as error:
                seen.append(error)
            if len(seen) > 1 and seen[-1] == seen[-2]:
                seen.pop()

    reader = threading.Thread(target=look)
    reader.start()
    done = mkdocs(repository / "site", repository, **QUICK)
    over.set()
    reader.join()
    assert done.returncode == 0, done.stderr
    assert seen == [old, page.read_bytes()]


# How much of the new site has room: nothing, some pages, and most of it.
@pytest.mark.parametrize("share", [0, 0.3, 0.6])
def test_a_full_disk_is_told_and_the_last_site_is_whole(
    repository: Path, tmp_path: Path, share: float
) -> None:
    """Whichever file it is that has no room."""
    taken, room = kilobytes(repository), int(share * kilobytes(repository / "site"))
    disk = tmp_path / "disk"
    disk.mkdir()
    done = apart(FULL.format(size=taken + room, source=repository), disk)
    assert done.returncode == 1
    says("The disk is full", done.stderr)
    # On that disk, which is gone: the files beside and below the site, and no sum that differs.
    files = [f"./site/{name}" for name in contents(repository / "site")]
    assert done.stdout.splitlines() == sorted([*files, *(f"./{name}" for name in WHOLE[1:])])


def test_a_folder_that_cannot_be_written_to_is_told(repository: Path) -> None:
    """Not even by root."""
    old = contents(repository / "site")
    done = apart(READ_ONLY, repository)
    assert done.returncode == 1
    says("The folder is read-only", done.stderr)
    assert_as_it_was(repository, old)


def test_a_missing_pagefind_is_told(repository: Path) -> None:
    """Half an installation: the search would find nothing, and say so to whoever looks for help."""
    old = contents(repository / "site")
    found = find_spec("pagefind_bin")
    assert found
    assert found.origin
    engine = Path(found.origin).parent
    done = apart(WITHOUT_PAGEFIND.format(engine=engine), repository)
    assert done.returncode == 1
    says("Pagefind is missing", done.stderr)
    assert_as_it_was(repository, old)


def test_bad_data_is_told_with_its_line(repository: Path) -> None:
    """The most usual fault; test_failures.py has the others of its kind."""
    old = contents(repository / "site")
    centres = repository / "data/centres.yaml"
    text = centres.read_text(encoding="utf-8")
    centres.write_text(text.replace("[Eskilstuna]", "[Eskilstnua]"), encoding="utf-8")
    done = mkdocs(repository / "site", repository, **QUICK)
    assert done.returncode == 1
    says("The data are wrong", done.stderr)
    assert_as_it_was(repository, old)


def test_every_fault_of_the_table_is_seen_here() -> None:
    """A row without a test would be a promise."""
    source = Path(__file__).read_text(encoding="utf-8")
    assert set(told()) == set(re.findall(r'says\("([^"]+)"', source))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a site, with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def kilobytes(folder: Path) -> int:
    """Return what the files in a folder take on a disk in memory, in kB; folders take nothing."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sum(-(-path.stat().st_size // 4096) * 4 for path in files)


def left(root: Path) -> list[str]:
    """List the site and what lies beside it."""
    return sorted(path.name for path in root.glob("site*"))


def assert_as_it_was(root: Path, old: dict[str, bytes]) -> None:
    """Assert that the last site is whole, and nothing half-made lies beside it."""
    assert contents(root / "site") == old
    assert left(root) == WHOLE


def told() -> dict[str, str]:
    """Read the faults in the table of docs/operations.md, and what it says a build prints."""
    text = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| ([^|]+) \| [^|]+ \| `([^`]+)` \|$", text, re.MULTILINE))


def says(fault: str, stderr: str) -> None:
    """Assert that a build prints what the table says, and nothing that only a programmer reads."""
    assert told()[fault] in stderr
    assert "Traceback" not in stderr


def apart(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Build `folder` as the script says, which runs the build that is given to it.

    What the script writes to 3 is the output.
    """
    return subprocess.run(
        [*APART, f"exec 3>&1 >/dev/null\ncd {folder}\n{script}", "-", *MKDOCS, "site"],
        env=environment_of_a_build(**QUICK),
        capture_output=True,
        text=True,
        check=False,
    )
