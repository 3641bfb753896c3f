"""Work shared among the processors of the machine."""

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
# <sys/prctl.h>: the signal that a process gets when the one that started it dies.
_PR_SET_PDEATHSIG = 1


def spread(work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """`work` done on every item, the results in order; what it changes stays in its process.

    On Linux each processor has a process, forked, so that nothing is sent but items and results.
    It is done here, one by one, where there is one processor, and where forking is not safe: on
    other systems, and beside other threads. Raises what `work` raises.
    """
    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if processors == 1 or threading.active_count() > 1:
        return [work(item) for item in items]
    with ProcessPoolExecutor(processors, get_context("fork"), _begin, (work,)) as pool:
        return list(pool.map(_work, items))


def _begin(work: Callable[[Item], Result]) -> None:
    """A build that is killed must not go on writing into the folder of the next."""
    global _given
    _given = work
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _work(item: Item) -> Any:
    return _given(item)


# Set in a process that `spread` has begun, which has one work: a fork need not be sent it.
_given: Callable[..., Any]
