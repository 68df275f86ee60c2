from decimal import Decimal

import pytest

from perf_lint.model.form import Amount, FundingItem, PlanStep
from perf_lint.reporters.fields import field_words, row_name
from tests.reporters.sample import text_form

FORM = text_form().form
WHOLE = FORM._replace(
    funding=FORM.funding._replace(items=(FundingItem("上级资金", Amount("3", Decimal(30000))),)),
    plan=(PlanStep("6月底", "50%"),),
)


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        ("funding.total", "资金总额", "total funds"),
        ("goal", "总体目标", "goal"),
        ("indicators[1].value", "指标值 · 宣传费", "target · 宣传费"),
        ("indicators[1].name", "三级指标", "indicator"),
        ("indicators[1]", "三级指标", "indicator"),
        ("indicators[9].value", "", ""),
        ("plan[0]", "资金支出计划 · 6月底", "spending plan · 6月底"),
        ("plan[3]", "", ""),
        ("funding.items[0].amount", "上级资金", "上级资金"),
        ("unread[0]", "", ""),
        ("", "", ""),
        ("indicators[x].value", "", ""),
    ],
)
def test_a_path_in_words(path, zh, en):
    assert (field_words(path, WHOLE, "zh"), field_words(path, WHOLE, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("path", "name"),
    [("indicators[1].value", "宣传费"), ("indicators[1].name", ""), ("indicators[9].value", ""), ("goal", "")],
)
def test_the_row_of_a_value(path, name):
    assert row_name(path, WHOLE) == name
    assert row_name(path, None) == ""
