"""Work through all inputs, in this process or over several, and give each result in the order of the inputs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from perf_lint.model.finding import FileReport
from perf_lint.model.words import Lang, Words
from perf_lint.pack.pack import Pack
from perf_lint.pipeline.job import FileResult, check_input, unusable
from perf_lint.readers.base import Limits
from perf_lint.readers.inputs import Input

FEW = 8
"""Fewer inputs than this are not worth starting processes for."""

PackLoader = Callable[[], Pack]
"""Loads the pack in a worker; picklable."""

_CAUSES = {
    "crashed": Words("处理这个文件时程序异常退出，其余文件不受影响", "the process that read this file died"),
    "slow": Words("处理这个文件超过了时间上限", "this file took longer than the time limit"),
    "memory": Words("处理这个文件超过了内存上限", "this file took more memory than the limit"),
}


def results(inputs: Sequence[Input], loader: PackLoader, limits: Limits, lang: Lang, jobs: int) -> Iterator[FileResult]:
    """Yield one result an input; what goes wrong with one input is its result."""
    count = processes(jobs, len(inputs))
    if count <= 1:
        pack = loader()
        yield from (_checked(item, pack, limits, lang) for item in inputs)
        return
    from perf_lint.pipeline.pool import Bounds, Failure, run

    set_up = partial(_set_up, loader, limits, lang)
    bounds = Bounds(count, limits.max_seconds, limits.max_memory)
    for item, result in zip(inputs, run(inputs, set_up, bounds), strict=True):
        yield _failed(item, result.cause, loader(), lang) if isinstance(result, Failure) else result


def _checked(item: Input, pack: Pack, limits: Limits, lang: Lang) -> FileResult:
    """Check one input in this process; what it raises is its result, as in a worker."""
    try:
        return check_input(item, pack, limits, lang)
    except MemoryError:
        return _failed(item, "memory", pack, lang)
    except Exception as error:  # noqa: BLE001 -- whatever one file does, the other files go on
        return _failed(item, f"{type(error).__name__}: {error}", pack, lang)


def processes(jobs: int, inputs: int) -> int:
    """Give how many processes to use: as many as asked for, or one a core where it pays."""
    if jobs:
        return min(jobs, max(inputs, 1))
    if inputs < FEW:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, inputs)


def _set_up(loader: PackLoader, limits: Limits, lang: Lang) -> Callable[[Input], FileResult]:
    pack = loader()
    return lambda item: check_input(item, pack, limits, lang)


def _failed(item: Input, cause: str, pack: Pack, lang: Lang) -> FileResult:
    fallback = Words(f"处理这个文件时出了意外（{cause}）", f"an unexpected failure ({cause})")
    return unusable(FileReport(item.path, problem=_CAUSES.get(cause, fallback)), pack, lang)
