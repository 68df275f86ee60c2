"""Run the same checks on many machines: Dask for whole runs and bags, Arrow batches for any other engine."""

from __future__ import annotations

from typing import Any

__all__ = ["compare_rows", "lint_bag", "lint_batches", "lint_cluster"]


def __getattr__(name: str) -> Any:
    """Import each part when it is asked for: each needs an extra of its own."""
    if name in {"lint_bag", "lint_cluster"}:
        from perf_lint.distributed import dask

        return getattr(dask, name)
    if name in {"lint_batches", "compare_rows"}:
        from perf_lint.distributed import arrow

        return getattr(arrow, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
