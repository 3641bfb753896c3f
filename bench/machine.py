"""Describe the machine and the commit of a measurement: without them a figure says nothing."""

import os
import platform
import subprocess
import tempfile
from datetime import date
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]


def description() -> str:
    """Return a sentence: day, commit, processor, cores, memory, system, Python and disk."""
    memory = f"{psutil.virtual_memory().total / 2**30:.0f} GiB"
    return (
        f"Measured on {date.today()} at {_commit()}: {_processor()}, {_cores()} cores, {memory}, "
        f"{_system()}, Python {platform.python_version()}, files on {_disk()}."
    )


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0))


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _disk() -> str:
    """Return the file system of temporary files, such as "tmpfs": `make bench` sets TMPDIR."""
    folder = Path(tempfile.gettempdir()).resolve()
    partitions = psutil.disk_partitions(all=True)
    systems = {Path(partition.mountpoint): partition.fstype for partition in partitions}
    return next(systems[path] for path in (folder, *folder.parents) if path in systems)


def _system() -> str:
    return f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}"


def _commit() -> str:
    """Return the commit that is checked out, and whether anything but the results has changed."""
    changed = _git("status", "--porcelain", "--", ".", ":!docs/measured.md")
    return f"commit {_git('rev-parse', '--short', 'HEAD')}{' and later changes' if changed else ''}"


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.check_output(command, cwd=ROOT, text=True).strip()
