from decimal import Decimal
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq

from perf_lint import api
from perf_lint.config import Settings
from perf_lint.distributed import compare_rows, lint_batches
from perf_lint.reporters import parquet
from tests.test_api import form

SETTINGS = Settings(select=("AMT201", "SRC", "XRF608"))
FILES = {"a.txt": form(total=61).encode(), "b.txt": form(total=61).encode(), "c.txt": b"\x00\x01" * 9}


def batch():
    return pa.RecordBatch.from_pydict({"path": list(FILES), "content": list(FILES.values())})


def rows(table):
    return table.to_pylist()


def test_files_in_rows_out_in_one_schema():
    (out,) = lint_batches([batch()], SETTINGS)
    assert out.schema == parquet.schema()
    records = [(row["record"], row["path"]) for row in rows(out)]
    assert records[:2] == [("file", "a.txt"), ("form", "a.txt")]
    assert [record for record, path in records if path == "a.txt"].count("indicator") == 7
    found = [(row["path"], row["rule"], row["line"], row["unit"]) for row in rows(out) if row["record"] == "finding"]
    assert found == [
        ("a.txt", "AMT201", 5, "清河县教育局"), ("b.txt", "AMT201", 5, "清河县教育局"), ("c.txt", "SRC001", None, None),
    ]  # fmt: skip


def test_amounts_and_values_are_exact_decimals():
    (out,) = lint_batches([batch()], SETTINGS)
    form_row = next(row for row in rows(out) if row["record"] == "form")
    assert form_row["total_yuan"] == Decimal(610000)
    rate = next(row for row in rows(out) if row["indicator"] == "设备使用覆盖率")
    assert (rate["kind"], rate["comparator"], rate["number_base"], rate["unit_base"]) == (
        "percent", ">=", Decimal("0.95"), "1",
    )  # fmt: skip


def test_forms_are_compared_from_their_rows_as_from_their_files(tmp_path):
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    (out,) = lint_batches([batch()], SETTINGS)
    between = rows(compare_rows(pa.Table.from_batches([out]), SETTINGS))
    local = [f for f in api.lint([tmp_path], SETTINGS).findings if f.rule == "XRF608"]
    assert [(row["rule"], row["message"], row["fingerprint"]) for row in between] == [
        (f.rule, f.message, f.fingerprint) for f in local
    ]
    assert len(local) == 1


def test_a_report_becomes_one_parquet_table(tmp_path):
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    table = pq.read_table(BytesIO(parquet.render(api.lint([tmp_path], SETTINGS))))
    assert table.schema == parquet.schema()
    counts = {}
    for row in rows(table):
        counts[row["record"]] = counts.get(row["record"], 0) + 1
    assert counts == {"file": 3, "form": 2, "indicator": 14, "finding": 4}


def test_a_number_too_large_for_the_table_is_null():
    (row,) = rows(parquet.to_batch([{"record": "indicator", "number_base": Decimal("1e30")}]))
    assert row["number_base"] is None
