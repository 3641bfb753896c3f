"""Work shared among processors."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from centres.parallel import Begun, spread
from helpers import ROOT, eventually

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


def test_work_that_has_begun_goes_on_beside_what_is_done_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is waited for only when its results are wanted."""
    # A browser that an earlier test started has a thread here, to which this work is nothing.
    monkeypatch.setattr("threading.active_count", lambda: 1)
    begun = Begun(Path.touch, [tmp_path / "there"])
    assert eventually((tmp_path / "there").exists)
    assert begun.results() == [None]


def test_work_that_is_cancelled_leaves_nobody_working(tmp_path: Path) -> None:
    """What has not begun is not done; what has begun is, before the next line."""

    def work(item: int) -> None:
        time.sleep(0.1)
        (tmp_path / str(item)).touch()

    begun = Begun(work, range(1_000))
    begun.cancel()
    done = list(tmp_path.iterdir())
    assert len(done) < 1_000
    time.sleep(0.3)
    assert list(tmp_path.iterdir()) == done


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
