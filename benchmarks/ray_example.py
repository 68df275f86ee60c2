"""Check a folder with Ray: `python -m benchmarks.ray_example FOLDER`; needs `ray[data]` and `perf-lint[arrow]`."""

from __future__ import annotations

import sys
from typing import Any

import pyarrow as pa

from perf_lint.distributed import lint_batches


def check(table: Any) -> Any:
    """Turn a table of paths and contents into a table of findings and facts."""
    return pa.Table.from_batches(lint_batches(table.to_batches()))


def main() -> None:
    """Count the rows by kind."""
    import ray

    files = ray.data.read_binary_files(sys.argv[1], include_paths=True).rename_columns({"bytes": "content"})
    rows = files.map_batches(check, batch_format="pyarrow", batch_size=64)
    print(rows.groupby("record").count().to_pandas())


if __name__ == "__main__":
    main()
