"""Years are those the form is about: titles, document numbers and quotations do not count."""

from __future__ import annotations

import pytest

from perf_lint.facts import derive
from perf_lint.facts.years import budget_years, is_multi_year, other_year_fits, stated_years
from perf_lint.pack.example import build_form


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2023年戒毒人员收治数量", (2023,)),
        ("2022年度宣传活动", (2022,)),
        ("2023-2025年完成改造", (2023, 2024, 2025)),
        ("2023年至2024年任务", (2023, 2024)),
        ("落实宁财发〔2020〕214号文件", ()),
        ("落实宁党发[2014]46号", ()),
        ("依据2020年第3号公告", ()),
        ("符合《2022年建设规范》", ()),
        ("“2025年工程”推进", ()),
        ("执行GB 50300-2013", ()),
        ("支出2024元", ()),
        ("编号120231号", ()),
        ("", ()),
    ],
)
def test_years_that_a_text_states(text, years):
    assert stated_years(text) == years


@pytest.mark.parametrize(
    ("period", "several"),
    [("2023-2025年", True), ("3年", True), ("18个月", True), ("2024年", False), ("1 年", False), ("长期", False),
     ("2024年1月-2024年12月", False), ("2023年10月至2024年9月", True), ("", False), ("2022年、2023年、2024年", True), ("2021年起", True),
     ("2021年-长期", True), ("起止时间待定", False)],
)  # fmt: skip
def test_a_period_of_several_years(period, several):
    assert is_multi_year(derive(build_form({"period": period}))) is several


def test_budget_years_of_title_and_heading():
    form = derive(build_form({"years": ["2024年部门项目支出绩效目标表", "(2023年度)", "2024"]}))
    assert budget_years(form) == (2023, 2024)


@pytest.mark.parametrize(
    ("name", "fits"),
    [("支付2023年工程尾款", True), ("2023年度考核优秀人数", True), ("较2023年下降率", True), ("2023年培训人数", False)],
)
def test_reasons_for_another_year(name, fits):
    form = derive(build_form({"rows": [f"数量指标|{name}|3人"]}))
    assert other_year_fits(form.indicators[0]) is fits
