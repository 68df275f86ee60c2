"""Time one more file in a process that runs already, beside other linters: `python -m benchmarks.marginal`.

The cost is (time for many − time for one) / (many − 1), of whole processes on one core. check-jsonschema runs twice:
with a schema that asks for the required keys and little more, and with `form.schema.json`, which is what somebody
would write who checks these forms with JSON Schema alone: no arithmetic, no calendar, nothing between rows or forms.
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
APART = "txt，名称从不重复"
MANY = {"txt": 1000, APART: 1000, "md": 1000, "html": 400, "csv": 1000, "docx": 400, "xlsx": 400, "pdf": 60}
PEERS = 400
FULL = Path(__file__).with_name("form.schema.json")
KEYS_ONLY, WITH_VALUES = "check-jsonschema：只查必填项", "check-jsonschema：查每一格"


def commands(folder: Path) -> dict[str, tuple[list[str], list[str], int]]:
    """Write the files; give for each program what to run on one file, on many, and how many."""
    found = {}
    ours = [OURS, "check", "--jobs", "1", "--format", f"jsonl={folder / 'out.jsonl'}"]
    for name, count in MANY.items():
        suffix = name.partition("，")[0]
        many = fill(folder / name, count, suffix, apart=name == APART)
        found[f"perf-lint {name}"] = ([*ours, str(next(many.rglob(f"*.{suffix}")))], [*ours, str(many)], count)
    (folder / "schema.json").write_text(json.dumps(SCHEMA), "utf-8")
    names = []
    for number in range(PEERS):
        spec = make(1, number)
        names.append(str(folder / f"{number}"))
        Path(f"{names[-1]}.json").write_text(json.dumps(as_data(spec), ensure_ascii=False, indent=1), "utf-8")
        Path(f"{names[-1]}.yaml").write_text(as_yaml(spec), "utf-8")
    schema = [peer("check-jsonschema"), "--schemafile"]
    peers = {
        KEYS_ONLY: ([*schema, str(folder / "schema.json")], ".json"),
        WITH_VALUES: ([*schema, str(FULL)], ".json"),
        "yamllint": ([peer("yamllint"), "-d", "relaxed"], ".yaml"),
    }
    for label, (command, end) in peers.items():
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
    bases = [cost[KEYS_ONLY], cost[WITH_VALUES]]
    rows = [[name, f"{one * 1000:.2f}", *(f"{one / base:.2f}" for base in bases)] for name, one in cost.items()]
    print(table(("每多一个文件（一张表）", "处理器毫秒", "÷ 只查必填项", "÷ 查每一格"), rows))


if __name__ == "__main__":
    main()
