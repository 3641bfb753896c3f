"""Run a generator's commands, and measure the seconds by the clock or the peak memory.

Memory is the sum over all its processes at one moment, where pages that several share count once
(the kernel's proportional set size). The peaks of single processes would miss that several run at
once. Sampling costs time, so a run whose memory is sampled is not timed.
"""

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

from bench.generator import Batches, Command

WORKERS = 2
_SAMPLING_INTERVAL = 0.03  # seconds
_TIMEOUT = 900  # seconds; a program that takes longer has failed


class BuildFailed(Exception):
    """A program of a generator failed; the message holds the last line that it printed."""


def seconds(batches: Batches) -> float:
    """Run the batches one after the other, the commands of each two at a time; return the seconds.

    Raises BuildFailed.
    """
    start = time.perf_counter()
    for batch in batches:
        with ThreadPoolExecutor(WORKERS) as pool:
            list(pool.map(_run, batch))
    return time.perf_counter() - start


def megabytes(batches: Batches) -> float:
    """Run the batches as `seconds` does; return the peak memory in MB. Raises BuildFailed."""
    largest = 0
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(seconds, batches)
        while not work.done():
            largest = max(largest, _memory())
            time.sleep(_SAMPLING_INTERVAL)
    work.result()
    return largest / 1e6


def _run(command: Command) -> None:
    try:
        process = subprocess.run(
            command.arguments,
            cwd=command.folder,
            env={**os.environ, **command.environment},
            capture_output=True,
            text=True,
            timeout=_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BuildFailed(str(error)) from error
    if process.returncode:
        last_line = (process.stderr.strip() or process.stdout.strip()).splitlines()[-1:]
        program, status = Path(command.arguments[0]).name, process.returncode
        raise BuildFailed(f"{program}: exit status {status} {' '.join(last_line)}".strip())


def _memory() -> int:
    """Return the bytes of memory of the processes that this one has started."""
    return sum(_memory_of(process) for process in psutil.Process().children(recursive=True))


def _memory_of(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except (psutil.NoSuchProcess, psutil.AccessDenied):  # it has just ended
        return 0
