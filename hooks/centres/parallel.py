"""Share work among the processors of the machine."""

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from contextvars import ContextVar
from multiprocessing import get_context
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
# <sys/prctl.h>: the signal that a process gets when the one that started it dies.
_PR_SET_PDEATHSIG = 1
# The function that a worker process applies. It is often a method of a whole Site, or a closure,
# which cannot be pickled: a fork inherits it as an argument of the initializer, and an executor has
# no other place for it than this. Set in worker processes only, once, by `_begin`.
_WORK: ContextVar[Callable[..., Any]] = ContextVar("work")


def spread(work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """Apply `work` to every item in parallel and return the results in the order of the items.

    On Linux each processor gets a forked process, so only items and results are pickled; what
    `work` changes in an object is lost with its process. Runs here, item by item, where there is
    one processor, and where forking is not safe: on other systems, and while this process has
    other threads. Raises what `work` raises.
    """
    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if processors == 1 or threading.active_count() > 1:
        return [work(item) for item in items]
    with ProcessPoolExecutor(processors, get_context("fork"), _begin, (work,)) as pool:
        return list(pool.map(_work, items))


def _begin(work: Callable[[Item], Result]) -> None:
    """Prepare a worker process: keep its work, and end it when the process that forked it ends.

    Otherwise a build that is killed would go on writing into the folder of the next.
    """
    _WORK.set(work)
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _work(item: Item) -> Any:
    return _WORK.get()(item)
