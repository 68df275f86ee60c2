"""The characters that the label patterns look ahead for leave none of their words out."""

import re

import pytest

from perf_lint.values import labels

START = labels.START.pattern
GUARD, WORDS = START[3 : START.index("])(?:") + 1], START[START.index("])(?:") + 5 : -1]
BEGINS = "提高 提升 增长 增加 上升 下降 降低 减少 同比 环比 较上年 比去年 不低 至少 最多 增至 降到 控制在 严控在 严格控制在 限制在"
MORE = "约 近 达 封顶 顶多 保底 差不多 大致 几乎 超过 百分 接近 0 ≥ ¥ 每"
ENDS = "增至 签约到 最高 突破 除外 双倍 减半 折半 倍增 负 扣除 减去 另加 外加 加上 短缺 相比 持平 同上年 排名 名列 倒数 或 第 每 季度"


@pytest.mark.parametrize("word", [*BEGINS.split(), *MORE.split()])
def test_a_core_begins_at_each_of_its_words(word: str):
    assert re.match(WORDS, word)
    assert re.match(GUARD, word)
    assert labels.START.match(word)


@pytest.mark.parametrize("word", [*ENDS.split(), "学期", "半年", "月度", "双月", "半个月", "A", "隔天"])
def test_a_label_that_relates_its_number_is_none(word: str):
    assert labels.BAD.search(f"覆盖{word}")
