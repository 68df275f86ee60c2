"""Check a folder with Spark in local mode: `PYSPARK_PYTHON=$(which python) python -m benchmarks.spark_example FOLDER`.

Needs `pip install pyspark 'perf-lint[arrow]'` and Java 17; on a cluster only `master` differs.
"""

from __future__ import annotations

import sys
from typing import Any

import pyarrow as pa

from perf_lint.distributed import compare_rows, lint_batches
from perf_lint.reporters import parquet


def between_forms(table: Any) -> Any:
    """Compare the forms of one unit."""
    return pa.Table.from_batches([compare_rows(table)])


def main() -> None:
    """Count the rows by kind, and the findings between forms by rule."""
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    spark = SparkSession.builder.master("local[*]").getOrCreate()
    source = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(sys.argv[1])
    schema = from_arrow_schema(parquet.schema())
    rows = source.select("path", "content").mapInArrow(lint_batches, schema).cache()
    rows.groupBy("record").count().orderBy("record").show()
    forms = rows.where("record in ('form', 'indicator')")
    forms.groupBy("unit").applyInArrow(between_forms, schema).groupBy("rule").count().orderBy("rule").show()
    spark.stop()


if __name__ == "__main__":
    main()
