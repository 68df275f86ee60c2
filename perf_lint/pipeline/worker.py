"""Be one worker process: take items from a pipe, work on them within a memory limit, send results back."""

from __future__ import annotations

import gc
import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

Job = Callable[[Any], Any]
SetUp = Callable[[], Job]
"""Makes the job inside the worker; must be picklable where processes are not forked."""


def serve(pipe: Connection, set_up: SetUp, memory: int) -> None:
    """Answer every batch of items with one message an item, until the other end closes.

    A message is `(True, result)` or, where the job ran out of memory or raised, `(False, cause)`.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(memory)
    job = set_up()
    gc.freeze()  # rules and word lists stay: no search for cycles needs to walk through them
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            for item in pipe.recv():
                pipe.send_bytes(_answer(job, item))


def _answer(job: Job, item: Any) -> bytes:
    try:
        return pickle.dumps((True, job(item)), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps((False, "memory"))
    except Exception as error:  # noqa: BLE001 -- whatever one file does, the other files go on
        return pickle.dumps((False, f"{type(error).__name__}: {error}"))


def _limit_memory(extra: int) -> None:
    """Allow this process `extra` more bytes of address space, where the system can limit and tell it."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return
    import resource

    used = int(statm.read_text("ascii").split()[0]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = used + extra if hard == resource.RLIM_INFINITY else min(used + extra, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
