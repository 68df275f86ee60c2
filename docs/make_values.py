"""Write `values.md` from the labelled spellings of the tests: `python docs/make_values.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from perf_lint.values import describe, parse_value

HERE = Path(__file__).parent
PAGE = HERE / "values.md"
TABLES = HERE.parent / "tests" / "values" / "table"
ORDER = ["percent", "money", "rate", "count", "number", "range", "duration", "date", "words", "joined"]
CONVENTIONS = [
    ("以上、以下、以内、不低于、不超过，含本数；超过、高于、不满、低于，不含本数", "《民法典》第一千二百五十九条"),
    ("达90%、达到90% 读作不低于 90%", "目标达到即可，超过不算未完成"),
    (
        "2024年、1998年是年份，其他 N年 是时长；21年至29年且前后没有比较说法的，不猜",
        "24年可能是 2024 年，也可能是二十四年",
    ),
    ("2024.6 不猜，2024.06.30、2024.6前、2024-06 是日期", "2024.6 也可能是一个数"),
    ("万、亿、千是倍数：30万是 300000，不自作主张读成万元", "是不是钱要看所在的指标，由检查规则判断"),
    ("% ‰ 成 百分之 都折成小数比较；百分点保持原样", "提高 5 个百分点与提高 5% 不是一回事"),
    ("8月前：最迟 8 月 31 日；严格理解为 7 月 31 日，两种都记下", "两种理解都有人用"),
    ("没有写年份的日期，年份记作 XXXX；2月底记作 2 月 29 日", "年份由表里的预算年度决定"),
    ("6月31日这样的日期照原样记下，并标明没有这一天", "检查规则要指出它错在哪里"),
    ("降低失业率5%、提升满意度5% 不猜；提高覆盖率95%、降低故障率≤3% 是水平", "可能是变化了 5%，也可能是变到 5%"),
    ("件数、人数、面积不会是负数：—3起 不能理解", "数前的横线多半是项目符号或扫描的痕迹"),
    ("人和人次、天和工作日、台和套是不同的单位，不互相换算", "换算要靠假设"),
    ("度、块、点 照写的记，不当作千瓦时、元、百分点；提高5个点、30块钱 才是", "室温18度、展板20块 也这样写"),
    ("5个（以上）、超过90%（含90%）、90%以上（不含90%）按括号里的话比较", "括号里的话也是比较说法"),
    ("10个县50个村 是两个数；1村2名、3天2次 不是", "后一种说的是每村、每3天"),
    ("三类、二期、一级、前10名、第3名 是等级或名次，不是数量", "数字在这里不计数"),
    ("数字中间的空格不合并：3 5个、1 200元 不能理解；两个 $ 之间的公式除外", "可能是两个数，也可能漏了小数点"),
    ("整格必须全部理解；否则是定性表述（文字）或无法理解（写坏的数），并指出停在第几个字", "宁可不认，不可认错"),
    ("比例保留 12 位小数；其余数字一律精确，不四舍五入", "金额要能逐分核对"),
    ("超过 1000 个字的格子不读", "指标值不会这样长"),
]


def page() -> str:
    """Give the whole page."""
    return "\n".join([*_opening(), *_conventions(), *_understood(), *_refused()]) + "\n"


def _opening() -> Iterator[str]:
    yield "# 指标值怎样读"
    yield ""
    yield "<!-- 本页由 docs/make_values.py 从 tests/values/table/ 生成，请勿手改。 -->"
    yield ""
    yield '`perf-lint value "≥85%"` 显示一个指标值怎样被理解。本页列出能理解的写法、不能理解的写法，以及约定和理由。'
    yield ""


def _conventions() -> Iterator[str]:
    yield "## 约定"
    yield ""
    yield "| 约定 | 理由 |"
    yield "|---|---|"
    for rule, reason in CONVENTIONS:
        yield f"| {rule} | {reason} |"
    yield ""


def _understood() -> Iterator[str]:
    yield "## 能理解的写法"
    for name in ORDER:
        table = _table(name)
        yield ""
        yield f"### {table['doc']}"
        yield ""
        yield "| 写法 | 理解为 |"
        yield "|---|---|"
        for case in table["cases"]:
            yield f"| {_code(case[0])} | {_cell(describe(parse_value(case[0])))} |"
    yield ""


def _refused() -> Iterator[str]:
    yield "## 不能理解的写法"
    yield ""
    yield "| 写法 | 停在哪里，为什么 |"
    yield "|---|---|"
    for case in _table("refused")["cases"]:
        yield f"| {_code(case[0])} | {_cell(describe(parse_value(case[0])).removeprefix('无法理解：'))} |"


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load((TABLES / f"{name}.yaml").read_text(encoding="utf-8"))
    return table


def _code(text: str) -> str:
    shown = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text.replace("\n", "⏎"))
    return f"`{_cell(shown) or ' '}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "⏎")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
