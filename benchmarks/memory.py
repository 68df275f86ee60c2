"""Check folders of growing size and watch the memory: `python -m benchmarks.memory [COUNT …]`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.folders import fill
from benchmarks.peers import OURS
from benchmarks.timing import ENVIRONMENT, table

COUNTS = (1_000, 10_000, 100_000)
PAGE_KB = 4
EVERY = 0.2
"""Seconds between two looks at a process."""


def watched(command: list[str]) -> tuple[float, int]:
    """Run a command; give seconds and the largest sum of the memory of it and its workers, in KB."""
    start, most = time.perf_counter(), 0
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, _memory(process.pid))
            time.sleep(EVERY)
    return time.perf_counter() - start, most


def _memory(pid: int) -> int:
    """Give the resident memory of a process and its children in KB, shared pages counted once a process."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
        own = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * PAGE_KB
    except OSError:
        return 0
    return own + sum(_memory(int(child)) for child in children)


def main() -> None:
    """Print the table."""
    rows = []
    for count in [int(text) for text in sys.argv[1:]] or COUNTS:
        with tempfile.TemporaryDirectory() as made:
            folder, out = fill(Path(made) / "forms", count), Path(made) / "out.jsonl"
            seconds, most = watched([OURS, "check", "--format", f"jsonl={out}", str(folder)])
            findings = sum(1 for _ in out.open("rb"))
        rows.append(
            [f"{count:,}", f"{seconds:.0f}", f"{seconds / count * 1000:.2f}", f"{most / 1024:.0f}", str(findings)]
        )
    print(table(("文件数，每个一张表", "钟表秒", "每张表毫秒", "内存峰值 MB", "输出行数"), rows))


if __name__ == "__main__":
    main()
