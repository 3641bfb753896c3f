"""What a measurement was made on and of: without it a figure says nothing."""

import os
import platform
import subprocess
import tempfile
from datetime import date
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]


def described() -> str:
    """One line: the day, the commit, the processor, cores, memory, system, Python and disk."""
    memory = f"{psutil.virtual_memory().total / 2**30:.0f} GiB"
    return (
        f"Measured on {date.today()} at {_commit()}: {_processor()}, {_cores()} cores, {memory}, "
        f"{_system()}, Python {platform.python_version()}, files on {_disk()}."
    )


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0))


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _disk() -> str:
    """The kind of disk that is measured on: TMPDIR chooses it, and a tmpfs disturbs nobody."""
    folder = Path(tempfile.gettempdir()).resolve()
    mounted = {Path(one.mountpoint): one.fstype for one in psutil.disk_partitions(all=True)}
    return next(mounted[path] for path in (folder, *folder.parents) if path in mounted)


def _system() -> str:
    return f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}"


def _commit() -> str:
    """The commit that is checked out, and whether more than the results has changed since."""
    changed = _git("status", "--porcelain", "--", ".", ":!docs/measured.md")
    return f"commit {_git('rev-parse', '--short', 'HEAD')}{' and later changes' if changed else ''}"


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()
