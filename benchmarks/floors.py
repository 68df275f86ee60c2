"""Time ways of reading one file beside the floor, the first of its kind, each in a fresh process."""

from __future__ import annotations

import importlib.util
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from itertools import groupby

Read = Callable[[bytes], object]
Case = tuple[str, str, Callable[[], Read]]
"""A kind of file, the module that must be installed, and what gives the way of reading."""


def measure(module: str, name: str) -> tuple[float, float]:
    """Give the least processor time of several reads (seconds), and the memory beyond the imports (MB)."""
    found = import_module(module)
    kind, _, prepare = found.CASES[name]
    data = found.file(kind)
    read = prepare()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    best = float("inf")
    for _ in range(found.ROUNDS):
        start = time.process_time()
        read(data)
        best = min(best, time.process_time() - start)
    return best, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def print_table(module: str, cases: Mapping[str, Case]) -> None:
    """Print the measures of the `CASES` of a module, which also gives each kind of `file` and how many `ROUNDS`."""
    spawn = multiprocessing.get_context("spawn")
    print("| 读取 100 张表 | 处理器毫秒 | 底线的倍数 | 内存 MB |\n|---|---:|---:|---:|")
    for _, names in groupby(cases, key=lambda name: cases[name][0]):
        floor = 0.0
        for name in names:
            if importlib.util.find_spec(cases[name][1]) is None:
                print(f"（没有安装 {cases[name][1]}）", file=sys.stderr)
                continue
            with spawn.Pool(1) as pool:
                seconds, memory = pool.apply(measure, (module, name))
            floor = floor or seconds
            print(f"| {name} | {seconds * 1000:.1f} | {seconds / floor:.1f} | {memory:.0f} |")
