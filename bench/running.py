"""Running a generator: the seconds it takes by the clock, and its memory at most.

Memory is what all its processes together hold just then, with what several share counted once (the
kernel's proportional set size): the largest that each has ever had would miss that several run at
once. Looking costs time, so a run that is looked at is not timed.
"""

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

from bench.generator import Batches, Command

TOGETHER = 2
_PAUSE = 0.03  # seconds
_LONGEST = 900  # seconds; a program that takes longer has failed


class BuildFailed(Exception):
    """A program of a generator did not do its work; says what it said last."""


def seconds(batches: Batches) -> float:
    """Run the commands of each batch, two at a time, and one batch after the other.

    Raises BuildFailed.
    """
    start = time.perf_counter()
    for batch in batches:
        with ThreadPoolExecutor(TOGETHER) as pool:
            list(pool.map(_run, batch))
    return time.perf_counter() - start


def megabytes(batches: Batches) -> float:
    """The same, for the memory that is used at most."""
    largest = 0
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(seconds, batches)
        while not work.done():
            largest = max(largest, _memory())
            time.sleep(_PAUSE)
    work.result()
    return largest / 1e6


def _run(command: Command) -> None:
    try:
        done = subprocess.run(
            command.arguments,
            cwd=command.folder,
            env={**os.environ, **command.environment},
            capture_output=True,
            text=True,
            timeout=_LONGEST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BuildFailed(str(error)) from error
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        program = Path(command.arguments[0]).name
        raise BuildFailed(f"{program}: exit status {done.returncode} {' '.join(said)}".strip())


def _memory() -> int:
    """Bytes held by the processes that this one has started."""
    return sum(_held(process) for process in psutil.Process().children(recursive=True))


def _held(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except (psutil.NoSuchProcess, psutil.AccessDenied):  # it has just ended
        return 0
