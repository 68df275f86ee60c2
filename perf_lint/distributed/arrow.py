"""Check forms given as Arrow batches: for Spark's mapInArrow, Ray's map_batches and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from perf_lint import api
from perf_lint.config.settings import Settings
from perf_lint.distributed.forms import forms_of
from perf_lint.engine.run import run_across
from perf_lint.pipeline.job import check_input
from perf_lint.readers.inputs import Input
from perf_lint.reporters.parquet import to_batch
from perf_lint.reporters.rows import Row, outcome_rows, result_rows


def lint_batches(batches: Iterable[Any], settings: Settings = api.DEFAULTS) -> Iterator[Any]:
    """Give one batch of rows for each batch of files.

    A batch of files has the columns `path` (string) and `content` (binary; null means that the file is read from its
    path). The rows have the schema `perf_lint.reporters.parquet.schema()`: files, forms, indicators, findings and what
    was not evaluated, of rules that look at one form. A file that cannot be used is a row with its reason.
    """
    pack, limits = api.pack_of(settings), api.limits_of(settings)
    for batch in batches:
        rows: list[Row] = []
        contents = batch.column("content") if "content" in batch.schema.names else [None] * batch.num_rows
        for path, content in zip(batch.column("path"), contents, strict=True):
            data = content.as_py() if content is not None else None
            result = check_input(Input(path.as_py(), data), pack, limits, settings.lang)
            rows += result_rows(result.file, result.outcome.findings, result.outcome.not_evaluated, settings.lang)
        yield to_batch(rows)


def compare_rows(table: Any, settings: Settings = api.DEFAULTS) -> Any:
    """Give the findings between forms as one batch: the second stage, over rows that `lint_batches` gave.

    `table` (Arrow table or batch) holds the form and indicator rows of one group of forms, for instance of one unit.
    Places name the indicator's row.
    """
    rows = table.to_pylist()
    known = {(row["path"], row["form"]): row for row in rows if row["record"] == "form"}
    found = run_across(api.pack_of(settings), forms_of(rows), settings.lang)
    return to_batch(list(outcome_rows(found.findings, found.not_evaluated, known)))
