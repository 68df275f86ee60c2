"""The money block in words of its own: sources that no list holds, sums told one after another."""

from __future__ import annotations

import pytest

from perf_lint.layout.funds import is_source, parts
from perf_lint.layout.labels import read_label


@pytest.mark.parametrize(
    "text",
    [
        "体彩公益金",
        "州县自筹",
        "其中：中央预算内投资",
        "省级财政补贴",
        "增发国债",
        "村集体出资",
        "国家水利建设基金",
        "对口援建赠款",
        "县级统筹",
        "地方财政",
        "项目资本金",
        "企业分担",
    ],
)
def test_a_source_is_known_by_its_last_word(text: str):
    assert is_source(text)


@pytest.mark.parametrize("text", ["项目总投资", "完成时间", "项目负责人", "年度目标"])
def test_other_words_of_the_block_are_no_source(text: str):
    assert not is_source(text)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("项目资金：年度资金总额120万元，其中财政拨款120万元。", [("total", "120万元"), ("fiscal", "120万元")]),
        ("资金情况：年度资金总额86.5万元", [("total", "86.5万元")]),
        (
            "项目资金：资金总额60万元；其中：财政拨款50万元；其他资金10万元",
            [("total", "60万元"), ("fiscal", "50万元"), ("other", "10万元")],
        ),
        (
            "年度资金总额：35万元，其中：财政拨款30万元，其他资金5万元",
            [("total", "35万元"), ("fiscal", "30万元"), ("other", "5万元")],
        ),
        (
            "资金来源：年度资金总额1,200.50万元，财政拨款1,200.50万元",
            [("total", "1,200.50万元"), ("fiscal", "1,200.50万元")],
        ),
        ("项目资金：详见附件，共两笔", [("block", "详见附件，共两笔")]),
        ("项目资金：年度资金总额120万元，按进度拨付", [("block", "年度资金总额120万元，按进度拨付")]),
    ],
)
def test_sums_told_one_after_another_are_parted(text: str, sums: list[tuple[str, str]]):
    label = read_label(text)
    assert label is not None
    found = [(one.role, said) for one, said in parts(label, label.rest)]
    assert found == sums
