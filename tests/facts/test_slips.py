"""Slips of the pen, broken names, joined measures, wrong numbers."""

from __future__ import annotations

import pytest

from perf_lint.facts import derive
from perf_lint.facts.compounds import measures_in
from perf_lint.facts.numbering import label_number
from perf_lint.facts.slips import doubled, stray_letter, unpaired
from perf_lint.facts.truncation import broken_end, lost_start
from perf_lint.pack.example import build_forms


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("办案经费经费", "经费经费"),
        ("社会治安社会治安防控", "社会治安社会治安"),
        ("会议、、培训", "、、"),
        ("家家户户通水", None),
        ("天天巡查", None),
        ("学生每生每年补助1500元", None),
        ("老人每人每月补助", None),
        ("一村一村官", None),
        ("点对点对接", None),
        ("实打实打造", None),
        ("打造打造", "打造打造"),
        ("2020年2020号文", None),
        ("哈哈哈哈", None),
    ],
)
def test_doubled_words(text, word):
    assert doubled(text) == word


def test_stray_letters():
    assert [stray_letter(name) for name in ("L吸毒人员", "l慰问户数")] == ["L", "l"]
    fine = ("A级景区", "B超检查", "U盘数量", "5G基站", "PM2.5", "T恤", "GDP增长率", "吸毒人员L")
    assert [stray_letter(name) for name in fine] == [None] * len(fine)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("50%。”公用经费", "”"),
        ("设备（一期", "("),
        ("《关于加强管理的意见", "《"),
        ("平安）建设", ")"),
        ("（公通【2016】33号）", None),
        ("《进一步加强（试行）的意见》", None),
        ("１）购置；2)维修；（3）验收", None),
        ("一）组织；二）实施", None),
        ("（半角与全角)", None),
        ('1/2"管', None),
    ],
)
def test_unpaired_marks(text, mark):
    assert unpaired(text) == mark


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("在人民日报、中国禁毒报、中", "、中"),
        ("开展宣传、", "、"),
        ("购置设备及", "及"),
        ("采购（", "（"),
        ("维修道路、桥", None),
        ("水、电、气", None),
        ("义务教育普及", None),
        ("群众参与", None),
    ],
)
def test_broken_ends(name, end):
    assert broken_end(name) == end


def test_lost_start_needs_the_full_text_and_a_character_that_is_no_word():
    assert lost_start("察机关办案数量", ["检察机关办案数量"]) == "检察机关办案数量"
    assert lost_start("培训人数合计", ["总培训人数合计"]) is None
    assert lost_start("业务培训人数", ["开展业务培训人数"]) is None


def test_measures():
    assert measures_in("群众满意度、治理效能、获得感") == ("群众满意度", "治理效能", "获得感")
    assert measures_in("培训合格率及参训率") == ("培训合格率", "参训率")
    assert measures_in("义务教育普及率") == ("义务教育普及率",)
    assert measures_in("工资及保险发放准确率") == ("保险发放准确率",)
    assert measures_in("设备完好率（含车辆、船艇）") == ("设备完好率",)


def test_label_numbers():
    assert [label_number(label) for label in ("指标12", "3.", "(4)", "（5）", "6、")] == [12, 3, 4, 5, 6]
    assert [label_number(label) for label in (None, "1.1", "①", "指标")] == [None] * 4


def numbering(*labels, level2="数量指标"):
    rows = [{"level2": level2, "label": label, "name": f"事项{n}", "value": "1个"} for n, label in enumerate(labels)]
    (read,) = build_forms({"rows": rows})
    return [(note.path, note.zh, note.proposal) for note in derive(read.form).numbering]


def test_first_wrong_number_is_told_once():
    assert numbering("指标1", "指标2", "指标2", "指标2") == [("indicators[2].label", "编号2重复，应为3", "指标3")]
    assert numbering("1.", "4.") == [("indicators[1].label", "编号4前缺少2", "2.")]
    assert numbering("指标2", "指标3") == [("indicators[0].label", "编号2前缺少1", "指标1")]
    assert numbering("指标1", "指标2", "指标3") == []
