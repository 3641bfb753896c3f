"""No test stands in the way of a right correction: typical changes leave this tier green."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import typical_changes
from helpers import newest_day

# What reads no data that an editor changes, and this test itself.
_LEFT_OUT = (
    "test_district_names.py",
    "test_editor_schema.py",
    "test_github.py",
    "test_open_data_documentation.py",
    "test_reference_data.py",
    Path(__file__).name,
)


@pytest.mark.long
def test_what_an_editor_may_rightly_change_turns_no_test_of_the_data_red(tmp_path: Path) -> None:
    """All the changes together, in a copy of the repository: `check`, then this tier.

    The other tiers, which take minutes: `make test-changes`.
    """
    root = tmp_path / "repository"
    typical_changes.copy(root)
    typical_changes.make(root)
    environment = {
        **os.environ,
        "PYTHONPATH": str(root / "hooks"),
        "PYTEST_ADDOPTS": "",
        "NO_MKDOCS_2_WARNING": "1",
    }
    for name in [name for name in environment if name.startswith("PYTEST_XDIST")]:
        del environment[name]
    today = f"--today={newest_day(root / 'data')}"
    left_out = [f"--ignore=tests/data/{name}" for name in _LEFT_OUT]
    for command in (
        ["-m", "centres", "check", today],
        ["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/data", *left_out],
    ):
        done = subprocess.run(
            [sys.executable, *command], cwd=root, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{done.stdout[-6000:]}\n{done.stderr[-2000:]}"
