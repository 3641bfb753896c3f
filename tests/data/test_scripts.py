"""The shell scripts that make and GitHub run."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from fonts import FONTS
from helpers import ROOT

SHELL = [
    path
    for folder in ("scripts", ".ci", "deploy/nginx")
    for path in sorted((ROOT / folder).iterdir())
    if path.is_file() and path.read_bytes().startswith((b"#!/bin/sh\n", b"#!/usr/bin/env bash\n"))
]


def shellcheck(*paths: Path) -> str:
    """Run ShellCheck on scripts; return what it prints: nothing, if they are good."""
    program = Path(sys.executable).with_name("shellcheck")
    done = subprocess.run([program, *paths], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    return done.stdout


def test_every_script_is_python_or_shell() -> None:
    """What is neither, nobody checks."""
    others = {path for path in (ROOT / "scripts").iterdir() if path.is_file()} - {*SHELL}
    assert len(SHELL) >= 6
    assert ROOT / "deploy/nginx/release" in SHELL
    assert [path.name for path in others if path.suffix != ".py"] == []


def test_scripts_pass_shellcheck() -> None:
    """A name with a blank in it, an error that is not noticed, what only one shell knows."""
    assert shellcheck(*SHELL) == ""


def test_a_script_that_takes_a_name_apart_is_found(tmp_path: Path) -> None:
    """A linter that was installed wrongly would be content with everything."""
    (tmp_path / "a").write_text("#!/bin/sh\nrm $1\n", encoding="utf-8")
    assert "SC2086" in shellcheck(tmp_path / "a")


def test_set_up_asks_for_the_very_fonts_that_tests_name() -> None:
    """A font like them may be there, and letters of another height."""
    script = (ROOT / "scripts/browser").read_text(encoding="utf-8")
    assert re.findall(r"\S+\.ttf", script) == [file for files in FONTS.values() for file in files]


def planned(*arguments: str) -> str:
    """Return what make would run for its `arguments`."""
    environment = {name: text for name, text in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--dry-run", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize(
    ("tier", "needed"),
    {
        "unit": [],
        "data": ["npm"],
        "build": ["npm", "apart", "nginx"],
        "browser": ["nginx", "browser"],
    }.items(),
)
def test_a_tier_installs_what_it_uses_and_nothing_else(tier: str, needed: list[str]) -> None:
    """Whoever changes a text waits for no browser."""
    made = re.findall(r"^scripts/(?!environment)(\w+)", planned("test", f"TIERS={tier}"), re.M)
    assert made == needed


@pytest.mark.parametrize("name", ["/proc", "/"])
def test_nothing_is_removed_where_something_is_mounted(tmp_path: Path, name: str) -> None:
    """A bare Debian may have this machine's /dev in it."""
    (tmp_path / "rm").write_text("#!/bin/sh\necho removed\n", encoding="utf-8")
    (tmp_path / "rm").chmod(0o755)
    done = subprocess.run(
        [ROOT / "scripts/remove", name],
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert "since something is mounted at /" in done.stderr
    assert re.fullmatch(r"\s*scripts/remove [^;]*", planned("clean"))


def test_a_folder_in_which_nothing_is_mounted_is_removed_with_all_in_it(tmp_path: Path) -> None:
    """And what is not there is no fault."""
    (tmp_path / "a folder/below").mkdir(parents=True)
    subprocess.run([ROOT / "scripts/remove", tmp_path / "a folder", tmp_path / "none"], check=True)
    assert list(tmp_path.iterdir()) == []


def test_a_bare_debian_is_told_what_the_readme_says() -> None:
    """What has to be there, and the two commands that need nothing else."""
    script = (ROOT / "scripts/fresh").read_text(encoding="utf-8")
    (reading,) = re.findall(r"^(sed .*) >/tmp/commands$", script, re.M)
    typed = subprocess.run(
        ["sh", "-c", reading], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert typed.splitlines() == ["apt-get install git make python3", "make site", "make test"]
