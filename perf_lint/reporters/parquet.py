"""Write a run as one Parquet table; needs the `arrow` extra."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any

from perf_lint.model.finding import Report
from perf_lint.model.words import Lang, Words
from perf_lint.reporters.base import ReportError
from perf_lint.reporters.rows import COLUMNS, Row, report_rows
from perf_lint.text.undecoded import readable

SUFFIX = ".parquet"
DIGITS, PLACES = 38, 12
"""Of the table's decimals; a number that does not fit is null, its text stands in `value`."""
BATCH = 10_000


def render(report: Report, lang: Lang = "zh", **_: object) -> bytes:
    """Give the table as bytes; raise ReportError where pyarrow is not installed."""
    return b"".join(pieces(report, lang))


def pieces(report: Report, lang: Lang = "zh", **_: object) -> Iterator[bytes]:
    """Give the table batch by batch."""
    arrow()
    from pyarrow.parquet import ParquetWriter

    out = BytesIO()
    with ParquetWriter(out, schema(), compression="zstd") as writer:
        for batch in batches(report_rows(report, lang)):
            writer.write_batch(batch)
            yield _taken(out)
    yield _taken(out)


def _taken(out: BytesIO) -> bytes:
    """Empty a buffer; the writer keeps its own count of what it has written."""
    content = out.getvalue()
    out.seek(0)
    out.truncate()
    return content


def arrow() -> Any:
    """Import pyarrow."""
    try:
        import pyarrow as pa
    except ImportError as error:
        raise ReportError(
            Words(
                "这种输出需要 pyarrow：pip install 'perf-lint[arrow]'", "needs pyarrow: pip install 'perf-lint[arrow]'"
            )
        ) from error
    return pa


def schema() -> Any:
    """Give the Arrow schema of the rows."""
    pa = arrow()
    types = {str: pa.string(), int: pa.int32(), Decimal: pa.decimal128(DIGITS, PLACES)}
    return pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()])


def batches(rows: Iterable[Row]) -> Iterable[Any]:
    """Give the rows as Arrow record batches of the schema."""
    waiting: list[Row] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == BATCH:
            yield to_batch(waiting)
            waiting = []
    yield to_batch(waiting)


def to_batch(rows: list[Row]) -> Any:
    """Turn rows into one record batch."""
    columns = {
        name: [_fitting(row.get(name)) if kind is Decimal else row.get(name) for row in rows]
        for name, kind in COLUMNS.items()
    }
    try:
        return arrow().RecordBatch.from_pydict(columns, schema=schema())
    except UnicodeEncodeError:  # a file name that is no UTF-8
        shown = {name: [readable(x) if isinstance(x, str) else x for x in values] for name, values in columns.items()}
        return arrow().RecordBatch.from_pydict(shown, schema=schema())


def _fitting(number: Decimal | None) -> Decimal | None:
    """Round to the table's places; None where the number is too large for it."""
    if number is None or not number.is_finite() or number.adjusted() >= DIGITS - PLACES:
        return None
    return round(number, PLACES)
