"""What `perf-lint value` says of a value, word for word."""

import pytest

from perf_lint.values import describe, parse_value

SAID = {
    "≥85%": ("百分数：不低于 85%", "percentage: at least 85%"),
    "约2万元": ("金额：约 2万元（即 20000元）", "amount of money: about 2万元 (that is 20000元)"),
    "428元/次": ("单位标准：428元/次", "amount per unit: 428元/次"),
    "2024年8月前": (
        "截止时间：不晚于 2024年8月31日（严格理解为 2024年7月31日）",
        "deadline: no later than 2024年8月31日 (strictly: 2024年7月31日)",
    ),
    "2024年6月31日": ("日期：2024年6月31日（没有这一天）", "date: 2024年6月31日 (there is no such date)"),
    "1-12月": ("时间段：1月1日 至 12月31日（没有写年份）", "period: 1月1日 to 12月31日 (no year stated)"),
    "每月15日前发放": (
        "频次：每月不晚于 15日（严格理解为 14日）",
        "frequency: every month no later than 15日 (strictly: 14日)",
    ),
    "完成率100%": ("百分数：100%（完成率）", "percentage: 100% (完成率)"),
    "同比下降10%": ("变化幅度：降低 10%", "change: down 10%"),
    "下降10%左右": ("变化幅度：降低约 10%", "change: down about 10%"),
    "提高2个百分点": ("变化幅度：提高 2 个百分点", "change: up 2 percentage points"),
    "由80%提高到95%": ("百分数：提高到不低于 95%（原为80%）", "percentage: raised to at least 95% (原为80%)"),
    "100余人": ("数量：略多于 100人", "quantity: a little more than 100人"),
    "≥3次": ("数量：不少于 3次", "quantity: at least 3次"),
    "超过100人": ("数量：超过 100人", "quantity: more than 100人"),
    "2024年12月31日前完成100%": (
        "截止时间：不晚于 2024年12月31日（严格理解为 2024年12月30日）；百分数：100%",
        "deadline: no later than 2024年12月31日 (strictly: 2024年12月30日); percentage: 100%",
    ),
    "压缩三分之一": ("变化幅度：降低 1/3", "change: down 1/3"),
    "1：3": ("比例：1:3", "ratio: 1:3"),
    "≥90%或是": (
        "数字和文字并列：百分数：不低于 90%；是否：是",
        "a number or words: percentage: at least 90%; yes or no: 是",
    ),
    "明显提升": ("定性表述：明显提升", "words, not a number: 明显提升"),
    "无": ("无", "none"),
    "90%%": (
        "无法理解：从第 4 个字“%”起",
        "not understood: from character 4 “%” on",
    ),
    "≥5%以内": (
        "无法理解：第 4 个字“以”：前后的比较说法相反",
        "not understood: at character 4 “以”: the two comparisons contradict each other",
    ),
    "100\x01人": (
        "无法理解：第 4 个字“U+0001”：含有控制字符或乱码",
        "not understood: at character 4 “U+0001”: it holds control characters",
    ),
}


@pytest.mark.parametrize("text", SAID)
def test_described_in_both_languages(text: str):
    value = parse_value(text)
    assert (describe(value, "zh"), describe(value, "en")) == SAID[text]
