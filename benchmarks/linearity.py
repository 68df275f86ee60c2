"""Show how processor time grows with forms, indicators and rules: `python -m benchmarks.linearity`."""

from __future__ import annotations

import gc
import time
from collections.abc import Sequence

from benchmarks.folders import content
from benchmarks.forms import Spec, make
from benchmarks.timing import table
from perf_lint import api
from perf_lint.cli import YOUNG_OBJECTS
from perf_lint.layout import recognise
from perf_lint.pipeline.job import check_input
from perf_lint.readers.inputs import Input, load

ROUNDS = 3
FORMS = (25, 50, 100, 200, 400, 800, 1600)
ROWS = (10, 20, 40, 80, 160, 320, 640)


def widened(spec: Spec, rows: int) -> Spec:
    """Repeat the indicators of a form under new names until it has so many."""
    found = [spec.rows[n % len(spec.rows)] for n in range(rows)]
    return spec._replace(rows=[row._replace(name=f"{n}号{row.name}") for n, row in enumerate(found)])


def checked(inputs: Sequence[Input], select: tuple[str, ...] = ()) -> float:
    """Give the processor time of checking inputs, the least of some rounds."""
    pack, best = api.pack_of(api.Settings(select=select)), float("inf")
    for _ in range(ROUNDS):
        gc.collect()
        start = time.process_time()
        for item in inputs:
            check_input(item, pack, api.DEFAULT_LIMITS, "zh")
        best = min(best, time.process_time() - start)
    return best


def recognised(item: Input) -> tuple[float, int]:
    """Give the processor time of reading one input and recognising its forms, and how many there are."""
    best, count = float("inf"), 0
    for _ in range(ROUNDS):
        start = time.process_time()
        count = len(recognise(load(item, api.DEFAULT_LIMITS)))
        best = min(best, time.process_time() - start)
    return best, count


def files(count: int, seed: int = 1) -> list[Input]:
    """Make text files of one form each."""
    return [Input(f"{number}.txt", content(make(seed, number), "txt")) for number in range(count)]


def one_file(count: int, rows: int = 0) -> Input:
    """Make one text file of many forms."""
    specs = [make(1, number) for number in range(count)]
    return Input("all.txt", b"\n".join(content(widened(spec, rows) if rows else spec, "txt") for spec in specs))


def _row(number: int, seconds: float, by: int) -> list[str]:
    return [str(number), f"{seconds * 1000:.0f}", f"{seconds / by * 1000:.3f}"]


def main() -> None:
    """Print one table a question."""
    gc.set_threshold(YOUNG_OBJECTS)
    checked(files(50))
    print(table(("文件数，每个一张表", "毫秒", "每张表毫秒"), [_row(n, checked(files(n, seed=n)), n) for n in FORMS]))
    print(table(("一个文件里的表数", "毫秒", "每张表毫秒"), [_row(n, checked([one_file(n)]), n) for n in FORMS]))
    rows = []
    for number in (25, 50, 100, 200, 400):
        item = one_file(number, 45)
        seconds, count = recognised(item)
        rows.append([f"{count} 张，{len(item.data or b'') / 1e6:.2f} MB", *_row(number, seconds, count)[1:]])
    print(table(("只读取和识别，一个文本文件", "毫秒", "每张表毫秒"), rows))
    wide = [(n, checked([Input("a.txt", content(widened(make(1, 1), n), "txt"))])) for n in ROWS]
    print(table(("一张表里的指标数", "毫秒", "每条指标毫秒"), [_row(n, seconds, n) for n, seconds in wide]))
    codes = sorted(rule.code for rule in api.pack_of(api.DEFAULTS).rules)
    sizes = [n for n in (8, 15, 30, 45, len(codes)) if n <= len(codes)]
    ruled = [(n, checked(files(200), tuple(codes[:: max(1, len(codes) // n)][:n]))) for n in sizes]
    print(table(("规则数（200 张表）", "毫秒", "每条规则毫秒"), [_row(n, seconds, n) for n, seconds in ruled]))


if __name__ == "__main__":
    main()
