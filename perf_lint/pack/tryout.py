"""Run the examples of rules: `python -m perf_lint.pack.tryout AMT201` (a code, a prefix or a file)."""

from __future__ import annotations

import sys
from pathlib import Path

from perf_lint.pack.packfile import PackFile
from perf_lint.pack.problem import PackError
from perf_lint.pack.readrule import read_rule, validated
from perf_lint.pack.rule import Rule
from perf_lint.pack.rulefile import RuleFile
from perf_lint.pack.testing import run_examples
from perf_lint.pack.yamlfile import read_yaml
from perf_lint.text.data import rules_dir


def main(wanted: list[str]) -> int:
    """Print every difference; give 1 where there is one."""
    failed = count = 0
    for path in sorted(rules_dir().glob("*/[A-Z]*.yaml")):
        if wanted and not any(path.stem.startswith(w) or str(path).endswith(w) for w in wanted):
            continue
        count += 1
        lines = _one(path)
        failed += bool(lines)
        sys.stdout.write("".join(f"{line}\n" for line in lines) if lines else f"{path.parent.name}/{path.stem} 通过\n")
    sys.stdout.write(f"{count} 条规则，{failed} 条有问题\n")
    return 1 if failed or not count else 0


def _one(path: Path) -> list[str]:
    try:
        authorities = _authorities(path.parent.name)
        rule = Rule(read_rule(path, path.parent.name, authorities, f"{path.parent.name}/{path.name}"))
        results = run_examples(rule, validated(read_yaml(path), RuleFile))
    except PackError as error:
        return str(error).splitlines()
    return [
        line
        for result in results
        if result.differences
        for line in (
            f"{path.parent.name}/{path.name}: 示例 {result.number}（{result.kind}）与预期不同",
            *result.differences,
        )
    ]


def _authorities(pack: str) -> dict[str, str]:
    path = rules_dir() / pack / "pack.yaml"
    if not path.exists():
        return {}
    file: PackFile = validated(read_yaml(path, f"{pack}/pack.yaml"), PackFile)
    found = {authority.ref: authority.printed() for authority in file.authorities}
    for below in file.extends:
        found = {**_authorities(below), **found}
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
