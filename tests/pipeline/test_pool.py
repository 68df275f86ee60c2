import multiprocessing
import os
import select
import signal
import threading

import pytest

from perf_lint.pipeline import pool
from perf_lint.pipeline.pool import BATCH, Bounds, Failure, run

GIGABYTE = 1 << 30


def odd_jobs():
    def job(item):
        if item == "crash":
            os._exit(3)
        if item == "hang":
            threading.Event().wait()
        if item == "memory":
            return len(bytearray(8 * GIGABYTE))
        if item == "error":
            raise ValueError("坏文件")
        return item * 2

    return job


def all_results(items, jobs=2, seconds=60.0, **more):
    return list(run(items, odd_jobs, Bounds(jobs, seconds, GIGABYTE), **more))


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(jobs):
    items = list(range(3 * BATCH + 1))
    assert all_results(items, jobs) == [2 * item for item in items]


def test_a_crash_costs_its_item_only():
    items = [1, 2, "crash", 4, 5, "crash", 7]
    gone = Failure("crashed")
    assert all_results(items) == [2, 4, gone, 8, 10, gone, 14]


def test_an_exception_and_a_hunger_for_memory_cost_their_items_only():
    assert all_results(["error", 1, "memory", 2]) == [Failure("ValueError: 坏文件"), 2, Failure("memory"), 4]


def test_a_hanging_item_is_ended_at_its_deadline():
    class Hurried:
        """A clock on which an hour passes whenever it is read."""

        now = 0.0

        def __call__(self):
            self.now += 3600.0
            return self.now

    assert all_results(["hang"], jobs=1, clock=Hurried()) == [Failure("slow")]


def test_closing_early_leaves_no_process_behind():
    results = run(list(range(100)), odd_jobs, Bounds(2, 60.0, GIGABYTE))
    assert next(results) == 0
    results.close()
    assert multiprocessing.active_children() == []


def test_workers_end_when_the_parent_is_gone():
    ours, theirs = multiprocessing.Pipe()

    def parent():
        results = run(list(range(100)), lambda: lambda _: os.getpid(), Bounds(2, 60.0, GIGABYTE))
        theirs.send(sorted({next(results) for _ in range(60)}))
        os._exit(1)

    process = multiprocessing.get_context("fork").Process(target=parent)
    process.start()
    workers = ours.recv()
    process.join()
    assert workers
    for worker in workers:
        _await_end(worker)


def _await_end(pid):
    """Return once the process is gone; its end closes the descriptor that we hold on it."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    with os.fdopen(handle) as watched:
        assert select.select([watched], [], [], 30.0)[0], f"worker {pid} is still there"


@pytest.mark.parametrize("masks", [True, False])
def test_an_interrupt_while_a_worker_starts_comes_right_after(monkeypatch, masks):
    started, events = pool._Pool._started, []

    def interrupted(self):
        events.append("starting")
        signal.raise_signal(signal.SIGINT)
        worker = started(self)
        events.append("started")
        return worker

    monkeypatch.setattr(pool, "_MASKS", masks and pool._MASKS)
    monkeypatch.setattr(pool._Pool, "_started", interrupted)
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        all_results([1, 2, 3])
    assert events == ["starting", "started"]
    assert multiprocessing.active_children() == []
    assert signal.getsignal(signal.SIGINT) is before
    if pool._MASKS:
        assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_nothing_to_do():
    assert all_results([]) == []
