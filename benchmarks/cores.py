"""Time a folder with one and with more processes, and compare the outputs: `python -m benchmarks.cores [FORMS]`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from benchmarks.folders import fill
from benchmarks.peers import OURS
from benchmarks.timing import in_turn, table


def main() -> None:
    """Print the table, and fail where the outputs differ by a byte."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    with tempfile.TemporaryDirectory() as made:
        folder = fill(Path(made) / "forms", count)
        outputs = {jobs: Path(made) / f"{jobs}.jsonl" for jobs in (1, 2, 4)}
        commands = {
            str(jobs): [OURS, "check", "--jobs", str(jobs), "--format", f"jsonl={out}", str(folder)]
            for jobs, out in outputs.items()
        }
        taken = in_turn(commands, 3)
        if len({out.read_bytes() for out in outputs.values()}) != 1:
            raise SystemExit("the outputs differ")
    base = taken["1"].wall
    rows = [[jobs, f"{one.wall:.1f}", f"{base / one.wall:.2f}", f"{one.cpu:.1f}"] for jobs, one in taken.items()]
    print(f"{count} 张表，{os.cpu_count()} 个核，输出逐字节相同\n")
    print(table(("--jobs", "钟表秒", "快几倍", "处理器秒"), rows))


if __name__ == "__main__":
    main()
