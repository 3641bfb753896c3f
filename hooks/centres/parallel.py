"""Share work among the processors of the machine."""

import ctypes
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from contextvars import ContextVar
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
# <sys/prctl.h>: the signal that a process gets when the one that started it dies.
_PR_SET_PDEATHSIG = 1
# The function that a worker process applies. It is often a method of a whole Site, or a closure,
# which cannot be pickled: a fork inherits it as an argument of the initializer, and an executor has
# no other place for it than this. Set in worker processes only, once, by `_begin`.
_WORK: ContextVar[Callable[..., Any]] = ContextVar("work")


class Begun(Generic[Item, Result]):
    """Work that is done for every item in other processes, while this one does something else.

    On Linux each processor gets a forked process, so only items and results are pickled; what
    `work` changes in an object is lost with its process. Where there is one processor, and where
    forking is not safe (on other systems, and while this process has other threads), the work is
    done when `results` asks for it.
    """

    def __init__(self, work: Callable[[Item], Result], items: Iterable[Item]) -> None:
        self._work, self._items = work, list(items)
        alone = processors() == 1 or threading.active_count() > 1
        self._pool = None if alone else _pool(work)
        self._begun = [self._pool.submit(_work, item) for item in self._items if self._pool]

    def results(self) -> list[Result]:
        """Wait until all is done; return the results in the order of the items.

        Raises what `work` raises.
        """
        if not self._pool:
            return [self._work(item) for item in self._items]
        try:
            return [item.result() for item in self._begun]
        finally:
            self.cancel()

    def cancel(self) -> None:
        """Do no more items, and wait until nobody works any more."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


def spread(work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """Apply `work` to every item in parallel; return the results in the order of the items.

    It is done as `Begun` says. Raises what `work` raises.
    """
    return Begun(work, items).results()


def processors() -> int:
    """Return among how many processors work is shared: 1 where it is not."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _pool(work: Callable[[Item], Result]) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processors(), get_context("fork"), _begin, (work,))


def _begin(work: Callable[[Item], Result]) -> None:
    """Prepare a worker process: keep its work, and end it when the process that forked it ends.

    Otherwise a build that is killed would go on writing into the folder of the next.
    """
    _WORK.set(work)
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    # Looking for garbage while pages are made takes a tenth of the time; `_work` does it after each
    # item, and only among what is new: nothing that was inherited is given up.
    gc.freeze()
    gc.disable()


def _work(item: Item) -> Any:
    result = _WORK.get()(item)
    gc.collect()
    return result
