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
    "1-12月": ("时间段：1月1日 至 12月31日", "period: 1月1日 to 12月31日"),
    "每月15日前发放": (
        "频次：每月不晚于 15日（严格理解为 14日）",
        "frequency: every 月 no later than 15日 (strictly: 14日)",
    ),
    "完成率100%": ("百分数：100%（完成率）", "percentage: 100% (完成率)"),
    "同比下降10%": ("变化幅度：降低 10%", "change: down 10%"),
    "1：3": ("比例：1:3", "ratio: 1:3"),
    "≥90%或是": (
        "数字和文字并列：百分数：不低于 90%；是否：是",
        "a number or words: percentage: at least 90%; yes or no: 是",
    ),
    "明显提升": ("定性表述：明显提升", "words, not a number: 明显提升"),
    "无": ("无", "none"),
    "90%%": (
        "无法理解：第 4 个字“%”：从此处起无法理解",
        "not understood: at character 4 “%”: not understood from here on",
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
