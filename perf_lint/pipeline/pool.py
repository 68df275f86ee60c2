"""Spread items over worker processes; a worker that crashes or hangs costs its one item only."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple

from perf_lint.pipeline.worker import SetUp, serve

BATCH = 8
"""Items sent to a worker at once: enough to keep it busy while answers travel."""
AHEAD = 64
"""Batches that may be finished before their turn; bounds what waits in memory."""
_MASKS = hasattr(signal, "pthread_sigmask")


class Failure(NamedTuple):
    """Why an item has no result: `crashed`, `slow`, `memory`, or the exception that its job raised."""

    cause: str


class Bounds(NamedTuple):
    """How much a run may take."""

    jobs: int
    """Worker processes."""
    seconds: float
    """Time for one item."""
    memory: int
    """Bytes that a worker may take beyond those it starts with."""


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    waiting: deque[int] = field(default_factory=deque)
    """Indices sent and not yet answered, the one in work first."""
    since: float = 0.0


def run(
    items: Sequence[Any], set_up: SetUp, bounds: Bounds, clock: Callable[[], float] = time.monotonic
) -> Iterator[Any]:
    """Yield each item's result, or a Failure, in the order of the items; closing the iterator ends every worker."""
    pool = _Pool(items, set_up, bounds, clock)
    try:
        yield from pool.results()
    finally:
        pool.close()


def forks() -> bool:
    """Tell whether workers hold what this process holds when they start; else `set_up` must be picklable."""
    return "fork" in multiprocessing.get_all_start_methods()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let an interrupt wait: one in the middle of a fork is lost, or ends the new process with a traceback.

    The mask is for the new process, which begins with it. It does not hold an interrupt back from this one where
    another thread takes the signal (Python then runs the handler here all the same), so that it is noted meanwhile.
    """
    if threading.current_thread() is not threading.main_thread():  # interrupts are for the main thread only
        yield
        return
    noted: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: noted.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if _MASKS else None
    try:
        yield
    finally:
        if mask is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, signal.SIG_DFL if handler is None else handler)
        if noted:
            signal.raise_signal(signal.SIGINT)


class _Pool:
    def __init__(self, items: Sequence[Any], set_up: SetUp, bounds: Bounds, clock: Callable[[], float]) -> None:
        self._forks = forks()
        self._context: Any = multiprocessing.get_context("fork" if self._forks else "spawn")
        self._items, self._set_up, self._bounds, self._clock = items, set_up, bounds, clock
        self._queue: deque[int] = deque(range(len(items)))
        self._done: dict[int, Any] = {}
        self._next = 0
        self._workers: list[_Worker] = []

    def results(self) -> Iterator[Any]:
        """Start the workers and yield results in order, feeding workers as they come free."""
        for _ in range(min(self._bounds.jobs, len(self._items))):
            self._start()
        while self._next < len(self._items):
            for worker in list(self._workers):
                self._feed(worker)
            while self._next in self._done:
                yield self._done.pop(self._next)
                self._next += 1
            if self._next < len(self._items):
                self._collect()

    def close(self) -> None:
        """End every worker and wait until it is gone."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def _start(self) -> None:
        with _uninterrupted():
            self._workers.append(self._started())

    def _started(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        # A forked child holds our ends of all pipes; it closes them, else no worker would see that we are gone.
        held = [ours, *(worker.pipe for worker in self._workers)] if self._forks else []
        process = self._context.Process(
            target=_serve, args=(theirs, held, self._set_up, self._bounds.memory), daemon=True
        )
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _feed(self, worker: _Worker) -> None:
        if worker.waiting or not self._queue or self._queue[0] >= self._next + AHEAD * BATCH:
            return
        share = max(1, min(BATCH, len(self._queue) // (2 * len(self._workers))))
        batch = [self._queue.popleft() for _ in range(min(share, len(self._queue)))]
        worker.waiting.extend(batch)
        worker.since = self._clock()
        try:
            worker.pipe.send([self._items[index] for index in batch])
        except OSError:
            self._replace(worker, "crashed")

    def _collect(self) -> None:
        """Wait for an answer or for the first deadline."""
        busy = {worker.pipe: worker for worker in self._workers if worker.waiting}
        now = self._clock()
        left = min((worker.since + self._bounds.seconds - now for worker in busy.values()), default=0.0)
        ready = wait(list(busy), timeout=max(0.0, left))
        for pipe in ready:
            self._take(busy[pipe])  # type: ignore[index]  # wait() gives back the pipes that it was given
        if not ready:
            for worker in busy.values():
                if self._clock() - worker.since >= self._bounds.seconds:
                    self._replace(worker, "slow")

    def _take(self, worker: _Worker) -> None:
        try:
            good, result = pickle.loads(worker.pipe.recv_bytes())  # noqa: S301 -- from our own child process
        except (EOFError, OSError):
            self._replace(worker, "crashed")
            return
        self._done[worker.waiting.popleft()] = result if good else Failure(result)
        worker.since = self._clock()

    def _replace(self, worker: _Worker, cause: str) -> None:
        """Blame the item in work, give the rest of the batch back, and start a new worker."""
        if worker.waiting:
            self._done[worker.waiting.popleft()] = Failure(cause)
        self._queue.extendleft(reversed(worker.waiting))
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()
        self._workers.remove(worker)
        self._start()


def _serve(theirs: Connection, held: Sequence[Connection], set_up: SetUp, memory: int) -> None:
    for pipe in held:
        pipe.close()
    serve(theirs, set_up, memory)
