"""Work shared among processors."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from centres.parallel import spread
from helpers import ROOT

# Tells the processes that it has started, and then works for longer than any test.
LONG = """
import os, sys, time
from centres.parallel import spread

def work(item):
    print(os.getpid(), flush=True)
    time.sleep(600)

spread(work, range(2))
"""


def test_results_come_in_the_order_of_the_items() -> None:
    """Whoever is done first: the last has the least to do."""

    def work(item: int) -> int:
        time.sleep((3 - item) / 100)
        return item * 10

    assert spread(work, range(4)) == [0, 10, 20, 30]


def test_a_mistake_in_one_is_raised_here() -> None:
    """And not lost with the process that met it."""

    def work(item: int) -> int:
        return 1 // item

    with pytest.raises(ZeroDivisionError):
        spread(work, [1, 0])


def test_who_is_killed_leaves_nobody_working() -> None:
    """Or the killed build would go on writing, into the folder of the next."""
    path = str(Path(ROOT, "hooks"))
    killed = subprocess.Popen(
        [sys.executable, "-c", LONG], stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": path}
    )
    assert killed.stdout
    workers = [psutil.Process(int(killed.stdout.readline())) for _ in range(2)]
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    killed.stdout.close()
    assert psutil.wait_procs(workers, timeout=10)[1] == []
