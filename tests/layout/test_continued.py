"""Two rows below one another: the second is the next indicator, or the rest of the first."""

from __future__ import annotations

import pytest

from perf_lint.layout import recognise
from perf_lint.readers import read_bytes

HEAD = """项目支出绩效目标表
（2024年度）
项目名称\t乡村文化活动\t\t\t
绩效指标\t一级指标\t二级指标\t三级指标\t指标值"""
NEXT = (
    ("集中检验完成", "2024年", "证照办结", "当场办结（材料齐全）"),
    ("完成时间", "2024年", "项目验收", "第三方验收"),
    ("群众活动", "积极参与", "设施运行", "稳定运行"),
    ("用水", "节约", "用电", "明显减少"),
    ("科普知识", "普及", "居民素质", "提升"),
    ("邻里关系", "缓和", "社区环境", "改善"),
)
REST = (
    ("完成活动并", "2024年", "验收", "底前"),
    ("完成活动并", "2024年11月", "验收", "底前"),
)


def read(*rows: str) -> list[tuple[str, str]]:
    text = "\n".join((HEAD, *rows, "\t\t质量指标\t合格率\t100%", ""))
    (found,) = recognise(read_bytes(text.encode(), "form.txt"))
    return [(row.name, row.value) for row in found.form.indicators]


@pytest.mark.parametrize(("name", "value", "below", "its"), NEXT)
def test_a_whole_target_has_no_second_line(name: str, value: str, below: str, its: str) -> None:
    assert read(f"\t产出指标\t时效指标\t{name}\t{value}", f"\t\t\t{below}\t{its}") == [
        (name, value),
        (below, its),
        ("合格率", "100%"),
    ]


@pytest.mark.parametrize(("name", "value", "below", "its"), REST)
def test_a_target_that_breaks_off_goes_on_below(name: str, value: str, below: str, its: str) -> None:
    assert read(f"\t产出指标\t时效指标\t{name}\t{value}", f"\t\t\t{below}\t{its}") == [
        (name + below, value + its),
        ("合格率", "100%"),
    ]
