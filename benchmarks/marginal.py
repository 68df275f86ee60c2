"""Time one more file in a process that runs already, beside other linters: `python -m benchmarks.marginal`.

The cost is (time for many − time for one) / (many − 1), of whole processes on one core.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.folders import as_data, as_yaml, fill
from benchmarks.forms import make
from benchmarks.peers import OURS, peer
from benchmarks.start_up import SCHEMA
from benchmarks.timing import in_turn, table

ROUNDS = 3
MANY = {"txt": 1000, "md": 1000, "html": 400, "csv": 1000, "docx": 400, "xlsx": 400, "pdf": 60}
PEERS = 400


def commands(folder: Path) -> dict[str, tuple[list[str], list[str], int]]:
    """Write the files; give for each program what to run on one file, on many, and how many."""
    found = {}
    ours = [OURS, "check", "--jobs", "1", "--format", f"jsonl={folder / 'out.jsonl'}"]
    for suffix, count in MANY.items():
        many = fill(folder / suffix, count, suffix)
        found[f"perf-lint {suffix}"] = ([*ours, str(next(many.rglob(f"*.{suffix}")))], [*ours, str(many)], count)
    (folder / "schema.json").write_text(json.dumps(SCHEMA), "utf-8")
    names = []
    for number in range(PEERS):
        spec = make(1, number)
        names.append(str(folder / f"{number}"))
        Path(f"{names[-1]}.json").write_text(json.dumps(as_data(spec), ensure_ascii=False, indent=1), "utf-8")
        Path(f"{names[-1]}.yaml").write_text(as_yaml(spec), "utf-8")
    schema = [peer("check-jsonschema"), "--schemafile", str(folder / "schema.json")]
    yaml = [peer("yamllint"), "-d", "relaxed"]
    for label, command, end in (("check-jsonschema json", schema, ".json"), ("yamllint yaml", yaml, ".yaml")):
        files = [name + end for name in names]
        found[label] = ([*command, files[0]], [*command, *files], PEERS)
    return found


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        todo = commands(Path(folder))
        runs = {f"{name} {which}": entry[which] for name, entry in todo.items() for which in (0, 1)}
        taken = in_turn(runs, ROUNDS)
    cost = {
        name: (taken[f"{name} 1"].cpu - taken[f"{name} 0"].cpu) / (count - 1) for name, (_, _, count) in todo.items()
    }
    base = cost["check-jsonschema json"]
    rows = [[name, f"{one * 1000:.2f}", f"{one / base:.2f}"] for name, one in cost.items()]
    print(table(("每多一个文件（一张表）", "处理器毫秒", "check-jsonschema 的倍数"), rows))


if __name__ == "__main__":
    main()
