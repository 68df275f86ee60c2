"""What rows alike in something share follows from that alone."""

from __future__ import annotations

import pytest

from perf_lint.facts import indicator_view
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.vocabulary import kept_by_all
from perf_lint.model.form import Indicator

NAMES = (
    "2023年培训人数",
    "群众满意",
    "事故发生率",
    "12月底前完成培训",
    "安全教育",
    "数量指标",
    "设备(cid:12)费",
    "绩效自评率",
)
VALUES = ("≥95%", "明显提升", "是/否", "$\\geq$5", "1O0%", "约二十人", "对困难群众发放救助金", "")
LEVELS = (("产出指标", "质量指标", "产出指标", "质量指标质"), ("成本指标", None, "成本指标", ""), (None, None, "", ""))
OTHERS = (
    Indicator("效益指标", "成本指标", "效益", "成本", None, None, "经费", "3万元", "说明", weight="5"),
    Indicator("满意度指标", "时效指标", "满意度", "时效", "必填", "指标1", "及时率", "2024年", None, direction="反向"),
)
PARTS = {
    "of_name": [{"name": name} for name in NAMES],
    "of_value": [{"value": value} for value in VALUES],
    "of_levels": [dict(zip(("level1", "level2", "level1_text", "level2_text"), one, strict=True)) for one in LEVELS],
}
SHARED = [(name, entry.same) for name, entry in vars(IndicatorFacts).items() if isinstance(entry, kept_by_all)]


def alone(row: Indicator, name: str) -> object:
    for shared in (indicator_view.same_name, indicator_view.same_value, indicator_view.same_levels):
        shared.cache_clear()
    return getattr(IndicatorFacts(row, 0), name)


@pytest.mark.parametrize(("name", "same"), SHARED, ids=[name for name, _ in SHARED])
def test_rows_that_agree_in_it_agree_in_what_follows(name: str, same: str):
    for part in PARTS[same]:
        first, second = (alone(other._replace(**part), name) for other in OTHERS)
        assert first == second


def test_a_shared_fact_is_computed_once():
    row = OTHERS[0]._replace(name="森林防火宣传人数")
    first, second = IndicatorFacts(row, 0), IndicatorFacts(row._replace(value="≥8人"), 4)
    assert first.of_name is second.of_name
    assert getattr(first, "measure") == "people"  # noqa: B009  # declared outside the class
    assert IndicatorFacts(row, 7).__dict__["measure"] == "people"
