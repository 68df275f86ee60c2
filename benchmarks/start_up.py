"""Time whole processes on one file, beside linters of other things: `python -m benchmarks.start_up`."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.folders import as_data, as_yaml, content
from benchmarks.forms import make
from benchmarks.peers import OURS, peer
from benchmarks.timing import in_turn, table

ROUNDS = 61
SCHEMA = {
    "type": "object",
    "required": ["project", "department", "year", "total", "goal", "indicators"],
    "properties": {
        "year": {"type": "integer"},
        "indicators": {
            "type": "array",
            "items": {"type": "object", "required": ["level1", "level2", "name", "value"]},
        },
    },
}


def commands(folder: Path) -> dict[str, list[str]]:
    """Write one form for every program and give what to run."""
    spec, data = make(1, 1), as_data(make(1, 1))
    files = {
        "a.txt": content(spec, "txt"), "a.docx": content(spec, "docx"), "a.yaml": as_yaml(spec).encode(),
        "a.json": json.dumps(data, ensure_ascii=False, indent=1).encode(), "a.py": f"DATA = {data!r}\n".encode(),
        "schema.json": json.dumps(SCHEMA).encode(),
    }  # fmt: skip
    for name, written in files.items():
        (folder / name).write_bytes(written)
    at = {name: str(folder / name) for name in files}
    return {
        "python -c pass": [peer("python"), "-c", "pass"],
        "perf-lint --help": [OURS, "--help"],
        "perf-lint check 一张文本表": [OURS, "check", at["a.txt"]],
        "perf-lint check --profile hook 一张文本表": [OURS, "check", "--profile", "hook", at["a.txt"]],
        "perf-lint check 一张 docx 表": [OURS, "check", at["a.docx"]],
        "yamllint": [peer("yamllint"), "-d", "relaxed", at["a.yaml"]],
        "check-jsonschema": [peer("check-jsonschema"), "--schemafile", at["schema.json"], at["a.json"]],
        "ruff check": [peer("ruff"), "check", "--no-cache", at["a.py"]],
    }


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        taken = in_turn(commands(Path(folder)), ROUNDS)
    base = taken["yamllint"]
    rows = [
        [name, f"{one.cpu * 1000:.0f}", f"{one.wall * 1000:.0f}", f"{one.wall / base.wall:.2f}"]
        for name, one in taken.items()
    ]
    print(table(("整个进程，一个文件", "处理器毫秒", "钟表毫秒", "yamllint 的倍数"), rows))


if __name__ == "__main__":
    main()
