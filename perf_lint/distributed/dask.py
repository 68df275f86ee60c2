"""Spread a run over a Dask cluster (the `dask` extra); the files of a worker that dies go to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from perf_lint import api
from perf_lint.config.settings import Settings
from perf_lint.model.finding import FileReport, Report
from perf_lint.model.words import Words
from perf_lint.pipeline.job import FileResult, check_input, unusable
from perf_lint.readers.base import ReadError
from perf_lint.readers.inputs import Input, content, find
from perf_lint.readers.passed import Passed
from perf_lint.reporters.base import ReportError
from perf_lint.reporters.rows import Row, result_rows

CHUNK = 32
"""Files sent to a worker at once."""
AHEAD = 256
"""Chunks under way at once; bounds the driver's memory."""

_KILLED = Words("处理这个文件的进程多次退出，其余文件不受影响", "the workers that read this file died, time after time")


def lint_cluster(
    paths: Iterable[str | Path], settings: Settings, address: str, advance: api.Advance | None = None
) -> Report:
    """Check like `api.lint`, with the work on single files done by the cluster at `address`.

    Contents are sent along, so workers need no common disk. Raises ReportError where the cluster cannot be reached.
    """
    passed = Passed.nothing()
    names = [str(path) for path in paths]
    inputs = find(names, settings.exclude, limits=api.limits_of(settings), passed=passed)
    remarks = (*api.empty_folders(names, inputs), *passed.words())
    with _client(address) as client:
        here = settings._replace(jobs=1)  # a process with the client's threads is not to be forked
        return api.assemble(inputs, _results(client, inputs, settings), here, advance, remarks)


def lint_bag(bag: Any, settings: Settings = api.DEFAULTS) -> Any:
    """Turn a Dask bag of paths, or of (path, bytes), into a bag of rows (see `perf_lint.reporters.rows`)."""
    return bag.map_partitions(_rows_of, settings)


def check_chunk(items: Sequence[Input], settings: Settings) -> list[FileResult]:
    """Check some inputs on a worker."""
    pack, limits = api.pack_of(settings), api.limits_of(settings)
    return [check_input(item, pack, limits, settings.lang) for item in items]


def _rows_of(partition: Iterable[Any], settings: Settings) -> list[Row]:
    rows: list[Row] = []
    for entry in partition:
        item = Input(*entry) if isinstance(entry, tuple) else Input(str(entry))
        (result,) = check_chunk([item], settings)
        rows += result_rows(result.file, result.outcome.findings, result.outcome.not_evaluated, settings.lang)
    return rows


def _results(client: Any, inputs: Sequence[Input], settings: Settings) -> Iterator[FileResult]:
    """Yield results in the order of the inputs, with a bounded number of chunks under way."""
    chunks = (inputs[at : at + CHUNK] for at in range(0, len(inputs), CHUNK))
    under_way = [(chunk, _submit(client, chunk, settings)) for chunk in islice(chunks, AHEAD)]
    while under_way:
        chunk, future = under_way.pop(0)
        yield from _gathered(client, chunk, future, settings)
        following = next(chunks, None)
        if following is not None:
            under_way.append((following, _submit(client, following, settings)))


def _submit(client: Any, chunk: Sequence[Input], settings: Settings) -> Any:
    loaded = [_with_content(item, settings) for item in chunk]
    return client.submit(check_chunk, loaded, settings, pure=False)


def _gathered(client: Any, chunk: Sequence[Input], future: Any, settings: Settings) -> Iterator[FileResult]:
    """Give a chunk's results; where its workers died, each file is tried alone so that only the culprit is lost."""
    from distributed import KilledWorker

    try:
        yield from future.result()
    except KilledWorker:
        if len(chunk) == 1:
            yield unusable(FileReport(chunk[0].path, problem=_KILLED), api.pack_of(settings), settings.lang)
            return
        for item in chunk:
            yield from _gathered(client, [item], _submit(client, [item], settings), settings)


def _with_content(item: Input, settings: Settings) -> Input:
    try:
        return Input(item.path, content(item, api.limits_of(settings)))
    except ReadError as error:
        return Input(item.path, problem=error.words)


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise ReportError(
            Words("--cluster 需要 dask：pip install 'perf-lint[dask]'", "needs: pip install 'perf-lint[dask]'")
        ) from error
    try:
        client: Any = Client
        return client(address, timeout=10)
    except Exception as error:  # a far end that is no scheduler answers anything: it ends in whatever error it may
        raise ReportError(Words(f"连不上集群 {address}", f"cannot reach the cluster at {address}")) from error
