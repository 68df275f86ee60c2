"""Measure the reading of values beside other libraries and write docs/benchmarks-values.md: `make bench-values`."""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import time
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from perf_lint.values import parse_value, to_record  # noqa: E402
from tests.values.tables import labelled  # noqa: E402

PEER_PYTHON = ROOT / "benchmarks" / ".venv" / "bin" / "python"
PAGE = ROOT / "docs" / "benchmarks-values.md"
TIME = ("date", "deadline", "period")
ROUNDS = 9
REPEATS = 20
"""How often a value comes again in a stream like that of real forms."""


def cases() -> dict[str, dict[str, set[str]]]:
    """Give, for every kind, each text with the answers that are right: base numbers, or days with a stated year."""
    found: dict[str, dict[str, set[str]]] = {}
    for case in labelled():
        fields = case.fields
        kind = "time" if fields["kind"] in TIME else fields["kind"]
        if kind == "time":
            days = {day for day in (fields.get("start"), fields.get("end")) if day and "X" not in day}
            if days:
                found.setdefault(kind, {})[case.text] = days
        elif fields.get("number_base") is not None and fields["comparator"] != "range":
            found.setdefault(kind, {})[case.text] = {fields["number_base"]}
    return found


def right(wanted: set[str], answers: Iterable[str]) -> bool:
    """Tell whether every wanted number or day is among the answers; a percentage may be given as 95 or as 0.95."""
    given = set(answers)
    numbers = {number for answer in given if (number := _number(answer)) is not None}
    for want in wanted:
        number = _number(want)
        if want in given or (number is not None and (number in numbers or number * 100 in numbers)):
            continue
        return False
    return True


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip().replace(",", "").rstrip("%"))
    except InvalidOperation:
        return None


def ours(texts: list[str]) -> tuple[list[list[str]], float, float]:
    """Read every text; give the answers, seconds per text cold, and seconds per text in a repeating stream."""
    parse_value("1")
    cold = min(_timed(texts, clear=True) for _ in range(ROUNDS))
    stream = texts * REPEATS
    parse_value.cache_clear()
    begin = time.process_time()
    for text in stream:
        parse_value(text)
    memoised = (time.process_time() - begin) / len(stream)
    return [_answer(to_record(parse_value(text))) for text in texts], cold, memoised


def _timed(texts: list[str], *, clear: bool) -> float:
    if clear:
        parse_value.cache_clear()
    begin = time.process_time()
    for text in texts:
        parse_value(text)
    return (time.process_time() - begin) / len(texts)


def _answer(record: dict[str, Any]) -> list[str]:
    date = record["date"] or {}
    return [found for found in (record["number_base"], date.get("start"), date.get("end")) if found is not None]


def row(name: str, answers: list[list[str]], texts: list[str], wanted: dict[str, set[str]], seconds: float) -> str:
    """Write one line: right of all, values per second, microseconds per right value."""
    good = sum(right(wanted[text], answer) for text, answer in zip(texts, answers, strict=True))
    wrong = sum(bool(answer) and not right(wanted[text], answer) for text, answer in zip(texts, answers, strict=True))
    each = f"{seconds * len(texts) / good * 1e6:,.0f}" if good else "—"
    share = f"{good}/{len(texts)}（{good / len(texts):.0%}）"
    return f"| {name} | {share} | {wrong} | {1 / seconds:,.0f} | {each} |"


def peers(texts: dict[str, list[str]]) -> dict[str, Any]:
    """Ask the peers in their environment."""
    command = [str(PEER_PYTHON), "-W", "ignore", str(ROOT / "benchmarks" / "values_peers.py")]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _machine() -> str:
    return f"{platform.python_implementation()} {platform.python_version()}，{platform.machine()}"


def page() -> str:
    """Measure all and write the page."""
    found = cases()
    lines = [
        "# 指标值的读取：准确和速度，与其他库并列",
        "",
        f"由 `make bench-values` 生成；{_machine()}。数据是 `tests/values/table/` 中已标注的写法；每个库",
        "只考它自己声称能读的那几类，只看数（折成基准单位）或年月日对不对，不看比较符号和单位。“答错”是给了答案但不对；没有答案不算答错。",
        "",
        "| 库 | 读对 | 答错 | 每秒个数 | 每读对一个用时（微秒） |",
        "|---|---|---|---|---|",
    ]
    for name, result in peers({kind: list(texts) for kind, texts in found.items()}).items():
        wanted = {text: answer for kind in result["kinds"] for text, answer in found.get(kind, {}).items()}
        if "problem" in result:
            lines.append(f"| {name} | 没有运行：{result['problem']} | | | |")
            continue
        texts = result["texts"]
        lines.append(row(name, result["answers"], texts, wanted, result["seconds"] / len(texts)))
        answers, cold, memoised = ours(texts)
        lines.append(row("perf-lint，同样的值，不记忆", answers, texts, wanted, cold))
        lines.append(row("perf-lint，同样的值，记忆", answers, texts, wanted, memoised))
    wanted = {text: answer for texts in found.values() for text, answer in texts.items()}
    answers, cold, memoised = ours(list(wanted))
    lines.append(row("perf-lint，全部各类，不记忆", answers, list(wanted), wanted, cold))
    lines.append(row("perf-lint，全部各类，记忆", answers, list(wanted), wanted, memoised))
    lines += [
        "",
        (
            f"“记忆”指每个值在一批表里出现 {REPEATS} 次（含第一次）；“不记忆”指每个值都从头读一遍，"
            "只留分析表和查过的单位、符号组合。"
        ),
        "用时是一个进程占用处理器的时间，取几轮中最快的一轮，第一轮（装载表和模型）不算。",
        "一批表里的值大量重复，实际用的是“记忆”一行。",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))
